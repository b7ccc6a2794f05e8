"""Rows of a table as records, with every problem by row and column."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.data_files import Project
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.row_kinds import ORGANISATION_ROWS, PROJECT_ROWS, ROW_KINDS, RowKind, RowTakenDown
from ideas_hub.problem import MOST_PROBLEMS, Problem
from ideas_hub.reading.rows import read_rows, rows_with
from tests.ideas_hub.conftest import FILES, ORGANISATIONS, PROJECTS_HEADER

Change = Callable[..., list[str]]


@pytest.mark.parametrize("kind", ROW_KINDS, ids=lambda kind: kind.id)
def test_an_empty_table_is_one_problem_and_headings_alone_are_none(tree: Path, kind: RowKind) -> None:
    (tree / kind.file).write_text("\n", encoding="utf-8")
    (problem,) = read_rows(tree, kind)[1]
    assert (problem.line, problem.message) == (1, "the file is empty.")
    (tree / kind.file).write_text(FILES[kind.file].partition("\n")[0] + "\n", encoding="utf-8")
    assert read_rows(tree, kind) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            ",3.8,",
            ",-3.8,",
            'longitude_west: "-3.8" has a minus sign. Take the minus out: the column is degrees west already.',
        ),
        (",53.3,", ",-53.3,", 'latitude: "-53.3" has a minus sign. Take the minus out.'),
    ],
)
def test_a_minus_sign_before_degrees_is_one_problem(change: Change, old: str, new: str, words: str) -> None:
    assert change(PROJECT_ROWS.file, old, new) == [f"{PROJECT_ROWS.file}:2: column {words}"]


def test_a_project_has_one_longitude(tree: Path) -> None:
    """With two, the one in the west would be lost."""
    header, row, _ = (tree / PROJECT_ROWS.file).read_text(encoding="utf-8").split("\n", 2)
    (tree / PROJECT_ROWS.file).write_text(f"{header},longitude_east\n{row},0.2\n", encoding="utf-8")
    (problem,) = read_rows(tree, PROJECT_ROWS)[1]
    assert (problem.line, problem.message) == (2, "longitude_west and longitude_east are both filled in.")


def test_a_row_is_a_project_with_its_lists_split(tree: Path) -> None:
    rows, problems = read_rows(tree, PROJECT_ROWS)
    (row, _) = rows_with(Project, rows)
    assert problems == []
    assert (row.id, row.facts.name, row.facts.longitude) == ("wobbly-chair", "Chairs, chats", -3.8)
    assert (row.facts.local_authority, row.facts.themes) == (
        ("Conwy", "Gwynedd"),
        ("tools-electrics", "mending-clothes"),
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\uff1d", "\uff20"])
def test_a_cell_that_a_spreadsheet_would_run_is_named_by_row_and_column(change: Change, start: str) -> None:
    """Whoever opens the table in a spreadsheet is safe."""
    (problem,) = change(PROJECT_ROWS.file, "Wobbly Chair Collective", f"{start}1+1")
    assert problem == (
        f'docs/projects/projects.csv:2: column organisation: the cell starts with "{start}", which a spreadsheet '
        "takes for a formula. Put a word or a space before it."
    )


def test_a_table_of_thousands_of_wrong_rows_is_not_read_to_its_end(tree: Path) -> None:
    """What is wrong with it is clear long before."""
    (tree / PROJECT_ROWS.file).write_text(f"{PROJECTS_HEADER}\n" + "a\n" * 100_000, encoding="utf-8")

    assert len(read_rows(tree, PROJECT_ROWS)[1]) <= MOST_PROBLEMS + 1


def test_what_another_spreadsheet_takes_for_a_cell_is_named_too(change: Change) -> None:
    (problem,) = change(PROJECT_ROWS.file, "Wobbly Chair Collective", "Wobbly;=1+1")

    assert problem.startswith(
        'docs/projects/projects.csv:2: column organisation: after a separator the cell has "=", which a spreadsheet '
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Wobbly Chair Collective", "", "2: column organisation: it is missing. Write it in this row's cell."),
        (
            "53.3",
            "53.3,9",
            (
                "2: the row has 14 cells; there are 13 columns. Check the commas: "
                "a cell with a comma in it needs quotes around it."
            ),
        ),
        (
            "53.3",
            "north",
            (
                '2: column latitude: "north" is not written as a number. Write digits only, such as 1119: '
                "no quotes, no comma, no zero in front."
            ),
        ),
        (
            "53.3",
            "nan",
            (
                '2: column latitude: "nan" is not written as a number. Write digits only, such as 1119: '
                "no quotes, no comma, no zero in front."
            ),
        ),
        (
            "funded",
            "funed",
            '2: column status: "funed" is not one of the choices. Did you mean "funded"? Allowed: funded, withdrawn.',
        ),
        (
            "north-wales",
            "north-wlaes",
            (
                '2: column region: "north-wlaes" is not a region we know. Did you mean "north-wales"? Allowed: '
                "mid-wales, national, north-wales, south-wales."
            ),
        ),
        (
            "id,organisation",
            "id,organization",
            '1: header: "organization" is not a column we know. Did you mean "organisation"?',
        ),
        (
            "id,organisation",
            "id,xyz",
            '1: header: the column "organisation" is missing. Add a column with the heading organisation.',
        ),
        ("id,organisation", "id,id", '1: header: the column "id" is there twice. Keep one of the two.'),
        *(
            (
                '"Chairs, chats"',
                cell,
                "2: column project_name: a curly quotation mark opens the cell. Put straight ones around the cell: ",
            )
            for cell in ("“Chairs, chats”", "“Chairs”", "“Chairs")
        ),
        (
            '"Chairs, chats"',
            '"Chairs" chats"',
            "2: a quotation mark of this row is not closed, or stands alone",
        ),
    ],
)
def test_a_bad_row_is_named_by_file_row_and_column(change: Change, old: str, new: str, words: str) -> None:
    """The editor of a spreadsheet finds the cell."""
    assert any(row.startswith(f"docs/projects/projects.csv:{words}") for row in change(PROJECT_ROWS.file, old, new))


@pytest.mark.parametrize("cell", ["“Chairs” and chats", '"“We felt at home, all of us.”"'])
def test_words_in_curly_quotes_may_stand_in_a_cell(change: Change, cell: str) -> None:
    assert change(PROJECT_ROWS.file, '"Chairs, chats"', cell) == []


def test_a_heading_that_every_row_lacks_is_named_once(change: Change) -> None:
    (problem,) = change(ORGANISATION_ROWS.file, "name,aliases,sector", "name,sector")

    assert problem.startswith("docs/organisations/organisations.csv:1: header: there are 16 headings, and every row")
    assert "Allowed: aliases." in problem


def test_a_row_that_is_there_twice_is_to_be_deleted_and_another_of_its_id_renamed(change: Change) -> None:
    row = next(one for one in ORGANISATIONS.splitlines() if one.startswith("third-drawer,"))

    copied = change(ORGANISATION_ROWS.file, row, f"{row}\n{row}")
    assert [one.endswith("already. Delete one of the two rows.") for one in copied] == [True]
    other = change(ORGANISATION_ROWS.file, row, f"{row}\n{row.replace('Third Drawer Society', 'Fourth Drawer')}")
    assert [one.endswith("already. Give this row an id of its own.") for one in other] == [True]


def test_empty_rows_of_a_spreadsheet_are_skipped(tree: Path) -> None:
    with (tree / PROJECT_ROWS.file).open("a", encoding="utf-8") as table:
        table.write(",,,,,,,,,,,,\n\n")
    rows, problems = read_rows(tree, PROJECT_ROWS)
    assert ([row.id for row in rows], problems) == (["wobbly-chair", "third-drawer"], [])


def test_a_row_below_a_cell_of_two_lines_keeps_its_number(tree: Path) -> None:
    text = (tree / PROJECT_ROWS.file).read_text(encoding="utf-8").replace("Chairs, chats", "Chairs,\nchats")
    (tree / PROJECT_ROWS.file).write_text(text + "third,Third\n", encoding="utf-8")
    _, problems = read_rows(tree, PROJECT_ROWS)
    assert [(problem.line, problem.rule) for problem in problems] == [(2, "one-line"), (5, "row-length")]


def test_a_table_in_latin_1_is_one_problem_and_hides_no_other(tree: Path, change: Change) -> None:
    """What refers to a project cannot be checked then, and is not called wrong."""
    path = tree / PROJECT_ROWS.file
    path.write_bytes(path.read_bytes().replace(b"Buttons", b"Caf\xe9"))
    problems = change("docs/learning-points/say-hello.md", "case_study: soldering", "case_study: sodlering")
    assert [problem.split(": ")[0] for problem in problems] == [
        "docs/learning-points/say-hello.md:9",
        "docs/projects/projects.csv:3",
    ]
    assert read_rows(tree, PROJECT_ROWS)[0] == []


def test_a_table_parted_by_semicolons_is_one_problem(tree: Path) -> None:
    """As a spreadsheet saves it in some countries: not one for each column that seems to be missing."""
    (tree / PROJECT_ROWS.file).write_text("id;organisation;place\na;b;c\n", encoding="utf-8")
    _, (problem,) = read_rows(tree, PROJECT_ROWS)

    assert problem.message == "semicolons separate the columns, where commas are expected."


def taken_down(tree: Path, row: str) -> tuple[list[str], list[Problem]]:
    """Add a row to the table of projects; return the ids taken down, and what is wrong."""
    with (tree / PROJECT_ROWS.file).open("a", encoding="utf-8") as table:
        table.write(f"{row}\n")
    rows, problems = read_rows(tree, PROJECT_ROWS)
    return [row.id for row in rows_with(RowTakenDown, rows)], problems


def test_a_row_with_nothing_but_its_id_is_a_project_that_was_taken_down(tree: Path) -> None:
    assert taken_down(tree, "chairs,,,,,,,,,,taken-down,,") == (["chairs"], [])


def test_what_a_row_still_says_of_a_project_that_was_taken_down_is_named(tree: Path) -> None:
    """It would be there for all to read."""
    gone, (problem,) = taken_down(tree, "chairs,Chairs of Bala,,,Bala,,,,,,taken-down,,")

    assert gone == ["chairs"]
    assert (problem.line, problem.field, problem.rule) == (4, "column status", "withdrawn")
    assert problem.fix.startswith("Empty its other cells, but for redirect_from.")


def test_taken_down_in_other_letters_is_told_with_the_right_ones(tree: Path) -> None:
    """And not with all the facts that such a row lacks."""
    gone, (problem,) = taken_down(tree, "chairs,,,,,,,,,,Taken down,,")

    assert (gone, problem.field, problem.nearest) == ([], "column status", "taken-down")


ANY_CELL = ("name", "aliases", "places", "about", "sections", "notes")
"""The columns of organisations that hold words."""


def with_cell(tree: Path, column: str, cell: str) -> tuple[Organisation | None, list[Problem]]:
    """Return a new organisation with one cell, and what is wrong with its row."""
    values = {"id": "new-one", "name": "New One", column: cell}
    with (tree / ORGANISATION_ROWS.file).open("a", encoding="utf-8", newline="") as table:
        csv.writer(table).writerow([values.get(name, "") for name in ORGANISATION_ROWS.columns])
    rows, problems = read_rows(tree, ORGANISATION_ROWS)
    found = [row.facts for row in rows_with(Organisation, rows) if row.id == "new-one"]
    return (found[0] if found else None), problems


@pytest.mark.parametrize("column", ANY_CELL)
@pytest.mark.parametrize(
    "cell", ["=1+1", "+44", "@SUM(1)", "-1", "a" * 5000, "two\nlines", '<script>alert("1")</script>']
)
def test_what_no_organisation_may_say_is_refused_in_every_column(tree: Path, column: str, cell: str) -> None:
    """Formulas, HTML, lines in a cell and what has no end."""
    _, problems = with_cell(tree, column, cell)

    assert {problem.field.partition("[")[0] for problem in problems} == {f"column {column}"}
    assert {problem.line for problem in problems} == {13}


@pytest.mark.parametrize("column", ANY_CELL)
@pytest.mark.parametrize("cell", ['Tea & "Toast"', "O\u2019Neill's {{ 7 }} < 8", "\u062c\u0645\u0639\u064a\u0629"])
def test_any_other_words_are_kept_as_they_stand(tree: Path, column: str, cell: str) -> None:
    """Whatever shows them shows them as words."""
    facts, problems = with_cell(tree, column, cell)

    assert problems == []
    assert facts
    assert getattr(facts, column) in (cell, (cell,))


def test_a_letter_that_turns_others_round_is_named_with_its_row(tree: Path) -> None:
    _, problems = with_cell(tree, "name", "\u202eevil")

    assert [(problem.line, problem.rule) for problem in problems] == [(13, "hidden-character")]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://example.org", "//example.org", "https://a b.org"])
def test_a_website_is_a_public_address(tree: Path, address: str) -> None:
    _, problems = with_cell(tree, "website", address)

    assert [problem.field for problem in problems] == ["column website"]
