"""The search finds what people want: never less on any kind of query than what stands here.

The floors lie a little below what was measured, so that an entry more or less breaks nothing but a real loss shows.
`scripts/judge --misses` says what is found and what is not; when the search has become better, raise the floors.
"""

from __future__ import annotations

import pytest
from finder import Finder
from judge_search import Query, Score, our_search, read_queries, score, score_kinds

from ideas_hub.site.context import load_context
from tests.conftest import ROOT

FLOORS = {
    "everyday words": Score(0.93, 0.82),
    "misspelt": Score(0.92, 0.90),
    "place names": Score(0.98, 0.97),
    "two ideas at once": Score(0.94, 0.97),
    "a condition": Score(0.93, 0.88),
    "an organisation's short name": Score(0.98, 0.95),
    "questions as whole sentences": Score(0.86, 0.68),
    "synonyms": Score(0.85, 0.84),
    "all": Score(0.93, 0.87),
}
QUERIES = read_queries()


@pytest.fixture(scope="module")
def finder() -> Finder:
    return our_search()


@pytest.fixture(scope="module")
def scores(finder: Finder) -> dict[str, Score]:
    return score_kinds(QUERIES, finder.find)


@pytest.mark.parametrize("kind", FLOORS)
def test_the_first_wanted_entry_stands_near_the_top(scores: dict[str, Score], kind: str) -> None:
    """The mean reciprocal rank of each kind of query is at or above its floor."""
    assert scores[kind].reciprocal_rank >= FLOORS[kind].reciprocal_rank


@pytest.mark.parametrize("kind", FLOORS)
def test_the_wanted_entries_are_among_the_first_five(scores: dict[str, Score], kind: str) -> None:
    """The recall at 5 of each kind of query is at or above its floor."""
    assert scores[kind].recall >= FLOORS[kind].recall


def test_every_kind_has_queries_and_a_floor() -> None:
    """A kind without a floor would not be held to anything."""
    assert {query.kind for query in QUERIES} | {"all"} == set(FLOORS)
    assert len(QUERIES) >= 70


def test_every_wanted_entry_is_there() -> None:
    """A judgement names an entry that the hub holds."""
    addresses = {f"{entry.kind.id}/{entry.id}" for entry in load_context(ROOT).hub.entries}

    assert {address for query in QUERIES for address in query.wanted} <= addresses


def test_no_query_stands_twice() -> None:
    """A query that stood twice would count twice."""
    words = [query.words for query in QUERIES]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (("a/", "b/"), Score(1, 1)),
        (("x/", "a/", "y/", "z/", "w/", "b/"), Score(1 / 2, 1 / 2)),
        (("x/", "y/"), Score(0, 0)),
        ((), Score(0, 0)),
    ],
)
def test_a_score_says_how_soon_and_how_many(found: tuple[str, ...], expected: Score) -> None:
    """One divided by the first place that is wanted, and the share of the wanted among the first five."""
    assert score(Query("kind", "words", ("a", "b")), found) == expected


def test_recall_can_be_whole_where_more_than_five_are_wanted() -> None:
    """Only five can be among the first five."""
    assert score(Query("kind", "words", tuple("abcdefg")), tuple("abcde")) == Score(1, 1)
