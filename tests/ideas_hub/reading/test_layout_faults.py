"""What GitHub shows otherwise than it was meant is named once, on its row."""

import pytest

from ideas_hub.problem import Problem
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.refusals import find_refusals

HEAD = "| a | b |\n| - | - |\n"


def refusals(body: str) -> list[Problem]:
    return list(find_refusals(parse(body, 20), "case_studies/x.md"))


@pytest.mark.parametrize(
    ("body", "line", "found"),
    [
        (f"{HEAD}| c | d | £2 |", 22, "£2"),
        ("> a | b\n> - | -\n> c | d\n> c | d | e | f", 23, "e | f"),
        (f"{HEAD}| c | d |\n| c | `e|f` |", 23, "f`"),
    ],
)
def test_a_cell_that_is_left_out_is_told(body: str, line: int, found: str) -> None:
    """GitHub drops it without a word."""
    assert [(problem.line, problem.found) for problem in refusals(body)] == [(line, found)]


@pytest.mark.parametrize("row", ["| c | d |", "| c | d | |", "| c |", "c | d \\| e", ""])
def test_a_row_that_keeps_its_words_is_no_mistake(row: str) -> None:
    assert refusals(f"{HEAD}{row}") == []


@pytest.mark.parametrize(
    "words",
    [
        "The group met each week in the park.",
        "“We felt at home,” they said.",
        "and then they all went home.",
        "Cyfarfu pobl bob wythnos.",
        "- Some walks were short",
        "2. They met again",
        "## What changed",
        "> We felt at home",
        "人们每周见面。",
    ],
)
@pytest.mark.parametrize("before", ["One.\n\n    {}", "One.\n\n\t{}", "- one\n\n          {}"])
def test_words_that_spaces_make_code_are_told(words: str, before: str) -> None:
    (problem,) = refusals(before.format(words))
    assert (problem.line, "shown as code" in problem.message) == (22, True)


@pytest.mark.parametrize(
    "body",
    [
        "One.\n\n    pip install the-hub now",
        "One.\n\n    x = 1\n    print(x)",
        "One.\n\n    for person in people:\n        greet(person)",
        "One.\n\n    # This is how it works",
        "One.\n\n    title: Walking together",
        "One.\n\n    scripts/check --since main",
        "One.\n\n    <b>The group met here</b>",
        "```\nThe group met each week.\n```",
        "- one\n\n    They went home and slept.",
        "1. one\n\n   They went home and slept.",
    ],
)
def test_code_and_what_goes_on_in_a_list_are_no_mistakes(body: str) -> None:
    assert [problem for problem in refusals(body) if "shown as code" in problem.message] == []


@pytest.mark.parametrize(
    ("body", "line", "found"),
    [
        ("They **met on Monday.", 20, "**met on Monday."),
        ("One.\n\n**Two\n\nthree** four", 22, "**Two"),
        ("One\n** a walk ** two", 21, "** a walk ** two"),
        ("**a walk ** two", 20, "**a walk ** two"),
        ("** a walk", 20, "** a walk"),
        ("- one\n- **two\n- three", 21, "**two"),
        ("| **a | b |\n| - | - |\n| c | d |", 20, "**a"),
        ("a __b c", 20, "__b c"),
        ("the walk** was long", 20, "the walk**"),
        ("[a](b.md) **c", 20, "**c"),
    ],
)
def test_half_of_the_signs_for_bold_is_told_once(body: str, line: int, found: str) -> None:
    assert [(problem.line, problem.found) for problem in refusals(body)] == [(line, found)]


@pytest.mark.parametrize(
    "body",
    [
        "2 ** 3 is 8, and 2 ** 3 ** 2 is more",
        "It cost £5.* It was cold.**\n\n* Prices\n\n** Of 2020",
        "It cost £5.** Then.\n\n**Of 2020",
        "It cost £5** then.\n\n\\*\\* Of 2020",
        "`**a` and `__b`, __c__, d__e and *f* **g** ***h***",
        "```\n**a\n```",
        "**a\nb** c",
        "a\\*\\*b \\*\\*c",
        "********",
    ],
)
def test_stars_that_are_meant_as_stars_are_no_mistake(body: str) -> None:
    assert refusals(body) == []


@pytest.mark.parametrize("body", ["=== OPEN ===", "We are\n=== OPEN NOW ===\n"])
def test_an_underline_of_equals_signs_is_printed_as_written(body: str) -> None:
    assert refusals(body) == []
    assert [problem.found for problem in refusals("== What changed ==")] == ["== What changed =="]


def test_rows_of_a_spreadsheet_are_one_mistake() -> None:
    """GitHub runs them together."""
    (problem,) = refusals("The walks:\nMonth\tWalks\nMay\t4\nJune\t**5**\n\nMore.")
    assert (problem.line, problem.found) == (21, "Month Walks")
    assert "| --- |" in problem.fix


@pytest.mark.parametrize(
    "body",
    [
        "A\tB, and no more.",
        "- Tea\t2\n- Cake\t3",
        "a) tea  \nb) cake",
        "\u2013 tea\\\n\u2013 cake",
        "They said a) tea,\nb) cake and\nc) more.",
        "1. a) tea\n2. b) cake",
        "J. Smith led it.\nA. Jones helped.",
        "1.5 miles\n2.5 miles",
        "*tea*\n*cake*",
    ],
)
def test_rows_that_are_read_as_they_were_meant_are_no_mistake(body: str) -> None:
    assert refusals(body) == []
