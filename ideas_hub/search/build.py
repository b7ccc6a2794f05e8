"""The search files of a hub: words, facets, cards, orders and places, named by one manifest."""

import base64
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ideas_hub.model.place import Place
from ideas_hub.search import chunks
from ideas_hub.search.chunks import Chunk, WordRanges, build_chunk, compact_json
from ideas_hub.search.index import Index, SearchRecord, build_index, build_segment
from ideas_hub.search.near import NearRegion, near_chunks
from ideas_hub.search.places import first_words, place_chunks
from ideas_hub.search.related import related_chunks
from ideas_hub.search.words import STOP_WORDS, fold, stem, stems_of_its_own

CARDS_PER_CHUNK = 5


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow.

    id: its name in a form and an address.
    choices: (value id, label), in the order shown.
    """

    id: str
    label: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Where:
    """The places that readers may look for, and the regions that they lie in."""

    regions: Sequence[NearRegion]
    places: Sequence[Place]


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """All files of the search, by path from the site's root.

    manifest: the path of the file that names the others.
    facets: in the order shown.
    """

    files: Mapping[str, bytes]
    manifest: str
    facets: Sequence[Facet]


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the search, small enough to cache.

    chunks: its scripts.
    manifest: what the manifest says of them.
    """

    chunks: tuple[Chunk, ...]
    manifest: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PlacesPart(Part):
    """The places by name.

    begin: by the stem of each word that a name begins with, the first letters of words that may follow.
    """

    begin: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DisplayPart(Part):
    """What results show, and the facets that narrow them."""

    facets: Sequence[Facet]


def build_display(records: Sequence[SearchRecord], choices: Sequence[Facet], where: Where | None = None) -> DisplayPart:
    """Return what depends on facts alone: who has which value, the orders, the cards and what lies near each region.

    records: numbered in the order given.
    choices: the facets in the order shown.
    where: the places that readers may look for, if there are any.
    Raises: ValueError: an entry has a value that its facet does not list.
    """
    sets = build_chunk("facets", compact_json([[facet.id, _choices(records, facet)] for facet in choices]))
    orders = {
        "title": build_chunk("order", compact_json(_title_order(records))),
        "newest": build_chunk("order", compact_json(_newest_first(records))),
    }
    cards = _card_chunks(records)
    located = [(number, one.region, one.point) for number, one in enumerate(records) if one.point]
    near = near_chunks(where.regions, located, where.places) if where else {}
    manifest = {
        "size": len(records),
        "kinds": _kinds(records),
        "sets": sets.hash,
        "cards": "".join(chunk.hash for chunk in cards),
        "cardsInAChunk": CARDS_PER_CHUNK,
        "orders": {sort: chunk.hash for sort, chunk in orders.items()},
        "near": {region: chunk.hash for region, chunk in near.items()},
    }
    return DisplayPart((sets, *orders.values(), *cards, *near.values()), manifest, choices)


def build_places(places: Sequence[Place]) -> PlacesPart:
    """Return the places that readers may look for."""
    ranges = place_chunks(places)
    begin = {stem(word): letters for word, letters in first_words(places).items()}
    return PlacesPart(ranges.chunks, {"places": _directory(ranges)}, begin)


def build_related(stems: Collection[str]) -> Part:
    """Return what may stand for words that none of the records has.  stems: those of the words that some have."""
    return _part_of_words("related", related_chunks(stems))


NOTHING_RELATED = Part((), {"related": ["", ""]})


def _card_chunks(records: Sequence[SearchRecord]) -> list[Chunk]:
    """Return the cards, each as its fields in the order of Card, but for the kind, which the manifest knows.

    The picture is left out too: results show none.
    """
    cards = [record.card[2:-1] if record.card.language else record.card[2:-2] for record in records]
    portions = (cards[first : first + CARDS_PER_CHUNK] for first in range(0, len(cards), CARDS_PER_CHUNK))
    return [build_chunk("cards", compact_json(portion), number) for number, portion in enumerate(portions)]


def _kinds(records: Sequence[SearchRecord]) -> list[tuple[str, str, int]]:
    """Return the id and label of each kind with the number of its first record; those of a kind stand together."""
    firsts: dict[tuple[str, str], int] = {}
    for ordinal, record in enumerate(records):
        firsts.setdefault(record.card[:2], ordinal)
    return [(*kind, first) for kind, first in firsts.items()]


def _choices(records: Sequence[SearchRecord], facet: Facet) -> list[tuple[str, str, str]]:
    """Return each choice of a facet with its label and which entries have it.

    These are bits in base64, the lowest bit of the first byte for entry 0, without the empty bytes at the end.
    """
    having = {value: bytearray(len(records) // 8 + 1) for value, _ in facet.choices}
    for ordinal, record in enumerate(records):
        for value in record.facets.get(facet.id, ()):
            if value not in having:
                raise ValueError(f"the facet {facet.id!r} lists no value {value!r}")
            having[value][ordinal // 8] |= 1 << ordinal % 8
    sets = [base64.b64encode(bits.rstrip(b"\0")).decode() for bits in having.values()]
    return [(value, label, bits) for (value, label), bits in zip(facet.choices, sets, strict=True)]


def _newest_first(records: Sequence[SearchRecord]) -> list[int]:
    """Return the ordinals by day, the newest first; what has no day comes last, in the order without words."""
    return sorted(range(len(records)), key=lambda ordinal: (records[ordinal].day, ordinal), reverse=True)


def _title_order(records: Sequence[SearchRecord]) -> list[int]:
    """Return the ordinals by title from A to Z, without case, accents and punctuation."""
    titles = [re.sub(r"[^\w ]", "", fold(record.card.title)).strip() for record in records]
    return sorted(range(len(records)), key=titles.__getitem__)


def build_search(
    index: Index, display: DisplayPart, places: PlacesPart, related: Part = NOTHING_RELATED
) -> SearchFiles:
    """Return the search of the records in `display`, of which `index` has the words, numbered in the same order."""
    words = _part_of_words("words", chunks.word_chunks(index, places.begin))
    spelling = _part_of_words("spelling", chunks.spelling_chunks(index))
    parts = (words, spelling, related, display, places)
    manifest: dict[str, object] = {"stop": " ".join(sorted(STOP_WORDS)), "stems": _stems_of_their_own()}
    for part in parts:
        manifest |= part.manifest
    first = build_chunk("index", compact_json(manifest))
    every = (first, *(chunk for part in parts for chunk in part.chunks))
    return SearchFiles({chunk.path: chunk.content for chunk in every}, first.path, display.facets)


def search_from_records(
    records: Sequence[SearchRecord], choices: Sequence[Facet], where: Where | None = None, *, related: bool = False
) -> SearchFiles:
    """Return the search of these records without a cache, all words being one segment.

    related: whether a word that no record has may stand for others.
    """
    index = build_index([build_segment(record.words() for record in records)])
    places = build_places(where.places if where else ())
    near_words = build_related(index.stems) if related else NOTHING_RELATED
    return build_search(index, build_display(records, choices, where), places, near_words)


def _stems_of_their_own() -> str:
    """Return the words whose stems no rule gives: "stem form form", joined by commas."""
    forms: dict[str, list[str]] = defaultdict(list)
    for word, its_stem in stems_of_its_own().items():
        forms[its_stem].append(word)
    return ",".join(" ".join((its_stem, *words)) for its_stem, words in forms.items())


def _part_of_words(name: str, ranges: WordRanges) -> Part:
    return Part(ranges.chunks, {name: _directory(ranges)})


def _directory(ranges: WordRanges) -> list[str]:
    """Return the starts of the ranges, joined by commas, and the hashes of their chunks, joined by spaces."""
    return [",".join(ranges.starts), " ".join(chunk.hash for chunk in ranges.chunks)]
