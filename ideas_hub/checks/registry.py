"""Every rule.  This is the one place where a rule is added.

1. Write a module beside this one with a function `find_<fault>` that yields Problems.
2. Import the module here and put the function in TEXT_RULES (one file) or HUB_RULES (all entries together).
3. For a rule about one file, add three golden files in tests/ideas_hub/checks/golden:
   `<fault>.trips.md`, `<fault>.near.md` and `<fault>.expected.txt`.
"""

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
    repeated_titles,
    review,
    sentences,
    tables,
)
from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.hub_context import HubContext
from ideas_hub.problem import Problem

TextRule: TypeAlias = Callable[[CheckedFile, GlossaryForms], Iterable[Problem]]
HubRule: TypeAlias = Callable[[HubContext], Iterable[Problem]]

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
"""Rules about one file; what they find is cached until the file changes."""

HUB_RULES: tuple[HubRule, ...] = (
    duplicates.find_near_duplicates,
    repeated_titles.find_repeated_titles,
    review.find_overdue_reviews,
    completeness.suggest_next_field,
)
"""Rules about all entries together; they run every time."""
