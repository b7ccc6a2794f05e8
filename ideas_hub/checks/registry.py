"""The rules there are.  To add one, write a module with a function `check` beside these and put it in a tuple here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from ideas_hub.checks import (
    alt_text,
    capitals,
    completeness,
    duplicates,
    figure_base,
    headings,
    jargon,
    link_text,
    personal_data,
    plain_words,
    review,
    sentences,
    tables,
)
from ideas_hub.checks.text import Known, Text
from ideas_hub.checks.whole import Whole
from ideas_hub.problem import Problem

TextRule: TypeAlias = Callable[[Text, Known], Iterable[Problem]]
WholeRule: TypeAlias = Callable[[Whole], Iterable[Problem]]

TEXT_RULES: tuple[TextRule, ...] = (
    personal_data.check,
    alt_text.check,
    link_text.check,
    headings.check,
    tables.check,
    capitals.check,
    sentences.check,
    plain_words.check,
    jargon.check,
    figure_base.check,
)
"""Rules that look at one file; what they find is kept until the file changes."""

WHOLE_RULES: tuple[WholeRule, ...] = (duplicates.check, review.check, completeness.check)
"""Rules that look at all entries together; they run every time."""
