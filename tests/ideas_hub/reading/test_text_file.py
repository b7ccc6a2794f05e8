"""An editor's text file: UTF-8, of a sane size, with nothing hidden in it."""

from pathlib import Path

import pytest

from ideas_hub.reading.hidden_characters import HIDDEN, is_all_visible
from ideas_hub.reading.text_file import LFS_POINTER, MAX_BYTES, decode, is_readable, read


def rules(raw: bytes) -> list[str]:
    return [problem.rule for problem in decode(raw, "x.md")[1]]


def test_line_ends_are_unified_and_a_byte_order_mark_is_dropped() -> None:
    """Notepad's and old Mac's line ends are no mistake."""
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "x.md") == ("a\nb\nc\n", [])


def test_the_joined_letters_of_a_pdf_are_read_as_the_letters_they_stand_for() -> None:
    """A search for "office" would miss them, and a screen reader may leave them out."""
    assert decode("o\ufb03ce, \ufb01lled, \ufb02at, e\ufb00ort, shu\ufb04e".encode(), "x.md") == (
        "office, filled, flat, effort, shuffle",
        [],
    )


@pytest.mark.parametrize(
    "text",
    [
        "نمی\u200cشد",
        "👩\u200d🌾",
        "\u200fשבת\u200e",
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "a\tb",
        "❤\ufe0f 1\ufe0f\u20e3",
        "葛\U000e0100",
        "ᠨ\u180b",
        "בְּרֵאשִׁ֖ית",
        "ཧཱུྃ",
        "မြွှေ",
        "Việt e\u0302\u0301",
    ],
)
def test_joiners_marks_and_flags_that_writing_needs_stay(text: str) -> None:
    """Persian, Hebrew, emoji and the flag of Wales need characters that cannot be seen."""
    assert decode(text.encode(), "x.md") == (text, [])


@pytest.mark.parametrize(
    "hidden",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\xad",
        "\u200b",
        "\u202e",
        "\u2066",
        "\u2060",
        "\ufeff",
        "\uffff",
        "\U000e0041",
        "\u3164",
        "\u115f",
        "\uffa0",
        "\u2800",
        "\u034f",
        "\ue000",
        "\uf8ff",
        "\U000f0000",
        "\ufffd",
        "\ufffc",
    ],
)
def test_hidden_characters_are_named_with_their_line_and_left_out(hidden: str) -> None:
    """Text may not read differently from what it says; the rest of the file is still checked."""
    text, problems = decode(f"one\ntwo {hidden}x".encode(), "x.md")
    assert text == "one\ntwo x"
    assert [(problem.line, problem.found) for problem in problems] == [(2, f"U+{ord(hidden):04X}")]


def test_the_quick_look_finds_all_that_a_search_would() -> None:
    """Most texts are not searched for hidden characters."""
    planes = (*range(0x11000), *range(0xE0000, 0xE1000), 0xF0000, 0x10FFFF)
    hidden = [character for character in map(chr, planes) if HIDDEN.search(f"x{character}x")]

    assert {"\u202e", "\U000e0041", "\u3164", "\u115f", "\u2800", "\ue000", "\ufffd", "\ufffc"} <= {*hidden}
    assert not [character for character in hidden if is_all_visible(f"x{character}x")]


@pytest.mark.parametrize("count", [9, 60, 5_000])
@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u0e34", "\u0489", "\ufe20"])
def test_a_pile_of_accents_is_named_and_left_out(mark: str, count: int) -> None:
    """It would cover the lines above and below."""
    text, problems = decode(f"one\nZ{mark * count}oo".encode(), "x.md")

    assert [(problem.line, problem.found) for problem in problems] == [(2, f"U+{ord(mark):04X}")]
    assert problems[0].message.startswith("there is a pile of accents on one letter")
    assert text == f"one\nZ{mark * 8}oo"


def test_selectors_hide_no_words() -> None:
    """Each can stand for a byte of a message that nobody sees."""
    assert rules("a\U000e0100\U000e0101".encode()) == ["hidden-character"] * 2
    assert rules("😀\ufe00\ufe01".encode()) == ["hidden-character"]
    assert rules("a\u180b".encode()) == ["hidden-character"]


def test_a_pasted_page_of_hidden_characters_is_reported_twenty_times_and_counted() -> None:
    _, problems = decode("\u200b\n".encode() * 400, "x.md")

    assert [problem.rule for problem in problems] == ["hidden-character"] * 20 + ["hidden-character-more"]
    assert str(problems[-1]) == "x.md:21: there are 380 more of this kind. Fix those above, then check again."


def test_a_file_of_exactly_the_limit_is_read() -> None:
    assert rules(b"x" * MAX_BYTES) == []
    assert rules(b"x" * (MAX_BYTES + 1)) == ["file-size"]


def test_a_wrong_encoding_names_the_line_and_the_words_near_it() -> None:
    """The editor sees the word that Latin-1 broke."""
    _, (problem,) = decode("one\ntwo caf\xe9 three".encode("latin-1"), "x.md")
    assert (problem.line, problem.found) == (2, "one two café three")


def test_an_underline_of_seven_signs_is_no_merge_conflict() -> None:
    assert rules(b"Heading\n=======\n>>>>>>> quoted\n") == []
    assert rules(b"=======\n<<<<<<< HEAD\n") == ["merge-conflict"]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert str(read(tmp_path, "x.md")[1][0]).startswith("x.md: it cannot be read: No such file")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Café".encode("utf-16"), "x.md:1: the file is saved as UTF-16."),
        ("Café".encode("utf-16-le"), "x.md:1: the file is saved as UTF-16."),
        (b"PK\x03\x04\x14\0word/", "x.md: this is a file of Word or Excel with another name, not a text."),
        (b"\xd0\xcf\x11\xe0\xa1", "x.md: this is an old file of Word or Excel with another name, not a text."),
        (b"%PDF-1.7\n", "x.md: this is a PDF file with another name, not a text."),
        (b"\xff\xd8\xff\xe0", "x.md: this is a picture with another name, not a text."),
        (LFS_POINTER + b"v1\n", "x.md:1: this is a Git LFS pointer, not the file itself."),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(raw: bytes, words: str) -> None:
    text, (problem,) = decode(raw, "x.md")
    assert text == ""
    assert str(problem).startswith(words)
    assert not is_readable([problem])
