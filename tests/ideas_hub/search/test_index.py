"""Entries become an index, in segments that are joined: the same wherever they are cut."""

from itertools import pairwise, repeat

import pytest

from ideas_hub.search.index import build_index, build_segment, digits
from tests.ideas_hub.search.records import read_postings
from tests.ideas_hub.search.test_weights import weigh


def test_an_index_lists_entries_by_their_place() -> None:
    index = build_index([build_segment(weigh(body=text) for text in ("fixers", "garden", "gardens fixers"))])

    assert index.words == {"fixers": 2, "garden": 1, "gardens": 1}
    assert list(read_postings(index.postings["garden"])) == [1, 2]
    assert list(read_postings(index.postings["fixer"])) == [0, 2]


def test_a_number_is_as_short_as_it_can_be_and_ends_with_its_last_digit() -> None:
    assert [digits(number) for number in (0, 31, 32, 33, 1023, 1024)] == ["0", "v", "w1", "x1", "_v", "ww1"]


def test_postings_of_entries_far_apart_are_read_as_written() -> None:
    ordinals = (0, 1, 33, 40_000, 40_031, 120_000)
    nothing, tea = weigh(), weigh(title="Tea")
    between = (last - first - 1 for first, last in pairwise((-1, *ordinals)))
    index = build_index(build_segment([*repeat(nothing, number), tea]) for number in between)

    assert tuple(read_postings(index.postings["tea"])) == ordinals


@pytest.mark.parametrize("cuts", [(1,), (2, 3), (1, 2, 3, 4), (5,)])
def test_entries_make_the_same_index_wherever_they_are_cut_into_segments(cuts: tuple[int, ...]) -> None:
    """A word may stand in some of the segments or in all, and an entry may have no words."""
    entries = [
        weigh(body=text) for text in ("tea, newcomers", "garden", "", "gardens, newcomers' tea", "tea for a gardener")
    ]
    bounds = [0, *cuts, len(entries)]
    cut = build_index(build_segment(entries[first:end]) for first, end in pairwise(bounds))

    assert cut == build_index([build_segment(entries)])


def test_no_entries_make_an_empty_index() -> None:
    index = build_index([build_segment([])])

    assert (dict(index.words), dict(index.postings)) == ({}, {})
