"""docs/places.csv: places that readers may look for, thousands of them, so that whole columns are checked at once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice, repeat
from pathlib import Path
from typing import NamedTuple

from ideas_hub.model.place import PLACE_KINDS, Place
from ideas_hub.problem import MOST_PROBLEMS, Problem, excerpt, nearest
from ideas_hub.reading.tables import read_table, wrong_length

PLACES_FILE = "docs/places.csv"
MOST_BYTES = 500 * 1024
LONGEST_NAME = 80
NAME = re.compile(rf"[^\W_][\w .,'\u2019&()/-]{{0,{LONGEST_NAME - 1}}}")
YES = "yes"
COLUMNS = {name: name not in {"within", "also_a_word"} for name in Place._fields}
"""Whether each column must be there."""


class Check(NamedTuple):
    """What the cells of a column may be.  message: how one reads that is something else."""

    is_sound: Callable[[str], bool]
    message: str
    fix: str = ""
    allowed: tuple[str, ...] = ()


def _degrees(most: int) -> Check:
    def is_sound(cell: str) -> bool:
        with suppress(ValueError):
            return -most <= float(cell) <= most
        return False

    return Check(is_sound, f"is no number of degrees from -{most} to {most}.", "Write it as 51.48, without a sign.")


A_NAME = (
    f"is no name of up to {LONGEST_NAME} characters.",
    "Write it in letters, with spaces, hyphens or apostrophes.",
)
CHECKS = {
    "name": Check(lambda cell: bool(NAME.fullmatch(cell)), *A_NAME),
    "kind": Check(PLACE_KINDS.__contains__, "is not a kind we know.", allowed=PLACE_KINDS),
    "within": Check(lambda cell: not cell or bool(NAME.fullmatch(cell)), *A_NAME),
    "region": Check(bool, "is no region.", "Write the id of its region."),
    "latitude": _degrees(90),
    "longitude": _degrees(180),
    "also_a_word": Check({"", YES}.__contains__, "is neither yes nor empty.", allowed=(YES,)),
}


def read_places(root: Path) -> tuple[dict[int, Place], list[Problem]]:
    """Return the places by their lines, in the file's order, and every problem; a row with one is left out."""
    header, rows, problems = read_table(root, PLACES_FILE, COLUMNS, most_bytes=MOST_BYTES)
    found = [one for line, row in rows.items() for one in wrong_length(PLACES_FILE, line, row, header)]
    found += _wrong_cells(header, _without(rows, found))
    sound = _without(rows, found)
    places = dict(zip(sound, _places(header, sound.values()), strict=True))
    return places, [*problems, *found[:MOST_PROBLEMS], *islice(_repeated(places), MOST_PROBLEMS)]


def _without(rows: Mapping[int, list[str]], problems: Iterable[Problem]) -> Mapping[int, list[str]]:
    wrong = {problem.line for problem in problems}
    return {line: row for line, row in rows.items() if line not in wrong} if wrong else rows


def _places(header: list[str], rows: Iterable[list[str]]) -> Iterator[Place]:
    columns = {
        name: [cell.strip() for cell in cells] for name, cells in zip(header, zip(*rows, strict=True), strict=False)
    }
    empty = repeat("")
    return map(
        Place,
        columns.get("name", ()),
        columns.get("kind", ()),
        columns.get("within", empty),
        columns.get("region", ()),
        map(float, columns.get("latitude", ())),
        map(float, columns.get("longitude", ())),
        (cell == YES for cell in columns.get("also_a_word", empty)),
    )


def _wrong_cells(header: list[str], rows: Mapping[int, list[str]]) -> Iterator[Problem]:
    """Yield a problem for each cell that its column may not have; of equal cells one is looked at."""
    for column, name in enumerate(header):
        check = CHECKS[name]
        wrong = {cell for cell in {row[column] for row in rows.values()} if not check.is_sound(cell.strip())}
        for line, row in rows.items() if wrong else ():
            if row[column] in wrong:
                yield _wrong_cell(line, name, row[column].strip(), check)


def _wrong_cell(line: int, column: str, cell: str, check: Check) -> Problem:
    return Problem(
        PLACES_FILE,
        line,
        f'"{excerpt(cell)}" {check.message}' if cell else "it is empty.",
        field=f"column {column}",
        found=excerpt(cell),
        allowed=check.allowed,
        nearest=nearest(cell, check.allowed),
        fix=check.fix,
        rule="wrong-value",
    )


def _repeated(places: Mapping[int, Place]) -> Iterator[Problem]:
    """Yield a problem for each place that no reader could tell from one above it."""
    first: dict[tuple[str, str], int] = {}
    for line, place in places.items():
        other = first.setdefault((place.name.casefold(), place.within.casefold()), line)
        if other != line:
            yield Problem(
                PLACES_FILE,
                line,
                f'"{place.full_name}" is in line {other} already.',
                field="column name",
                found=place.full_name,
                rule="repeated-item",
                fix="Delete one of the two, or say in the column within what tells them apart.",
            )
