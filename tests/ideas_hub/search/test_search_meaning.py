"""A word that is nowhere: a word near in meaning is searched for it; no English word is taken for a misspelling."""

from collections.abc import Iterator, Mapping

import pytest
from script_search import ScriptSearch, search_of

from ideas_hub.search.build import search_from_records
from ideas_hub.search.related import near_words_of_absent, read_common_words
from ideas_hub.search.words import STOP_WORDS, stem
from tests.ideas_hub.search.records import REGION, THEME, entry

ENTRIES = (
    entry(1, "Stoke", "A stoker in a boat."),
    entry(2, "Gardening for friends", "They dug, and had tea and a meal with their doctor."),
    entry(3, "Singing", "A choir for older people in a hospital."),
    entry(4, "Walking", "Walking in a park with a dog, and a swim."),
)


@pytest.fixture(scope="module")
def search() -> Iterator[ScriptSearch]:
    with search_of(search_from_records(ENTRIES, (THEME, REGION), related=True)) as running:
        yield running


@pytest.fixture(scope="module")
def near_words() -> Mapping[str, str]:
    """The near words, by the stem of each common word that is in none of the entries."""
    return near_words_of_absent({group for one in ENTRIES for group in one.words().impacts if " " not in group})


def test_an_english_word_is_never_taken_for_a_misspelling(search: ScriptSearch, near_words: Mapping[str, str]) -> None:
    """Of those that mean nothing that is here, each that is one letter from a word that is."""
    own = {word for one in ENTRIES for word in one.words().words}
    alone = [
        word
        for word in read_common_words()
        if len(word) > 3 and word.isalpha() and word not in STOP_WORDS and near_words.get(stem(word)) == ""
    ]
    close = [word for word in alone if any(differ_by_one(word, other) for other in own)]

    assert "stroke" in close
    assert {word: found.terms for word in close if any((found := search.find(f"{word} tea")).terms[0]["instead"])} == {}


def differ_by_one(one: str, other: str) -> bool:
    """Return whether one letter more, less or another makes one word of the other."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    cut = {other[:place] + other[place + 1 :] for place in range(len(other))}
    return one in cut or any(one[:place] + one[place + 1 :] in {*cut, other} for place in range(len(one)))


def test_a_word_near_in_meaning_is_searched_and_told(search: ScriptSearch, near_words: Mapping[str, str]) -> None:
    """Up to three, each of which something has."""
    asked = sorted(word for word, near in near_words.items() if near and stem(word) == word)[::10]

    assert len(asked) > 3
    for word in asked:
        [term] = search.find(f"{word} xyzzy").terms[:1]
        assert (term["near"], " ".join(term["instead"])) == (True, near_words[word])
        assert len(term["instead"]) <= term["lists"] <= 3


def test_a_word_that_something_has_stands_for_itself_alone(search: ScriptSearch, near_words: Mapping[str, str]) -> None:
    """Until somebody writes it, what is near it in meaning is found in its place."""
    word = next(word for word, near in sorted(near_words.items()) if near and " " not in near and stem(word) == word)
    with search_of(search_from_records([*ENTRIES, entry(9, "Other", word)], (THEME, REGION), related=True)) as more:
        assert more.find(word).addresses == ("case-studies/9/",)

    assert search.find(word).addresses == search.find(near_words[word]).addresses


def test_a_reader_can_insist_on_a_word(search: ScriptSearch, near_words: Mapping[str, str]) -> None:
    word = next(word for word, near in sorted(near_words.items()) if near and stem(word) == word)

    assert search.find(word, exact=True).terms[0]["instead"] == []


def test_what_is_no_word_is_taken_for_the_nearest_that_is_here(search: ScriptSearch) -> None:
    assert search.find("hospitl").terms[0]["instead"] == ["hospital"]
    assert not search.find("hospitl").terms[0]["near"]


def test_nothing_of_it_is_loaded_while_every_word_is_known() -> None:
    with search_of(search_from_records(ENTRIES, (THEME, REGION), related=True)) as fresh:
        known, unknown = (
            {name.partition(".")[0] for name in fresh.find(words).loaded} for words in ("singing", "singing xyzzy")
        )

    assert {"related", "spelling"} & known == set()
    assert {"related", "spelling"} <= unknown
