"""ideas_hub/explain.py: what a record refused, said so that an editor can act on it."""

from __future__ import annotations

import pytest

from ideas_hub.model.evidence import EvidenceFile
from ideas_hub.model.kinds import CASE_STUDIES, IDEAS, LEARNING_POINTS, PROGRAMMES, Kind
from ideas_hub.model.term import Lists
from ideas_hub.model.value_paths import field_name, line_of
from ideas_hub.problem import Problem
from ideas_hub.reading.documents import validate
from ideas_hub.reading.front_matter import parse_page, parse_yaml
from ideas_hub.reading.validation_messages import as_written


def told(facts: str, kind: Kind = CASE_STUDIES) -> list[Problem]:
    """What is said of these facts; fields that are missing altogether are left aside."""
    _, problems = validate(parse_page(f"---\n{facts}\n---\n", "x.md"), kind.record, "x.md")
    return [problem for problem in problems if problem.rule != "missing" or "." in problem.field]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ("draft: yes", 'x.md:2: draft: "yes" is neither true nor false. Write true or false, without quotes.'),
        ("draft:", "x.md:2: draft: it is empty. Write a value, or leave it out."),
        ("title: true", 'x.md:2: title: "true" is not text. Put quotes around it: "true".'),
        ("themes: []", "x.md:2: themes: it is empty. Write a value."),
        ("status: runing", 'x.md:2: status: "runing" is not one of the choices. Did you mean "running"? Allowed: running, ended, unknown.'),
        ("period: {start: 2022, end: 2021-12}", "x.md:2: period: the period ends before it starts. Check start and end."),
        ("period: 2021", 'x.md:2: period: "2021" is not a set of named facts. Write it as {start: ..., end: ...}.'),
        ("period: {strat: 2021}", 'x.md:2: period.strat: "strat" is not a field we know. Did you mean "start"? Allowed: start, end.'),
        ("published: 1622-01-01", 'x.md:2: published: "1622-01-01" is not a likely date. Check the year.'),
        ("period: {start: spring 2021}", 'x.md:2: period.start: "spring 2021" is not a date we can read. Write it as 2022, 2022-08 or 2022-08-31.'),
        ("aims: [o1]", 'x.md:2: aims[1]: "o1" is not written as it should be. Write O1 to O9.'),
        ("consent: {reference: Jane Doe, expires: 2027-01-01}",
         'x.md:2: consent.reference: "Jane Doe" is not written as it should be. Write a reference number such as TC-0042, never a name.'),
        ("review_in_months: 0", 'x.md:2: review_in_months: "0" is too small. The least is 1.'),
        ("review_in_months: 240", 'x.md:2: review_in_months: "240" is too large. The most is 120.'),
        ("review_in_months: 2.5",
         'x.md:2: review_in_months: "2.5" is not written as a whole number. Write digits only, such as 1119: no quotes, no comma, no zero in front.'),
        ("title: |\n  one\n  two", "x.md:2: title: it runs over several lines. Write it on one line."),
        ("image: {file: a.jpg}", "x.md:2: image.alt: it is missing. Write alt: ... in it."),
        ("redirect_from: [Old Name]",
         'x.md:2: redirect_from[1]: "Old Name" is not written as it should be. Use lower-case words joined by hyphens, such as old-name.'),
    ],
)  # fmt: skip
def test_each_rule_has_its_own_words(facts: str, words: str) -> None:
    """Place, field, what was found, what to do; no word of a library."""
    assert [str(problem) for problem in told(facts)] == [words]


def test_a_figure_without_its_base_is_named() -> None:
    """No figure without its base: where the number is a string of the list, its line is told."""
    facts = "figures:\n  - {value: 1, unit: a, label: b, base: c, source: d, section: e}\n  - value: 2\n    unit: a\n    label: b\n    source: d\n    section: e"
    assert [(problem.line, problem.field, problem.message) for problem in told(facts)] == [
        (4, "figures[2].base", "it is missing.")
    ]


def test_a_choice_of_two_types_is_told_once() -> None:
    """A number may be whole or not, a closing date a day or a month: one mistake, one problem."""
    assert len(told("figures: [{value: many, unit: a, label: b, base: c, source: d, section: e}]")) == 1
    assert len(told("closes: soon", PROGRAMMES)) == 1


def test_items_are_counted_from_one_and_nested_fields_are_joined() -> None:
    assert field_name(("figures", 0, "value")) == "figures[1].value"


def test_a_field_that_is_not_there_is_told_on_the_line_around_it() -> None:
    lines = {("figures", 1): 12, ("figures",): 9}
    assert line_of(("figures", 1, "base"), lines) == 12
    assert line_of(("figures", 4, "base"), lines) == 9
    assert line_of(("title",), lines) == 1
    assert line_of(("title",), {(): 5}) == 5


def test_a_misspelt_field_is_told_once_not_as_missing_too() -> None:
    (problem,) = [problem for problem in told("tittle: x") if problem.nearest == "title"]
    _, every = validate(parse_page("---\ntittle: x\n---\n", "x.md"), CASE_STUDIES.record, "x.md")
    assert problem.line == 2
    assert "title" not in {found.field for found in every}


def test_fields_of_a_nested_record_are_the_ones_suggested() -> None:
    (problem,) = [p for p in told("authors: [{name: A, rol: B}]", IDEAS) if p.rule == "extra-forbidden"]
    assert (problem.nearest, problem.allowed) == ("role", ("name", "role", "organisation"))
    (problem,) = [
        p for p in told("evidenced_by: [{project: x, basis: sure}]", LEARNING_POINTS) if p.field.startswith("evidenced")
    ]
    assert problem.allowed == ("stated", "inferred")


def test_a_wrong_id_of_a_table_is_told_as_written() -> None:
    parsed = parse_yaml("subjects: {People Here: x}\nfigures: {}", "x.yml")
    (problem,) = validate(parsed, EvidenceFile, "x.yml")[1]
    assert str(problem) == (
        'x.yml:1: subjects.People Here: "People Here" is not written as it should be. Use lower-case words joined by hyphens, such as people-here.'
    )


def test_a_chart_of_one_bar_is_told_how_many_it_needs() -> None:
    parsed = parse_yaml(
        "subjects: {}\nfigures: {}\ncharts: {a: {title: t, subject: s, section: x, figures: [one]}}", "x.yml"
    )
    assert [problem.message for problem in validate(parsed, EvidenceFile, "x.yml")[1]] == [
        "it has too few items; the least is 2."
    ]


def test_the_lists_name_every_list_that_is_missing() -> None:
    problems = validate(parse_yaml("activities: {}", "x.yml"), Lists, "x.yml")[1]
    assert [problem.field for problem in problems] == ["delivery", "aims", "topics", "audiences", "cost_bands"]


def test_values_are_shown_as_an_editor_writes_them() -> None:
    assert as_written([True, None, {"a": [1.5, "x"]}]) == "[true, , {a: [1.5, x]}]"


def test_a_file_with_thousands_of_mistakes_is_cut_short() -> None:
    """Such a file is not what it should be; the first hundred are enough."""
    facts = "\n".join(f"key{number}: x" for number in range(3000))
    assert len(told(facts)) <= 100
