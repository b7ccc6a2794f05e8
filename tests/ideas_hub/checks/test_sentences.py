"""Long sentences."""

import pytest

from ideas_hub.checks.checked_file import checked_file
from ideas_hub.checks.sentences import find_long_sentences

WORDS = ["people"] * 8 + ["walked", "to", "the", "3.5", "x.y.z", "and", "they"] + ["came"] * 12


def found(body: str) -> list[str]:
    checked = checked_file(f"---\ntitle: A\n---\n\n{body}", "docs/x.md")
    return [problem.found[:12] for problem in find_long_sentences(checked)]


@pytest.mark.parametrize(
    "space", [" ", "\t", "\n", "\r", "\x0b", "\x85", "\xa0", "\u2009", "\u2028", "\u3000"], ids=ascii
)
def test_a_long_sentence_is_found_whatever_is_between_its_words(space: str) -> None:
    """Full stops within a word end no sentence."""
    assert found(f"We met. {space.join(WORDS)}. We left. {'x' * 100}") == ["people peopl"]


def test_the_same_words_in_short_sentences_are_not_reported() -> None:
    """A full stop, a mark, a bracket or a quotation ends a sentence."""
    words = "people walked to the park and they " * 3

    assert found(f"{words}. {words}? {words}.) {words}.\u201d\n{words}") == []


def test_a_list_that_follows_a_colon_starts_new_sentences() -> None:
    item = " ".join(WORDS[5:])

    assert found(f"They liked this about the evening and the people at the tables:\n\n- {item}\n- {item}\n") == []


def test_a_long_sentence_in_another_language_is_not_reported() -> None:
    """Welsh has limits of its own."""
    assert found(f"{'Daeth pobl i drwsio eu tegell a sgwrsio dros baned o de ' * 4}.") == []


def test_a_long_word_is_not_a_long_sentence() -> None:
    assert found(f"See {'x' * 300} and the rest of it.") == []


def test_a_sentence_of_many_short_words_is_not_long() -> None:
    """What counts beside the words is how far the eye has to go: 100 characters are two lines on a phone."""
    assert found(f"{'I am at it, ' * 7}and they met. {'People met in the hall. ' * 6}") == []
    assert found(f"{'I am at it, ' * 9}and they met. {'People met in the hall. ' * 6}") == ["I am at it, "]


def test_facts_that_stand_in_the_text_are_no_sentence() -> None:
    """They are told as facts."""
    facts = "title: A walk that the people of the town took\n" * 5
    assert found(facts) == []
