"""ideas_hub/reading/reader.py: data files become rows and lists, with every problem of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.reading.data_files import PROJECTS_FILE, read_evidence, read_glossary, read_lists, read_projects

Change = Callable[..., list[str]]
ROW = "spark-somerset,Spark Somerset"


def test_lists_evidence_and_glossary_are_read_with_their_lines(tree: Path) -> None:
    lists, lists_lines, _ = read_lists(tree)
    evidence, evidence_lines, _ = read_evidence(tree)
    words, problems = read_glossary(tree)
    assert lists
    assert (lists.activities["walking"].theme, lists_lines["activities", "walking"]) == ("nature-environment", 3)
    assert evidence
    assert (evidence.figures["share-women"].value, evidence_lines["figures", "share-women"]) == (64.5, 15)
    assert (words["link-worker"].forms, problems) == (("link worker", "link workers"), [])


def test_a_mistake_in_the_glossary_is_told_with_its_line(change: Change) -> None:
    assert change("docs/glossary.yml", "forms: [link worker, link workers]", "forms: link worker") == [
        'docs/glossary.yml:3: forms: "link worker" is not a list. Put it in brackets: forms: [link worker].'
    ]


def test_a_row_becomes_a_project_with_its_lists_split(tree: Path) -> None:
    (row,), problems = read_projects(tree)
    assert problems == []
    assert (row.id, row.facts.name, row.facts.longitude) == ("spark-somerset", "Walks, talks", -2.9)
    assert (row.facts.local_authority, row.facts.themes) == (
        ("Somerset", "Mendip"),
        ("nature-environment", "arts-culture"),
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_cell_that_a_spreadsheet_would_run_is_told_by_row_and_column(change: Change, start: str) -> None:
    """Whoever opens the table in a spreadsheet is safe."""
    (said,) = change(PROJECTS_FILE, "Spark Somerset", f"{start}1+1")
    assert said == (
        f'docs/projects/projects.csv:2: column organisation: the cell starts with "{start}", which a spreadsheet takes for a formula. '
        "Put a word or a space before it."
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Spark Somerset", "", "2: column organisation: it is missing. Write it in this row's cell."),
        ("51.1", "51.1,9", "2: the row has 14 cells; there are 13 columns. Check the commas: a cell with a comma in it stands in quotes."),
        ("51.1", "north", '2: column latitude: "north" is not written as a number. Write digits only, such as 1119: no quotes, no comma, no zero in front.'),
        ("51.1", "nan", '2: column latitude: "nan" is not written as a number. Write digits only, such as 1119: no quotes, no comma, no zero in front.'),
        ("funded", "funed", '2: column status: "funed" is not one of the choices. Did you mean "funded"? Allowed: funded, withdrawn.'),
        ("south-west", "south-wset",
         '2: column region: "south-wset" is not a region we know. Did you mean "south-west"? Allowed: national, south-east, south-west.'),
        ("id,organisation", "id,organization", '1: header: "organization" is not a column we know. Did you mean "organisation"?'),
        ("id,organisation", "id,id", '1: header: the column "id" is there twice. Keep one of the two.'),
        ('"Walks, talks"', '"Walks" talks"', "2: the row cannot be read ("),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_by_file_row_and_column(change: Change, old: str, new: str, words: str) -> None:
    """The editor of a spreadsheet finds the cell."""
    assert any(row.startswith(f"docs/projects/projects.csv:{words}") for row in change(PROJECTS_FILE, old, new))


def test_empty_rows_of_a_spreadsheet_are_passed_over(tree: Path) -> None:
    with (tree / PROJECTS_FILE).open("a", encoding="utf-8") as table:
        table.write(",,,,,,,,,,,,\n\n")
    rows, problems = read_projects(tree)
    assert (len(rows), problems) == (1, [])


def test_a_row_below_a_cell_of_two_lines_keeps_its_number(tree: Path) -> None:
    text = (tree / PROJECTS_FILE).read_text(encoding="utf-8").replace("Walks, talks", "Walks,\ntalks")
    (tree / PROJECTS_FILE).write_text(text + "second,Second\n", encoding="utf-8")
    _, problems = read_projects(tree)
    assert [(problem.line, problem.rule) for problem in problems] == [(2, "one-line"), (4, "row-length")]


def test_a_table_in_latin_1_is_one_problem_and_hides_no_other(tree: Path, change: Change) -> None:
    """What refers to a project cannot be checked then, and is not called wrong."""
    said = change("docs/learning-points/plain-words.md", "case_study: walking", "case_study: wakling")
    assert len(said) == 1
    (tree / PROJECTS_FILE).write_bytes((tree / PROJECTS_FILE).read_bytes().replace(b"Walks", b"Caf\xe9"))
    _, problems = read_projects(tree)
    assert [(problem.rule, problem.line) for problem in problems] == [("encoding", 2)]
