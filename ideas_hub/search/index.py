"""Entries become an index: which group of words appears in which entry, and how much it matters there.

Entries are indexed in segments of consecutive entries, as search engines do:
where one entry has changed, one segment is built again and the others are only joined to it.

The weights are those of BM25F: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
(Foundations and Trends in Information Retrieval 3.4, 2009), section 3.6.
One thing differs: a field's length is compared with a fixed usual length, not with the average of all entries.
So an entry's weights depend on that entry alone: a segment can be cached,
and a new entry leaves the weights of all others, and most files, as they were.
How rare a group is, the one thing that depends on all entries, the browser sees from the length of its postings.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import sub
from typing import NamedTuple

from ideas_hub.model.card import Card
from ideas_hub.search.words import count_words, stem

HIGHEST_IMPACT = 63
"""Steps four times as fine (255) change 3 in 100 of the first ten results, and make the word chunks a fifth larger."""

SATURATION = 2.5
"""The k1 of BM25F: the weighted count at which a group has half of the highest impact."""


@dataclass(frozen=True, slots=True)
class Field:
    """A part of an entry.

    usual_length: in words.
    length_matters: the b of BM25F, from 0 (not at all) to 1.
    """

    name: str
    weight: float
    usual_length: int
    length_matters: float


FIELDS = (
    Field("title", 6, 6, 0.3),
    Field("names", 5, 6, 0.0),  # who and where: one of many partners matters no less
    Field("terms", 4, 40, 0.0),  # labels and search terms: one of many matters no less
    Field("summary", 3, 20, 0.5),
    Field("synonyms", 2.5, 40, 0.0),  # of its terms: the words of the entry itself count for more
    Field("evidence", 2.2, 40, 0.0),  # the names of the projects that show a learning point
    Field("headings", 2, 15, 0.3),
    Field("body", 1, 450, 0.75),
)


class EntryWords(NamedTuple):
    """The words of one entry.

    words: each once.
    impacts: how much each group matters, from 1 to 63.
    """

    words: frozenset[str]
    impacts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What the search knows of an entry.

    facets: ids of values, by facet id.
    words: a function that indexes the entry's text; called once.
    """

    card: Card
    facets: Mapping[str, tuple[str, ...]]
    words: Callable[[], EntryWords]


@dataclass(frozen=True, slots=True)
class Segment:
    """The words of some consecutive entries, small and plain enough to cache.

    words: sorted, joined by spaces.
    counts: how many of the entries have each word, as 32-bit numbers.
    groups: joined by spaces.
    first, last: the ordinals of the first and the last entry that has each group, as 32-bit numbers.
    postings: a line for each group, of impacts and steps in turn: the first entry's impact, the step to the second's
    ordinal, its impact ...
    """

    words: str
    counts: bytes
    groups: str
    first: bytes
    last: bytes
    postings: str


@dataclass(frozen=True, slots=True)
class Index:
    """All words of all entries.

    words: how many entries have each.
    postings: by group, a JSON list of ordinals and impacts in turn.
    Each ordinal is less the one before it, the first plus 1: small numbers, few characters.
    """

    words: Mapping[str, int]
    postings: Mapping[str, str]


def weigh_words(texts: Mapping[str, str]) -> EntryWords:
    """Return the words of one entry and how much each group matters in it.

    texts: by field name.
    Raises: ValueError: there is no field of a name.
    """
    names = [field.name for field in FIELDS]
    if unknown := texts.keys() - names:
        raise ValueError(f"there is no field {min(unknown)!r}; the fields are {', '.join(names)}")
    words: set[str] = set()
    weighted: dict[str, float] = defaultdict(float)
    for field in FIELDS:
        counts = count_words(texts.get(field.name, ""))
        length = 1 - field.length_matters + field.length_matters * sum(counts.values()) / field.usual_length
        words.update(counts)
        for word, count in counts.items():
            weighted[stem(word)] += field.weight * count / length
    return EntryWords(frozenset(words), {group: _impact(weight) for group, weight in weighted.items()})


def build_segment(first: int, entries: Iterable[EntryWords]) -> Segment:
    """Return the words of consecutive entries.

    first: the ordinal of the first of them.
    """
    words: Counter[str] = Counter()
    postings: dict[str, list[int]] = defaultdict(list)
    for ordinal, entry in enumerate(entries, first):
        words.update(entry.words)
        for group, impact in entry.impacts.items():
            postings[group] += (ordinal, impact)
    return Segment(
        " ".join(sorted(words)),
        array("I", (words[word] for word in sorted(words))).tobytes(),
        " ".join(postings),
        array("I", (flat[0] for flat in postings.values())).tobytes(),
        array("I", (flat[-2] for flat in postings.values())).tobytes(),
        "\n".join(map(_in_steps, postings.values())),
    )


def _in_steps(flat: list[int]) -> str:
    """Return ordinals and impacts in turn as a line of a segment."""
    steps = flat[1:]
    steps[1::2] = map(sub, flat[2::2], flat[::2])
    return ",".join(map(str, steps))


def build_index(segments: Iterable[Segment]) -> Index:
    """Return the index of segments, given in the order of their ordinals."""
    words: Counter[str] = Counter()
    postings: dict[str, list[str]] = defaultdict(list)
    ends: dict[str, int] = defaultdict(lambda: -1)
    for segment in segments:
        words.update(dict(zip(segment.words.split(), array("I", segment.counts), strict=True)))
        rows = segment.postings.split("\n") if segment.groups else ()
        columns = (segment.groups.split(), array("I", segment.first), array("I", segment.last), rows)
        for group, first, last, row in zip(*columns, strict=True):
            postings[group].append(f"{first - ends[group]},{row}")
            ends[group] = last
    return Index(words, {group: f"[{','.join(rows)}]" for group, rows in postings.items()})


def _impact(weighted_count: float) -> int:
    """Return a weighted count on a scale from 1 to 63 that flattens out."""
    return 1 + int(HIGHEST_IMPACT * weighted_count / (SATURATION + weighted_count))
