"""An entry's words matter by where they stand, how often, and by nothing outside the entry."""

import json
from collections.abc import Mapping
from itertools import pairwise

import pytest

from ideas_hub.search.index import FIELDS, HIGHEST_IMPACT, EntryWords, build_index, build_segment, weigh_words


def impacts(entry: EntryWords) -> Mapping[str, int]:
    """Return the impact of each group."""
    return entry.impacts


def test_forms_of_a_word_are_one_group() -> None:
    entry = weigh_words({"title": "Gardening", "body": "Gardens for fixers"})

    assert entry.words == {"fixers", "gardening", "gardens"}
    assert set(entry.impacts) == {"garden", "fixer"}


def test_a_word_matters_more_in_each_field_than_in_the_next() -> None:
    filler = {field.name: "word " * (field.usual_length - 1) for field in FIELDS}
    found = [impacts(weigh_words({**filler, field.name: f"{filler[field.name]} garden"}))["garden"] for field in FIELDS]

    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


def test_a_title_counts_for_more_than_several_mentions_in_the_body() -> None:
    in_title = impacts(weigh_words({"title": "Garden club", "body": "word " * 400}))
    in_body = impacts(weigh_words({"title": "A club", "body": "word " * 400 + "garden " * 4}))

    assert in_title["garden"] > in_body["garden"]


def test_more_mentions_matter_more_but_less_and_less() -> None:
    once, twice, thrice = (
        impacts(weigh_words({"body": "word " * 400 + "garden " * times}))["garden"] for times in (1, 2, 3)
    )

    assert 0 < thrice - twice < twice - once


def test_a_mention_in_a_short_text_says_more_than_in_a_long_one() -> None:
    short, long = (impacts(weigh_words({"body": f"{'word ' * length} garden"}))["garden"] for length in (50, 2000))

    assert short > long


def test_impacts_fit_their_bounds() -> None:
    entry = weigh_words({field.name: "garden " * 500 for field in FIELDS} | {"body": "rare " + "word " * 100_000})

    assert min(entry.impacts.values()) == 1
    assert max(entry.impacts.values()) <= HIGHEST_IMPACT


def test_a_text_of_no_field_is_a_programming_mistake() -> None:
    with pytest.raises(ValueError, match="there is no field 'text'; the fields are title, names"):
        weigh_words({"text": "words"})


def test_an_index_lists_entries_by_their_place() -> None:
    index = build_index(
        [build_segment(0, (weigh_words({"body": text}) for text in ("fixers", "garden", "gardens fixers")))]
    )

    assert index.words == {"fixers": 2, "garden": 1, "gardens": 1}
    assert json.loads(index.postings["garden"])[::2] == [2, 1]  # steps from the place before the first
    assert json.loads(index.postings["fixer"])[::2] == [1, 2]


@pytest.mark.parametrize("cuts", [(1,), (2, 3), (1, 2, 3, 4), (5,)])
def test_entries_make_the_same_index_wherever_they_are_cut_into_segments(cuts: tuple[int, ...]) -> None:
    """A word may stand in some of the segments or in all, and an entry may have no words."""
    entries = [
        weigh_words({"body": text})
        for text in ("tea, newcomers", "garden", "", "gardens, newcomers' tea", "tea for a gardener")
    ]
    bounds = [0, *cuts, len(entries)]
    cut = build_index(build_segment(first, entries[first:end]) for first, end in pairwise(bounds))

    assert cut == build_index([build_segment(0, entries)])


def test_no_entries_make_an_empty_index() -> None:
    index = build_index([build_segment(0, [])])

    assert (dict(index.words), dict(index.postings)) == ({}, {})
