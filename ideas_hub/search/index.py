"""Entries become an index: which group of words stands in which entry, and how much it matters there.

The weights are those of BM25F: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
(Foundations and Trends in Information Retrieval 3.4, 2009), section 3.6.  One thing differs: a field's length is compared
with a usual length that is written here and not with the average of all entries.  So what is kept of an entry depends on
that entry alone: it can be cached, and a new entry leaves the weights of all others, and most files, as they were.  How
rare a group is, the one thing that depends on all entries, the browser sees from the length of its list.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ideas_hub.search.words import group_of, split_words
from ideas_hub.views.card import Card

VERSION = 2
"""Part of the key of any cache of `count_words`: raise it when words, weights or the shape of `EntryWords` change."""

HIGHEST_IMPACT = 63
"""Steps four times as fine (255) change 3 in 100 of the first ten results and make the words a fifth larger."""

SATURATION = 2.5
"""The k1 of BM25F: the weighted count at which a group has half of the highest impact."""


@dataclass(frozen=True, slots=True)
class Field:
    """A part of an entry.  usual_length: in words.  length_matters: the b of BM25F, from 0 (not at all) to 1."""

    name: str
    weight: float
    usual_length: int
    length_matters: float


FIELDS = (
    Field("title", 6, 6, 0.3),
    Field("names", 5, 6, 0.0),  # who and where: a long list of partners makes none of them less
    Field("terms", 4, 40, 0.0),  # labels and search terms: one of many is no weaker
    Field("summary", 3, 20, 0.5),
    Field("synonyms", 2.5, 40, 0.0),  # of its terms: what an entry's own words say counts for more
    Field("headings", 2, 15, 0.3),
    Field("body", 1, 450, 0.75),
)


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What the search knows of an entry.

    facets: ids of values by facet id.  texts: plain text by the name of a field; a field may be missing.
    """

    card: Card
    facets: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EntryWords:
    """The words of one entry, small and plain enough to keep in a cache.

    words: distinct, in order, a space between them.  groups: likewise.  impacts: one byte (1 to 63) a group, in the same order.
    """

    words: str
    groups: str
    impacts: bytes


@dataclass(frozen=True, slots=True)
class Index:
    """All words of all entries.

    words: how many entries have each.  postings: of each group the ordinal and the impact in turn, ordinals rising.
    """

    size: int
    words: Mapping[str, int]
    postings: Mapping[str, array[int]]


def count_words(texts: Mapping[str, str]) -> EntryWords:
    """Return the words of one entry and how much each group matters in it; nothing else has a say in that.

    Raises: ValueError: a text belongs to no field.
    """
    unknown = set(texts) - {field.name for field in FIELDS}
    if unknown:
        raise ValueError(f"there is no field {min(unknown)!r}; the fields are {', '.join(field.name for field in FIELDS)}")
    words: set[str] = set()
    weighted: dict[str, float] = defaultdict(float)
    for field in FIELDS:
        counts = Counter(split_words(texts.get(field.name, "")))
        length = 1 - field.length_matters + field.length_matters * counts.total() / field.usual_length
        words.update(counts)
        for word, count in counts.items():
            weighted[group_of(word)] += field.weight * count / length
    groups = sorted(weighted)
    return EntryWords(" ".join(sorted(words)), " ".join(groups), bytes(_impact(weighted[group]) for group in groups))


def build_index(entries: Iterable[EntryWords]) -> Index:
    """Return the index of entries, numbered from 0 in the order given; they are read once, one at a time."""
    size = 0
    words: Counter[str] = Counter()
    postings: dict[str, array[int]] = {}
    for ordinal, entry in enumerate(entries):
        size = ordinal + 1
        words.update(entry.words.split())
        for group, impact in zip(entry.groups.split(), entry.impacts, strict=True):
            posting = (ordinal, impact)
            if group in postings:
                postings[group].extend(posting)
            else:
                postings[group] = array("I", posting)
    return Index(size, words, postings)


def _impact(weighted_count: float) -> int:
    """Return a weighted count on a scale that flattens out, from 1 to 63."""
    return 1 + int(HIGHEST_IMPACT * weighted_count / (SATURATION + weighted_count))
