"""The cells of a table as text, whatever file they come from, and how many there may be."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.importing.values import FIRST_DAY, column_letter

MOST_ROWS, MOST_COLUMNS = 2_000, 200  # filled ones
MOST_PLACES = 2_000_000  # cells of a sheet, empty ones included
SPLIT = "Split it into several files, or delete what is no story."


class Row(NamedTuple):
    """The cells of a row as text, and its number in the table, from 1."""

    number: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """A sheet, or a whole file of text.

    name: "" for a file of text.
    rows: those with a filled cell, at most MOST_ROWS; a formula is its text behind an equals sign.
    refusal: why its rows must not be used; None if they may.
    first_day: day 0 of the numbers that it keeps days as.
    """

    name: str
    rows: tuple[Row, ...]
    refusal: RefusedFileError | None = None
    first_day: date = FIRST_DAY


def sheet_of(rows: Iterable[tuple[int, Sequence[str]]], name: str = "", first_day: date = FIRST_DAY) -> Sheet:
    """Return the sheet of some rows, each with its number; what is beyond the limits is not asked for."""
    kept: list[Row] = []
    places = 0
    message = ""
    for number, cells in rows:
        places += len(cells)
        last = next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip()), 0)
        if places > MOST_PLACES:
            message = f"it has more than {MOST_PLACES:,} cells."
        elif last > MOST_COLUMNS:
            message = (
                f"cell {column_letter(last)}{number} is filled; the last column that is read is the {MOST_COLUMNS}th."
            )
        elif last and len(kept) == MOST_ROWS:
            message = f"it has more than {MOST_ROWS:,} rows."
        elif last:
            kept.append(Row(number, tuple(cells[:MOST_COLUMNS])))
        if message:
            return Sheet(name, tuple(kept), RefusedFileError(message, SPLIT, rule="table", line=number), first_day)
    return Sheet(name, tuple(kept), None, first_day)
