"""Points on a map: RFC 7946, and no finer than a district."""

import json

import pytest


@pytest.mark.parametrize("name", ["projects", "case-studies", "organisations"])
def test_features_say_what_the_other_files_say_but_for_the_precise_place(data: dict[str, bytes], name: str) -> None:
    """Without the co-ordinates of the data file, which are finer."""
    collection = json.loads(data[f"{name}.geojson"])
    rows = {row["id"]: row for row in json.loads(data[f"{name}.json"])}

    assert collection["type"] == "FeatureCollection"
    assert collection["features"]
    for feature in collection["features"]:
        row = rows[feature["id"]]
        assert feature["properties"] == {field: value for field, value in row.items() if "itude" not in field}


def test_points_are_longitude_first_and_rounded_to_a_tenth_of_a_degree(data: dict[str, bytes]) -> None:
    """The data file says 3.8 degrees west of Greenwich."""
    points = {f["id"]: f["geometry"] for f in json.loads(data["projects.geojson"])["features"]}

    assert points["wobbly-chair"] == {"type": "Point", "coordinates": [-3.8, 53.3]}


def test_a_case_study_is_where_its_project_is(data: dict[str, bytes]) -> None:
    """One without a project has no place on a map; the other files have it."""
    points = {f["id"]: f["geometry"] for f in json.loads(data["case-studies.geojson"])["features"]}

    assert points["soldering"]["coordinates"] == [-3.8, 53.3]
    assert "clock-club" not in points
    assert "clock-club" in {row["id"] for row in json.loads(data["case-studies.json"])}


def test_an_organisation_is_at_its_first_place_if_the_hub_knows_where_that_is(data: dict[str, bytes]) -> None:
    """Two parts of South Wales have a Newport, and Wales as a whole is no place."""
    points = {f["id"]: f["geometry"] for f in json.loads(data["organisations.geojson"])["features"]}

    assert points["tick-tock"] == {"type": "Point", "coordinates": [-3.6, 52.9]}
    assert not {"third-drawer", "mending-wales"} & points.keys()
