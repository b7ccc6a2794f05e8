"""Places, points and the distance between two of them."""

import pytest

from ideas_hub.model.coordinates import coordinates
from ideas_hub.model.hub import Hub
from ideas_hub.model.place import DISTRICT, TOWN, Gazetteer, Place, Point, kilometres

CARDIFF, SWANSEA, BANGOR = Point(51.48, -3.18), Point(51.62, -3.94), Point(53.23, -4.13)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (CARDIFF, SWANSEA, 55),
        (CARDIFF, BANGOR, 205),
        (Point(0, 0), Point(0, 1), 111.2),
        (Point(52, 179.5), Point(52, -179.5), 68.5),
        (Point(90, 0), Point(-90, 0), 20015),
    ],
)
def test_the_distance_of_two_points_is_that_of_a_map(one: Point, other: Point, expected: float) -> None:
    assert kilometres(one, other) == pytest.approx(expected, rel=0.01)
    assert kilometres(other, one) == pytest.approx(kilometres(one, other))


def test_a_point_is_no_distance_from_itself() -> None:
    assert kilometres(CARDIFF, CARDIFF) == 0


def test_a_place_is_named_with_what_it_lies_within() -> None:
    place = Place("Newport", "town", "Gwent", "south-wales", 51.59, -3.0, also_a_word=False)

    assert place.full_name == "Newport, Gwent"
    assert place._replace(within="").full_name == "Newport"


def test_a_case_study_lies_where_its_project_does(hub: Hub) -> None:
    project = hub.projects["wobbly-chair"]
    point = Point(project.facts.latitude, project.facts.longitude)

    assert coordinates(project, hub) == point
    assert coordinates(hub.case_studies["soldering"], hub) == point


def test_what_has_no_project_lies_nowhere(hub: Hub) -> None:
    assert coordinates(hub.case_studies["clock-club"], hub) is None
    assert [coordinates(point, hub) for point in hub.learning_points.values()] == [None] * len(hub.learning_points)


def test_a_name_in_a_region_is_a_point_unless_two_parts_of_it_have_one() -> None:
    """A town and its district are one place."""
    near, far = (Place("Ham", TOWN, "", "west", north, -3.0, also_a_word=False) for north in (51.0, 53.0))
    district = Place("Ham", DISTRICT, "", "west", 51.1, -3.0, also_a_word=False)

    assert Gazetteer((near, district)).point("ham", "west") == near.point
    assert Gazetteer((near, far)).point("Ham", "west") is None
    assert Gazetteer((near,)).point("Ham", "east") is None
    assert Gazetteer((near,)).point("Ham", "") is None
