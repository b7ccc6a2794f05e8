"""The search finds what people want in the real content: on no kind of query less than its floor.

The floors lie a little below what was measured, so that an edit breaks nothing but a real loss shows.
`scripts/judge --misses` shows what is found and what is not; when the search has become better, raise the floors.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from judge_measures import Find, Judgements, Score, among, means_by_kind, read_judgements, score
from judge_search import PAGES, QUERIES, asking, published_pages, search_of_hub
from script_search import ScriptSearch

from ideas_hub.model.hub import Hub
from ideas_hub.repository.load import read_hub
from tests.conftest import ROOT
from tests.scripts.test_judge_measures import JUDGED as MADE_UP
from tests.scripts.test_judge_measures import ranked

GRADED = ROOT / "tests/graded_queries.json"

FIRST_HIT_AND_RECALL = {
    "everyday words": (0.98, 0.88),
    "misspelt": (0.94, 0.97),
    "place names": (0.97, 0.97),
    "two ideas at once": (0.95, 0.97),
    "a condition": (0.97, 0.93),
    "an organisation's short name": (0.98, 0.95),
    "questions as whole sentences": (0.92, 0.78),
    "synonyms": (0.90, 0.86),
    "all": (0.95, 0.91),
}
"""By kind of query in tests/judged_queries.yml."""

ANY, ORDER, BEST, NONE = 0.86, 0.71, 0.84, 0.02
"""Over tests/graded_queries.json: first hit, nDCG@10 and best in three at least, none in ten at most."""


def scores_for_floors(judged: Judgements, published: Collection[str], find: Find) -> dict[str, Score]:
    """Return the mean scores of each kind with gaps filled, so that no page can lower them by being withdrawn.

    A query that lost an answer counts as answered: without it, the mean of the others could be lower.
    """
    return means_by_kind(
        (
            query.kind,
            score(query, find(query.words)) if query.grades.keys() <= set(published) else Score(1, 1, 1, 0, 1),
        )
        for query in judged.queries
        if query.grades
    )


@pytest.fixture(scope="module")
def hub() -> Hub:
    return read_hub(ROOT)[0]


@pytest.fixture(scope="module")
def search(hub: Hub) -> Iterator[ScriptSearch]:
    with search_of_hub(hub) as running:
        yield running


@pytest.fixture(scope="module")
def scores(hub: Hub, search: ScriptSearch) -> dict[str, Score]:
    judged = read_judgements(QUERIES, PAGES)
    return scores_for_floors(judged, published_pages(hub), among(judged.pages, asking(search)))


@pytest.mark.parametrize("kind", FIRST_HIT_AND_RECALL)
def test_the_first_wanted_entry_ranks_near_the_top(scores: dict[str, Score], kind: str) -> None:
    """The mean reciprocal rank of each kind of query is at or above its floor."""
    assert scores[kind].first_hit >= FIRST_HIT_AND_RECALL[kind][0]


@pytest.mark.parametrize("kind", FIRST_HIT_AND_RECALL)
def test_the_wanted_entries_are_among_the_first_five(scores: dict[str, Score], kind: str) -> None:
    """The recall at 5 of each kind of query is at or above its floor."""
    assert scores[kind].recall >= FIRST_HIT_AND_RECALL[kind][1]


def test_strangers_find_what_they_meant(hub: Hub, search: ScriptSearch) -> None:
    """Queries that were written, and answers that were graded, by people who had not built the search."""
    judged = read_judgements(GRADED, PAGES)
    whole = scores_for_floors(judged, published_pages(hub), among(judged.pages, asking(search)))["all"]

    assert whole.first_hit >= ANY
    assert whole.ndcg >= ORDER
    assert whole.best_in_three >= BEST
    assert whole.none_in_ten <= NONE


def test_every_kind_has_a_floor() -> None:
    judged = read_judgements(QUERIES, PAGES)

    assert {query.kind for query in judged.queries} | {"all"} == set(FIRST_HIT_AND_RECALL)


def test_every_wanted_entry_was_judged() -> None:
    judged = read_judgements(QUERIES, PAGES)

    assert {address for query in judged.queries for address in query.grades} <= judged.pages


@pytest.mark.parametrize("file", [QUERIES, GRADED], ids=lambda file: file.name)
def test_no_query_is_listed_twice(file: Path) -> None:
    """It would count twice."""
    words = [query.words for query in read_judgements(file, PAGES).queries]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize("withdrawn", ["a", "b", "c", "d", "ab", "cd", "abcd", "x", "wxyz"])
def test_withdrawing_or_renaming_entries_lowers_no_score_that_a_floor_holds(withdrawn: str) -> None:
    """A renamed entry has an address that nobody judged: to the measure, the old one is withdrawn."""
    before = scores_for_floors(MADE_UP, MADE_UP.pages, ranked)
    after = scores_for_floors(
        MADE_UP,
        MADE_UP.pages - set(withdrawn),
        lambda words: [address for address in ranked(words) if address not in withdrawn],
    )

    assert after.keys() == before.keys()
    assert all(after[kind].first_hit >= before[kind].first_hit for kind in before)
    assert all(after[kind].recall >= before[kind].recall for kind in before)


def test_a_worse_ranking_lowers_the_score_that_a_floor_holds() -> None:
    worse = scores_for_floors(MADE_UP, MADE_UP.pages, lambda words: ["z", *ranked(words)])

    assert worse["all"].first_hit < scores_for_floors(MADE_UP, MADE_UP.pages, ranked)["all"].first_hit
