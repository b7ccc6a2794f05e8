"""The search files of a hub: words, facets and cards, named by one manifest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ideas_hub.search import chunks, facets, index
from ideas_hub.search.chunks import Chunk
from ideas_hub.search.facets import Facet
from ideas_hub.search.index import SearchRecord, Segment, build_segment
from ideas_hub.search.words import STOP_WORDS

CARDS_PER_CHUNK = 5
FOLDER = chunks.FOLDER


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """All files of the search by path from the site's root; every path but the manifest's only the browser needs."""

    files: Mapping[str, bytes]
    manifest: str


@dataclass(frozen=True, slots=True)
class FacetsAndCards:
    """The half of the search that hangs on facts alone: cards, who has which choice, and orders to sort by.

    chunks: its files.  said: what the manifest says of them.
    """

    chunks: tuple[Chunk, ...]
    said: Mapping[str, object]


def build_facets_and_cards(records: Sequence[SearchRecord], choices: Sequence[Facet]) -> FacetsAndCards:
    """Return what the search shows of these records, numbered in the order given.  choices: the facets in the order shown."""
    cards = facets.card_chunks(records, CARDS_PER_CHUNK)
    sets, orders = facets.facets_chunk(records, choices), facets.orders_chunk(records)
    said = {
        "size": len(records),
        "facets": [[facet.id, facet.label, facet.choices] for facet in choices],
        "sets": sets.hash,
        "cards": " ".join(chunk.hash for chunk in cards),
        "cardsInAChunk": CARDS_PER_CHUNK,
        "orders": orders.hash,
        "newestLast": facets.newest_last(records),
    }
    return FacetsAndCards((sets, orders, *cards), said)


def build_search(display: FacetsAndCards, segments: Iterable[Segment]) -> SearchFiles:
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
    manifest = chunks.make_chunk("index", chunks.compact_json(said))
    every = (manifest, *display.chunks, *ranges.chunks, *spelling.chunks)
    return SearchFiles({chunk.path: chunk.content for chunk in every}, manifest.path)


def search_from_records(records: Sequence[SearchRecord], choices: Sequence[Facet]) -> SearchFiles:
    """Return the search of these records, as `display_of` takes them, with their words counted here and now."""
    return build_search(
        build_facets_and_cards(records, choices), [build_segment(0, (record.words() for record in records))]
    )


def _directory(ranges: chunks.WordRanges) -> list[str]:
    """Return where each range starts and its chunk's hash, each as one string with a space between."""
    return [" ".join(ranges.starts), " ".join(chunk.hash for chunk in ranges.chunks)]
