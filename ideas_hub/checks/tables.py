"""Tables: each column needs a heading, or a screen reader reads numbers without saying what they are."""

from collections.abc import Iterator
from itertools import pairwise

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.passages import TABLE_ROW, TABLE_RULE
from ideas_hub.problem import Problem, Severity, excerpt

EXAMPLE = "| Activity | People |, then a row | --- | --- |, then the figures"


def find_tables_without_headings(text: CheckedFile, _known: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each table without a heading row, or with an empty heading after its first column."""
    if "|" not in text.body:
        return
    rows = [*text.prose, (0, "")]
    inside = False
    for (number, row), (_, below) in pairwise(rows):
        if TABLE_ROW.match(row) and not inside and row.count("|") > 1:
            if not TABLE_RULE.match(below) or "-" not in below:
                message = "a table has no row of headings, so it is not shown as a table."
                yield _problem(text.file, number, message, row, "Put a row of headings and a row of hyphens above it.")
            elif not all(cell.strip() for cell in row.strip().strip("|").split("|")[1:]) or not row.strip(" |"):
                yield _problem(
                    text.file,
                    number,
                    "a column of a table has no heading.",
                    row,
                    "Say in the first row what each column holds.",
                )
        inside = bool(TABLE_ROW.match(row))


def _problem(file: str, line: int, message: str, row: str, fix: str) -> Problem:
    return Problem(
        file, line, message, found=excerpt(row), fix=fix, example=EXAMPLE, rule="tables", severity=Severity.SHOULD_FIX
    )
