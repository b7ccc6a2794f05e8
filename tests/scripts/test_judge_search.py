"""The measures of the judged queries, on made-up rankings, and the search that they measure."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from judge_search import (
    Judgements,
    Query,
    Score,
    addresses_of,
    among,
    misses,
    our_search,
    read_judgements,
    score,
    score_kinds,
    score_table,
    still_wanted,
)

from ideas_hub.repository.load import read_hub
from tests.conftest import SMALL_HUB

FIRST = Query("short", "tea", ("a", "b"))
SECOND = Query("short", "cake", ("c",))
THIRD = Query("long", "a place to sit", ("d",))
JUDGED = Judgements(frozenset("abcdwxyz"), (FIRST, SECOND, THIRD))
RANKINGS = {"tea": "abx", "cake": "xyzwc", "a place to sit": "xd"}


def ranked(words: str) -> Sequence[str]:
    return [*RANKINGS[words]]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("ab", Score(1, 1)),
        ("xayzwb", Score(1 / 2, 1 / 2)),
        ("xy", Score(0, 0)),
        ("", Score(0, 0)),
    ],
)
def test_a_score_says_how_soon_and_how_many(found: str, expected: Score) -> None:
    """One divided by the first place that is wanted, and the share of the wanted among the first five."""
    assert score(FIRST, found) == expected


def test_recall_can_be_whole_where_more_than_five_are_wanted() -> None:
    """Only five can be among the first five."""
    assert score(Query("kind", "words", tuple("abcdefg")), tuple("abcde")) == Score(1, 1)


def test_scores_are_means_by_kind_and_over_all() -> None:
    assert score_kinds(JUDGED.queries, ranked) == {
        "short": Score((1 + 1 / 5) / 2, 1),
        "long": Score(1 / 2, 1),
        "all": Score((1 + 1 / 5 + 1 / 2) / 3, 1),
    }


def test_an_entry_that_nobody_judged_is_not_ranked() -> None:
    """However many come first, the scores stay as they were."""

    def with_new_entries(words: str) -> Sequence[str]:
        return ["new", "newer", *ranked(words)]

    assert score_kinds(JUDGED.queries, with_new_entries) != score_kinds(JUDGED.queries, ranked)
    assert score_kinds(JUDGED.queries, among(JUDGED.entries, with_new_entries)) == score_kinds(JUDGED.queries, ranked)


def test_a_wanted_entry_that_is_gone_is_left_out_and_so_is_a_query_that_wants_nothing_else() -> None:
    assert still_wanted(JUDGED.queries, {"b", "d", "new"}) == (Query("short", "tea", ("b",)), THIRD)


def test_queries_are_read_kind_by_kind(tmp_path: Path) -> None:
    file = tmp_path / "queries.yml"
    file.write_text(
        "judged entries: [a, b]\nshort:\n  - {words: tea, wanted: [a]}\nlong:\n  - {words: a, wanted: [b]}\n"
    )

    assert read_judgements(file) == Judgements(
        frozenset("ab"), (Query("short", "tea", ("a",)), Query("long", "a", ("b",)))
    )


def test_the_table_has_a_row_for_each_kind_and_one_for_all() -> None:
    assert score_table(JUDGED.queries, {"ours": score_kinds(JUDGED.queries, ranked)}).splitlines()[2:] == [
        "| short | 2 | 0.60 | 1.00 |",
        "| long | 1 | 0.50 | 1.00 |",
        "| all | 3 | 0.57 | 1.00 |",
    ]


def test_a_query_that_could_do_better_is_shown_with_what_it_missed() -> None:
    found = misses([FIRST, Query("short", "cake", ("c", "q"))], ranked)

    assert '"words": "cake"' in found
    assert '"q"' in found
    assert '"tea"' not in found


def test_only_judged_entries_are_searched() -> None:
    """The whole hub has several entries about newcomers."""
    hub = read_hub(SMALL_HUB)[0]

    with our_search(hub, addresses_of(hub)) as find:
        assert len(find("newcomers")) > 1
    with our_search(hub, {"case-studies/soldering", "ideas/gone"}) as find:
        assert find("newcomers") == ["case-studies/soldering"]
