"""Bytes become text, whichever program saved them: Unicode in its shapes, Windows, and old Macs."""

import codecs
import re
from typing import NamedTuple

SAMPLE = 4096  # bytes that tell UTF-16 without a mark

OLD_MAC = re.compile(rb"[A-Za-z]\xd5[a-z]|\xd2[A-Za-z][^\xd2\xd3]*\xd3")
"""Matches an apostrophe, or quotation marks, as old Macs wrote them."""

WINDOWS, MAC = "cp1252", "mac_roman"
PROGRAMS = {WINDOWS: "Windows-1252, as older Windows programs write", MAC: "Mac Roman, as old Macs wrote"}
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
MOST_CONTROL = 0.01  # of the characters of a text
LOOK = "Look at the letters with accents, the apostrophes and the pound signs."


class Decoded(NamedTuple):
    """A text with `\\n` line ends and no byte order mark, and a note on how it was read; "" if it was Unicode."""  # noqa: D301

    text: str
    note: str


def decode(raw: bytes) -> Decoded:
    """Return the text of some bytes; never an error, as every byte is a letter to some old program."""
    encoding = _marked(raw) or _unmarked_utf_16(raw)
    if encoding:
        return Decoded(_tidy(raw.decode(encoding, "replace")), "")
    try:
        return Decoded(_tidy(raw.decode("utf-8")), "")
    except UnicodeDecodeError:
        pass
    if not raw.decode("utf-8", "ignore").isascii():
        note = f"The file is UTF-8, but for some letters, which are read as {PROGRAMS[WINDOWS]}. {LOOK}"
        return Decoded(_tidy(raw.decode("utf-8", "windows-1252-letters")), note)
    encoding = MAC if OLD_MAC.search(raw) or _has_old_line_ends(raw) or not _is_windows(raw) else WINDOWS
    return Decoded(_tidy(raw.decode(encoding)), f"The file is not Unicode; it is read as {PROGRAMS[encoding]}. {LOOK}")


def is_text(text: str) -> bool:
    """Return whether what was read from bytes is a text: in other files one sign in a hundred or more is none."""
    return len(CONTROL.findall(text)) <= MOST_CONTROL * len(text)


def _marked(raw: bytes) -> str:
    """Return the encoding that a byte order mark names, else ""."""
    marks = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
    return next((encoding for mark, encoding in marks.items() if raw.startswith(mark)), "")


def _unmarked_utf_16(raw: bytes) -> str:
    """Return which order of bytes makes text of UTF-16 without a mark; "" if it is none.

    In it a zero stands beside each English letter, comma and line end; in other texts there are none.
    """
    even, odd = raw[0:SAMPLE:2].count(0), raw[1:SAMPLE:2].count(0)
    few = len(raw[:SAMPLE]) / 8  # a quarter of either
    if max(even, odd) <= few or min(even, odd) > few:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _has_old_line_ends(raw: bytes) -> bool:
    return b"\r" in raw and b"\n" not in raw


def _is_windows(raw: bytes) -> bool:
    """Return whether each byte is a letter to Windows: five are none."""
    try:
        raw.decode(WINDOWS)
    except UnicodeDecodeError:
        return False
    return True


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Return what Windows would read in place of a byte that is not UTF-8, and where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.start + 1]
    return wrong.decode(WINDOWS, "replace"), error.start + 1


def _tidy(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


codecs.register_error("windows-1252-letters", _as_windows)
