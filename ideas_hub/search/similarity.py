"""For an entry, the few others of its kind that are most similar, and what they share.

Likeness is the mean of two cosines.
One is of terms (communities, themes, activities ...), which weigh more the fewer entries carry them.
The other is of the words of the facts, where an entry says in short what it is about: the impact of each, as the search
weighs it, times its rarity (K. Sparck Jones, "A statistical interpretation of term specificity and its application in
retrieval", Journal of Documentation 28.1, 1972).
The text below the facts does not count, so a change there leaves the similar entries as they were.

It stays nearly linear in the number of entries:
of each entry only the `LEADING_WORDS` with the highest impact are considered, and the `WORDS_PER_ENTRY` weightiest of
those count; a word that weighs in more than `MAX_POSTINGS` entries is ignored; and in a large hub an entry is compared
in full with only about `CANDIDATES` others.
The same content gives the same answer: likeness is rounded, and of two that are equally similar the first in reading
order comes first.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest, nsmallest
from itertools import chain, combinations
from math import log, sqrt
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    EVENTS,
    IDEAS,
    LEARNING_POINTS,
    REGIONS,
    THEMES,
    TOOLS,
)
from ideas_hub.search.texts import texts_of_facts
from ideas_hub.search.weights import EntryWords, Field, weigh_words

FIELDS = (
    Field("title", 6, 6, 0.3),
    Field("names", 5, 6, 0.0),
    Field("terms", 4, 40, 0.0),
    Field("summary", 3, 20, 0.5),
    Field("body", 1, 450, 0.75),
)
SATURATION = 2.5
"""Single words, and those that many texts have in common: what tells entries apart in a search makes few alike."""

COMPARED_KINDS = (CASE_STUDIES, LEARNING_POINTS, IDEAS, TOOLS, EVENTS)
TERM_WEIGHTS = {
    COMMUNITIES.id: 1.0,
    THEMES.id: 1.0,
    "topics": 1.0,
    "activities": 0.8,
    "partners": 0.8,
    REGIONS.id: 0.6,
    "delivery": 0.4,
}
"""By the id of a kind of term or the name of a field of facts."""

MAX_RESULTS = 3
MIN_LIKENESS = 0.04
LEADING_WORDS = 80
WORDS_PER_ENTRY = 40
MAX_POSTINGS = 40
EXHAUSTIVE_UP_TO = 100
"""Entries: in a hub no larger than this, each is compared with all."""
CANDIDATES = 40
NEIGHBOURS = 8
"""Entries on each side of an entry, in reading order, that carry the same terms."""

TermRef = tuple[str, str]
"""A key of TERM_WEIGHTS, and the id of a term or value."""


class SimilarityIndex:
    """Entries to be compared, by ordinal in reading order: their vectors of length 1, and an inverted index of each."""

    def __init__(self, words: Sequence[EntryWords], terms: Sequence[set[TermRef]]) -> None:
        """Weigh the words and the terms of each entry."""
        self._words = _word_vectors([entry.impacts for entry in words])
        self._with_word = {
            group: [(ordinal, self._words[ordinal][group]) for ordinal in ordinals]
            for group, ordinals in _inverted(self._words).items()
            if len(ordinals) <= MAX_POSTINGS or len(words) <= EXHAUSTIVE_UP_TO
        }
        self._carriers = Counter(chain.from_iterable(terms))
        weights = {term: TERM_WEIGHTS[term[0]] * log((len(terms) + 1) / n) for term, n in self._carriers.items()}
        self._terms = [_unit({term: weights[term] for term in sorted(carried)}) for carried in terms]
        self._with_terms = _inverted(tuple(_term_keys(vector)) for vector in self._terms)

    def most_like(self, ordinal: int) -> list[tuple[int, float]]:
        """Return at most three other entries, each with its likeness from 0 to 1, the most similar first."""
        by_words = self._likeness_of_words(ordinal)
        terms = self._terms[ordinal].items()
        scored = []
        for other in self._candidates(ordinal, by_words):
            others_terms = self._terms[other]
            by_terms = sum([weight * others_terms[term] for term, weight in terms if term in others_terms])
            likeness = round((by_words.get(other, 0.0) + by_terms) / 2, 6)
            if likeness >= MIN_LIKENESS:
                scored.append((-likeness, other))
        return [(other, -likeness) for likeness, other in nsmallest(MAX_RESULTS, scored)]

    def shared_terms(self, one: int, other: int) -> tuple[TermRef, ...]:
        """Return the terms of both, the most telling first.

        Those that more than half of all entries carry are left out, unless there are no others.
        """
        weights, others = self._terms[one], self._terms[other]
        both = weights.keys() & others.keys()
        shared = sorted(both, key=lambda term: (-round(weights[term] * others[term], 6), term))
        telling = [term for term in shared if 2 * self._carriers[term] <= len(self._terms)]
        return tuple(telling or shared)

    def _likeness_of_words(self, ordinal: int) -> dict[int, float]:
        likeness: dict[int, float] = defaultdict(float)
        for group, weight in self._words[ordinal].items():
            for other, others_weight in self._with_word.get(group, ()):
                likeness[other] += weight * others_weight
        likeness.pop(ordinal, None)
        return likeness

    def _candidates(self, ordinal: int, by_words: Mapping[int, float]) -> Iterable[int]:
        """Return the entries to compare in full: the most similar in words, then those that share the rarest terms."""
        if len(self._terms) <= EXHAUSTIVE_UP_TO:
            return (other for other in range(len(self._terms)) if other != ordinal)
        found = set(nlargest(CANDIDATES // 2, by_words, key=by_words.__getitem__))
        for carriers in sorted((self._with_terms[key] for key in _term_keys(self._terms[ordinal])), key=len):
            if len(found) >= CANDIDATES:
                break
            place = bisect_left(carriers, ordinal)
            found.update(carriers[max(0, place - NEIGHBOURS) : place + NEIGHBOURS])
        return found - {ordinal}


def _word_vectors(impacts: Iterable[Mapping[str, int]]) -> list[dict[str, float]]:
    """Return the weightiest words of each entry; bare numbers and words that only one entry has do not count."""
    leading = [dict(nsmallest(LEADING_WORDS, entry.items(), key=_heaviest_first)) for entry in impacts]
    holders = Counter(chain.from_iterable(leading))
    rarity = {group: log((len(leading) + 1) / n) for group, n in holders.items() if n > 1 and not group.isdigit()}
    weighed = (
        [(group, impact * rarity[group]) for group, impact in entry.items() if group in rarity] for entry in leading
    )
    return [_unit(dict(nsmallest(WORDS_PER_ENTRY, entry, key=_heaviest_first))) for entry in weighed]


def _heaviest_first(weighed: tuple[str, float]) -> tuple[float, str]:
    return -weighed[1], weighed[0]


def _unit(vector: Mapping[Any, float]) -> dict[Any, float]:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {name: weight / length for name, weight in vector.items()}


def _inverted(vectors: Iterable[Iterable[Any]]) -> dict[Any, list[int]]:
    """Return the ordinals of the vectors that have each name."""
    ordinals: dict[Any, list[int]] = defaultdict(list)
    for ordinal, vector in enumerate(vectors):
        for name in vector:
            ordinals[name].append(ordinal)
    return ordinals


def _term_keys(terms: Iterable[TermRef]) -> Iterator[tuple[TermRef, ...]]:
    """Yield each pair of terms, then each term alone; terms come in order of their ids."""
    carried = tuple(terms)
    yield from combinations(carried, 2)
    yield from combinations(carried, 1)


@dataclass(frozen=True, slots=True)
class Similar:
    """A similar entry.

    address: of its page.
    likeness: from 0 to 1.
    terms: shared ones, the most telling first.
    """

    address: str
    likeness: float
    terms: tuple[TermRef, ...]


@dataclass(frozen=True)
class Similarity:
    """The similar entries of each entry of a hub.

    Computed when asked for: pages that are reused need none.
    """

    hub: Hub

    @cached_property
    def _places(self) -> Mapping[str, tuple[Sequence[AnyEntry], SimilarityIndex, int]]:
        """By file: the entries of its kind, their index and its ordinal there."""
        places: dict[str, tuple[Sequence[AnyEntry], SimilarityIndex, int]] = {}
        for kind in COMPARED_KINDS:
            entries = [entry for entry in self.hub.listed if entry.kind is kind]
            words = [
                weigh_words(texts_of_facts(entry.facts), fields=FIELDS, saturation=SATURATION) for entry in entries
            ]
            index = SimilarityIndex(words, [set(terms_carried(entry, self.hub)) for entry in entries])
            places |= {entry.file: (entries, index, ordinal) for ordinal, entry in enumerate(entries)}
        return places

    def prepare(self) -> None:
        """Compute what all entries need, before the workers that render their pages start: each would do it again."""
        _ = self._places

    def similar_to(self, entry: AnyEntry) -> list[Similar]:
        """Return at most three others of an entry's kind, the most similar first; none of a kind not compared."""
        if entry.kind not in COMPARED_KINDS or entry.facts.is_milestone:
            return []
        entries, index, ordinal = self._places[entry.file]
        return [
            Similar(addresses.document(entry.kind, entries[other].id), likeness, index.shared_terms(ordinal, other))
            for other, likeness in index.most_like(ordinal)
        ]


def terms_carried(entry: AnyEntry, hub: Hub) -> Iterator[TermRef]:
    """Yield the terms and values of an entry that others may share."""
    facts = entry.facts
    partners = (hub.directory.named(name) for name in facts.partners)
    values = {
        THEMES.id: facts.themes,
        REGIONS.id: facts.regions,
        COMMUNITIES.id: facts.communities,
        "topics": facts.topics,
        "activities": facts.activities,
        "delivery": facts.delivery,
        "partners": [row.id for row in partners if row],
    }
    for field in TERM_WEIGHTS:
        yield from ((field, value) for value in values[field])
