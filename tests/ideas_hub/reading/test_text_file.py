"""An editor's text file: UTF-8, of a sane size, with nothing hidden in it."""

from pathlib import Path

import pytest

from ideas_hub.reading.text_file import HIDDEN, LFS_POINTER, MAX_BYTES, decode, is_readable, read


def rules(raw: bytes) -> list[str]:
    return [problem.rule for problem in decode(raw, "x.md")[1]]


def test_line_ends_are_unified_and_a_byte_order_mark_is_dropped() -> None:
    """Notepad's and old Mac's line ends are no mistake."""
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "x.md") == ("a\nb\nc\n", [])


@pytest.mark.parametrize(
    "text",
    [
        "نمی\u200cشد",
        "👩\u200d🌾",
        "\u200fשבת\u200e",
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "a\tb",
    ],
)
def test_joiners_marks_and_flags_that_writing_needs_stay(text: str) -> None:
    """Persian, Hebrew, emoji and the flag of Wales need characters that cannot be seen."""
    assert decode(text.encode(), "x.md") == (text, [])


@pytest.mark.parametrize(
    "hidden",
    ["\x00", "\x07", "\x1b", "\x7f", "\xad", "\u200b", "\u202e", "\u2066", "\u2060", "\ufeff", "\uffff", "\U000e0041"],
)
def test_hidden_characters_are_named_with_their_line_and_left_out(hidden: str) -> None:
    """Text may not read differently from what it says; the rest of the file is still checked."""
    text, problems = decode(f"one\ntwo {hidden}x".encode(), "x.md")
    assert text == "one\ntwo x"
    assert [(problem.line, problem.found) for problem in problems] == [(2, f"U+{ord(hidden):04X}")]


def test_every_hidden_character_is_one_that_python_does_not_print() -> None:
    """A text that Python can print is not searched for hidden characters."""
    planes = (*range(0x11000), *range(0xE0000, 0xE1000))
    hidden = HIDDEN.findall(" ".join(map(chr, planes)))
    assert "\u202e" in hidden
    assert "\U000e0041" in hidden
    assert not [character for character in hidden if character.isprintable()]


def test_a_pasted_page_of_hidden_characters_is_reported_five_times() -> None:
    assert rules("\u200b".encode() * 400) == ["hidden-character"] * 5


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


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    """A link could show a file from outside the repository."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "x.md").symlink_to(tmp_path / "secret.txt")
    text, (problem,) = read(tmp_path / "x.md", "x.md")
    assert (text, problem.rule) == ("", "symbolic-link")


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert str(read(tmp_path / "x.md", "x.md")[1][0]).startswith("x.md: the file cannot be read: No such file")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Café".encode("utf-16"), "x.md:1: the file is saved as UTF-16."),
        ("Café".encode("utf-16-le"), "x.md:1: the file is saved as UTF-16."),
        (LFS_POINTER + b"v1\n", "x.md:1: this is a Git LFS pointer, not the file itself."),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(raw: bytes, words: str) -> None:
    text, (problem,) = decode(raw, "x.md")
    assert text == ""
    assert str(problem).startswith(words)
    assert not is_readable([problem])
