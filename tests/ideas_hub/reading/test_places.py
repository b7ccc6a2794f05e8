"""docs/places.csv: read whole, and each mistake named by row and column."""

from pathlib import Path

import pytest

from ideas_hub.model.place import Place
from ideas_hub.problem import MOST_OF_A_KIND, MOST_PROBLEMS
from ideas_hub.reading.places import MOST_BYTES, PLACES_FILE, read_places
from tests.ideas_hub.conftest import FILES, Change, Read

HEADER = FILES[PLACES_FILE].partition("\n")[0]
FIRST = "Bala,town,Gwynedd,north-wales,52.91,-3.60,"


def write(tree: Path, text: str) -> list[str]:
    (tree / PLACES_FILE).write_text(text, encoding="utf-8")
    return [str(problem) for problem in read_places(tree)[1]]


def test_a_row_is_a_place(tree: Path) -> None:
    places, problems = read_places(tree)

    assert problems == []
    assert places[2] == Place("Bala", "town", "Gwynedd", "north-wales", 52.91, -3.6, also_a_word=False)
    assert [place.name for place in places.values() if place.also_a_word] == ["Flint", "Mold"]


def test_a_hub_may_be_without_places(tree: Path, read: Read) -> None:
    (tree / PLACES_FILE).unlink()
    hub, problems = read(tree)

    assert (hub.places, problems) == ((), [])


def test_columns_that_may_be_empty_may_be_left_out(tree: Path) -> None:
    assert write(tree, "region,name,kind,longitude,latitude\nmid-wales,Powys,county,-3.4,52.3\n") == []
    assert list(read_places(tree)[0].values()) == [
        Place("Powys", "county", "", "mid-wales", 52.3, -3.4, also_a_word=False)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Bala,town", ",town", "docs/places.csv:2: column name: it is empty."),
        ("Bala,town", "<b>Bala</b>,town", 'column name: "<b>Bala</b>" is no name of up to 80 characters.'),
        ("Bala,town", "=1+1,town", 'column name: "=1+1" is no name'),
        ("Bala,town", "B" * 81 + ",town", "is no name of up to 80 characters."),
        ("Bala,town", "Bala,twon", 'column kind: "twon" is not a kind we know. Did you mean "town"?'),
        ("Gwynedd,north-wales", "*Gwynedd*,north-wales", 'column within: "*Gwynedd*" is no name'),
        ("north-wales,52.91", "north-wlaes,52.91", 'column region: "north-wlaes" is not a region we know.'),
        ("north-wales,52.91", ",52.91", "column region: it is empty."),
        ("52.91", "92.91", 'column latitude: "92.91" is no number of degrees from -90 to 90.'),
        ("52.91", "52°54'", "column latitude:"),
        ("52.91", "nan", "column latitude:"),
        ("-3.60,", "-183.60,", 'column longitude: "-183.60" is no number of degrees from -180 to 180.'),
        ("-3.60,", "-3.60,maybe", 'column also_a_word: "maybe" is neither yes nor empty.'),
        ("-3.60,", "-3.60", "the row has 6 cells; there are 7 columns."),
        (HEADER, HEADER.replace("region", "regoin"), '"regoin" is not a column we know.'),
        (HEADER, HEADER.replace(",", ";"), "semicolons separate the columns"),
        ("Bangor,town,", "BALA,town,", 'docs/places.csv:3: column name: "BALA, Gwynedd" is in line 2 already.'),
    ],
)
def test_a_mistake_is_named(change: Change, old: str, new: str, expected: str) -> None:
    (problem, *others) = change(PLACES_FILE, old, new)

    assert expected in problem
    assert problem.startswith("docs/places.csv:")
    assert others == [] or new.startswith("name,")


def test_every_mistake_is_named_in_one_run(tree: Path) -> None:
    rows = ["Bala,twon,,north-wales,52.91,-3.60,", "Bangor,town,,north-wales,x,-4.13,", "Barry,town"]
    problems = write(tree, "\n".join([HEADER, *rows]))

    assert [problem.split(" ")[0] for problem in problems] == [f"docs/places.csv:{line}:" for line in (4, 2, 3)]


def test_an_unknown_region_is_named_wherever_it_stands(tree: Path, read: Read) -> None:
    rows = [f"Bala,town,{number},atlantis,52.91,-3.60," for number in range(50)]
    write(tree, "\n".join([HEADER, *rows]))
    problems = [problem for problem in read(tree)[1] if problem.file == PLACES_FILE]

    assert [problem.line for problem in problems[:MOST_OF_A_KIND]] == list(range(2, MOST_OF_A_KIND + 2))
    assert "30 more of this kind" in str(problems[-1])


def test_a_table_of_another_kind_ends_soon(tree: Path) -> None:
    assert len(write(tree, f"{HEADER}\n" + "a\n" * 100_000)) <= MOST_PROBLEMS
    assert len(write(tree, f"{HEADER}\n" + f"{FIRST}\n" * 5_000)) <= MOST_PROBLEMS


def test_a_table_may_be_larger_than_a_text_but_not_endless(tree: Path) -> None:
    def rows(size: int) -> str:
        return "\n".join(f"Bala,town,{number},north-wales,52.91,-3.60," for number in range(size // 45))

    assert write(tree, f"{HEADER}\n{rows(300_000)}") == []
    (problem,) = write(tree, f"{HEADER}\n{rows(600_000)}")
    assert f"the limit is {MOST_BYTES // 1024} KB" in problem
