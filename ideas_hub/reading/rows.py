"""Rows of a table as records, one for each project or organisation, and what is wrong with each, by column."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel

from ideas_hub.engine.csv_text import FORMULA
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow
from ideas_hub.model.fields import Record
from ideas_hub.model.row_kinds import TAKEN_DOWN, RowKind, RowTakenDown
from ideas_hub.model.value_paths import Lines
from ideas_hub.problem import MOST_PROBLEMS, Problem, excerpt
from ideas_hub.reading.front_matter import Parsed
from ideas_hub.reading.near_words import tidy
from ideas_hub.reading.tables import Table, parse_table, read_table, wrong_length
from ideas_hub.reading.validation import validate

R = TypeVar("R", bound=BaseModel)
AnyRow: TypeAlias = DataRow[Any]
"""Of a kind's own record, or of `RowTakenDown`."""

ITEM_SEPARATOR = ";"
NEGATIVE = re.compile(r"\s*[-\u2212\u2013]\s*\d[\d.]*\s*")
DEGREES = {
    "latitude": "Take the minus out.",
    "longitude_west": "Take the minus out: the column is degrees west already.",
    "longitude_east": "Write it without the minus in the column longitude_west.",
}
"""What to do about a minus sign, by the columns that have none."""
CURLY_CELL = (
    r"\s*[\u201c-\u201f](?:[^\u201c-\u201f\"]*|[^\u201c-\u201f\"]*[^.!?\u2026\u201c-\u201f\"][\u201c-\u201f]\s*)"
)
"""A cell that curly quotes open, and close if no comma cut it; a sentence in them is what somebody said."""


def read_rows(root: Path, kind: RowKind) -> tuple[list[AnyRow], list[Problem]]:
    """Return the rows of a kind in the file's order, and every problem, named by row and column."""
    return _rows_of(kind, read_table(root, kind.file, kind.columns))


def parse_rows(kind: RowKind, text: str) -> tuple[list[AnyRow], list[Problem]]:
    """Return the rows of a table's text in its order, and every problem, named by row and column."""
    return _rows_of(kind, parse_table(kind.file, text, kind.columns))


def _rows_of(kind: RowKind, table: Table) -> tuple[list[AnyRow], list[Problem]]:
    rows: list[AnyRow] = []
    problems = [*table.problems]
    for line, cells in table.rows.items():
        row, in_row = row_of(kind, cells, table.header, line)
        problems += in_row
        rows += [row] if row else []
        if len(problems) > MOST_PROBLEMS:
            break
    return rows, problems


def rows_with(record: type[R], rows: Iterable[AnyRow]) -> list[DataRow[R]]:
    """Return those rows of a table that have this record: its own kind's, or that of what was taken down."""
    return [DataRow(row.id, row.file, row.facts, row.lines) for row in rows if isinstance(row.facts, record)]


def row_of(kind: RowKind, cells: list[str], header: list[str], line: int) -> tuple[AnyRow | None, list[Problem]]:
    """Return a row as a record, None if it is not sound, and its problems, named by column."""
    problems = list(_formulas(kind.file, cells, header, line))
    if curly := [(name, cell) for name, cell in zip(header, cells, strict=False) if re.fullmatch(CURLY_CELL, cell)]:
        name, cell = curly[0]
        fix = 'Put straight ones around the cell: "...".'
        message, field = "a curly quotation mark opens the cell.", f"column {name}"
        return None, [Problem(kind.file, line, message, field=field, found=excerpt(cell), fix=fix, rule="csv")]
    if in_length := wrong_length(kind.file, line, cells, header):
        return None, [*problems, *in_length]
    values = {name: _value(kind, name, cell.strip()) for name, cell in zip(header, cells, strict=True) if cell.strip()}
    lines: Lines = {(name,): line for name in header}
    facts, refused = _validated(kind, values, lines)
    row = DataRow(str(values.get("id", "")), kind.file, facts, lines) if facts else None
    return row, [*problems, *map(_in_column, refused)]


def _value(kind: RowKind, name: str, cell: str) -> str | list[str]:
    """Return a cell's text, or its items if the column holds a list."""
    if kind.is_list(name):
        return [part.strip() for part in cell.split(ITEM_SEPARATOR) if part.strip()]
    return cell


def _validated(kind: RowKind, values: dict[str, Any], lines: Lines) -> tuple[Record | None, list[Problem]]:
    """Return the facts of a row, None if they are not sound, and what is wrong with them."""
    status = str(values.get("status", ""))
    if tidy(status) == TAKEN_DOWN:
        return _taken_down(kind, values, lines)
    if status and "status" not in kind.record.model_fields:
        fix, message = f"Leave it empty, or write {TAKEN_DOWN}.", f'"{excerpt(status)}" is not a status.'
        found, line = excerpt(status), lines["status",]
        return None, [Problem(kind.file, line, message, field="status", found=found, fix=fix, rule="wrong-value")]
    facts, problems = validate(Parsed(values, lines), kind.record, kind.file)
    if isinstance(facts, Project) and facts.longitude_west is not None and facts.longitude_east is not None:
        message, fix = "longitude_west and longitude_east are both filled in.", "Write the degrees in one of the two."
        line = lines["longitude_west",]
        problems.append(Problem(kind.file, line, message, field="longitude_west", fix=fix, rule="wrong-value"))
    return facts, problems


def _taken_down(kind: RowKind, values: dict[str, Any], lines: Lines) -> tuple[RowTakenDown | None, list[Problem]]:
    """Return what may be left of a row that was taken down; more than that is a problem."""
    left = {name: value for name, value in values.items() if name in RowTakenDown.model_fields}
    facts, problems = validate(Parsed(left, lines), RowTakenDown, kind.file)
    if len(left) < len(values):
        message = f"the {kind.singular} was taken down, and what the row said of it is still here for all to read."
        fix = "Empty its other cells, but for redirect_from. Git keeps them, should the page come back."
        problems.append(Problem(kind.file, lines["status",], message, field="status", rule="withdrawn", fix=fix))
    return facts, problems


def _formulas(file: str, cells: list[str], header: list[str], line: int) -> Iterator[Problem]:
    """Yield a problem for each cell that a spreadsheet takes for a formula; one of degrees says it in other words."""
    for name, cell in zip(header, cells, strict=False):
        if (formula := FORMULA.search(cell)) and not (name in DEGREES and NEGATIVE.fullmatch(cell)):
            message = f'{_where(formula.start())} "{cell[formula.start()]}", which a spreadsheet takes for a formula.'
            field, fix = f"column {name}", "Put a word or a space before it."
            yield Problem(file, line, message, field=field, found=excerpt(cell), fix=fix, rule="formula")


def _where(start: int) -> str:
    return "after a separator the cell has" if start else "the cell starts with"


def _in_column(problem: Problem) -> Problem:
    fix, message = "Write it in this row's cell." if problem.rule == "missing" else problem.fix, problem.message
    if problem.field in DEGREES and NEGATIVE.fullmatch(problem.found):
        message, fix = f'"{problem.found}" has a minus sign.', DEGREES[problem.field]
    return replace(problem, field=f"column {problem.field}", message=message, fix=fix)
