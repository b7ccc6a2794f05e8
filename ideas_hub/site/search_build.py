"""What the search knows of each entry: its card, its words, and its choices."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from ideas_hub.engine.cache import Cache
from ideas_hub.views.finder_facets import facets_of, search_facets
from ideas_hub.model.hub import Hub
from ideas_hub.engine.parallel import map_cached
from ideas_hub.model.document import Document
from ideas_hub.search.entry_text import words_of_entry
from ideas_hub.search.build import FacetsAndCards, build_facets_and_cards
from ideas_hub.search.index import SearchRecord, Segment, build_segment
from ideas_hub.views.entries import card

IN_A_SEGMENT = 100
"""Entries: few enough to count anew at an edit, many enough for few segments."""


def search_records(hub: Hub) -> tuple[SearchRecord, ...]:
    """Return a record for each entry, in the order of the search."""
    return tuple(SearchRecord(card(entry, hub), facets_of(entry), partial(words_of_entry, entry, hub)) for entry in _oldest_first(hub))


def search_segments(hub: Hub, around: bytes, cache: Cache) -> list[Segment]:
    """Return the words of the entries, in the order of the search.  around: the digest of all content but case studies."""
    entries = _oldest_first(hub)
    portions = [(first, entries[first : first + IN_A_SEGMENT]) for first in range(0, len(entries), IN_A_SEGMENT)]
    jobs = [((first, around, [entry.digest for entry in some]), partial(_segment, first, some, hub)) for first, some in portions]
    return map_cached("segment", jobs, cache)


def _segment(first: int, entries: Iterable[Document[Any]], hub: Hub) -> Segment:
    return build_segment(first, (words_of_entry(entry, hub) for entry in entries))


def search_display(hub: Hub, facts: bytes, cache: Cache) -> FacetsAndCards:
    """Return what the search shows of the entries.  facts: the digest of all content but the texts of case studies."""
    return map_cached("display", [(facts, partial(_display, hub))], cache)[0]


def _display(hub: Hub) -> FacetsAndCards:
    return build_facets_and_cards(search_records(hub), search_facets(hub))


def _oldest_first(hub: Hub) -> list[Document[Any]]:
    """Return the entries in the order of the search: a new one then changes the fewest of its files."""
    return sorted(hub.entries, key=lambda entry: (entry.facts.published, entry.kind.id, entry.id))
