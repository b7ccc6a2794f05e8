"""Tables: each column needs a heading, or a screen reader reads numbers without what they stand for."""

from collections.abc import Iterator
from itertools import groupby

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.problem import Problem, Severity, excerpt


def find_tables_without_headings(checked: CheckedFile, _glossary: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each table without a heading row, or with an empty heading after its first column."""
    if "|" not in checked.body.source:
        return
    for is_head, group in groupby(checked.prose.passages, key=lambda passage: passage.shape == "column"):
        passages = list(group)
        if is_head:
            names = [passage.text.strip() for passage in passages]
            if not all(names[1:]) or not any(names):
                message, row = "a column of a table has no heading.", f"| {' | '.join(names)} |"
                fix = "Say in the first row what each column holds."
                yield _problem(checked.file, passages[0].line, message, row, fix)
            continue
        for passage in passages:
            row = passage.text.strip().partition("\n")[0]
            if passage.shape in {"paragraph", "item"} and row.startswith("|") and row.count("|") > 1:
                message = "a table has no row of headings, so it is not shown as a table."
                fix = "Put a row of headings and a row of hyphens above it."
                yield _problem(checked.file, passage.line, message, row, fix)


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
