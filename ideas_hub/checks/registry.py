"""Every rule.  This is the one place where a rule is added.

1. Write a function `find_<fault>` that yields Problems, in the module of its concern or in one of its own.
2. Import the module here and put the function in TEXT_RULES (one file) or HUB_RULES (all entries together).
3. For a rule about one file, add three golden files in tests/ideas_hub/checks/golden:
   `<fault>.trips.md`, `<fault>.near.md` and `<fault>.expected.txt`.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from ideas_hub.checks import (
    accessibility,
    capitals,
    chats,
    cut_words,
    duplicates,
    entries,
    figure_base,
    figure_values,
    own_figures,
    personal_data,
    plain_words,
    sentences,
    unfinished,
)
from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.checks.entries import HubContext
from ideas_hub.problem import Problem

TextRule: TypeAlias = Callable[[CheckedFile], Iterable[Problem]]
HubRule: TypeAlias = Callable[[HubContext], Iterable[Problem]]

TEXT_RULES: tuple[TextRule, ...] = (
    personal_data.find_personal_data,
    chats.find_chats,
    unfinished.find_empty_parts,
    unfinished.find_placeholders,
    accessibility.find_poor_alt_text,
    accessibility.find_vague_links,
    accessibility.find_heading_faults,
    accessibility.find_tables_without_headings,
    capitals.find_words_in_capitals,
    sentences.find_long_sentences,
    plain_words.find_avoidable_words,
    cut_words.find_cut_words,
    capitals.find_unexplained_abbreviations,
    figure_base.find_figures_without_base,
    figure_values.find_displays_of_other_values,
    own_figures.find_figures_given_differently,
)
"""Rules about one file; what they find is cached until the file changes."""

ENGLISH_RULES: frozenset[TextRule] = frozenset(
    {
        accessibility.find_vague_links,
        capitals.find_words_in_capitals,
        sentences.find_long_sentences,
        plain_words.find_avoidable_words,
        cut_words.find_cut_words,
        capitals.find_unexplained_abbreviations,
        own_figures.find_figures_given_differently,
    }
)
"""Those that know English alone, and leave alone a text that says it is in another language."""

HUB_RULES: tuple[HubRule, ...] = (
    duplicates.find_near_duplicates,
    entries.find_repeated_titles,
    entries.find_overdue_reviews,
    entries.suggest_next_field,
)
"""Rules about all entries together.  They advise, and a build need not know: nothing that they find may block it."""
