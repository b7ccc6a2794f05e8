"""The search finds what people want in the real content: on no kind of query less than its floor.

The floors lie a little below what was measured, so that an edit breaks nothing but a real loss shows.
`scripts/judge --misses` shows what is found and what is not; when the search has become better, raise the floors.
"""

import pytest
from judge_search import Score, addresses_of, our_search, read_judgements, scores_for_floors
from playwright.sync_api import Browser

from ideas_hub.repository.assemble import read_hub
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
JUDGED = read_judgements()


@pytest.fixture(scope="module")
def scores(browser: Browser) -> dict[str, Score]:
    hub = read_hub(ROOT)[0]
    return scores_for_floors(JUDGED, addresses_of(hub), our_search(browser.new_page(), hub, JUDGED.entries))


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
