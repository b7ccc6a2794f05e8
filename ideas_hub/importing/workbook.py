"""A workbook of Excel, LibreOffice or Google becomes sheets of cells as people see them, and nothing in it runs."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from ideas_hub.importing import archives
from ideas_hub.importing.cells import Row, Sheet, sheet_of
from ideas_hub.importing.refused_file import MEGABYTE, RefusedFileError
from ideas_hub.importing.values import FIRST_DAY, FIRST_DAY_1904, column_number, plain

MEMBERS = re.compile(
    r"\[Content_Types\]\.xml|xl/(?:workbook|styles|sharedStrings)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)
"""What openpyxl gets to see: no macros, pictures or links to other files."""

MOST_BYTES = 16 * MEGABYTE  # of these members, unpacked
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(spreadsheetml|officeDocument)/")
NAMESPACES = rb"http://schemas.openxmlformats.org/\1/2006/"
"""What openpyxl knows these names as, in a "Strict Open XML Spreadsheet"."""

STYLES, MOST_MARKS_OF_STYLES = "xl/styles.xml", 60_000
MOST_SHEETS = 20
LAST_ROW = 1_048_576  # of a sheet of Excel; no program shows what is below
LONGEST_CELL = 32_767  # characters, as in Excel
MOST_MERGED = 50_000  # cells of a sheet
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
CURRENCY = re.compile(r'"?(?:\[\$)?([\u00a3\u20ac$])')
NO_SIGNS = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')
"""Parts of a number's format in which y, m and d stand for no year, month and day."""


def read_members(raw: bytes) -> dict[str, bytes]:
    """Return what is read of an .xlsx file.  Raises RefusedFileError.

    Far too many styles, which some programs pile up, are left out: a day is then its number.
    """
    members = archives.read_members(raw, MEMBERS, MOST_BYTES)
    if archives.count_marks(members.get(STYLES, b"")) > MOST_MARKS_OF_STYLES:
        del members[STYLES]
    return {name: STRICT.sub(NAMESPACES, xml) for name, xml in members.items()}


def read_workbook(members: dict[str, bytes]) -> list[Sheet]:
    """Return the sheets of an .xlsx file that are not hidden, in its order.  Raises RefusedFileError."""
    from openpyxl import load_workbook  # noqa: PLC0415 it takes a while, and only spreadsheets need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is left out anyway, such as rules for colours
            workbook = load_workbook(archives.rebuilt(members), read_only=True, keep_links=False)
            first_day = FIRST_DAY_1904 if workbook.epoch.year == FIRST_DAY_1904.year else FIRST_DAY
            visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"][:MOST_SHEETS]
            return [_sheet(one, members.get(one._worksheet_path, b""), first_day) for one in visible]  # noqa: SLF001
    except Exception as error:  # openpyxl raises whatever a damaged file leads it to
        raise RefusedFileError("it cannot be read as a spreadsheet.", archives.SAVE_AGAIN, rule="table") from error


def _sheet(sheet: Any, xml: bytes, first_day: date) -> Sheet:  # noqa: ANN401 openpyxl has no types
    sheet.reset_dimensions()  # those that the file gives may be far from the truth
    read = sheet_of(_rows(sheet), sheet.title, first_day)
    return read._replace(rows=tuple(_filled_down(read.rows, xml)))


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 openpyxl has no types
    """Yield the rows with cells, each with its number.  Raises ValueError at a row that no sheet can have."""
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number > LAST_ROW:
            raise ValueError(number)
        if cells:
            yield number, [_text(cell) for cell in cells]


def _filled_down(rows: tuple[Row, ...], xml: bytes) -> Iterator[Row]:
    """Yield the rows with what stands in cells that are merged downwards in each of their rows."""
    by_number = {row.number: list(row.cells) for row in rows}
    for first, column, number in islice(_merged(xml), MOST_MERGED):
        above, cells = by_number.get(first, []), by_number.get(number, [])
        if column <= len(above):
            cells += [""] * (column - len(cells))
            cells[column - 1] = cells[column - 1] or above[column - 1]
    return (Row(number, tuple(cells)) for number, cells in by_number.items())


def _merged(xml: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield each cell below another that it is merged with: the row of that, their column, its own row."""
    for letters, first, last in (match.groups() for match in MERGED.finditer(xml)):
        yield from ((int(first), column_number(letters.decode()), row) for row in range(int(first) + 1, int(last) + 1))


def _text(cell: Any) -> str:  # noqa: ANN401 openpyxl has no types
    """Return a cell as its sheet shows it, near enough to be read by people; a formula as one."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return f"={str(getattr(value, 'text', value)).lstrip('={ ') or '?'}"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return _moment(value, _format_of(cell))
    if isinstance(value, int | float):
        return _number(value, _format_of(cell))
    return plain(str(value)[:LONGEST_CELL])


def _format_of(cell: Any) -> str:  # noqa: ANN401 openpyxl has no types
    try:
        return str(cell.number_format)
    except LookupError:  # of a style that is not there
        return ""


def _moment(value: datetime, shown_as: str) -> str:
    """Return a day as precise as it is shown: of "Mar 2024" a spreadsheet makes the first of March."""
    signs = NO_SIGNS.sub("", shown_as).lower()
    if "y" in signs and "d" not in signs:
        return f"{value:%Y-%m}" if "m" in signs else f"{value:%Y}"
    return value.isoformat(" ", "seconds").removesuffix(" 00:00:00")


def _number(value: float, shown_as: str) -> str:
    """Return a number without zeros that nobody typed, as a percentage or a sum of money if it is shown as one."""
    if "%" in shown_as:
        return f"{value * 100:.15g}%"
    if sign := CURRENCY.match(shown_as):
        return f"{sign[1]}{value:,.2f}".removesuffix(".00")
    return f"{value:.15g}"
