"""Words with a better one."""

import pytest

from ideas_hub.checks.better_words import DEFICIT, GROUPS, LONG_WORDS, BetterWord
from tests.ideas_hub.checks.conftest import Check


def found(body: str, check: Check) -> list[tuple[str, int]]:
    problems = check("case_studies/x.md", f"---\ntitle: A walk\n---\n\n{body}\n")
    return [(problem.rule, problem.line) for problem in problems]


@pytest.mark.parametrize(
    "words", ["«stakeholders»", "'stakeholders'", "stake**holders**", "STAKEHOLDERS-", "hard\nto  reach"]
)
def test_a_word_with_a_better_one_is_found_beside_any_sign(words: str, check: Check) -> None:
    assert [line for _, line in found(words, check)] == [5]


@pytest.mark.parametrize(
    ("words", "is_label"),
    [
        ("Help for the blind.", True),
        ("The blind came.", True),
        ("The homeless", True),
        ("The blind alley was dark.", False),
        ("The old mill.", False),
    ],
)
def test_a_label_is_found_only_where_it_names_people(
    words: str,
    is_label: bool,  # noqa: FBT001 a table's cell
    check: Check,
) -> None:
    assert [rule for rule, _ in found(words, check)] == ["group-label"] * is_label


def test_words_in_quotation_marks_are_examples(check: Check) -> None:
    assert found('We no longer write "hard to reach" or “the elderly”.', check) == []


def test_each_row_of_a_table_has_its_phrases_its_advice_and_its_example() -> None:
    assert BetterWord(("cohort", "cohorts"), "group") in LONG_WORDS
    assert DEFICIT[1] == BetterWord(
        ("sufferer", "sufferers"), "person with, or people with", "People with long Covid joined online."
    )
    for better in (*DEFICIT, *GROUPS, *LONG_WORDS):
        assert all(phrase == phrase.strip() != "" for phrase in better.phrases)
        assert better.instead == better.instead.strip() != ""
        assert "->" not in f"{better.phrases}{better.instead}{better.example}"
        assert "\n" not in f"{better.phrases}{better.instead}{better.example}"


def test_no_phrase_is_in_two_rows() -> None:
    phrases = [phrase.casefold() for better in (*DEFICIT, *GROUPS, *LONG_WORDS) for phrase in better.phrases]

    assert len(phrases) == len(set(phrases))
