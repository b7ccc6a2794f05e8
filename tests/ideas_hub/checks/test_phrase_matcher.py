"""Many phrases found at once."""

import pytest

from ideas_hub.checks.phrase_matcher import PhraseMatcher
from ideas_hub.model.placeholders import blank_quotations
from ideas_hub.reading.prose import ascii_words

MATCHER = PhraseMatcher(
    [("repair café", 1), ("repair", 2), ("in order to", 3), ("in order to mend", 4), ("world-class", 5)]
)


def hits(text: str) -> list[tuple[str, int]]:
    return [(hit.words, hit.value) for hit in MATCHER.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A Repair Café, or repair", [("Repair Café", 1), ("repair", 2)]),
        ("In order to mend it", [("In order to mend", 4)]),
        ("in order\nto", [("in order to", 3)]),
        ("in order, to", []),
        ("in order    to", []),
        ("in order", []),
        ("in that order to mend", []),
        ("Repairs and disrepair", []),
        ("World-class", [("World-class", 5)]),
        ("nothing of it", []),
    ],
)
def test_the_longest_phrase_at_each_place_is_found(text: str, found: list[tuple[str, int]]) -> None:
    """In any case, with one space or line's end between its words, and never as a part of a word."""
    assert hits(text) == found


def test_a_phrase_is_found_where_it_is() -> None:
    text = "We repair. They repair"

    assert [text[hit.start : hit.end] for hit in MATCHER.find(text)] == ["repair", "repair"]


def test_the_hints_are_the_longest_words_of_the_phrases_that_may_be_in_a_text() -> None:
    """What is searched for first is rare: most texts have none of them."""
    assert MATCHER.hints(frozenset(ascii_words("in order"))) == ()
    assert sorted(MATCHER.hints(frozenset(ascii_words("To REPAIR in order")))) == ["order", "repair"]


def test_quotations_are_blanked_and_every_place_stays() -> None:
    text = 'Not "in order\nto" but “repair” it'

    blanked = blank_quotations(text)

    assert blanked == "Not .........\n... but ........ it"
    assert len(blanked) == len(text)
    assert blank_quotations("plain") == "plain"
