"""The map: shapes of every region, counts that agree with the lists, points where places are."""

import json
import math
import random
import re
from dataclasses import replace

import pytest
from jinja2 import Environment

from ideas_hub.model.hub import Hub
from ideas_hub.repository.assemble import read_hub
from ideas_hub.views.home import home_view
from ideas_hub.views.page import Link
from ideas_hub.views.projects import projects_view
from ideas_hub.views.region_map import (
    POINT_GAP,
    SHAPES,
    TILES,
    RegionMap,
    position,
    project_map,
    region_map,
    spread,
)
from tests.conftest import SMALL_HUB
from tests.ideas_hub.conftest import FILES, lay_tree

PLACES = {
    "london": (51.51, -0.12),
    "midlands": (52.95, -1.15),
    "east-of-england": (52.04, -0.76),
    "north-west": (54.11, -3.23),
    "north-east-yorkshire": (54.89, -2.93),
    "south-east": (50.8, -1.09),
    "south-west": (51.56, -1.78),
}
"""A place in each region, with those where a map by counties goes wrong: Milton Keynes, Barrow-in-Furness, Carlisle."""


@pytest.fixture(scope="module")
def shapes() -> dict[str, str]:
    return {
        region: shape["path"] for region, shape in json.loads(SHAPES.read_text(encoding="utf-8"))["regions"].items()
    }


def rings(path: str) -> list[list[tuple[int, int]]]:
    """Follow a path as a browser would: absolute starts, then steps."""
    found = []
    for start, steps in re.findall(r"M(\d+,\d+)l([^z]*)z", path):
        x, y = map(int, start.split(","))
        ring = [(x, y)]
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + step_x, y + step_y
            ring.append((x, y))
        found.append(ring)
    return found


def is_within(x: float, y: float, ring: list[tuple[int, int]]) -> bool:
    crossings = 0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


REGIONS = {"north-wales": "south-west", "south-wales": "london", "mid-wales": "south-east"}
LABELS = {"North Wales": "South West", "South Wales": "London", "Mid Wales": "South East"}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """The small hub moved to England, with a region that nothing is in and one across all of it."""
    root = lay_tree(tmp_path_factory.mktemp("england"))
    for file, text in FILES.items():
        new_file, new_text = file, text
        for old, new in {**REGIONS, **LABELS}.items():
            new_file, new_text = new_file.replace(old, new), new_text.replace(old, new)
        (root / file).unlink()
        (root / new_file).write_text(new_text, encoding="utf-8")
    projects = root / "docs/projects/projects.csv"
    projects.write_text(projects.read_text().replace("53.3,3.8", "51.1,2.9"))
    return read_hub(root)[0]


def with_projects_moved(hub: Hub) -> Hub:
    """Move the projects of London to the South East."""
    moved = {
        row.id: replace(row, facts=row.facts.model_copy(update={"region": "south-east"}))
        if row.facts.region == "london"
        else row
        for row in hub.projects.values()
    }
    return replace(hub, projects=moved)


def drawn(hub: Hub) -> RegionMap:
    found = region_map(hub)
    assert found is not None
    return found


def test_every_shape_has_a_tile(shapes: dict[str, str]) -> None:
    assert set(shapes) == set(TILES)


def test_the_shapes_are_small() -> None:
    """The whole file stays below 20 kB, in whole numbers."""
    assert SHAPES.stat().st_size < 20_000


@pytest.mark.parametrize(("region", "place"), PLACES.items())
def test_a_place_lies_in_its_own_region(region: str, place: tuple[float, float], shapes: dict[str, str]) -> None:
    """Latitude and longitude lead to a point in the shape of the place's region and of no other."""
    x, y = position(*place)
    assert [name for name, path in shapes.items() if any(is_within(x, y, ring) for ring in rings(path))] == [region]


def test_a_region_leads_to_its_page_with_its_count(hub: Hub) -> None:
    """The number is that of the region's page; its name for a screen reader says what it counts."""
    regions = {region.id: region for region in drawn(hub).regions}

    assert regions["south-west"].link == Link("South West", "regions/south-west/", 3)
    assert regions["south-west"].description == "South West: 3 in all, 2 case studies and 1 programme"
    assert regions["london"].description == "London: 2 case studies"


def test_a_region_with_nothing_is_no_link(hub: Hub) -> None:
    """No link leads to an empty page."""
    south_east = next(region for region in drawn(hub).regions if region.id == "south-east")

    assert (south_east.link, south_east.count) == (Link("South East", "", 0), None)
    assert south_east.description == "South East: nothing yet"


def test_a_region_without_a_shape_is_not_on_the_map(hub: Hub) -> None:
    """Such as the one across the whole country; a region of the map that the hub has no page for is not drawn."""
    assert "national" in hub.vocabulary.regions
    assert {region.id for region in drawn(hub).regions} == {"south-west", "south-east", "london"}


def test_a_region_with_projects_alone_leads_to_them(hub: Hub) -> None:
    """A region without case studies says so, and its page lists its projects."""
    south_east = next(region for region in drawn(with_projects_moved(hub)).regions if region.id == "south-east")

    assert south_east.link.address == "regions/south-east/"
    assert south_east.description == "South East: no case studies yet, but 1 project"


def test_a_hub_of_another_country_has_no_map() -> None:
    """Without a region that has a shape there is no map."""
    wales = read_hub(SMALL_HUB)[0]

    assert region_map(wales) is None
    assert project_map(wales) is None


def test_a_name_that_is_too_long_for_its_region_is_in_a_box_beside_it(hub: Hub) -> None:
    callouts = {region.id: region.callout for region in drawn(hub).regions}

    assert {region for region, callout in callouts.items() if callout} == {"london"}
    box = callouts["london"]
    assert box is not None
    (label,) = next(region.label for region in drawn(hub).regions if region.id == "london")
    assert box.x < label.x < box.x + box.width
    assert box.y < label.y < box.y + box.height


def test_tiles_are_in_the_order_that_they_are_read(hub: Hub) -> None:
    """From top to bottom and left to right: on narrow screens they are the map."""
    assert [(tile.id, tile.row, tile.column, tile.rows) for tile in drawn(hub).tiles] == [
        ("south-west", 3, 1, 2),
        ("london", 3, 2, 1),
        ("south-east", 4, 2, 1),
    ]


def test_a_project_is_a_point_that_leads_to_its_row(hub: Hub) -> None:
    """Points are named by organisation and place, and are where the place is."""
    found = project_map(hub)
    assert found is not None
    point = found.points[0]

    assert point.link == Link("Wobbly Chair Collective, Conwy", "projects/#wobbly-chair")
    assert (point.x, point.y) == tuple(round(value) for value in position(51.1, -2.9))
    assert {region.id: region.link.address for region in found.regions} == {
        "south-west": "projects/#region-south-west",
        "london": "projects/#region-london",
        "south-east": "",
    }
    assert found.skip == "Skip the map: all 2 projects are listed below it"


def test_a_map_without_projects_has_no_points_to_skip(hub: Hub) -> None:
    found = project_map(replace(hub, projects={}))

    assert found is not None
    assert (found.points, found.skip) == ((), "")


def test_points_never_cover_each_other_and_move_as_little_as_they_must() -> None:
    """Places close together are moved apart, each as little as it takes; a point that is alone stays."""
    chance = random.Random(3)  # noqa: S311 the same points on every run
    crowd = [(100 + chance.random() * 40, 100 + chance.random() * 40) for _ in range(30)]
    points = list(spread([(500.0, 500.0), *crowd, (100.0, 100.0), (100.0, 100.0)]))

    nearest = min(math.dist(one, other) for number, one in enumerate(points) for other in points[:number])
    assert nearest >= POINT_GAP - 2  # each is rounded to whole units
    assert points[:2] == [(500, 500), (round(crowd[0][0]), round(crowd[0][1]))]
    assert max(math.dist(point, (120, 120)) for point in points[1:]) < 120


def test_the_drawing_has_no_style_attributes_and_names_every_link(hub: Hub, templates: Environment) -> None:
    """The security policy allows no style attributes; every link of the drawing has a name and a tooltip."""
    for view in (home_view(hub), projects_view(hub)):
        html = templates.get_template("hub/region_map.html").render(view=view, root="../")
        drawing = html[html.index("<svg") : html.index("</svg>")]
        assert view.map is not None
        assert "style=" not in html
        assert drawing.count("<a ") == drawing.count("aria-label=") - 1 == drawing.count("<a href=")
        assert drawing.count("<title>") == len(view.map.regions) + len(view.map.points)
