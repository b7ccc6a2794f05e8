"""The same questions in a terminal."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from ideas_hub.commands.new import main
from ideas_hub.drafting.answers import build_draft
from ideas_hub.drafting.asking import ask_all, validation_errors
from ideas_hub.drafting.questions import Question, questions
from ideas_hub.model.hub import Hub

NEEDED = ["Walks", "Short walks.", "A group", "Bath", "2", "1,2", "carers", ""]


def typed(rows: list[str]) -> Callable[[], str]:
    """Return what reads these rows, then Enter for ever."""
    left: Iterator[str] = iter(rows)
    return lambda: next(left, "")


def question(hub: Hub, path: str) -> Question:
    return next(one for one in questions(hub) if one.wording.path == path)


def test_enter_skips_all_that_is_not_needed(hub: Hub) -> None:
    told: list[str] = []

    words: dict[str, str] = {}
    ask_all(questions(hub), told.append, typed([*NEEDED, "", "We walked.", ""]), words)

    draft = build_draft(words, questions(hub), date(2026, 11, 21))
    assert draft.text == (
        "---\ntitle: Walks\nsummary: Short walks.\npublished: 2026-11-21\norganisation: A group\nplace: Bath\nregion: south-west\n"
        "themes: [arts-culture, nature-environment]\ncommunities: [carers]\n---\n\n## What they did\n\nWe walked.\n"
    )
    assert not any("What does the picture show?" in words for words in told)


def test_a_wrong_answer_is_named_at_once_and_asked_again(hub: Hub) -> None:
    told: list[str] = []

    words: dict[str, str] = {}
    ask_all(
        questions(hub),
        told.append,
        typed(["", "x" * 121, *NEEDED[:4], "Sowth West", *NEEDED[4:], "", "We walked.", ""]),
        words,
    )

    assert words["A title for your story"] == "Walks"
    complaints = [row for row in told if row.startswith("   ")]
    assert complaints == [
        "   This one is needed.",
        "   It has 121 characters; the most is 120. Take out 1 or more.",
        '   "Sowth West" is not in the list. Did you mean "South West"?',
    ]


@pytest.mark.parametrize(
    ("path", "text", "complaint"),
    [
        ("themes", "1, 2, nature, arts and culture", ""),
        ("period.start", "March", '"March" is not a date we can read. Write it as 2022, 2022-08 or 2022-08-31.'),
        (
            "consent.reference",
            "Ann",
            '"Ann" is not written as it should be. Write a reference number such as TC-0042, never a name.',
        ),
        ("image.people", "perhaps", '"perhaps" is neither true nor false. Write true or false, without quotes.'),
        ("image.people", "Yes", ""),
        ("title", "a <b>c</b>", 'It has HTML in it: "a <b>c</b>". Write plain words only.'),
    ],
)
def test_answers_are_judged_by_the_model(hub: Hub, path: str, text: str, complaint: str) -> None:
    assert validation_errors(question(hub, path), text) == ([complaint] if complaint else [])


def test_whoever_stops_half_way_keeps_what_was_answered(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Walks\nShort walks.\n"))

    assert main([], tree) == 0
    assert "What you answered so far is kept" in capsys.readouterr().err
    text = (tree / "case_studies/walks.md").read_text(encoding="utf-8")
    assert "title: Walks\n" in text
    assert "draft: true\n" in text
