"""The same questions in a terminal."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ideas_hub.commands.new import main
from ideas_hub.drafting.answer_check import errors_in
from ideas_hub.drafting.asking import ask_all, ask_which, help_of
from ideas_hub.drafting.draft import build_draft
from ideas_hub.drafting.kinds import NEW_KINDS
from ideas_hub.drafting.questions import Question, questions
from ideas_hub.model.hub import Hub

NEEDED = ["Lamps", "We mended lamps.", "A group", "Bangor", "2", "1,2", "newcomers", "We met.", ""]
Answers = dict[str, str]


def typed(rows: list[str]) -> Callable[[], str]:
    """Return what reads these rows; a question too many fails."""
    left = iter(rows)
    return lambda: next(left)


def ask(hub: Hub, *rows: str, kind: str = "case-study") -> tuple[Answers, list[str]]:
    """Answer with these rows; return the answers, and what was printed."""
    printed: list[str] = []
    answers: Answers = {}
    [one] = [one for one in NEW_KINDS if one.id == kind]
    ask_all(questions(hub, one), printed.append, typed(list(rows)), answers)
    return answers, printed


def places(printed: list[str]) -> list[str]:
    """Return which questions were asked, as "5 of 8"."""
    return [match[1] for text in printed if (match := re.match(r"\n(\d+ of \d+)\. ", text))]


def complaints(printed: list[str]) -> list[str]:
    return [text for text in printed if text.startswith("   ")]


def question(hub: Hub, path: str, kind: str = "case-study") -> Question:
    [one] = [one for one in NEW_KINDS if one.id == kind]
    return next(asked for asked in questions(hub, one) if asked.wording.path == path)


def test_what_is_needed_is_asked_first_and_then_enter_finishes(hub: Hub) -> None:
    answers, printed = ask(hub, *NEEDED, "")

    assert places(printed) == [f"{number} of 8" for number in range(1, 9)]
    assert (
        build_draft(answers, questions(hub)).text
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


def test_the_rest_is_offered_by_group(hub: Hub) -> None:
    """Groups are named by number or name, in any order; what depends on another answer is left out without it."""
    rows = [
        *NEEDED,
        "when and how it wos",
        "What helped, and what did not",
        "Tea.",
        "",
        "",
        "A picture, and consent",
        "",
        "",
        "",
    ]

    answers, printed = ask(hub, *rows)

    assert answers["What helped?"] == "Tea.\n"
    assert complaints(printed) == ['   "when and how it wos" is not in the list. Did you mean "When and how it was"?']
    assert places(printed)[8:] == ["1 of 2", "2 of 2", "1 of 7", "6 of 7"]
    assert "What helped, and what did not (2 questions, 1 answered)" in printed[-1]


def test_a_wrong_answer_is_named_at_once_and_asked_again(hub: Hub) -> None:
    answers, printed = ask(hub, "", "x" * 121, *NEEDED[:4], "Nord Wales", *NEEDED[4:], "")

    assert answers["A title for your story"] == "Lamps"
    assert complaints(printed) == [
        "   This one is needed.",
        "   It has 121 letters; the most is 120. Take out 1 or more.",
        '   "Nord Wales" is not a region we know. Did you mean "North Wales"?',
    ]
    assert len(places(printed)) == 8


def test_one_can_go_back(hub: Hub) -> None:
    """Enter keeps the earlier answer, and from the first question there is nowhere to go."""
    answers, printed = ask(hub, "back", "Lamps", "Back", "Lights", *NEEDED[1:], "back", "", "")

    assert answers["A title for your story"] == "Lights"
    assert answers["What did you do?"] == "We met.\n"
    assert places(printed)[:4] == ["1 of 8", "1 of 8", "2 of 8", "1 of 8"]
    assert any('Your answer: "Lamps". Enter keeps it.' in text for text in printed)
    assert complaints(printed) == ["   This is the first question."]


def test_one_can_go_back_out_of_a_group_and_over_what_was_left_out(hub: Hub) -> None:
    picture = ["A picture, and consent", "", "back", "a.jpg", "back", "-", "back", "back"]

    answers, printed = ask(hub, *NEEDED, *picture, "")

    assert places(printed)[8:] == ["1 of 7", "6 of 7", "1 of 7", "2 of 7", "1 of 7", "6 of 7", "1 of 7"]
    assert not answers["Which picture goes with it?"]


@pytest.mark.parametrize(
    ("path", "text", "complaint"),
    [
        ("themes", "1, Wood and furniture", ""),
        ("themes", "carpentry; Joinery", ""),
        ("themes", "tools-electrics, 9", '"9" is not a theme we know.'),
        ("themes", "carpentri", '"carpentri" is not a theme we know. Did you mean "carpentry"?'),
        ("region", "North Wales, South Wales", "It names more than one of them. Choose one."),
        (
            "worked",
            "Tea.\n" * 5000,
            "It has 25,000 letters; the most is 20,000. Write the rest into the file later.",
        ),
        ("themes", ",", "There is no answer in it."),
        ("worked", "Tea.\nCake.", ""),
        ("worked", "Tea.\n" + "x" * 601, "It has 601 letters; the most is 600. Take out 1 or more."),
        ("status", "it has endet", '"it has endet" is not one of the choices. Did you mean "It has ended"?'),
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
        ("title", "Caf\ufffd", "Some letters of it cannot be read here. Write it again, as UTF-8."),
    ],
)
def test_answers_are_judged_by_the_model(hub: Hub, path: str, text: str, complaint: str) -> None:
    assert errors_in(question(hub, path), text) == ([complaint] if complaint else [])


@pytest.mark.parametrize(
    ("kind", "path", "text", "complaint"),
    [
        ("figure", "value", "1312", ""),
        ("figure", "value", "1,312", '"1,312" is not written as a number.'),
        ("figure", "base_n", "2.5", "number"),
        ("figure", "source", "parts-evaluation", ""),
        ("figure", "source", "parts evaluation", 'Did you mean "Evaluation of the Spare Parts Fund"?'),
        ("programme", "related", "Spare Parts Fund; It pays.", ""),
        (
            "programme",
            "related",
            "Spare Part Fund; It pays.",
            'is not a programme we know. Did you mean "Spare Parts Fund"?',
        ),
        ("programme", "related", "Spare Parts Fund", "It is missing."),
        ("trail", "steps", "Ask; Ask three.; say-helo", 'is not a lesson we know. Did you mean "Say hello'),
        ("idea", "authors", "Ann Thimble; Editor; Mending; Wales", ""),
        ("project", "latitude", "53.3", ""),
        ("project", "latitude", "123", '"123" is too large. The most is 90.'),
        ("project", "project_name", "=1+1", 'The cell starts with "=", which a spreadsheet takes for a formula.'),
        ("learning-point", "number", "0", "too small"),
    ],
)
def test_answers_about_other_kinds_are_judged_as_the_check_does(
    hub: Hub, kind: str, path: str, text: str, complaint: str
) -> None:
    errors = errors_in(question(hub, path, kind), text)

    assert len(errors) == bool(complaint)
    assert complaint in "".join(errors)


def test_personal_data_is_refused_when_it_is_typed(hub: Hub) -> None:
    """In a fact, in the text, and in what goes into a data file."""
    text = next(one for one in questions(hub) if one.label == "What did you do?")
    asked = (question(hub, "place"), text, question(hub, "facts", "project"))

    for one in asked:
        [error] = errors_in(one, "Ask on 07700 900123.")
        assert error.startswith("There is a telephone number here: ")


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([""], "case-study"),
        (["3"], "programme"),
        (["\ufeffGlossary word"], "glossary-word"),
        (["thme", "theme"], "theme"),
    ],
)
def test_which_kind_is_asked_first(rows: list[str], kind: str) -> None:
    printed: list[str] = []

    assert ask_which(printed.append, typed(rows)).id == kind
    assert len(printed) == len(rows)


def test_a_long_list_is_not_printed(hub: Hub) -> None:
    """Nobody reads it; a name is understood all the same."""
    [one] = [one for one in questions(hub) if one.wording.path == "themes"]
    many = replace(one, choices={f"t-{number}": f"Theme {number}" for number in range(50)})

    assert "Write a name: there are 50, or several with commas." in help_of(many)
    assert "Theme 7" not in help_of(many)


def test_whoever_stops_half_way_keeps_what_was_answered(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\nLamps\nWe mended lamps.\n"))

    assert main([], tree) == 0
    assert "What you answered so far is kept" in capsys.readouterr().err
    text = (tree / "case_studies/lamps.md").read_text(encoding="utf-8")
    assert "title: Lamps\n" in text
    assert "draft: true\n" in text


def test_windows_line_ends_and_letters_of_another_encoding_are_read(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = (
        "theme\r\nCafés\r\nabout caf".encode()
        + b"\xe9\r\n"
        + "about cafés\r\nTea and cake.\r\nTea.\r\n\r\n\r\n".encode()
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="ascii"))

    assert main([], tree) == 0

    assert "Some letters of it cannot be read here." in capsys.readouterr().out
    text = (tree / "docs/themes/cafes.md").read_bytes().decode()
    assert text.startswith("---\nlabel: Cafés\nphrase: about cafés\ndefinition: Tea and cake.\n---\n\nTea.\n")


def test_whoever_answers_nothing_gets_no_draft(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert main([], tree) == 1
    assert capsys.readouterr().err == "\nStopped.\n"


def test_a_part_of_a_line_that_names_two_of_a_list_is_asked_again(hub: Hub) -> None:
    """Each part has room for one, and the first would be kept in silence."""
    [programme] = [one for one in NEW_KINDS if one.id == "programme"]
    [related] = [one for one in questions(hub, programme) if one.wording.path == "related"]

    assert errors_in(related, "parts-fund, skills-days; They share tools.") == [
        '"parts-fund, skills-days" is not a programme we know. Did you mean "Skills days"?'
    ]
    assert errors_in(related, "parts-fund; They share tools.") == []
