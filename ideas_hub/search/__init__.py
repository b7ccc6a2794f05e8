"""The search: words, facets and cards in small scripts that a browser loads as it needs them.

The flow, each step a module:

    words    text -> folded words -> groups of forms; what the browser must do to a query too
    index    an entry's texts -> its words and how much each group matters in it; some entries -> a segment; all -> postings
    chunks   postings -> scripts by first letters, each named by a hash of its content
    facets   who has which value, cards, and the orders to sort by, as scripts too

`search_of` runs all of it; a build keeps both halves, `display_of` and segments, for the next.  One more script, the manifest, names the others; docs/assets/js/find.js starts from it.
An entry's number, its ordinal, is its place in the order given.  Give the oldest first: then a new entry changes no other's number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ideas_hub.search import chunks, facets, index
from ideas_hub.search.chunks import Chunk
from ideas_hub.search.facets import Facet
from ideas_hub.search.index import EntryWords, SearchRecord, Segment, count_words, segment_of
from ideas_hub.search.words import STOP_WORDS

__all__ = [
    "CARDS_IN_A_CHUNK",
    "SEARCH_FOLDER",
    "Display",
    "EntryWords",
    "Facet",
    "SearchFiles",
    "SearchRecord",
    "Segment",
    "count_words",
    "display_of",
    "search_files",
    "search_of",
    "segment_of",
]

CARDS_IN_A_CHUNK = 5
SEARCH_FOLDER = chunks.FOLDER


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """All files of the search by path from the site's root; every path but the manifest's only the browser needs."""

    files: Mapping[str, bytes]
    manifest: str


@dataclass(frozen=True, slots=True)
class Display:
    """The half of the search that hangs on facts alone: cards, who has which choice, and orders to sort by.

    chunks: its files.  said: what the manifest says of them.
    """

    chunks: tuple[Chunk, ...]
    said: Mapping[str, object]


def display_of(records: Sequence[SearchRecord], choices: Sequence[Facet]) -> Display:
    """Return what the search shows of these records, numbered in the order given.  choices: the facets in the order shown."""
    cards = facets.card_chunks(records, CARDS_IN_A_CHUNK)
    sets, orders = facets.facets_chunk(records, choices), facets.orders_chunk(records)
    said = {
        "size": len(records),
        "facets": [[facet.id, facet.label, facet.choices] for facet in choices],
        "sets": sets.hash,
        "cards": " ".join(chunk.hash for chunk in cards),
        "cardsInAChunk": CARDS_IN_A_CHUNK,
        "orders": orders.hash,
        "newestLast": facets.newest_last(records),
    }
    return Display((sets, orders, *cards), said)


def search_files(display: Display, segments: Iterable[Segment]) -> SearchFiles:
    """Return the search of the records in `display`.  segments: the words of the same records, numbered in the same order."""
    built = index.build_index(segments)
    ranges, spelling = chunks.word_chunks(built), chunks.spelling_chunks(built)
    said = {
        "version": index.VERSION,
        "stop": " ".join(sorted(STOP_WORDS)),
        "words": _directory(ranges),
        "spelling": _directory(spelling),
        **display.said,
    }
    manifest = chunks.make_chunk("index", chunks.as_json(said))
    every = (manifest, *display.chunks, *ranges.chunks, *spelling.chunks)
    return SearchFiles({chunk.path: chunk.content for chunk in every}, manifest.path)


def search_of(records: Sequence[SearchRecord], choices: Sequence[Facet]) -> SearchFiles:
    """Return the search of these records, as `display_of` takes them, with their words counted here and now."""
    return search_files(display_of(records, choices), [segment_of(0, (record.words() for record in records))])


def _directory(ranges: chunks.Ranges) -> list[str]:
    """Return where each range starts and its chunk's hash, each as one string with a space between."""
    return [" ".join(ranges.starts), " ".join(chunk.hash for chunk in ranges.chunks)]
