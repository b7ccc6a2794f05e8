"""Figures: a number means nothing until we know who or what was counted."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.model.value_paths import field_name, line_of
from ideas_hub.problem import Problem, Severity, excerpt
from ideas_hub.reading.prose import Passage

EMPTY_BASE = re.compile(
    r"\W*(?:n/?a|none|unknown|not (?:known|stated|given|reported)|tbc|tbd|all|people|various"
    r"|see (?:above|report|source)|-|\?+|x+)?\W*$",
    re.IGNORECASE,
)
PERCENTAGE = re.compile(r"\d\d*(?:\.\d+)?\s?(?:%|per cent\b|percent\b)")  # a set first: see CheckedFile.passages_with
PERCENT_SIGNS = ("%", "per cent", "percent")
COUNT = re.compile(
    r"(?<![\d.,])\d[\d,]*(?![\d.,]*\s?(?:%|per cent|percent))(?!\d)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)\b",
    re.IGNORECASE,
)
COUNT_IS_UNKNOWN = re.compile(r"\bhow (?:many|large)\b", re.IGNORECASE)  # as in "the report does not say how many"
EXAMPLE = "45% of the 120 people who filled in the form felt better."
RULE, ALONE = "figure-base", "percentage-alone"
SAYS_TOO_LITTLE = 'the base of a figure says too little: "{base}".'
SAY_WHO, SOMEONE = "Say who or what was counted, and how many.", "120 people who filled in both forms"
HAS_NO_COUNT = 'a percentage has no count with it: "{found}".'
SAY_HOW_MANY = "Say how many people it is a part of, if the source says so."
LONGEST_WORDS = 40  # characters
COUNTLESS_SHAPES = frozenset({"value", "cell", "column"})
"""The shapes of passage that may give a percentage alone."""


def find_figures_without_base(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each figure with an empty base, and an idea for each percentage without a count."""
    figures = checked.values.get("figures")
    for index, figure in enumerate(figures if isinstance(figures, list) else ()):
        base = figure.get("base", EXAMPLE) if isinstance(figure, dict) else EXAMPLE
        if isinstance(base, str) and EMPTY_BASE.match(base):
            path = ("figures", index, "base")
            yield Problem(
                checked.file,
                line_of(path, checked.lines),
                SAYS_TOO_LITTLE.format(base=excerpt(base)),
                field=field_name(path),
                found=base,
                fix=SAY_WHO,
                example=SOMEONE,
                rule=RULE,
                severity=Severity.SHOULD_FIX,
            )
    if checked.is_entry and any(sign in checked.joined_text for sign in PERCENT_SIGNS):
        yield from _percentages(checked)


def _percentages(checked: CheckedFile) -> Iterator[Problem]:
    without_count = {
        passage
        for passage in checked.passages_with(PERCENTAGE)
        if passage.shape not in COUNTLESS_SHAPES and not COUNT.search(passage.text)
    }
    for section in _sections(checked):
        if not any(COUNT_IS_UNKNOWN.search(passage.text) for passage in section):
            yield from (_problem(checked.file, passage) for passage in section if passage in without_count)


def _sections(checked: CheckedFile) -> list[list[Passage]]:
    """Return the passages of the body, each heading with what follows it."""
    sections: list[list[Passage]] = [[]]
    for passage in checked.prose.passages:
        if passage.shape == "heading":
            sections.append([])
        sections[-1].append(passage)
    return sections


def _problem(file: str, passage: Passage) -> Problem:
    start = next(match.start() for match in PERCENTAGE.finditer(passage.text))
    found = excerpt(passage.text[start:], LONGEST_WORDS)
    return Problem(
        file,
        passage.line_at(start),
        HAS_NO_COUNT.format(found=found),
        found=found,
        fix=SAY_HOW_MANY,
        example=EXAMPLE,
        rule=ALONE,
        severity=Severity.IDEA,
    )
