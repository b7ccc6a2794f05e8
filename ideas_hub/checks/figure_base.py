"""Figures: a number means nothing until we know who or what was counted."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.passages import Passage
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.value_paths import field_name, line_of
from ideas_hub.problem import Problem, Severity, excerpt

SAYS_NOTHING = re.compile(
    r"\W*(?:n/?a|none|unknown|not (?:known|stated|given|reported)|tbc|tbd|all|people|various|see (?:above|report|source)|-|\?+|x+)?\W*$",
    re.IGNORECASE,
)
PERCENT = re.compile(r"\d\d*(?:\.\d+)?\s?(?:%|per cent\b|percent\b)")  # a set first: see Text.passages_with
PERCENT_SIGNS = ("%", "per cent", "percent")
COUNT = re.compile(
    r"(?<![\d.,])\d[\d,]*(?![\d.,]*\s?(?:%|per cent|percent))(?!\d)|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)\b",
    re.IGNORECASE,
)
NOT_SAID = re.compile(r"\bhow (?:many|large)\b", re.IGNORECASE)  # the text itself says that the source is silent
EXAMPLE = "45% of the 120 people who filled in the form felt better."
ENTRIES = {kind.id for kind in ENTRY_KINDS}


def find_figures_without_base(text: CheckedFile, _known: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each figure whose base says nothing, and an idea for each percentage beside no count."""
    figures = text.values.get("figures")
    for index, figure in enumerate(figures if isinstance(figures, list) else ()):
        base = figure.get("base", EXAMPLE) if isinstance(figure, dict) else EXAMPLE
        if isinstance(base, str) and SAYS_NOTHING.match(base):
            path = ("figures", index, "base")
            yield Problem(
                text.file, line_of(path, text.lines), f'the base of a figure says too little: "{excerpt(base)}".', field=field_name(path), found=base,
                fix="Say who or what was counted, and how many.", example="120 people who filled in both forms",
                rule="figure-base", severity=Severity.SHOULD_FIX,
            )  # fmt: skip
    if text.kind in ENTRIES:
        yield from _percentages(text)


def _percentages(text: CheckedFile) -> Iterator[Problem]:
    if not any(sign in text.spoken for sign in PERCENT_SIGNS):
        return
    alone = {
        one for one in text.passages_with(PERCENT) if one.shape not in {"value", "cell"} and not COUNT.search(one.text)
    }
    for section in _sections(text):
        if not any(NOT_SAID.search(passage.text) for passage in section):
            yield from (_alone(text.file, passage) for passage in section if passage in alone)


def _sections(text: CheckedFile) -> list[list[Passage]]:
    """Return the passages of the text, each heading with what stands below it."""
    sections: list[list[Passage]] = [[]]
    for passage in text.body_passages:
        if passage.shape == "heading":
            sections.append([])
        sections[-1].append(passage)
    return sections


def _alone(file: str, passage: Passage) -> Problem:
    start = next(match.start() for match in PERCENT.finditer(passage.text))
    found = excerpt(passage.text[start:], 40)
    return Problem(
        file, passage.line_at(start), f'a percentage stands without a count: "{found}".', found=found,
        fix="Say how many people it is a part of, if the source says so.", example=EXAMPLE,
        rule="percentage-alone", severity=Severity.IDEA,
    )  # fmt: skip
