"""The order of headings: many people find their way through a page by its headings alone."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.problem import Problem, Severity, excerpt

TOP_LEVEL = 1  # the page's title
BOLD_HEADING = re.compile(r"\S[^\n]{0,78}[^\s.!?:;,]")


def find_heading_faults(checked: CheckedFile, _glossary: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each heading that is empty or skips a level, and for each row that only looks like one."""
    above = TOP_LEVEL
    for passage in checked.prose.passages:
        if passage.shape != "heading":
            continue
        signs, words = "#" * passage.level, excerpt(passage.text)
        if not passage.text.strip():
            yield _problem(checked.file, passage.line, "a heading is empty.", signs, "Write its words, or delete it.")
        elif passage.level > above + 1:
            right = "#" * (above + 1)
            message = f'the heading "{words}" has {signs}, where {right} comes next.'
            yield _problem(checked.file, passage.line, message, f"{signs} {words}", f"Write {right} {words}.")
        above = max(passage.level, TOP_LEVEL)
    for passage in checked.prose.passages:
        if passage.is_bold and BOLD_HEADING.fullmatch(passage.text):
            words = excerpt(passage.text)
            message = f'a row of bold words stands where a heading should: "{words}".'
            yield _problem(checked.file, passage.line, message, f"**{words}**", f"Write ## {words}.")


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
