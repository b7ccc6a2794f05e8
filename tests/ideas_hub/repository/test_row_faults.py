"""A project far outside the area of all places is there by a slip."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.row_kinds import PROJECT_ROWS
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
