"""What the search knows of each entry: its card, its words, and its choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ideas_hub.cache import Cache
from ideas_hub.facets import facets_of, search_facets
from ideas_hub.hub import Hub
from ideas_hub.making import make_each
from ideas_hub.reading.documents import Document
from ideas_hub.said import words_of
from ideas_hub.search import SearchRecord, Segment, Shown, segment_of, shown_of
from ideas_hub.views.entries import card

IN_A_SEGMENT = 100
"""Entries: few enough to count anew at an edit, many enough for few segments."""


@dataclass(frozen=True, slots=True, repr=False)
class _Portion:
    """Entries whose words make a segment.  first: the ordinal of the first.  around: the digest of all but case studies."""

    first: int
    entries: Sequence[Document[Any]]
    hub: Hub
    around: bytes

    def __repr__(self) -> str:
        """Return all that the segment hangs on."""
        return repr((self.first, self.around, [entry.digest for entry in self.entries]))


@dataclass(frozen=True, slots=True, repr=False)
class _Whole:
    """All entries.  facts: the digest of all content but the texts of case studies."""

    hub: Hub
    facts: bytes

    def __repr__(self) -> str:
        """Return all that the search shows of them hangs on."""
        return repr(self.facts)


def search_records(hub: Hub) -> tuple[SearchRecord, ...]:
    """Return a record for each entry, in the order of the search."""
    return tuple(SearchRecord(card(entry, hub), facets_of(entry), partial(words_of, entry, hub)) for entry in _oldest_first(hub))


def search_segments(hub: Hub, around: bytes, cache: Cache) -> Sequence[Segment]:
    """Return the words of the entries, in the order of the search.  around: the digest of all content but case studies."""
    entries = _oldest_first(hub)
    portions = [_Portion(first, entries[first : first + IN_A_SEGMENT], hub, around) for first in range(0, len(entries), IN_A_SEGMENT)]
    return make_each("search", _segment, portions, cache)


def search_shown(hub: Hub, facts: bytes, cache: Cache) -> Shown:
    """Return what the search shows of the entries.  facts: the digest of all content but the texts of case studies."""
    return make_each("shown", _shown, [_Whole(hub, facts)], cache)[0]


def _shown(whole: _Whole) -> Shown:
    return shown_of(search_records(whole.hub), search_facets(whole.hub))


def _segment(portion: _Portion) -> Segment:
    return segment_of(portion.first, (words_of(entry, portion.hub) for entry in portion.entries))


def _oldest_first(hub: Hub) -> list[Document[Any]]:
    """Return the entries in the order of the search: a new one then changes the fewest of its files."""
    return sorted(hub.entries, key=lambda entry: (entry.facts.published, entry.kind.id, entry.id))
