"""The search files of a hub: words, facets and cards, named by one manifest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ideas_hub.search import chunks, facets, index
from ideas_hub.search.chunks import Chunk
from ideas_hub.search.facets import Facet
from ideas_hub.search.index import SearchRecord, Segment, build_segment
from ideas_hub.search.words import STOP_WORDS

CARDS_PER_CHUNK = 5


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """All files of the search, by path from the site's root.

    manifest: the path of the file that names the others.
    """

    files: Mapping[str, bytes]
    manifest: str


@dataclass(frozen=True, slots=True)
class FacetsAndCards:
    """The half of the search that depends on facts alone: who has which value, the order of titles, and cards.

    chunks: its scripts.
    manifest: its part of the manifest.
    """

    chunks: tuple[Chunk, ...]
    manifest: Mapping[str, object]


def build_facets_and_cards(records: Sequence[SearchRecord], choices: Sequence[Facet]) -> FacetsAndCards:
    """Return the facets and cards of these records, numbered in the order given: the oldest first.

    choices: the facets in the order shown.
    """
    cards = facets.card_chunks(records, CARDS_PER_CHUNK)
    values, by_title = facets.facets_chunk(records, choices), facets.title_order_chunk(records)
    manifest = {
        "size": len(records),
        "facets": [[facet.id, facet.label, facet.choices] for facet in choices],
        "sets": values.hash,
        "cards": " ".join(chunk.hash for chunk in cards),
        "cardsInAChunk": CARDS_PER_CHUNK,
        "titleOrder": by_title.hash,
    }
    return FacetsAndCards((values, by_title, *cards), manifest)


def build_search(display: FacetsAndCards, segments: Iterable[Segment]) -> SearchFiles:
    """Return the search of the records in `display`.

    segments: the words of the same records, numbered in the same order.
    """
    built = index.build_index(segments)
    words, spelling = chunks.word_chunks(built), chunks.spelling_chunks(built)
    manifest = {
        "version": index.VERSION,
        "stop": " ".join(sorted(STOP_WORDS)),
        "words": _directory(words),
        "spelling": _directory(spelling),
        **display.manifest,
    }
    first = chunks.build_chunk("index", chunks.compact_json(manifest))
    every = (first, *display.chunks, *words.chunks, *spelling.chunks)
    return SearchFiles({chunk.path: chunk.content for chunk in every}, first.path)


def search_from_records(records: Sequence[SearchRecord], choices: Sequence[Facet]) -> SearchFiles:
    """Return the search of these records without a cache: facets and cards, and all words as one segment."""
    segment = build_segment(0, (record.words() for record in records))
    return build_search(build_facets_and_cards(records, choices), [segment])


def _directory(ranges: chunks.WordRanges) -> list[str]:
    """Return the starts of the ranges and the hashes of their chunks, each joined by spaces."""
    return [" ".join(ranges.starts), " ".join(chunk.hash for chunk in ranges.chunks)]
