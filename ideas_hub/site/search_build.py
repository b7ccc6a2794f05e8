"""The search's input for every entry: its card, its words and its facets, cached by segment."""

from collections.abc import Iterable
from functools import partial


from ideas_hub.engine.cache import Cache
from ideas_hub.engine.parallel import map_cached

from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.search.build import FacetsAndCards, build_facets_and_cards
from ideas_hub.search.entry_text import words_of_entry
from ideas_hub.search.index import SearchRecord, Segment, build_segment
from ideas_hub.views.lists import card
from ideas_hub.views.finder import facets_of, search_facets

ENTRIES_PER_SEGMENT = 100  # few enough to count again after an edit, many enough for few segments


def search_records(hub: Hub) -> tuple[SearchRecord, ...]:
    """Return a record for each entry, oldest first."""
    return tuple(
        SearchRecord(card(entry, hub), facets_of(entry), partial(words_of_entry, entry, hub))
        for entry in _oldest_first(hub)
    )


def search_segments(hub: Hub, docs_digest: bytes, cache: Cache) -> list[Segment]:
    """Return the words of all entries, oldest first, in segments of up to 100 entries.

    docs_digest: of all content except case studies.
    """
    entries, jobs = _oldest_first(hub), []
    for first in range(0, len(entries), ENTRIES_PER_SEGMENT):
        some = entries[first : first + ENTRIES_PER_SEGMENT]
        parts = {"first": first, "docs": docs_digest, "texts": [entry.digest for entry in some]}
        jobs.append((parts, partial(_segment, first, some, hub)))
    return map_cached("segment", jobs, cache)


def _segment(first: int, entries: Iterable[AnyEntry], hub: Hub) -> Segment:
    return build_segment(first, (words_of_entry(entry, hub) for entry in entries))


def search_display(hub: Hub, facts_digest: bytes, cache: Cache) -> FacetsAndCards:
    """Return the facets and cards of all entries.

    facts_digest: of all content except the bodies of case studies.
    """
    return map_cached("display", [({"facts": facts_digest}, partial(_display, hub))], cache)[0]


def _display(hub: Hub) -> FacetsAndCards:
    return build_facets_and_cards(search_records(hub), search_facets(hub))


def _oldest_first(hub: Hub) -> list[AnyEntry]:
    """Return the entries in the order of the search, in which a new entry changes the fewest of its files."""
    return sorted(hub.entries, key=lambda entry: (entry.facts.sort_date, entry.kind.id, entry.id))
