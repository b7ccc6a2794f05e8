"""Many phrases found at once."""

import pytest

from ideas_hub.checks.phrase_matcher import PhraseMatcher, blank_quotations

MATCHER = PhraseMatcher(
    [("repair café", 1), ("repair", 2), ("in order to", 3), ("in order to mend", 4), ("world-class", 5)]
)


def hits(text: str) -> list[tuple[str, int]]:
    return [(hit.words, hit.value) for hit in MATCHER.find(text, MATCHER.hints(text))]


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

    assert [text[hit.start : hit.end] for hit in MATCHER.find(text, MATCHER.hints(text))] == ["repair", "repair"]


def test_a_text_without_a_hint_is_not_searched() -> None:
    assert MATCHER.hints("in order") == ()
    assert list(MATCHER.find("repair", ())) == []


def test_quotations_are_blanked_and_every_place_stays() -> None:
    text = 'Not "in order\nto" but “repair” it'

    blanked = blank_quotations(text)

    assert blanked == "Not .........\n... but ........ it"
    assert len(blanked) == len(text)
    assert blank_quotations("plain") == "plain"
