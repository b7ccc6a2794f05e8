"""Places as the finder looks them up: by their folded names, in chunks by first letters.

A name is found as it is written and in the ways in which people shorten it: "newcastle" finds Newcastle upon Tyne and
Newcastle-under-Lyme, "tunbridge wells" Royal Tunbridge Wells, "saint ives" both of St Ives, "king lynn" (which the
browser makes of King's Lynn) and "kings lynn" King's Lynn.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ideas_hub.model.place import Place
from ideas_hub.search.chunks import WordRanges, build_chunk, compact_json, in_browser_order, partition, starts
from ideas_hub.search.words import fold

SAINT = re.compile(r"\bst\b")

LARGEST_CHUNK = 11_000
"""In characters: some 4 KB gzipped."""

BETWEEN_WORDS = re.compile(r"[^\w']+")
FIRST_PART = re.compile(r"(.+?) (?:by|cum|en|in|juxta|le|near|next|on|sub|super|under|upon|with) .+|(.+) garden city")
HONOUR = re.compile(r"^(?:the|royal) ")
POSSESSIVE = re.compile(r"'s\b")

PlaceRow: TypeAlias = tuple[str, str, str, str, float, float, int]
"""Folded name, name, what it lies within, region, latitude, longitude, and 1 if the name is also a word."""


def place_chunks(places: Iterable[Place]) -> WordRanges:
    """Return the places by folded name.

    The data of a chunk: a list of `PlaceRow`, in browser order; a place has a row for each of its folded names.
    """
    rows: dict[str, list[str]] = {}
    for place in places:
        for name in folded_names(place.name):
            rows.setdefault(name, []).append(compact_json(_row(name, place)))

    def size(name: str) -> int:
        return sum(len(row) + 1 for row in rows[name])

    ranges = partition(in_browser_order(rows), size, LARGEST_CHUNK)
    data = (",".join(row for name in names for row in sorted(rows[name])) for names in ranges)
    return WordRanges(starts(ranges), tuple(build_chunk("places", f"[{rows_json}]") for rows_json in data))


def first_words(places: Iterable[Place]) -> dict[str, str]:
    """Return the first word of each folded name with the first letters of those that may follow.

    The letters are sorted, each once; "" stands for the word alone: "bath" is a name, "old" only before "basing".
    """
    letters: dict[str, set[str]] = defaultdict(set)
    for place in places:
        for name in folded_names(place.name):
            first, _, rest = name.partition(" ")
            letters[first].add(rest[:1])
    return {word: "".join(sorted(some - {""})) if "" not in some else "" for word, some in letters.items()}


def folded_names(name: str) -> tuple[str, ...]:
    """Return the names that a place is found by, folded and with one space between words: the full one comes first."""
    return tuple(dict.fromkeys(_folded_names(name)))


def _folded_names(name: str) -> Iterator[str]:
    folded = fold(name)
    for spelling in dict.fromkeys((folded, POSSESSIVE.sub("", folded))):
        full = BETWEEN_WORDS.sub(" ", spelling.replace("'", "")).strip()
        for one in (full, HONOUR.sub("", full)):
            yield from _with_saints(one)
            if match := FIRST_PART.fullmatch(one):
                yield from _with_saints(next(filter(None, match.groups())))


def _with_saints(name: str) -> tuple[str, str]:
    return name, SAINT.sub("saint", name)


def _row(folded: str, place: Place) -> PlaceRow:
    name, _, within, region, latitude, longitude, also_a_word = place
    return folded, name, within, region, latitude, longitude, int(also_a_word)
