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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from operator import sub
from typing import NamedTuple

from ideas_hub.model.card import Card
from ideas_hub.model.place import Point
from ideas_hub.search.words import count_words, name_key, stem, stems_of

HIGHEST_IMPACT = 63
"""Steps four times as fine (255) change 3 in 100 of the first ten results, and make the word chunks a fifth larger."""

WHOLE_NAME = 3.0
"""How much more a word or two count where they are a whole name, such as a search term."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
"""From 0 to 63: an impact is one of them; a number has as many as it needs, see `digits`."""

BASE = 32

SATURATION = 10
"""The k1 of BM25F: the weighted count at which a group has half of the highest impact, which it nears ever slower."""


@dataclass(frozen=True, slots=True)
class Field:
    """A part of an entry.

    usual_length: in words.
    length_matters: the b of BM25F, from 0 (not at all) to 1.
    phrases: whether two words side by side are a group too.  Its texts are then names.
    is_name: whether each text as a whole is a group too.
    """

    name: str
    weight: float
    usual_length: int
    length_matters: float
    phrases: bool = False
    is_name: bool = False


FIELDS = (
    Field("title", 6, 6, 0.3, phrases=True, is_name=True),
    Field("names", 5, 6, 0.0, phrases=True, is_name=True),  # who and where: one of many partners matters no less
    Field("terms", 6, 40, 0.0, phrases=True),  # labels and search terms: one of many matters no less
    Field("summary", 3, 20, 0.5),
    Field("synonyms", 0.6, 40, 0.0),  # of its terms, whose own pages have them as terms
    Field("evidence", 2.2, 40, 0.0),  # the names of the projects that show a learning point
    Field("headings", 2, 15, 0.3),
    Field("body", 1, 450, 0.75),
)


Texts = Mapping[str, Iterable[str]]
"""By the name of a field."""


class EntryWords(NamedTuple):
    """The words of one entry.

    words: each once.
    impacts: how much each group matters, from 1 to 63; see Index for what a group is.
    """

    words: frozenset[str]
    impacts: Mapping[str, int]


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
    """The words of some consecutive entries, small and plain enough to cache.

    words: sorted, joined by spaces.
    counts: how many of the entries have each word, as 32-bit numbers.
    groups: one on each line.
    first, last: the ordinals of the first and the last entry that has each group, as 32-bit numbers.
    steps: a line for each group, of the steps from one of these ordinals to the next, each in `digits`.
    impacts: a line for each group, of each entry's impact as a digit.
    """

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


def weigh_words(
    texts: Texts,
    share: float = 1.0,
    *,
    fields: Sequence[Field] = FIELDS,
    saturation: float = SATURATION,
) -> EntryWords:
    """Return the words of one entry and how much each group matters in it.

    texts: by field name.
    share: how much its kind matters, up to 1.
    Raises: ValueError: there is no field of a name.
    """
    names = [field.name for field in fields]
    if unknown := texts.keys() - names:
        raise ValueError(f"there is no field {min(unknown)!r}; the fields are {', '.join(names)}")
    words: set[str] = set()
    weighted: dict[str, float] = defaultdict(float)
    for field in fields:
        some = texts.get(field.name, ())
        counts = count_words("\n".join(some))
        length = 1 - field.length_matters + field.length_matters * sum(counts.values()) / field.usual_length
        words.update(counts)
        for word, count in counts.items():
            weighted[stem(word)] += field.weight * count / length
        for group, times in chain.from_iterable(_names(text, field) for text in some if field.phrases):
            weighted[group] += times * field.weight / length
    impacts = {group: 1 + int(HIGHEST_IMPACT * share * n / (saturation + n)) for group, n in weighted.items()}
    return EntryWords(frozenset(words), impacts)


def _names(text: str, field: Field) -> Iterator[tuple[str, float]]:
    """Yield each two words of a name side by side, a name of one word, and the whole name; how often each counts."""
    if field.is_name and (whole := name_key(text)):
        yield whole, 1.0
    stems = stems_of(text)
    if len(stems) == 1:
        yield stems[0], WHOLE_NAME - 1  # beside the word itself
    for one, other in pairwise(stems):
        yield f"{one} {other}", 1.0 if stems[2:] else WHOLE_NAME


def build_segment(first: int, entries: Iterable[EntryWords]) -> Segment:
    """Return the words of consecutive entries.

    first: the ordinal of the first of them.
    """
    words: Counter[str] = Counter()
    ordinals: dict[str, list[int]] = defaultdict(list)
    impacts: dict[str, list[str]] = defaultdict(list)
    for ordinal, entry in enumerate(entries, first):
        words.update(entry.words)
        for group, impact in entry.impacts.items():
            ordinals[group].append(ordinal)
            impacts[group].append(DIGITS[impact])
    return Segment(
        " ".join(sorted(words)),
        array("I", (words[word] for word in sorted(words))).tobytes(),
        "\n".join(ordinals),
        array("I", (having[0] for having in ordinals.values())).tobytes(),
        array("I", (having[-1] for having in ordinals.values())).tobytes(),
        "\n".join("".join(map(digits, map(sub, having[1:], having))) for having in ordinals.values()),
        "\n".join(map("".join, impacts.values())),
    )


def build_index(segments: Iterable[Segment]) -> Index:
    """Return the index of segments, given in the order of their ordinals."""
    words: Counter[str] = Counter()
    steps: dict[str, list[str]] = defaultdict(list)
    impacts: dict[str, list[str]] = defaultdict(list)
    ends: dict[str, int] = defaultdict(lambda: -1)
    for segment in segments:
        words.update(dict(zip(segment.words.split(), array("I", segment.counts), strict=True)))
        texts = (segment.groups, segment.steps, segment.impacts) if segment.groups else ()
        numbers = array("I", segment.first), array("I", segment.last)
        for group, some_steps, some_impacts, first, last in zip(
            *(text.split("\n") for text in texts), *numbers, strict=True
        ):
            steps[group] += (digits(first - ends[group]), some_steps)
            impacts[group].append(some_impacts)
            ends[group] = last
    return Index(words, {group: f"{''.join(some)}.{''.join(impacts[group])}" for group, some in steps.items()})


@cache
def digits(number: int) -> str:
    """Return a number in base 32, the lowest digit first; each digit but the last is 32 more than its value."""
    if number < BASE:
        return DIGITS[number]
    return DIGITS[BASE + number % BASE] + digits(number // BASE)
