"""Any table becomes sheets of cells: CSV however it was saved, and .xlsx.  What a file is, its content tells.

A table in a format that is not read is refused with what to save it as.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ideas_hub.importing.archives import OF_WORD, START, member_names
from ideas_hub.importing.cells import MOST_COLUMNS, Sheet, sheet_of
from ideas_hub.importing.refused_file import MEGABYTE, RefusedFileError, read_bytes, refuse_if_large
from ideas_hub.importing.text_encoding import Decoded, decode, is_text
from ideas_hub.importing.values import plain
from ideas_hub.importing.workbook import read_members, read_workbook

MOST_BYTES, MOST_BYTES_OF_TEXT = 16 * MEGABYTE, 4 * MEGABYTE
SEPARATORS = (",", ";", "\t", "|")
SEPARATOR_ROW = re.compile(r"""\s*"?sep=([^\w"'\s]|\t)"?[^\S\n]*\Z""", re.IGNORECASE)
MOST_MORE = 10_000  # cells of a row that are looked at beyond those that are read
SAMPLE = 50  # rows that tell the separator
SAVE_AS = 'Save it as an Excel workbook (.xlsx) or as "CSV UTF-8".'
COPY = "Copy its table into a spreadsheet, and save that as .xlsx."
OLE = b"\xd0\xcf\x11\xe0"
PASSWORD = "EncryptedPackage".encode("utf-16-le")
STARTS = {
    b"%PDF-": ("a PDF file", COPY),
    b"{\\rtf": ("a document of a word processor", COPY),
    b"\x1f\x8b": ("a packed file", "Unpack it, and give the table that is in it."),
    b"version https://git-lfs": ("a Git LFS pointer, not the file itself", "Get the file itself: git lfs pull."),
    **dict.fromkeys((b"\xff\xd8\xff", b"\x89PNG", b"GIF8"), ("a picture", "Type its table into a spreadsheet.")),
}
"""What a file is by its first bytes, and what to do."""

MEMBERS = {
    OF_WORD: ("a document of Word", COPY),
    "ppt/presentation.xml": ("a presentation", COPY),
    "xl/workbook.bin": ("a binary workbook of Excel (.xlsb)", SAVE_AS),
    "Index/Document.iwa": ("a file of Apple's Numbers, Pages or Keynote", f"In Numbers, export it. {SAVE_AS}"),
    "Index.zip": ("a file of Apple's Numbers, Pages or Keynote", f"In Numbers, export it. {SAVE_AS}"),
    "content.xml": ("a file of OpenDocument, such as .ods", SAVE_AS),
}
"""What a zip-based file is by a member of it, and what to do."""

MARK_UP = re.compile(r"\s*<(?:!doctype|html|head|body|table|meta|\?xml)\b", re.IGNORECASE)


class Table(NamedTuple):
    """The sheets of a file, and a note on how it was read; "" if that needs none."""

    sheets: tuple[Sheet, ...]
    note: str = ""


def read_table(path: Path) -> Table:
    """Return the sheets of a file, which is read once as long as it does not change.  Raises RefusedFileError."""
    state = path.stat()
    return _table_in(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _table_in(path: Path, _changed: int, _size: int) -> Table:
    return table_of(read_bytes(path, MOST_BYTES))


def table_of(raw: bytes) -> Table:
    """Return the sheets of a file with these bytes.  Raises RefusedFileError, also if no sheet may be used."""
    content = _content(raw)
    if isinstance(content, Decoded):
        table = Table((_sheet_of_text(content.text),), content.note)
    else:
        table = Table(tuple(read_workbook(content)))
    refusals = [sheet.refusal for sheet in table.sheets if sheet.refusal]
    if refusals and len(refusals) == len(table.sheets):
        raise refusals[0]
    return table


def _content(raw: bytes) -> Decoded | dict[str, bytes]:
    """Return the text of a file, or what is read of a workbook.  Raises RefusedFileError if it is neither."""
    if raw.startswith(START):
        names = member_names(raw)
        if other := next((MEMBERS[name] for name in MEMBERS if name in names), None):
            raise _other_kind(*other)
        if names and not any(name.casefold() == "xl/workbook.xml" for name in names):
            raise _other_kind("a zip file", "Give the table that is in it.")
        return read_members(raw)
    if raw.startswith(OLE):
        if PASSWORD in raw:
            raise RefusedFileError("it is protected by a password.", f"Take the password off. {SAVE_AS}", rule="table")
        raise _other_kind("an old file of Excel or Word (.xls, .doc)", SAVE_AS)
    if other := next((one for start, one in STARTS.items() if raw.startswith(start)), None):
        raise _other_kind(*other)
    refuse_if_large(len(raw), MOST_BYTES_OF_TEXT)
    decoded = decode(raw)
    if MARK_UP.match(decoded.text):
        raise _other_kind("a web page or XML", f"Open it in a spreadsheet. {SAVE_AS}")
    if not is_text(decoded.text):
        raise _other_kind("no text", f"Open it in the program that made it. {SAVE_AS}")
    return decoded


def _other_kind(what: str, fix: str) -> RefusedFileError:
    return RefusedFileError(f"this is {what}; it is not read as a table.", fix, rule="file-kind")


def _sheet_of_text(text: str) -> Sheet:
    """Return the sheet of a text.  Excel writes `sep=;` above a table whose separator is no comma."""
    start = next((row for row in text.split("\n", 20) if row.strip()), "")
    named = SEPARATOR_ROW.match(start)
    separator = named[1] if named else _separator(text)
    try:
        sheet = sheet_of(_rows(text, separator))
    except csv.Error as error:
        raise RefusedFileError(f"it cannot be read as a table ({error}).", SAVE_AS, rule="csv") from error
    return sheet._replace(rows=sheet.rows[1:]) if named else sheet


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their numbers.  Raises csv.Error, with the row."""
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            yield number, [plain(cell) for cell in cells[: MOST_COLUMNS + MOST_MORE]]
    except csv.Error as error:
        raise csv.Error(f"row {number + 1}: {error}") from error


def _separator(text: str) -> str:
    """Return what separates the cells: with it, most of the first rows have one number of cells, more than one."""
    return max(SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> tuple[int, int]:
    """Return how many of the first rows have the commonest number of cells, and that number."""
    if separator not in text:
        return 0, 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    sizes: Counter[int] = Counter()
    try:
        for _, row in zip(range(SAMPLE), reader, strict=False):
            sizes[len(row)] += len(row) > 1
    except csv.Error:
        pass
    size, count = max(sizes.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return count, size
