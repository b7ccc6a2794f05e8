"""Read the register, `published.csv`, and find published addresses that are gone or that two entries claim.

A row of the register is `number,kind,id`.  Two ids may share a number: an entry that was renamed early on.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from ideas_hub.model.register import ENTRY_KINDS_BY_ID, REGISTER_COLUMNS, REGISTER_FILE, NumberedEntry, Register
from ideas_hub.problem import Problem
from ideas_hub.reading.files import is_there, read_file

HEADING = ",".join(REGISTER_COLUMNS)
TAKE_BACK = (
    f"Take it back from git: git checkout {REGISTER_FILE}. "
    f"A hub that has published nothing yet starts with this one line: {HEADING}"
)

_problem = partial(Problem, REGISTER_FILE, rule="register")


def read_register(root: Path) -> tuple[Register, list[Problem]]:
    """Return the register of a repository and what is wrong with its file.

    Without the file every numbered address would vanish unseen.  A hub that has published nothing yet has its first
    line.
    """
    if not is_there(root, REGISTER_FILE):
        return Register(), [_problem(0, "it is missing: no address that was published is known.", fix=TAKE_BACK)]
    content = read_file(root, REGISTER_FILE)
    if isinstance(content, Problem):
        return Register(), [content]
    try:
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error):
        return Register(), [_problem(0, "it is not a CSV file in UTF-8.", fix="Take it back from git.")]
    if not lines or tuple(lines[0]) != REGISTER_COLUMNS:
        return Register(), [_problem(1, f'the first line is not "{HEADING}".', fix="Take the file back from git.")]
    rows, problems = list[NumberedEntry](), list[Problem]()
    for line, cells in enumerate(lines[1:], 2):
        if cells and (mistake := _mistake(cells)):
            problems.append(_problem(line, mistake, found=",".join(cells), fix="Take the line back from git."))
        elif cells:
            rows.append(NumberedEntry(int(cells[0]), cells[1], cells[2], line))
    return Register(tuple(rows)), [*problems, *_double_assignments(rows)]


def _mistake(cells: list[str]) -> str:
    if len(cells) != len(REGISTER_COLUMNS):
        return f"there are {len(cells)} cells where there should be {len(REGISTER_COLUMNS)}."
    number, kind, _ = cells
    if not (number.isascii() and number.isdecimal()) or int(number) < 1:
        return f'the number "{number}" is not a whole number from 1.'
    if kind not in ENTRY_KINDS_BY_ID:
        return f'"{kind}" is not a kind of entry.'
    return ""


def _double_assignments(rows: Iterable[NumberedEntry]) -> Iterator[Problem]:
    """Report numbers or ids that were assigned twice (a merge went wrong)."""
    by_number: dict[int, NumberedEntry] = {}
    by_id: dict[tuple[str, str], NumberedEntry] = {}
    for row in rows:
        first = by_number.setdefault(row.number, row)
        if by_id.setdefault((row.kind, row.id), row) is not row or first.kind != row.kind:
            yield _problem(
                row.line,
                f"{row.kind}/{row.id} or the number {row.number} is given twice.",
                found=str(row.number),
                fix="Keep the older line and delete the newer ones.",
            )
