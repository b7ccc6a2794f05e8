"""An editor's text file: UTF-8, of a sane size, with nothing hidden in it."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from ideas_hub.problem import MOST_OF_A_KIND, Problem, excerpt, first_of_each_kind
from ideas_hub.reading import files
from ideas_hub.reading.hidden_characters import HIDDEN, advice_on, is_all_visible, kind_of

MAX_BYTES = 256 * 1024
CONFLICT_SIGN = "<" * 7
CONFLICT = re.compile(rf"^{CONFLICT_SIGN} .*$", re.MULTILINE)
LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
LIGATURES_APART = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in LIGATURES}
"""The letters that each joined one of a PDF stands for: search and screen readers know those."""
COPY_WORDS = "Copy its words into a new text file; a table is saved as CSV UTF-8."
LFS_POINTER = b"version https://git-lfs.github.com/spec/"
OTHER_KINDS = {
    b"PK\x03\x04": ("a file of Word or Excel", COPY_WORDS),
    b"\xd0\xcf\x11\xe0": ("an old file of Word or Excel", COPY_WORDS),
    b"{\\rtf": ("a file of a word processor", COPY_WORDS),
    b"%PDF-": ("a PDF file", COPY_WORDS),
    **dict.fromkeys((b"\xff\xd8\xff", b"\x89PNG", b"GIF8"), ("a picture", "Give it its own ending again.")),
}
"""What a file is that another name makes no text, by its first bytes."""
UNREADABLE = {"encoding", "file-size", files.NOT_A_FILE, files.UNREADABLE, "merge-conflict"}
"""Rules whose problems make the rest of the file unreadable."""


def decode(raw: bytes, file: str, *, most_bytes: int = MAX_BYTES) -> tuple[str, list[Problem]]:
    r"""Return a file's text with `\n` line ends and no byte order mark, and what is wrong with it.

    The text is empty if the file is too large or not UTF-8.
    A byte order mark and Windows line ends are accepted; the joined letters of PDFs are read as those they stand for.
    Hidden characters are named and left out, so that the rest of the file can be checked in the same run.
    """
    if problem := _not_a_text(raw, file, most_bytes):
        return "", [problem]
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return "", [_not_utf_8(raw, error.start, file)]
    if any(sign in text for sign in LIGATURES):
        text = text.translate(LIGATURES_APART)
    conflicts = _conflict_markers(text, file)
    if is_all_visible(text):
        return text, conflicts
    return HIDDEN.sub("", text), [*_hidden_characters(text, file), *conflicts]


def read(root: Path, file: str, *, most_bytes: int = MAX_BYTES) -> tuple[str, list[Problem]]:
    """Return the text of a file and what is wrong with it, as `decode` does.

    file: path from the root.
    """
    raw = files.read_file(root, file)
    return ("", [raw]) if isinstance(raw, Problem) else decode(raw, file, most_bytes=most_bytes)


def is_readable(problems: Iterable[Problem]) -> bool:
    """Return whether a file with these problems can still be parsed."""
    return not any(problem.rule in UNREADABLE for problem in problems)


def _not_a_text(raw: bytes, file: str, most_bytes: int) -> Problem | None:
    """Return why a file need not be decoded at all, judging by its size and first bytes."""
    if len(raw) > most_bytes:
        size = f"{len(raw) / 1024:.0f} KB"
        return Problem(
            file,
            0,
            f"the file is {size}; the limit is {most_bytes // 1024} KB.",
            found=size,
            fix="Split it, or move long tables to a data file.",
            rule="file-size",
        )
    if other := next((one for start, one in OTHER_KINDS.items() if raw.startswith(start)), None):
        kind, fix = other
        return Problem(file, 0, f"this is {kind} with another name, not a text.", found=kind, rule="encoding", fix=fix)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:2]:
        message, found, fix = "the file is saved as UTF-16.", "UTF-16", 'Save it again as "UTF-8".'
        return Problem(file, 1, message, found=found, rule="encoding", fix=fix)
    if raw.startswith(LFS_POINTER):
        message = "this is a Git LFS pointer, not the file itself."
        fix = "Commit the file itself; LFS is not needed here."
        return Problem(file, 1, message, rule="encoding", fix=fix)
    return None


def _not_utf_8(raw: bytes, position: int, file: str) -> Problem:
    words = excerpt(raw[max(0, position - 12) : position + 12].decode("cp1252", "replace"))
    return Problem(
        file,
        raw.count(b"\n", 0, position) + 1,
        f'the file is not UTF-8 (near "{words}").',
        found=words,
        rule="encoding",
        fix='Save it again with the encoding "UTF-8".',
    )


def _hidden_characters(text: str, file: str) -> list[Problem]:
    """Return the first hidden characters and how many more there are: a pasted page can hold hundreds."""
    line_ends = [match.start() for match in re.finditer("\n", text)]
    found = list(HIDDEN.finditer(text))
    problems = [
        Problem(
            file,
            bisect_left(line_ends, match.start()) + 1,
            f"there is {kind_of(match.group())}, U+{ord(match.group()[0]):04X}.",
            found=f"U+{ord(match.group()[0]):04X}",
            fix=advice_on(match.group()),
            rule="hidden-character",
        )
        for match in found[: MOST_OF_A_KIND + 1]
    ]
    return first_of_each_kind([*problems, *problems[-1:] * (len(found) - len(problems))])


def _conflict_markers(text: str, file: str) -> list[Problem]:
    return [
        Problem(
            file,
            text.count("\n", 0, match.start()) + 1,
            "two versions of this file were merged and not sorted out.",
            found=excerpt(match.group()),
            rule="merge-conflict",
            fix="Keep the lines you want and delete the lines of <<<<<<<, ======= and >>>>>>>.",
        )
        for match in islice(CONFLICT.finditer(text), 1 if CONFLICT_SIGN in text else 0)
    ]
