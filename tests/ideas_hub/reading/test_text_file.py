"""ideas_hub/reading/text_file.py: UTF-8, of a sane size, with nothing hidden in it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ideas_hub.reading.text_file import HIDDEN, MAX_BYTES, decode, read


def rules(raw: bytes) -> list[str]:
    return [problem.rule for problem in decode(raw, "x.md")[1]]


def test_line_ends_and_byte_order_mark_are_made_alike() -> None:
    """Notepad's and old Mac's line ends are no mistake."""
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "x.md") == ("a\nb\nc\n", [])


@pytest.mark.parametrize(
    "kept",
    [
        "نمی\u200cشد",
        "👩\u200d🌾",
        "\u200fשבת\u200e",
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "a\tb",
    ],
)
def test_joiners_marks_and_flags_that_writing_needs_are_kept(kept: str) -> None:
    """Persian, Hebrew, emoji and the flag of Wales need characters that cannot be seen."""
    assert decode(kept.encode(), "x.md") == (kept, [])


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
    """A text that can be printed is not looked through again."""
    hidden = HIDDEN.findall(" ".join(map(chr, range(sys.maxunicode + 1))))
    assert "\u202e" in hidden
    assert not [sign for sign in hidden if sign.isprintable()]


def test_a_pasted_page_of_hidden_characters_is_told_five_times() -> None:
    assert rules("\u200b".encode() * 400) == ["hidden-character"] * 5


def test_a_file_of_exactly_the_limit_is_read() -> None:
    assert rules(b"x" * MAX_BYTES) == []
    assert rules(b"x" * (MAX_BYTES + 1)) == ["file-size"]


def test_a_wrong_encoding_names_the_line_and_the_words_beside_it() -> None:
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
