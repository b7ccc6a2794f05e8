"""The map in docs/regions: each place lies in the shape of its own region."""

import re

import pytest

from ideas_hub.model.data_files import RegionDrawing
from ideas_hub.reading.data_files import MAP_FILE, read_yaml
from ideas_hub.views.region_map import position
from tests.conftest import ROOT

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
def drawing() -> RegionDrawing:
    found, _, problems = read_yaml(ROOT, MAP_FILE, RegionDrawing)
    assert problems == []
    return found or pytest.skip("this hub has no map")


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


def test_the_shapes_are_small(drawing: RegionDrawing) -> None:
    """Every page with the map holds them."""
    assert sum(len(shape.path) for shape in drawing.shapes) < 20_000


@pytest.mark.parametrize(("region", "place"), PLACES.items())
def test_a_place_lies_in_its_own_region(region: str, place: tuple[float, float], drawing: RegionDrawing) -> None:
    """Latitude and longitude lead to a point in the shape of the place's region and of no other."""
    if region not in {shape.region for shape in drawing.shapes}:
        pytest.skip("this hub has other regions")
    x, y = position(*place, drawing.projection)
    found = [shape.region for shape in drawing.shapes if any(is_within(x, y, ring) for ring in rings(shape.path))]
    assert found == [region]
