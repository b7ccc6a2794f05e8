"""The order of headings: many people find their way through a page by its headings alone."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.problem import Problem, Severity, excerpt

FIRST_LEVEL = 2  # the title is level 1
BOLD_ROW = re.compile(r"\s{0,3}(\*\*|__)(?=\S)([^*_]{2,80})(?<=[^\s.!?:;,])\1\s*$")


def find_heading_faults(text: CheckedFile, _known: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each heading that is empty or skips a level, and for each row that only looks like one."""
    above = FIRST_LEVEL - 1
    for passage in text.body_passages:
        if passage.shape != "heading":
            continue
        if not passage.text.strip():
            yield _problem(
                text.file, passage.line, "a heading is empty.", "#" * passage.level, "Write its words, or delete it."
            )
        elif passage.level > above + 1:
            signs, right = "#" * passage.level, "#" * (above + 1)
            message = f'the heading "{excerpt(passage.text)}" has {signs}, where {right} comes next.'
            yield _problem(
                text.file,
                passage.line,
                message,
                f"{signs} {excerpt(passage.text)}",
                f"Write {right} {excerpt(passage.text)}.",
            )
        above = max(passage.level, FIRST_LEVEL - 1)
    yield from _bold_rows(text)


def _bold_rows(text: CheckedFile) -> Iterator[Problem]:
    if "*" not in text.body and "_" not in text.body:
        return
    rows = [("", ""), *((str(number), row) for number, row in text.prose), ("", "")]
    for (_, before), (number, row), (_, after) in zip(rows, rows[1:], rows[2:], strict=False):
        match = BOLD_ROW.match(row)
        if match and not before.strip() and not after.strip():
            message = f'a row of bold words stands where a heading should: "{excerpt(match[2])}".'
            yield _problem(text.file, int(number), message, row.strip(), f"Write ## {excerpt(match[2])}.")


def _problem(file: str, line: int, message: str, found: str, fix: str) -> Problem:
    return Problem(
        file,
        line,
        message,
        found=found,
        fix=fix,
        example="## What changed",
        rule="headings",
        severity=Severity.SHOULD_FIX,
    )
