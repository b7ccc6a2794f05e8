"""Entries become an index: which group of words appears in which entry, and how much it matters there.

Entries are indexed in segments of consecutive entries, as search engines do:
where one entry has changed, one segment is built again and the others are only joined to it.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import sub

from ideas_hub.model.card import Card
from ideas_hub.model.place import Point
from ideas_hub.search.weights import EntryWords, Texts, weigh_words

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
"""From 0 to 63: an impact is one of them; a number has as many as it needs, see `digits`."""

BASE = 32


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """Something that the search finds.

    facets: ids of values, by facet id.
    texts: a function that gives what it is found by.
    share: how much its kind matters beside others, up to 1.
    digest: of its texts, for an entry; others change with the other content.
    region, point: where it is, if it has one place.
    day: on which it went out, such as "2026-11-21"; "" if it has none.
    """

    card: Card
    facets: Mapping[str, tuple[str, ...]]
    texts: Callable[[], Texts]
    share: float = 1.0
    digest: bytes = b""
    region: str = ""
    point: Point | None = None
    day: str = ""

    def words(self) -> EntryWords:
        """Return its words, which takes the longest of all; so ask once."""
        return weigh_words(self.texts(), self.share)


@dataclass(frozen=True, slots=True)
class Segment:
    """The words of some consecutive entries, wherever they stand among all: small and plain enough to cache.

    size: how many entries.
    words: sorted, joined by spaces.
    counts: how many of the entries have each word, as 32-bit numbers.
    groups: one on each line.
    first, last: which of these entries, from 0, are the first and the last that have each group, as 32-bit numbers.
    steps: a line for each group, of the steps from one of its entries to the next, each in `digits`.
    impacts: a line for each group, of each entry's impact as a digit.
    """

    size: int
    words: str
    counts: bytes
    groups: str
    first: bytes
    last: bytes
    steps: str
    impacts: str


@dataclass(frozen=True, slots=True)
class Index:
    """All words of all entries.

    A group is the stem of a word, two stems with a space between them for words side by side in a name, or all stems of
    a name and a sign of equality for the whole of it.
    words: how many entries have each.
    postings: by group, the steps from one entry's ordinal to the next, a dot, and each entry's impact as a digit.
    The first step is from -1.  A step is in `digits`: small numbers, few characters.
    """

    words: Mapping[str, int]
    postings: Mapping[str, str]

    @property
    def stems(self) -> frozenset[str]:
        """The groups of single words."""
        return frozenset(group for group in self.postings if " " not in group and not group.endswith("="))


def build_segment(entries: Iterable[EntryWords]) -> Segment:
    """Return the words of consecutive entries."""
    size = 0
    words: Counter[str] = Counter()
    rows: dict[str, list[int]] = defaultdict(list)  # ordinal, impact, ordinal, impact ...
    for size, entry in enumerate(entries, 1):
        words.update(entry.words)
        for group, impact in entry.impacts.items():
            rows[group] += size - 1, impact
    return Segment(
        size,
        " ".join(sorted(words)),
        array("I", (words[word] for word in sorted(words))).tobytes(),
        "\n".join(rows),
        array("I", (row[0] for row in rows.values())).tobytes(),
        array("I", (row[-2] for row in rows.values())).tobytes(),
        "\n".join("".join(map(digits, map(sub, row[2::2], row[::2]))) for row in rows.values()),
        "\n".join("".join(map(DIGITS.__getitem__, row[1::2])) for row in rows.values()),
    )


def build_index(segments: Iterable[Segment]) -> Index:
    """Return the index of segments, given in the order of their entries."""
    words: Counter[str] = Counter()
    rows: dict[str, list[str]] = defaultdict(list)  # steps, impacts, steps, impacts ...
    ends: dict[str, int] = {}
    start = 0
    for segment in segments:
        words.update(dict(zip(segment.words.split(), array("I", segment.counts), strict=True)))
        texts = (segment.groups, segment.steps, segment.impacts) if segment.groups else ()
        numbers = array("I", segment.first), array("I", segment.last)
        for group, steps, impacts, first, last in zip(*(text.split("\n") for text in texts), *numbers, strict=True):
            rows[group] += digits(start + first - ends.get(group, -1)) + steps, impacts
            ends[group] = start + last
        start += segment.size
    return Index(words, {group: f"{''.join(row[::2])}.{''.join(row[1::2])}" for group, row in rows.items()})


@cache
def digits(number: int) -> str:
    """Return a number in base 32, the lowest digit first; each digit but the last is 32 more than its value."""
    if number < BASE:
        return DIGITS[number]
    return DIGITS[BASE + number % BASE] + digits(number // BASE)
