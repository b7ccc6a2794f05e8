"""What entries can be narrowed and sorted by."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ideas_hub.search.chunks import Chunk, compact_json, make_chunk
from ideas_hub.search.index import SearchRecord
from ideas_hub.search.words import fold

NO_VALUE, FIRST_CODE, MOST_CODES = ".", ord("0"), 44
"""One character a value, from "0" up to "[": the next, a backslash, JSON would write as two."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow.  id: its name in a form and an address.  choices: (value id, label), in the order shown."""

    id: str
    label: str
    choices: tuple[tuple[str, str], ...]


def facets_chunk(records: Sequence[SearchRecord], facets: Sequence[Facet]) -> Chunk:
    """Return who has which value, facet by facet in the order given.

    Where no entry has two values of a facet: a string with one character an entry, the first value "0", no value ".".
    Else a list with one bitset a value: bytes in base64, the lowest bit of the first byte for entry 0, empty bytes at the end left out.
    Raises: ValueError: an entry has a value that its facet does not list.
    """
    for facet in facets:
        unknown = {value for record in records for value in record.facets.get(facet.id, ())} - {
            value for value, _ in facet.choices
        }
        if unknown:
            raise ValueError(f"the facet {facet.id!r} lists no value {min(unknown)!r}")
    return make_chunk(
        "facets", compact_json([_one_each(records, facet) or _bitsets(records, facet) for facet in facets])
    )


def orders_chunk(records: Sequence[SearchRecord]) -> Chunk:
    """Return the ordinals by title from A to Z, then by date from the newest; the latter empty if that is the highest ordinal first."""
    by_title = sorted(range(len(records)), key=lambda ordinal: (_title_key(records[ordinal]), ordinal))
    by_date = sorted(range(len(records)), key=lambda ordinal: (records[ordinal].card.published, ordinal), reverse=True)
    return make_chunk("orders", compact_json([by_title, [] if newest_last(records) else by_date]))


def _title_key(record: SearchRecord) -> str:
    """Return a title without case, accents and marks: quotation marks do not put it first."""
    return re.sub(r"[^\w ]", "", fold(record.card.title)).strip()


def newest_last(records: Sequence[SearchRecord]) -> bool:
    """Return whether records are in the order of their dates, so that a browser needs no list to sort them by."""
    return all(earlier.card.published <= later.card.published for earlier, later in pairwise(records))


def card_chunks(records: Sequence[SearchRecord], each: int) -> tuple[Chunk, ...]:
    """Return cards in the order of their ordinals, `each` to a chunk, with their fields in the order of Card."""
    cards = [record.card for record in records]
    return tuple(make_chunk("cards", compact_json(cards[first : first + each])) for first in range(0, len(cards), each))


def _one_each(records: Sequence[SearchRecord], facet: Facet) -> str:
    """Return a facet's value of each entry as one string, or "" where that cannot say it."""
    values = [record.facets.get(facet.id, ()) for record in records]
    if len(facet.choices) > MOST_CODES or any(len(set(several)) > 1 for several in values):
        return ""
    codes = {value: chr(FIRST_CODE + number) for number, (value, _) in enumerate(facet.choices)}
    return "".join(codes[value[0]] if value else NO_VALUE for value in values)


def _bitsets(records: Sequence[SearchRecord], facet: Facet) -> list[str]:
    having: dict[str, bytearray] = {value: bytearray(len(records) // 8 + 1) for value, _ in facet.choices}
    for ordinal, record in enumerate(records):
        for value in record.facets.get(facet.id, ()):
            having[value][ordinal // 8] |= 1 << ordinal % 8
    return [base64.b64encode(bits.rstrip(b"\0")).decode() for bits in having.values()]
