"""A file's values against its record: one problem for each mistake, with the line to fix."""

from collections.abc import Callable

import pytest

from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.kinds import CASE_STUDIES, PROGRAMMES, Kind
from ideas_hub.model.row_kinds import PROJECT_ROWS
from ideas_hub.model.term import GlossaryTerm, Lists
from ideas_hub.problem import Problem
from ideas_hub.reading.front_matter import Parsed, parse_page, parse_yaml
from ideas_hub.reading.validation import validate


def problems_of(facts: str, kind: Kind = CASE_STUDIES) -> list[Problem]:
    """Return what is wrong with these facts, apart from fields that are missing altogether."""
    _, problems = validate(parse_page(f"---\n{facts}\n---\n", "x.md"), kind.record, "x.md")
    return [problem for problem in problems if problem.rule != "missing" or "." in problem.field]


def test_values_that_fit_are_a_record() -> None:
    parsed = parse_yaml("term: PAT\nforms: [PAT]\nmeaning: A test.\n", "x.yml")
    term, problems = validate(parsed, GlossaryTerm, "x.yml")
    assert (term, problems) == (GlossaryTerm(term="PAT", forms=("PAT",), meaning="A test."), [])


def test_a_mistake_in_yaml_is_kept_beside_the_record() -> None:
    """A key written twice does not make the other facts unreadable."""
    parsed = parse_yaml("term: PAT\nterm: Pat\nforms: [PAT]\nmeaning: A test.\n", "x.yml")
    term, problems = validate(parsed, GlossaryTerm, "x.yml")
    assert term
    assert [problem.rule for problem in problems] == ["duplicate-key"]


def test_a_block_that_could_not_be_read_is_not_said_to_lack_its_fields() -> None:
    parsed = parse_yaml("term: 'PAT\n", "x.yml")
    assert validate(parsed, GlossaryTerm, "x.yml") == (None, list(parsed.problems))


def test_a_value_without_lines_is_reported_on_line_one() -> None:
    """Answers from a form have no lines."""
    _, (problem,) = validate(Parsed({"term": "PAT", "forms": ["PAT"]}), GlossaryTerm, "x.yml")
    assert (problem.line, problem.field, problem.message) == (1, "meaning", "it is missing.")


def test_a_figure_without_its_base_is_named() -> None:
    """No figure without its base: the problem has the line of the figure."""
    facts = (
        "figures:\n  - {value: 1, unit: a, label: b, base: c, source: d, section: e}\n  - value: "
        "2\n    unit: a\n    label: b\n    source: d\n    section: e"
    )
    assert [(problem.line, problem.field, problem.message) for problem in problems_of(facts)] == [
        (4, "figures[2].base", "it is missing.")
    ]


def test_a_value_that_may_be_of_two_types_is_reported_once() -> None:
    """A number may be whole or not, a closing date a day or a month: one mistake, one problem."""
    assert len(problems_of("figures: [{value: many, unit: a, label: b, base: c, source: d, section: e}]")) == 1
    assert len(problems_of("closes: soon", PROGRAMMES)) == 1


def test_a_misspelt_field_is_reported_once_not_as_missing_too() -> None:
    (problem,) = [problem for problem in problems_of("tittle: x") if problem.nearest == "title"]
    _, every = validate(parse_page("---\ntittle: x\n---\n", "x.md"), CASE_STUDIES.record, "x.md")
    assert problem.line == 2
    assert "title" not in {found.field for found in every}


def test_a_wrong_id_of_a_table_is_quoted_as_written() -> None:
    parsed = parse_yaml("subjects: {People Here: x}\nfigures: {}", "x.yml")
    (problem,) = validate(parsed, EvidenceFile, "x.yml")[1]
    assert str(problem) == (
        'x.yml:1: subjects.People Here: "People Here" is not written as it should be. '
        "Use lower-case words joined by hyphens, such as people-here."
    )


def test_a_hub_asks_in_its_own_words_only_for_what_case_studies_have() -> None:
    parsed = parse_yaml(
        "questions:\n  regoin:\n    question: Where?\n  region: {hint: One.}\n  period.strat: {hint: A year.}", "x.yml"
    )
    assert [str(problem) for problem in validate(parsed, Lists, "x.yml")[1]] == [
        'x.yml:2: questions.regoin: "regoin" is not a field of a case study. Did you mean "region"?',
        'x.yml:5: questions.period.strat: "period.strat" is not a field of a case study. Did you mean "period.start"?',
    ]


def test_a_file_with_thousands_of_mistakes_is_cut_short() -> None:
    """Such a file is not what it should be; the first hundred are enough."""
    facts = "\n".join(f"key{number}: x" for number in range(3000))
    assert len(problems_of(facts)) <= 100


@pytest.mark.parametrize(
    ("facts", "field", "line"),
    [
        ("themes: [heritage, faith, heritage]", "themes[3]", 2),
        ("partners:\n  - Take Art\n  - The  Hall\n  - take art", "partners[3]", 5),
        ("sources: [{source: a, section: '4'}, {source: a, section: '4'}]", "sources[2]", 2),
        ("figures: [{id: a}, {id: a}]", "figures[2]", 2),
    ],
)
def test_an_item_that_is_twice_in_a_list_is_named(facts: str, field: str, line: int) -> None:
    """In a list of terms, names, sources or anything else: it would show twice, or count as two."""
    (problem,) = [problem for problem in problems_of(facts) if problem.rule == "repeated-item"]
    assert (problem.field, problem.line) == (field, line)
    assert problem.fix == "Delete one of the two."


@pytest.mark.parametrize(
    "facts",
    [
        "themes: [heritage, Heritage]",
        "sources: [{source: a, section: '4'}, {source: a, section: '5'}, {source: a}]",
        "shapes: [{label: [300, 300]}]",
        "authors: [{name: Jo, role: Fixer}, {name: Mo, role: Fixer}]",
    ],
)
def test_items_that_differ_may_stand_in_one_list(facts: str) -> None:
    """A word in other capitals is an unknown id, and has its own message."""
    assert [problem for problem in problems_of(facts) if problem.rule == "repeated-item"] == []


def test_a_project_with_a_theme_twice_is_named_by_its_column(change: Callable[..., list[str]]) -> None:
    (problem,) = change(PROJECT_ROWS.file, "tools-electrics; mending-clothes", "tools-electrics; tools-electrics")
    assert problem == (
        'docs/projects/projects.csv:2: column themes[2]: "tools-electrics" is in the list already, as number 1. '
        "Delete one of the two."
    )


def test_the_rule_that_a_value_breaks_has_a_name_in_plain_words() -> None:
    """GitHub shows it as the title of the note."""
    text = "---\ntitle: [1]\ntitel: A\nregion: North West\npublished: soon\n---\n"
    problems = validate(parse_page(text, "x.md"), CASE_STUDIES.record, "x.md")[1]

    assert {problem.rule for problem in problems} <= {"missing", "unknown-fact", "wrong-value", "day"}


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ("place: A\ntown: B", ["town"]),  # two are missing, and nobody can say which it is
        ("could_we_do_this: {cost: Little, with care, for all}", ["could_we_do_this.with care"]),
        ("image:\n  file: a.jpg\nalt: A", ["alt"]),
        ("image:\nfile: a.jpg\nalt: A", ["file"]),
        ("figures:\n  - value: 1\n    unit: people\nlabel: A", ["label"]),
    ],
)
def test_one_fault_is_one_problem(facts: str, fields: list[str]) -> None:
    """Not one for each piece of it."""
    assert [problem.field for problem in problems_of(facts) if problem.rule != "missing"] == fields


def test_a_field_under_another_name_is_told_with_the_only_one_that_is_missing() -> None:
    parsed = parse_yaml("term: Jig\nforms: [jig]\ndefinition: A tool.\n", "x.yml")
    _, problems = validate(parsed, GlossaryTerm, "x.yml")

    assert [(problem.field, problem.nearest) for problem in problems] == [("definition", "meaning")]
