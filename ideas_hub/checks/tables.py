"""Tables: each column needs a heading, or a screen reader reads numbers without what they stand for."""

from collections.abc import Iterator
from itertools import pairwise

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.passages import TABLE_ROW, TABLE_RULE
from ideas_hub.problem import Problem, Severity, excerpt


def find_tables_without_headings(checked: CheckedFile, _glossary: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each table without a heading row, or with an empty heading after its first column."""
    if "|" not in checked.body:
        return
    inside = False
    for (number, row), (_, below) in pairwise([*checked.prose, (0, "")]):
        is_row = TABLE_ROW.match(row) is not None
        if is_row and not inside and row.count("|") > 1:
            if not TABLE_RULE.match(below) or "-" not in below:
                message = "a table has no row of headings, so it is not shown as a table."
                fix = "Put a row of headings and a row of hyphens above it."
                yield _problem(checked.file, number, message, row, fix)
            elif not all(cell.strip() for cell in row.strip().strip("|").split("|")[1:]) or not row.strip(" |"):
                message = "a column of a table has no heading."
                yield _problem(checked.file, number, message, row, "Say in the first row what each column holds.")
        inside = is_row


def _problem(file: str, line: int, message: str, row: str, fix: str) -> Problem:
    return Problem(
        file,
        line,
        message,
        found=excerpt(row),
        fix=fix,
        example="| Activity | People |, then a row | --- | --- |, then the figures",
        rule="tables",
        severity=Severity.SHOULD_FIX,
    )
