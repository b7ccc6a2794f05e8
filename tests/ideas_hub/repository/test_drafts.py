"""What is wrong in a draft is named, and keeps nothing from being published unless it concerns privacy or safety."""

from pathlib import Path

import pytest

from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.load import load_repository

HALF = "---\ndraft: true\ntitle: Half a story\nregion: nowhere\nthemes: []\n---\n"
FILE = "case_studies/half.md"


def problems_of(tree: Path, text: str) -> list[Problem]:
    (tree / FILE).write_text(text, encoding="utf-8")
    return [problem for problem in load_repository(tree, cached=False).problems if problem.file == FILE]


def test_a_draft_that_lacks_facts_and_words_is_listed_and_stops_nothing(tree: Path) -> None:
    problems = problems_of(tree, f"{HALF}\n## What we did\n\nTODO\n\nSee [that](nowhere.md).\n")

    assert {problem.field for problem in problems} >= {"communities", "organisation", "place", "region", "themes"}
    assert [problem for problem in problems if problem.severity is Severity.MUST_FIX] == []
    assert load_repository(tree, cached=False).blocking == ()


@pytest.mark.parametrize(
    "words", ["Ring 07700 900123.", "Write to jo.bloggs@mail.example.", "Hid\u200bden.", "<<<<<<< HEAD\none\n======="]
)
def test_what_should_not_be_public_at_all_stops_a_draft_too(tree: Path, words: str) -> None:
    """The file can be read by everybody, published or not."""
    blocking = [one for one in problems_of(tree, f"{HALF}\n{words}\n") if one.severity is Severity.MUST_FIX]

    assert len(blocking) == 1


def test_the_same_mistakes_stop_what_is_no_draft(tree: Path) -> None:
    blocking = [
        one.field
        for one in problems_of(tree, HALF.replace("draft: true\n", "") + "\nWords.\n")
        if one.severity is Severity.MUST_FIX
    ]

    assert {"communities", "region", "themes"} <= set(blocking)


def test_facts_that_cannot_be_read_are_not_taken_for_those_of_a_draft(tree: Path) -> None:
    (problem, *_) = problems_of(tree, '---\ndraft: true\ntitle: "Half\n---\n\nWords.\n')

    assert problem.severity is Severity.MUST_FIX


def test_a_page_that_was_published_and_is_a_draft_again_is_one_problem(tree: Path) -> None:
    """The steps and lessons that rest on it are right, once it is out again."""
    path = tree / "case_studies/clock-club.md"
    path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")

    (problem,) = load_repository(tree, cached=False).blocking
    assert problem.message.startswith("case_studies/clock-club.md is a draft, and was published before")
    assert "scripts/take-down clock-club" in problem.fix
