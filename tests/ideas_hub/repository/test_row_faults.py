"""A project far outside the area of all places is there by a slip."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.row_kinds import ORGANISATION_ROWS, PROJECT_ROWS
from ideas_hub.problem import Problem
from ideas_hub.reading.places import PLACES_FILE

Read = Callable[[Path], tuple[Hub, list[Problem]]]


@pytest.mark.parametrize(
    ("point", "message"),
    [
        ("53.3,3.8", None),
        ("51.2,5.3", None),  # on the coast
        ("3.8,53.3", "latitude and longitude are swapped."),
        ("53.3,38.0", "this point lies outside the hub's area."),
        ("5.33,3.8", "this point lies outside the hub's area."),
    ],
)
def test_a_point_outside_the_area_of_all_places_is_reported(
    tree: Path, read: Read, point: str, message: str | None
) -> None:
    more = "".join(f"Place {number},town,,north-wales,53.0,-4.0,\n" for number in range(50))
    for file, text in (
        (PLACES_FILE, (tree / PLACES_FILE).read_text(encoding="utf-8") + more),
        (PROJECT_ROWS.file, (tree / PROJECT_ROWS.file).read_text(encoding="utf-8").replace("53.3,3.8", point)),
    ):
        (tree / file).write_text(text, encoding="utf-8")
    assert [(problem.line, problem.message) for problem in read(tree)[1]] == [(2, message)] * bool(message)


def test_a_few_places_do_not_say_where_the_area_ends(tree: Path, read: Read) -> None:
    text = (tree / PROJECT_ROWS.file).read_text(encoding="utf-8").replace("53.3,3.8", "3.8,53.3")
    (tree / PROJECT_ROWS.file).write_text(text, encoding="utf-8")
    assert read(tree)[1] == []


def faults(tree: Path, read: Read, *rows: str) -> list[tuple[int, str, str]]:
    """Add rows to the table of organisations; return line, column and message of each problem."""
    with (tree / ORGANISATION_ROWS.file).open("a", encoding="utf-8") as table:
        table.write("".join(f"{row}{',' * (16 - row.count(','))}\n" for row in rows))
    return [(problem.line, problem.field, problem.message) for problem in read(tree)[1]]


def test_a_name_that_two_organisations_share_is_one_problem_that_names_both_rows(tree: Path, read: Read) -> None:
    """However it is spelled: it can lead to one of them alone."""
    assert faults(tree, read, "spoke,The Loose Spoke Company Ltd") == [
        (13, "column name", '"The Loose Spoke Company Ltd" is a name of Loose Spoke Company in line 7 too.')
    ]


def test_a_short_form_that_two_organisations_share_is_a_problem_too(tree: Path, read: Read) -> None:
    assert faults(tree, read, "west-coast,West Coast Chairs,W.C.C.; Westies") == [
        (13, "column aliases", '"W.C.C." is a name of Wobbly Chair Collective in line 3 too.')
    ]


def test_an_id_made_from_a_name_that_is_shared_is_no_second_problem(tree: Path, read: Read) -> None:
    assert faults(tree, read, "loose-spoke-company,Loose Spoke Company") == [
        (13, "column name", '"Loose Spoke Company" is a name of Loose Spoke Company in line 7 too.')
    ]


def test_an_organisation_may_write_a_name_of_its_own_twice(tree: Path, read: Read) -> None:
    assert faults(tree, read, "darn-dash,Darn & Dash,Darn and Dash; The Darn and Dash Ltd") == []


@pytest.mark.parametrize("taken", ["partners", "role", "sector", "index", "page"])
def test_an_id_that_the_site_uses_itself_is_a_problem(tree: Path, read: Read, taken: str) -> None:
    assert faults(tree, read, f"{taken},Somebody New") == [
        (13, "column id", f'"{taken}" is a name that the site uses itself.')
    ]


def test_an_id_that_is_there_twice_is_one_problem(tree: Path, read: Read) -> None:
    assert faults(tree, read, "tick-tock,Somebody New") == [
        (13, "column id", '"tick-tock" is the id of the row in line 8 already.')
    ]
