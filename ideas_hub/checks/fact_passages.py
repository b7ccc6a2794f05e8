"""The facts of a file that readers meet as sentences."""

from collections.abc import Iterator, Mapping
from typing import Any

from ideas_hub.model.value_paths import Lines, ValuePath, field_name, line_of
from ideas_hub.reading.prose import Passage

NOT_PROSE = {
    "allow_contact", "alt", "authors", "cite", "code", "credit", "file", "forms", "id", "licence", "licence_note",
    "partners", "path", "redirect_from", "reference", "search_terms", "section", "sections", "source", "sources",
    "synonyms", "term",
}  # fmt: skip
"""Fields whose values are names, references or words to search by; alt text has a rule of its own."""


def values_as_passages(values: Mapping[str, Any], lines: Lines) -> Iterator[Passage]:
    """Yield each value that readers meet as a sentence, in the order of the file."""
    yield from _nested_values(values, (), lines)


def _nested_values(value: Mapping[str, Any] | list[Any], path: ValuePath, lines: Lines) -> Iterator[Passage]:
    for key, inner in enumerate(value) if isinstance(value, list) else value.items():
        if key in NOT_PROSE:
            continue
        at = (*path, key)
        if isinstance(inner, dict | list):
            yield from _nested_values(inner, at, lines)
        elif isinstance(inner, str) and inner.strip():
            yield Passage("value", inner, line_of(at, lines), field_name(at))
