"""The search finds what people want in the real content: on no kind of query less than its floor.

The floors lie a little below what was measured, so that an edit breaks nothing but a real loss shows.
`scripts/judge --misses` shows what is found and what is not; when the search has become better, raise the floors.
"""

from collections.abc import Collection

import pytest
from judge_search import (
    Find,
    Judgements,
    Score,
    addresses_of,
    means_by_kind,
    our_search,
    read_judgements,
    score,
    score_kinds,
)

from ideas_hub.repository.load import read_hub
from tests.conftest import ROOT
from tests.scripts.test_judge_search import JUDGED as MADE_UP
from tests.scripts.test_judge_search import ranked

# A town outside a project's area is no search term of it: "Newcastle" and "Birmingham" find a case study third.
FLOORS = {
    "everyday words": Score(0.93, 0.82),
    "misspelt": Score(0.92, 0.90),
    "place names": Score(0.88, 0.97),
    "two ideas at once": Score(0.94, 0.97),
    "a condition": Score(0.93, 0.88),
    "an organisation's short name": Score(0.98, 0.95),
    "questions as whole sentences": Score(0.86, 0.68),
    "synonyms": Score(0.85, 0.84),
    "all": Score(0.92, 0.87),
}
JUDGED = read_judgements()


def scores_for_floors(judged: Judgements, published: Collection[str], find: Find) -> dict[str, Score]:
    """Return the mean scores of each kind with gaps filled, so that no entry can lower them by being withdrawn.

    A query that lost a wanted entry counts as answered: without it, the mean of the others could be lower.
    """
    return means_by_kind(
        (query.kind, score(query, find(query.words)) if set(query.wanted) <= set(published) else Score(1, 1))
        for query in judged.queries
    )


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    hub = read_hub(ROOT)[0]
    with our_search(hub, JUDGED.entries) as find:
        return scores_for_floors(JUDGED, addresses_of(hub), find)


@pytest.mark.parametrize("kind", FLOORS)
def test_the_first_wanted_entry_ranks_near_the_top(scores: dict[str, Score], kind: str) -> None:
    """The mean reciprocal rank of each kind of query is at or above its floor."""
    assert scores[kind].reciprocal_rank >= FLOORS[kind].reciprocal_rank


@pytest.mark.parametrize("kind", FLOORS)
def test_the_wanted_entries_are_among_the_first_five(scores: dict[str, Score], kind: str) -> None:
    """The recall at 5 of each kind of query is at or above its floor."""
    assert scores[kind].recall >= FLOORS[kind].recall


def test_every_kind_has_a_floor() -> None:
    assert {query.kind for query in JUDGED.queries} | {"all"} == set(FLOORS)


def test_every_wanted_entry_was_judged() -> None:
    assert {address for query in JUDGED.queries for address in query.wanted} <= JUDGED.entries


def test_no_query_is_listed_twice() -> None:
    """It would count twice."""
    words = [query.words for query in JUDGED.queries]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize("withdrawn", ["a", "b", "c", "d", "ab", "cd", "abcd", "x", "wxyz"])
def test_withdrawing_or_renaming_entries_lowers_no_score_that_a_floor_holds(withdrawn: str) -> None:
    """A renamed entry has an address that nobody judged: to the measure, the old one is withdrawn."""
    before = scores_for_floors(MADE_UP, MADE_UP.entries, ranked)
    after = scores_for_floors(
        MADE_UP,
        MADE_UP.entries - set(withdrawn),
        lambda words: [address for address in ranked(words) if address not in withdrawn],
    )

    assert before == score_kinds(MADE_UP.queries, ranked)
    assert after.keys() == before.keys()
    assert all(after[kind].reciprocal_rank >= before[kind].reciprocal_rank for kind in before)
    assert all(after[kind].recall >= before[kind].recall for kind in before)


def test_a_worse_ranking_lowers_the_score_that_a_floor_holds() -> None:
    worse = scores_for_floors(MADE_UP, MADE_UP.entries, lambda words: ["z", *ranked(words)])

    assert worse["all"].reciprocal_rank < scores_for_floors(MADE_UP, MADE_UP.entries, ranked)["all"].reciprocal_rank
