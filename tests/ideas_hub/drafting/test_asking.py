"""The same questions in a terminal."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ideas_hub.commands.new import main
from ideas_hub.drafting.asking import ask_all, validation_errors
from ideas_hub.drafting.draft import build_draft
from ideas_hub.drafting.questions import Question, questions
from ideas_hub.model.hub import Hub

NEEDED = ["Lamps", "We mended lamps.", "A group", "Bangor", "2", "1,2", "newcomers", ""]


def typed(rows: list[str]) -> Callable[[], str]:
    """Return what reads these rows, then Enter for ever."""
    left: Iterator[str] = iter(rows)
    return lambda: next(left, "")


def question(hub: Hub, path: str) -> Question:
    return next(one for one in questions(hub) if one.wording.path == path)


def test_enter_skips_all_that_is_not_needed(hub: Hub) -> None:
    printed: list[str] = []
    answers: dict[str, str] = {}

    ask_all(questions(hub), printed.append, typed([*NEEDED, "", "We met.", ""]), answers)

    draft = build_draft(answers, questions(hub))
    assert (
        draft.text
        == """\
---
title: Lamps
summary: We mended lamps.
organisation: A group
place: Bangor
region: north-wales
themes: [mending-clothes, tools-electrics]
communities: [newcomers]
---

## What they did

We met.
"""
    )
    assert not any("What does the picture show?" in text for text in printed)


def test_a_wrong_answer_is_named_at_once_and_asked_again(hub: Hub) -> None:
    printed: list[str] = []
    answers: dict[str, str] = {}
    rows = ["", "x" * 121, *NEEDED[:4], "Nord Wales", *NEEDED[4:], "", "We met.", ""]

    ask_all(questions(hub), printed.append, typed(rows), answers)

    assert answers["A title for your story"] == "Lamps"
    assert [text for text in printed if text.startswith("   ")] == [
        "   This one is needed.",
        "   It has 121 characters; the most is 120. Take out 1 or more.",
        '   "Nord Wales" is not in the list. Did you mean "North Wales"?',
    ]


@pytest.mark.parametrize(
    ("path", "text", "complaint"),
    [
        ("themes", "1, Wood and furniture", ""),
        ("themes", "tools-electrics, 9", '"9" is not in the list.'),
        ("worked", "Tea.\nCake.", ""),
        ("worked", "Tea.\n" + "x" * 601, "It has 601 characters; the most is 600. Take out 1 or more."),
        ("could_we_do_this.cost_band", "Under £100", ""),
        ("could_we_do_this.cost", " ", ""),
        ("period.start", "March", '"March" is not a date we can read. Write it as 2022, 2022-08 or 2022-08-31.'),
        (
            "consent.reference",
            "Ann",
            '"Ann" is not written as it should be. Write a reference number such as AB-0042, never a name.',
        ),
        ("image.people", "perhaps", '"perhaps" is neither true nor false. Write true or false, without quotes.'),
        ("image.people", "Yes", ""),
        ("title", "a <b>c</b>", 'It has HTML in it: "<b>". Write plain words only.'),
    ],
)
def test_answers_are_judged_by_the_model(hub: Hub, path: str, text: str, complaint: str) -> None:
    assert validation_errors(question(hub, path), text) == ([complaint] if complaint else [])


def test_whoever_stops_half_way_keeps_what_was_answered(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Lamps\nWe mended lamps.\n"))

    assert main([], tree) == 0
    assert "What you answered so far is kept" in capsys.readouterr().err
    text = (tree / "case_studies/lamps.md").read_text(encoding="utf-8")
    assert "title: Lamps\n" in text
    assert "draft: true\n" in text


def test_whoever_answers_nothing_gets_no_draft(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert main([], tree) == 1
    assert capsys.readouterr().err == "\nStopped.\n"
