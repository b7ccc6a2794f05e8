"""Districts as polygons, from a TopoJSON file, and which of them a point lies in.

Source: https://github.com/topojson/topojson-specification.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

Point = tuple[float, float]
"""Longitude and latitude."""
Ring = Sequence[Point]


@dataclass(frozen=True)
class Boundary:
    """The outline of a district.  polygons: each an outer ring, then its holes."""

    name: str
    polygons: Sequence[Sequence[Ring]]

    @cached_property
    def points(self) -> list[Point]:
        """The points of its outer rings."""
        return [point for polygon in self.polygons for point in polygon[0]]

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in it."""
        west, south, east, north = self.box
        in_box = west <= point[0] <= east and south <= point[1] <= north
        return in_box and any(sum(_is_within(point, ring) for ring in polygon) % 2 for polygon in self.polygons)

    def distance(self, point: Point) -> float:
        """Return how far a point is from its nearest corner, in a unit of its own: good enough to compare."""
        return min(((x - point[0]) * 0.6) ** 2 + (y - point[1]) ** 2 for x, y in self.points)


def _is_within(point: Point, ring: Ring) -> bool:
    x, y = point
    inside, (before_x, before_y) = False, ring[-1]
    for corner_x, corner_y in ring:
        if (corner_y > y) != (before_y > y):
            inside ^= x < corner_x + (y - corner_y) / (before_y - corner_y) * (before_x - corner_x)
        before_x, before_y = corner_x, corner_y
    return inside


def read_boundaries(path: Path) -> Iterator[Boundary]:
    """Yield the districts of a TopoJSON file."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    (collection,) = topology["objects"].values()
    for shape in collection["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        yield Boundary(shape["properties"]["LAD13NM"], [[_ring(ring, arcs) for ring in rings] for rings in polygons])


def _decoded(arc: list[list[int]], transform: dict[str, Point]) -> list[Point]:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + left, y * scale_y + bottom))
    return points


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the points of a ring; a number below zero is an arc backwards."""
    ring: list[Point] = []
    for number in numbers:
        ring += (arcs[number] if number >= 0 else arcs[~number][::-1])[bool(ring) :]
    return ring
