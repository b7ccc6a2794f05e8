"""The map: shapes of every region, counts that agree with the lists, points where places are."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.site.context import load_context
from ideas_hub.site.renderer import template_environment
from ideas_hub.views import overview
from ideas_hub.views.region_map import POINT_GAP, SHAPES, TILES, RegionMap, position, project_map, region_map

ROOT = Path(__file__).resolve().parents[3]
PLACES = {
    "london": (51.51, -0.12),
    "midlands": (52.95, -1.15),
    "east-of-england": (52.04, -0.76),
    "north-west": (54.11, -3.23),
    "north-east-yorkshire": (54.89, -2.93),
    "south-east": (50.8, -1.09),
    "south-west": (51.56, -1.78),
}
"""A place in each region: those where a map by counties goes wrong among them (Milton Keynes, Barrow-in-Furness, Carlisle)."""


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


def drawn(hub: Hub) -> RegionMap:
    found = region_map(hub)
    assert found is not None
    return found


def test_every_region_of_the_hub_has_a_shape_and_a_tile(shapes: dict[str, str]) -> None:
    """The seven regions of docs/regions are the seven of the map; "Across England" has no place on it."""
    pages = {path.stem for path in (ROOT / "docs" / "regions").glob("*.md")} - {"index", "national"}
    assert pages == set(shapes) == set(TILES)


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
    assert regions["south-west"].link.address == "regions/south-west/"
    assert regions["south-west"].link.count == 3
    assert regions["south-west"].spoken == "South West: 3 in all, 1 case study, 1 idea and 1 programme"


def test_a_region_with_nothing_is_no_link(hub: Hub) -> None:
    """No link leads to an empty page."""
    south_east = next(region for region in drawn(hub).regions if region.id == "south-east")
    assert (south_east.link.address, south_east.link.count, south_east.count) == ("", 0, None)
    assert south_east.spoken == "South East: nothing yet"


def test_a_region_with_projects_alone_leads_to_them(tree: Path) -> None:
    """A region without case studies says so, and its page lists its projects."""
    file = tree / "docs/projects/projects.csv"
    file.write_text(file.read_text().replace("south-west", "south-east"))
    south_east = next(
        region for region in drawn(load_context(tree, cached=False).hub).regions if region.id == "south-east"
    )
    assert south_east.link.address == "regions/south-east/"
    assert south_east.spoken == "South East: no case studies yet, but 1 project"


def test_a_hub_of_another_country_has_no_map(tree: Path) -> None:
    """Without a region that has a shape there is no map."""
    for region in ("south-west", "south-east"):
        (tree / f"docs/regions/{region}.md").unlink()
    hub = load_context(tree, cached=False).hub
    assert region_map(hub) is None
    assert project_map(hub) is None


def test_tiles_stand_from_top_to_bottom(hub: Hub) -> None:
    """On narrow screens the regions are tiles, in the order that they are read."""
    assert [(tile.id, tile.row, tile.column, tile.rows) for tile in drawn(hub).tiles] == [
        ("south-west", 3, 1, 2),
        ("south-east", 4, 2, 1),
    ]


def test_a_project_is_a_point_that_leads_to_its_row(hub: Hub) -> None:
    """Points are named by organisation and place, and stand where the place is."""
    found = project_map(hub)
    assert found is not None
    (point,) = found.points
    assert (point.link.text, point.link.address) == ("Spark Somerset, Somerset", "projects/#spark-somerset")
    assert (point.x, point.y) == tuple(round(value) for value in position(51.1, -2.9))
    assert found.regions[1].link.address == "projects/#region-south-west"


def test_points_never_cover_each_other() -> None:
    """Places close together are moved apart, each as little as it takes."""
    found = project_map(load_context(ROOT, cached=False).hub)
    assert found is not None
    points = [(point.x, point.y) for point in found.points]
    nearest = min(math.dist(one, other) for number, one in enumerate(points) for other in points[:number])
    assert nearest >= POINT_GAP - 2  # each is rounded to whole units


def test_the_drawing_has_no_style_attributes_and_names_every_link(tree: Path) -> None:
    """The security policy allows no style attributes; every link of the drawing has a name and a tooltip."""
    content = load_context(tree, cached=False)
    template = template_environment(ROOT).get_template("hub/region_map.html")
    for view in (overview.home(content.hub, content.articles), overview.projects(content.hub, content.articles)):
        html = template.render(view=view, root="../")
        drawing = html[html.index("<svg") : html.index("</svg>")]
        assert "style=" not in html
        assert drawing.count("<a ") == drawing.count("aria-label=") - 1 == drawing.count("<a href=")
        assert drawing.count("<title>") == len(view.map.regions if view.map else ()) + len(
            view.map.points if view.map else ()
        )
