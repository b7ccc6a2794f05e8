"""Facets, cards and the order of titles, as scripts."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ideas_hub.search.chunks import Chunk, build_chunk, compact_json
from ideas_hub.search.index import SearchRecord
from ideas_hub.search.words import fold

NO_VALUE, FIRST_CODE, MAX_CODES = ".", ord("0"), 44
"""One character for each value, from "0" to "[": the next, a backslash, takes two characters in JSON."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow.

    id: its name in a form and an address.
    choices: (value id, label), in the order shown.
    """

    id: str
    label: str
    choices: tuple[tuple[str, str], ...]


def facets_chunk(records: Sequence[SearchRecord], facets: Sequence[Facet]) -> Chunk:
    """Return the values that each entry has, facet by facet in the order given.

    If no entry has two values of a facet: a string with one character for each entry, "0" for the first value,
    "." for none.
    Otherwise a list with one bitset for each value: bytes in base64, the lowest bit of the first byte for entry 0,
    without the empty bytes at the end.
    Raises: ValueError: an entry has a value that its facet does not list.
    """
    for facet in facets:
        used = {value for record in records for value in record.facets.get(facet.id, ())}
        if unknown := used - dict(facet.choices).keys():
            raise ValueError(f"the facet {facet.id!r} lists no value {min(unknown)!r}")
    data = [_codes(records, facet) or _bitsets(records, facet) for facet in facets]
    return build_chunk("facets", compact_json(data))


def _codes(records: Sequence[SearchRecord], facet: Facet) -> str:
    """Return a facet's values as one string, see facets_chunk; "" if a character for each entry is not enough."""
    values = [record.facets.get(facet.id, ()) for record in records]
    if len(facet.choices) > MAX_CODES or any(len(set(several)) > 1 for several in values):
        return ""
    codes = {value: chr(FIRST_CODE + number) for number, (value, _) in enumerate(facet.choices)}
    return "".join(codes[value[0]] if value else NO_VALUE for value in values)


def _bitsets(records: Sequence[SearchRecord], facet: Facet) -> list[str]:
    having: dict[str, bytearray] = {value: bytearray(len(records) // 8 + 1) for value, _ in facet.choices}
    for ordinal, record in enumerate(records):
        for value in record.facets.get(facet.id, ()):
            having[value][ordinal // 8] |= 1 << ordinal % 8
    return [base64.b64encode(bits.rstrip(b"\0")).decode() for bits in having.values()]


def title_order_chunk(records: Sequence[SearchRecord]) -> Chunk:
    """Return the ordinals by title from A to Z; the other order, newest first, is that of the ordinals backwards."""
    by_title = sorted(range(len(records)), key=lambda ordinal: (_title_key(records[ordinal]), ordinal))
    return build_chunk("order", compact_json(by_title))


def _title_key(record: SearchRecord) -> str:
    """Return a title without case, accents and punctuation: quotation marks do not put it first."""
    return re.sub(r"[^\w ]", "", fold(record.card.title)).strip()


def card_chunks(records: Sequence[SearchRecord], size: int) -> tuple[Chunk, ...]:
    """Return the cards in the order of their ordinals, with their fields in the order of Card.

    size: of a chunk, in cards.
    """
    cards = [record.card for record in records]
    portions = (cards[first : first + size] for first in range(0, len(cards), size))
    return tuple(build_chunk("cards", compact_json(portion)) for portion in portions)
