"""Texts that wait to be written."""

import pytest

from ideas_hub.checks.checked_file import checked_file
from ideas_hub.checks.run import apply_text_rules
from ideas_hub.problem import Problem, Severity

FACTS = "---\ntitle: Soldering\n---\n"
FILE = "case_studies/soldering.md"


def problems(text: str, file: str = FILE, facts: str = FACTS) -> list[Problem]:
    found = apply_text_rules(checked_file(facts + text, file)).problems
    return [problem for problem in found if problem.severity is not Severity.IDEA]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 3, "there is no text below the facts."),
        ("\n\n  \n", 3, "there is no text below the facts."),
        ("\n## One\n\n### Two\n", 4, "there are headings and no text."),
        ("One\n===\n", 4, "there are headings and no text."),
        ("\n---\n", 4, "there is no text below the facts."),
    ],
)
@pytest.mark.parametrize("folder", ["case_studies", "docs/learning-points", "docs/programmes", "docs/ideas"])
def test_an_entry_without_a_text_is_named_once(text: str, line: int, message: str, folder: str) -> None:
    (problem,) = problems(text, f"{folder}/soldering.md")
    assert (problem.message, problem.severity) == (message, Severity.MUST_FIX)
    assert problem.line == line


@pytest.mark.parametrize("file", ["docs/themes/tools.md", "docs/sources/report.md", "docs/glossary.md", "docs/find.md"])
def test_other_pages_may_have_none(file: str) -> None:
    """Their definition, or what they list, is enough."""
    assert problems("", file) == []


def test_an_idea_may_be_no_more_than_what_a_group_can_take_away() -> None:
    assert problems("", "docs/ideas/shelf.md", "---\ntakeaways: [Start with one shelf.]\n---\n") == []


def test_a_page_that_the_hub_fills_may_end_with_a_heading() -> None:
    assert problems("\nOne.\n\n## Two\n", "docs/find.md") == []
    assert [problem.rule for problem in problems("\nOne.\n\n## Two\n", "docs/about.md")] == ["empty-heading"]


@pytest.mark.parametrize("facts", ["", "---\ntitle: [\n---\n", "One: two\n"])
def test_a_file_whose_facts_cannot_be_read_has_one_mistake_enough(facts: str) -> None:
    assert [problem for problem in problems("", facts=facts) if problem.rule == "no-text"] == []


@pytest.mark.parametrize(
    "text", ["One.", "- One", "`one`", "```\none\n```", "|a|\n|-|\n|b|", "> one", "![](a.jpg)", "<b>"]
)
def test_whatever_can_be_read_or_seen_below_a_heading_is_enough(text: str) -> None:
    assert [problem for problem in problems(f"\n## One\n\n{text}\n") if "heading" in problem.message] == []


def test_a_heading_without_words_is_named_once() -> None:
    assert [problem.message for problem in problems("\nOne.\n\n##\n\n## Two\n\nThree.\n")] == ["a heading is empty."]


@pytest.mark.parametrize(
    "words",
    [
        "TODO",
        "TODO: ask them.",
        "It cost TBC.",
        "It cost £5 (TBC).",
        "TBD",
        "They came on TBA.",
        "FIXME later.",
        "On XXX they met.",
        "It cost £XX.",
        "Lorem ipsum dolor sit amet.",
        "YOUR TEXT GOES HERE",
        "Your text goes here.",
        "Write here what happened.",
        "Write your story here",
        "Insert text here.",
        "Click or tap here to enter text.",
        "In [insert place] they met.",
        "It cost [add figure].",
        "*No response*",
        "Coming soon!",
        "To be added.",
        "todo: ask them",
        "They met at [name of café].",
        "At {venue} they met.",
        "On [date] they met.",
        "With xx people.",
        "Since DD/MM/YYYY.",
        "At ?? sessions.",
        "They met (insert venue) first.",
    ],
)
@pytest.mark.parametrize("before", ["", "- ", "> "])
def test_words_that_hold_a_place_are_named_once(words: str, before: str) -> None:
    """In a paragraph, an item and a quotation; nothing else is said of them."""
    (problem,) = problems(f"\nOne.\n\n{before}{words}\n")
    assert (problem.rule, problem.line, problem.severity) == ("placeholder", 7, Severity.MUST_FIX)


def test_they_are_named_in_headings_and_tables_too() -> None:
    found = problems("\n## TODO\n\n| A | TBC |\n| - | - |\n| one | To be confirmed |\n")
    assert sorted((problem.line, problem.found) for problem in found) == [
        (5, "TODO"),
        (7, "TBC"),
        (9, "To be confirmed"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Keep a to-do list. There is much to do.",
        "To do so, they met each week.",
        "What goes here stays here. They wrote here.",
        "The date was to be confirmed by the council.",
        "A [sic] and [type 2] diabetes and [they] added more.",
        "Press [Enter] twice.",
        "Todo el mundo vino.",
        "They put \u201cTODO\u201d on the wall, or `TBC`.",
        "It was £10, or £5 XL.",
        "The funding came soon.",
        "It ipsum facto.",
        "TBC is short for Tower Blocks Community, and people like TBC.",
        "The Tower Blocks Community (TBC) met at TBC.",
        "Our TODO list grew, and so did the XXX-rated one.",
        "Groups like the TODO Group meet.  Ask TODO members, or resources of TODO, for more.",
        "Days are written as DD/MM/YYYY there.",
        "[sic], [name withheld], [my friend] and [days] of rain",
    ],
)
def test_ordinary_words_hold_no_place(words: str) -> None:
    assert [problem for problem in problems(f"\n{words}\n") if problem.rule == "placeholder"] == []


def test_a_draft_may_wait() -> None:
    """It is not published, and must not keep the rest from being."""
    draft = "---\ntitle: Soldering\ndraft: true\n---\n"
    found = [*problems("", facts=draft), *problems("\nTODO\n", facts=draft)]
    assert [(problem.rule, problem.severity) for problem in found] == [
        ("no-text", Severity.SHOULD_FIX),
        ("placeholder", Severity.SHOULD_FIX),
    ]
