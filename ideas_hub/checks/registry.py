"""The rules there are.  To add one, write a module with a function `check` beside these and put it in a tuple here."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from ideas_hub.checks import (
    abbreviations,
    alt_text,
    capitals,
    completeness,
    duplicates,
    figure_base,
    headings,
    link_text,
    personal_data,
    plain_words,
    review,
    sentences,
    tables,
)
from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.hub_context import HubContext
from ideas_hub.problem import Problem

TextRule: TypeAlias = Callable[[CheckedFile, GlossaryForms], Iterable[Problem]]
WholeRule: TypeAlias = Callable[[HubContext], Iterable[Problem]]

TEXT_RULES: tuple[TextRule, ...] = (
    personal_data.find_personal_data,
    alt_text.find_poor_alt_text,
    link_text.find_vague_links,
    headings.find_heading_faults,
    tables.find_tables_without_headings,
    capitals.find_words_in_capitals,
    sentences.find_long_sentences,
    plain_words.find_avoidable_words,
    abbreviations.find_unexplained_abbreviations,
    figure_base.find_figures_without_base,
)
"""Rules that look at one file; what they find is kept until the file changes."""

WHOLE_RULES: tuple[WholeRule, ...] = (
    duplicates.find_near_duplicates,
    review.find_overdue_reviews,
    completeness.suggest_next_field,
)
"""Rules that look at all entries together; they run every time."""
