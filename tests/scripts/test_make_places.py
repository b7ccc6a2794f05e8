"""scripts/places: which district a place lies in, and what its row says, on two square districts."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from make_places import Row, Town, centre, district_rows, spelt, town_rows
from places.boundaries import Boundary, read_boundaries

TOPOLOGY = {
    "transform": {"scale": [0.5, 0.5], "translate": [-4, 52]},
    "arcs": [
        [[2, 0], [0, 2]],  # the border: north from -3, 52
        [[2, 2], [-2, 0], [0, -2], [2, 0]],  # around the west
        [[2, 0], [2, 0], [0, 2], [-2, 0]],  # around the east
    ],
    "objects": {
        "districts": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"LAD13NM": "West"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"LAD13NM": "East"}},
            ]
        }
    },
}
SHIRE = {"district": "Mid Shire", "county": "Shire", "region": "mid-wales"}
BOROUGH = {"district": "Bow", "county": "London", "region": "london"}


@pytest.fixture
def boundaries(tmp_path: Path) -> list[Boundary]:
    path = tmp_path / "districts.json"
    path.write_text(json.dumps(TOPOLOGY), encoding="utf-8")
    return list(read_boundaries(path))


def town(name: str, district: dict[str, str] = SHIRE, population: int = 900) -> Town:
    return Town(name, 52.5, -3.5, population, district)


def within(towns: Sequence[Town]) -> list[str]:
    return [f"{row.name}, {row.within}" for row in town_rows(towns)]


@pytest.mark.parametrize(("longitude", "expected"), [(-3.5, ["West"]), (-2.5, ["East"]), (-1.5, [])])
def test_a_point_lies_in_its_district(boundaries: list[Boundary], longitude: float, expected: list[str]) -> None:
    assert [one.name for one in boundaries if one.holds((longitude, 52.5))] == expected


def test_a_point_in_the_sea_is_nearest_to_the_coast_it_lies_off(boundaries: list[Boundary]) -> None:
    assert min(boundaries, key=lambda one: one.distance((-1.9, 52.5))).name == "East"


def test_a_place_is_told_by_its_county_or_borough() -> None:
    assert within([town("Stanton"), town("Old Ford", BOROUGH)]) == ["Stanton, Shire", "Old Ford, Bow"]


def test_two_of_a_name_in_a_county_are_told_by_their_districts() -> None:
    assert within([town("Stanton"), town("Stanton", {**SHIRE, "district": "North Shire"})]) == [
        "Stanton, Mid Shire",
        "Stanton, North Shire",
    ]


def test_what_is_called_as_that_which_it_lies_in_needs_nothing_to_tell_it() -> None:
    assert within([town("Shire"), town("Bow", BOROUGH), town("London", {**BOROUGH, "district": "City"})]) == [
        "Shire, ", "Bow, London", "London, ",
    ]  # fmt: skip


def test_a_district_is_listed_unless_a_town_in_it_or_a_county_says_the_same() -> None:
    towns = [
        town("Stanton", {**SHIRE, "district": "Stanton", "now_in": "Shire"}),
        town("Clifton", {**SHIRE, "now_in": "Shire"}),
        town("Mid Shire", {**SHIRE, "district": "North Shire", "now_in": ""}),
        town("Stanton", {**BOROUGH, "now_in": ""}),
    ]

    assert [f"{row.name}, {row.within}" for row in district_rows(towns, {("Shire", "mid-wales")})] == [
        "Mid Shire, Shire, the district", "North Shire, Shire", "Bow, London",
    ]  # fmt: skip


def test_a_place_that_names_its_town_is_told_by_that() -> None:
    assert list(town_rows([town("Church End, Stanton")])) == [
        Row("Church End", "town", "Stanton", "mid-wales", 52.5, -3.5)
    ]


def test_a_name_is_spelt_as_people_there_spell_it() -> None:
    assert [spelt(name) for name in ("St. Clears", "Saint Clears", "Houghton-Le-Hill", "Newark on Trent")] == [
        "St Clears", "St Clears", "Houghton-le-Hill", "Newark-on-Trent",
    ]  # fmt: skip


def test_the_centre_of_a_district_is_where_most_people_live() -> None:
    assert centre([town("Large", population=3_000), Town("Small", 56.5, 0.5, 1_000, SHIRE)]) == (53.5, -2.5)
