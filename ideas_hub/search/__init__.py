"""The search: words, facets and cards in small scripts that a browser loads as it needs them.

The flow, each step a module:

    words    text -> folded words -> groups of forms; what the browser must do to a query too
    index    an entry's texts -> its words and how much each group matters in it; some entries -> a segment; all -> postings
    chunks   postings -> scripts by first letters, each named by a hash of its content
    facets   who has which value, cards, and the orders to sort by, as scripts too

`search_files` runs all of it.  One more script, the manifest, names the others; docs/assets/js/find.js starts from it.
An entry's number, its ordinal, is its place in the order given.  Give the oldest first: then a new entry changes no other's number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ideas_hub.search import chunks, facets, index
from ideas_hub.search.facets import Facet
from ideas_hub.search.index import EntryWords, SearchRecord, Segment, count_words, segment_of
from ideas_hub.search.words import STOP_WORDS

__all__ = [
    "CARDS_IN_A_CHUNK",
    "SEARCH_FOLDER",
    "EntryWords",
    "Facet",
    "SearchFiles",
    "SearchRecord",
    "Segment",
    "count_words",
    "search_files",
    "segment_of",
]

CARDS_IN_A_CHUNK = 5
SEARCH_FOLDER = chunks.FOLDER


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """All files of the search by path from the site's root; every path but the manifest's only the browser needs."""

    files: Mapping[str, bytes]
    manifest: str


def search_files(records: Sequence[SearchRecord], choices: Sequence[Facet], segments: Sequence[Segment] | None = None) -> SearchFiles:
    """Return the search of these records, numbered in the order given.

    choices: the facets in the order shown.  segments: the words of the same records; None: they are counted here.
    """
    built = index.build_index([segment_of(0, (record.words() for record in records))] if segments is None else segments)
    ranges, spelling = chunks.word_chunks(built), chunks.spelling_chunks(built)
    cards = facets.card_chunks(records, CARDS_IN_A_CHUNK)
    sets, orders = facets.facets_chunk(records, choices), facets.orders_chunk(records)
    said = {
        "version": index.VERSION,
        "size": len(records),
        "stop": " ".join(sorted(STOP_WORDS)),
        "facets": [[facet.id, facet.label, facet.choices] for facet in choices],
        "sets": sets.hash,
        "words": _directory(ranges),
        "spelling": _directory(spelling),
        "cards": " ".join(chunk.hash for chunk in cards),
        "cardsInAChunk": CARDS_IN_A_CHUNK,
        "orders": orders.hash,
        "newestLast": facets.newest_last(records),
    }
    manifest = chunks.make_chunk("index", chunks.as_json(said))
    every = (manifest, sets, orders, *ranges.chunks, *spelling.chunks, *cards)
    return SearchFiles({chunk.path: chunk.content for chunk in every}, manifest.path)


def _directory(ranges: chunks.Ranges) -> list[str]:
    """Return where each range starts and its chunk's hash, each as one string with a space between."""
    return [" ".join(ranges.starts), " ".join(chunk.hash for chunk in ranges.chunks)]
