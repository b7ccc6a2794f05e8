"""The measures of the judged queries, on made-up rankings."""

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import pytest
from judge_measures import (
    Judgements,
    Query,
    Score,
    among,
    answerable,
    misses,
    read_judgements,
    score,
    score_kinds,
    score_table,
)

FIRST = Query("short", "tea", {"a": 1, "b": 1})
SECOND = Query("short", "cake", {"c": 1})
THIRD = Query("long", "a place to sit", {"d": 1})
JUDGED = Judgements(frozenset("abcdwxyz"), (FIRST, SECOND, THIRD))
RANKINGS = {"tea": "abx", "cake": "xyzwc", "a place to sit": "xd"}
PAGES = Path("pages.txt")


def ranked(words: str) -> Sequence[str]:
    return [*RANKINGS[words]]


@pytest.mark.parametrize(
    ("found", "first_hit", "best_in_three", "none_in_ten", "recall"),
    [
        ("ab", 1, 1, 0, 1),
        ("xayzwb", 1 / 2, 1, 0, 1 / 2),
        ("xyzwqab", 1 / 6, 0, 0, 0),
        ("0123456789a", 0, 0, 1, 0),
        ("", 0, 0, 1, 0),
    ],
)
def test_a_score_says_how_soon_and_how_many(
    found: str, first_hit: float, best_in_three: float, none_in_ten: float, recall: float
) -> None:
    result = score(FIRST, found)

    assert (result.first_hit, result.best_in_three, result.none_in_ten, result.recall) == (
        first_hit,
        best_in_three,
        none_in_ten,
        recall,
    )


def test_the_best_order_has_a_gain_of_one_and_a_good_answer_below_a_fair_one_less() -> None:
    """By hand: (1/log2(2) + 2/log2(3)) / (2/log2(2) + 1/log2(3))."""
    query = Query("kind", "words", {"good": 2, "fair": 1})

    assert score(query, ["good", "fair"]).ndcg == 1
    assert score(query, ["fair", "good"]).ndcg == pytest.approx(0.8597, abs=1e-4)
    assert score(query, ["good", "other", "fair"]).ndcg == pytest.approx(0.9502, abs=1e-4)


def test_only_the_best_answers_count_among_the_first_three_and_five() -> None:
    query = Query("kind", "words", {"good": 2, "fair": 1})

    assert score(query, ["fair"]).first_hit == 1
    assert (score(query, ["fair"]).best_in_three, score(query, ["fair"]).recall) == (0, 0)


def test_recall_can_be_whole_where_more_than_five_are_best() -> None:
    """Only five can be among the first five."""
    assert score(Query("kind", "words", dict.fromkeys("abcdefg", 1)), tuple("abcde")).recall == 1


def test_scores_are_means_by_kind_and_over_all() -> None:
    scores = score_kinds(JUDGED.queries, ranked)

    assert [*scores] == ["short", "long", "all"]
    assert scores["short"].first_hit == (1 + 1 / 5) / 2
    assert scores["all"].first_hit == (1 + 1 / 5 + 1 / 2) / 3


def test_a_page_that_nobody_judged_is_not_ranked() -> None:
    """However many come first, the scores stay as they were."""

    def with_new_pages(words: str) -> Sequence[str]:
        return ["new", "newer", *ranked(words)]

    assert score_kinds(JUDGED.queries, with_new_pages) != score_kinds(JUDGED.queries, ranked)
    assert score_kinds(JUDGED.queries, among(JUDGED.pages, with_new_pages)) == score_kinds(JUDGED.queries, ranked)


def test_an_answer_that_is_gone_is_left_out_and_so_is_a_query_without_another() -> None:
    assert answerable(JUDGED.queries, {"b", "d", "new"}) == (Query("short", "tea", {"b": 1}), THIRD)


def test_queries_are_read_kind_by_kind_from_yaml(tmp_path: Path) -> None:
    file = tmp_path / "queries.yml"
    file.write_text(
        "judged entries: [a, b]\nshort:\n  - {words: tea, wanted: [a]}\nlong:\n  - {words: a, wanted: [b]}\n"
    )

    assert read_judgements(file, PAGES) == Judgements(
        frozenset("ab"), (Query("short", "tea", {"a": 1}), Query("long", "a", {"b": 1}))
    )


def test_graded_queries_are_read_from_json_and_an_address_that_moved_keeps_its_grade(tmp_path: Path) -> None:
    file, pages = tmp_path / "queries.json", tmp_path / "pages.txt"
    grades = {"/projects/#wobbly-chair": 2, "/glossary/#tool": 1}
    file.write_text(json.dumps([{"q": "tea", "who": "young", "grades": grades, "expect_nothing": False}]))
    pages.write_text("/about/\n/projects/#third-drawer\n")
    read = read_judgements(file, pages)

    assert read.queries == (Query("young", "tea", {"projects/wobbly-chair": 2, "glossary/#tool": 1}),)
    assert read.pages == {"about", "projects/third-drawer", "projects/wobbly-chair", "glossary/#tool"}


def test_the_table_has_a_row_for_each_kind_and_one_for_all() -> None:
    table = score_table(JUDGED.queries, {"ours": score_kinds(JUDGED.queries, ranked)}).splitlines()

    assert [row.split(" | ")[:3] for row in table[2:]] == [
        ["| short", "2", "0.60"],
        ["| long", "1", "0.50"],
        ["| all", "3", "0.57"],
    ]
    assert all(f"ours: {one.metadata['name']}" in table[0] for one in fields(Score))


def test_a_query_that_could_do_better_is_shown_with_what_it_missed() -> None:
    found = misses([FIRST, Query("short", "cake", {"c": 1, "q": 1})], ranked)

    assert '"words": "cake"' in found
    assert '"q"' in found
    assert '"tea"' not in found
