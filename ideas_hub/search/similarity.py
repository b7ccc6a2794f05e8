"""Finds, for an entry, the few others of its kind that are most like it, and what they share.

Likeness is the mean of two cosines.  One is of terms (communities, themes, activities ...), each weighing more the fewer
entries carry it.  The other is of the words of their facts, where an entry says in short what it is about: how much each
matters there, as the search counts it, times its rarity (K. Sparck Jones, "A statistical interpretation of term specificity
and its application in retrieval", Journal of Documentation 28.1, 1972).  The text below the facts has no say, so a change
there leaves what is similar as it was.

It stays near linear in the number of entries: of each entry only the `LEADING_WORDS` that matter most in it are looked at
and the `KEPT_WORDS` weightiest of those count, a word that weighs in more than `LONGEST_LIST` entries is passed over, and of a
large number of entries only about `CANDIDATES` are compared in full with each.  The same content gives the same answer: likeness is rounded, and of two that are as like the
first in reading order comes first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest, nsmallest
from itertools import chain, combinations
from math import log, sqrt
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub, term_ids
from ideas_hub.model.kinds import CASE_STUDIES, COMMUNITIES, IDEAS, LEARNING_POINTS, REGIONS, THEMES
from ideas_hub.search.entry_text import words_of_facts
from ideas_hub.search.index import EntryWords
from ideas_hub.search.words import stem

COMPARED_KINDS = (CASE_STUDIES, LEARNING_POINTS, IDEAS)
TERM_WEIGHTS = {COMMUNITIES.id: 1.0, THEMES.id: 1.0, "topics": 1.0, "activities": 0.8, REGIONS.id: 0.6, "delivery": 0.4}

MOST = 3
LEAST_LIKENESS = 0.04
LEADING_WORDS = 80
KEPT_WORDS = 40
LONGEST_LIST = 40
FEW = 100  # in a small hub each is compared with all
CANDIDATES = 40
NEIGHBOURS = 8

TermRef = tuple[str, str]
"""A list's id ("communities", "activities" ...) and a value's."""


@dataclass(frozen=True, slots=True)
class Similar:
    """An entry that is like another.

    terms: shared, those that tell most first.  words: where no term is shared; likewise, as they stand in texts, at most three.
    """

    entry: Document[Any]
    likeness: float
    terms: tuple[TermRef, ...]
    words: tuple[str, ...]


class Similarity(Mapping[str, tuple[Similar, ...]]):
    """By an entry's file, at most three others of its kind, the most like it first; found when asked for.

    So the processors that make the pages share that work too, and where no page needs it none is done.
    """

    def __init__(self, hub: Hub) -> None:
        """Compare nothing yet."""
        self._hub = hub

    @cached_property
    def _place(self) -> Mapping[str, tuple[Sequence[Document[Any]], SimilarityIndex, int]]:
        """All words and terms of all entries weighed, which is what the comparisons have in common."""
        place: dict[str, tuple[Sequence[Document[Any]], SimilarityIndex, int]] = {}
        for kind in COMPARED_KINDS:
            entries = [entry for entry in self._hub.entries if entry.kind is kind]
            pool = SimilarityIndex(
                [words_of_facts(entry.facts) for entry in entries], [set(terms_carried(entry)) for entry in entries]
            )
            place |= {entry.file: (entries, pool, ordinal) for ordinal, entry in enumerate(entries)}
        return place

    def __getitem__(self, file: str) -> tuple[Similar, ...]:
        entries, pool, ordinal = self._place[file]
        return tuple(
            _similar(entries[other], likeness, pool, ordinal, other) for other, likeness in pool.most_like(ordinal)
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._place)

    def __len__(self) -> int:
        return len(self._place)


def _similar(entry: Document[Any], likeness: float, pool: SimilarityIndex, ordinal: int, other: int) -> Similar:
    terms = pool.shared_terms(ordinal, other)
    return Similar(entry, likeness, terms, () if terms else pool.shared_words(ordinal, other))


def terms_carried(entry: Document[Any]) -> Iterator[TermRef]:
    """Yield every term of an entry that others may share."""
    for name in TERM_WEIGHTS:
        values = (
            term_ids(entry, name) if name in {COMMUNITIES.id, THEMES.id, REGIONS.id} else getattr(entry.facts, name, ())
        )
        yield from ((name, value) for value in values)


class SimilarityIndex:
    """Entries that can be compared, by ordinal in reading order: the vectors of each, of length 1, and who has what."""

    def __init__(self, words: Sequence[EntryWords], terms: Sequence[set[TermRef]]) -> None:
        """Weigh the words and terms of entries.  words: of each entry, as the search counts them.  terms: that it carries."""
        self._said = words
        leading = [dict(nsmallest(LEADING_WORDS, one.impacts.items(), key=_heaviest_first)) for one in words]
        holders = Counter(chain.from_iterable(leading))
        rarity = {
            group: log((len(words) + 1) / number)
            for group, number in holders.items()
            if number > 1 and not group.isdigit()
        }
        self._words = [_weightiest(impacts, rarity) for impacts in leading]
        carriers = Counter(term for carried in terms for term in carried)
        worth = {term: TERM_WEIGHTS[term[0]] * log((len(terms) + 1) / number) for term, number in carriers.items()}
        self._terms = [_unit({term: worth[term] for term in sorted(carried)}) for carried in terms]
        self._with_word = {
            group: [(ordinal, self._words[ordinal][group]) for ordinal in ordinals]
            for group, ordinals in _lists(self._words).items()
            if len(ordinals) <= LONGEST_LIST or len(words) <= FEW
        }
        self._carriers = carriers
        self._with_terms = _lists(tuple(_term_keys(vector)) for vector in self._terms)

    def most_like(self, ordinal: int) -> list[tuple[int, float]]:
        """Return at most three other entries with their likeness, from 0 to 1, the most like first."""
        by_words = self._likeness_of_words(ordinal)
        own = self._terms[ordinal].items()
        scored = []
        for other in self._candidates(ordinal, by_words):
            theirs = self._terms[other]
            by_terms = sum([weight * theirs[term] for term, weight in own if term in theirs])
            likeness = round((by_words.get(other, 0.0) + by_terms) / 2, 6)
            if likeness >= LEAST_LIKENESS:
                scored.append((-likeness, other))
        return [(other, -likeness) for likeness, other in nsmallest(MOST, scored)]

    def shared_terms(self, one: int, other: int) -> tuple[TermRef, ...]:
        """Return the terms of both, those that tell most first; one that most entries carry is no reason beside one that few do."""
        shared = _shared(self._terms[one], self._terms[other])
        telling = [term for term in shared if 2 * self._carriers[term] <= len(self._terms)]
        return tuple(telling or shared)

    def shared_words(self, one: int, other: int) -> tuple[str, ...]:
        """Return the three words of both that tell most, each in a form that the first entry uses."""
        forms = {stem(word): word for word in sorted(self._said[one].words, reverse=True)}
        return tuple(forms[group] for group in _shared(self._words[one], self._words[other])[:MOST])

    def _likeness_of_words(self, ordinal: int) -> dict[int, float]:
        likeness: dict[int, float] = defaultdict(float)
        for group, weight in self._words[ordinal].items():
            for other, others_weight in self._with_word.get(group, ()):
                likeness[other] += weight * others_weight
        likeness.pop(ordinal, None)
        return likeness

    def _candidates(self, ordinal: int, by_words: Mapping[int, float]) -> Iterable[int]:
        """Return the entries worth comparing in full: those most like in words, then those with the rarest terms in common."""
        if len(self._terms) <= FEW:
            return (other for other in range(len(self._terms)) if other != ordinal)
        found = set(nlargest(CANDIDATES // 2, by_words, key=by_words.__getitem__))
        for carriers in sorted((self._with_terms[key] for key in _term_keys(self._terms[ordinal])), key=len):
            if len(found) >= CANDIDATES:
                break
            place = bisect_left(carriers, ordinal)
            found.update(carriers[max(0, place - NEIGHBOURS) : place + NEIGHBOURS])
        return found - {ordinal}


def _term_keys(terms: Iterable[TermRef]) -> Iterator[tuple[TermRef, ...]]:
    """Yield each two terms of an entry, then each alone; terms come in order of their ids."""
    carried = tuple(terms)
    yield from combinations(carried, 2)
    yield from ((term,) for term in carried)


def _heaviest_first(weighed: tuple[str, float]) -> tuple[float, str]:
    return -weighed[1], weighed[0]


def _weightiest(impacts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return the words of an entry that say most about it: no bare numbers, and no word that it has alone."""
    weights = {group: impact * rarity[group] for group, impact in impacts.items() if group in rarity}
    return _unit(dict(nsmallest(KEPT_WORDS, weights.items(), key=_heaviest_first)))


def _unit(vector: Mapping[Any, float]) -> dict[Any, float]:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {name: weight / length for name, weight in vector.items()}


def _lists(vectors: Iterable[Iterable[Any]]) -> dict[Any, list[int]]:
    lists: dict[Any, list[int]] = defaultdict(list)
    for ordinal, vector in enumerate(vectors):
        for name in vector:
            lists[name].append(ordinal)
    return lists


def _shared(one: Mapping[Any, float], other: Mapping[Any, float]) -> list[Any]:
    return sorted((name for name in one if name in other), key=lambda name: (-round(one[name] * other[name], 6), name))
