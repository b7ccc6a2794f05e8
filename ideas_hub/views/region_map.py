"""The map of England's NHS regions: shapes, names, counts, and the points of projects.

The shapes are data, made by scripts/region-map from Natural Earth (see scripts/lib/region_map.mjs).  A region is known by
the id of its page in docs/regions; one that has no shape is on the lists only, and a hub with none of them has no map.
All lengths are units of the drawing, whose top left corner is 0, 0.
"""

import json
import math
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Term
from ideas_hub.views import english
from ideas_hub.views.page import Link

SHAPES = Path(__file__).resolve().parent / "region_map.json"
CREDIT = "Map: our own grouping of Natural Earth shapes (public domain). Coasts and borders are simplified."
NUMBERS_NOTE = "The number says how many entries a region has."
POINTS_CREDIT = "Points show the place that a project names, not an address. Where places are close together, we moved their points apart."

LINE_LETTERS = 13
"""Letters in a line of a region's name: what fits into a region."""
LINE_HEIGHT, LETTER_WIDTH = 26, 13
BOX_PADDING = 14

POINT_GAP = 16
"""The least distance between the middles of two points: each can be seen, and chosen with a finger on a large screen."""
RING, DIRECTIONS = 4, 16

TILES = {
    "north-west": (1, 1, 1),
    "north-east-yorkshire": (1, 2, 1),
    "midlands": (2, 1, 1),
    "east-of-england": (2, 2, 1),
    "south-west": (3, 1, 2),
    "london": (3, 2, 1),
    "south-east": (4, 2, 1),
}
"""Where each region stands when the map is seven tiles: row, column, and how many rows it takes."""


@dataclass(frozen=True, slots=True)
class MapText:
    """A line of text, centred on x; y is its baseline."""

    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class MapCallout:
    """A box beside the map for the name of a region that is too small for it, and the line that leads there."""

    x: int
    y: int
    width: int
    height: int
    line_x: int
    line_y: int


@dataclass(frozen=True, slots=True)
class MapRegion:
    """One region.

    link: its name, where it leads ("" when nothing is there yet) and the number shown; spoken: name and count in words,
    for a screen reader and the tooltip.  row, column, rows: its tile on a narrow screen, counted from 1.
    """

    id: str
    link: Link
    spoken: str
    path: str
    label: tuple[MapText, ...]
    count: MapText | None
    callout: MapCallout | None
    row: int
    column: int
    rows: int


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place on the map."""

    link: Link
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The map.  regions: in the order a keyboard visits them.  skip: what leads past many points, or ""."""

    title: str
    width: int
    height: int
    regions: tuple[MapRegion, ...]
    credit: str
    points: tuple[MapPoint, ...] = ()
    skip: str = ""

    @property
    def tiles(self) -> tuple[MapRegion, ...]:
        """The regions from top to bottom and left to right."""
        return tuple(sorted(self.regions, key=lambda region: (region.row, region.column)))


@dataclass
class _Places:
    """The points placed so far, by the square of the map that each is in."""

    squares: dict[tuple[int, int], list[tuple[float, float]]] = field(default_factory=dict)

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Keep a point that is free, or the nearest free one on rings around it, and return it."""
        place = next(place for place in _around(x, y) if self._is_free(*place))
        self.squares.setdefault(_square(*place), []).append(place)
        return round(place[0]), round(place[1])

    def _is_free(self, x: float, y: float) -> bool:
        column, row = _square(x, y)
        near = (self.squares.get((column + i, row + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1))
        return all(math.hypot(x - a, y - b) >= POINT_GAP for places in near for a, b in places)


def region_map(hub: Hub) -> RegionMap | None:
    """Return the map whose regions lead to their pages, with how many entries each has; None without a shape."""
    projects = Counter(row.facts.region for row in hub.projects.values())

    def region_link(region: Document[Term]) -> tuple[Link, str]:
        entries = Counter(entry.kind for entry in hub.tagged(region))
        parts = [english.counted(number, kind.singular, kind.plural) for kind, number in entries.items()]
        if projects[region.id] and not parts:
            parts = [f"no case studies yet, but {english.counted(projects[region.id], 'project', 'projects')}"]
        address = addresses.document(region.kind, region.id) if parts else ""
        return Link(region.facts.label, address, entries.total()), _spoken(region.facts.label, parts, entries.total())

    regions = {region.id: region_link(region) for region in hub.vocabulary.regions.values()}
    return _drawn("Map of England: the NHS regions and what the hub has from each", regions)


def project_map(hub: Hub) -> RegionMap | None:
    """Return the map whose regions lead to their projects on the page of all projects, with a point for each project."""
    counts = Counter(row.facts.region for row in hub.projects.values())
    regions = {}
    for region in hub.vocabulary.regions.values():
        address = addresses.projects_of(region.id) if counts[region.id] else ""
        parts = [english.counted(counts[region.id], "project", "projects")] if counts[region.id] else []
        regions[region.id] = Link(region.facts.label, address), _spoken(region.facts.label, parts, counts[region.id])
    places = _Places()
    points = tuple(
        MapPoint(
            Link(f"{row.facts.organisation}, {row.facts.place}", addresses.project(row.id)),
            *places.place(*position(row.facts.latitude, row.facts.longitude)),
        )
        for row in hub.projects.values()
    )
    skip = f"Skip the map: all {english.number_words(len(points))} projects are listed below it" if points else ""
    return _drawn("Map of England: the NHS regions and the place of each project", regions, points, skip)


def position(latitude: float, longitude: float) -> tuple[float, float]:
    """Return a place's x and y on the map.  In degrees; west is negative.  The sinusoidal projection of scripts/lib/region_map.mjs."""
    drawing = _shapes()["projection"]
    x = (longitude - drawing["meridian"]) * math.cos(math.radians(latitude)) * drawing["units_per_degree"]
    return x - drawing["left"], -latitude * drawing["units_per_degree"] - drawing["top"]


def _drawn(
    title: str, links: Mapping[str, tuple[Link, str]], points: tuple[MapPoint, ...] = (), skip: str = ""
) -> RegionMap | None:
    shapes = _shapes()
    regions = tuple(
        _region(region, link, spoken, shapes["regions"][region])
        for region, (link, spoken) in links.items()
        if region in shapes["regions"]
    )
    if not regions:
        return None
    return RegionMap(
        title,
        shapes["width"],
        shapes["height"],
        regions,
        f"{CREDIT} {POINTS_CREDIT}" if points else f"{NUMBERS_NOTE} {CREDIT}",
        points,
        skip,
    )


def _region(region: str, link: Link, spoken: str, shape: Mapping[str, Any]) -> MapRegion:
    x, y = shape["label"]
    lines = textwrap.wrap(link.text, LINE_LETTERS) + ([english.number_words(link.count)] if link.count else [])
    top = y - LINE_HEIGHT * (len(lines) - 1) // 2
    texts = tuple(MapText(line, x, top + LINE_HEIGHT * number) for number, line in enumerate(lines))
    callout = None
    if "leader" in shape:
        width = max(len(line) for line in lines) * LETTER_WIDTH + 2 * BOX_PADDING
        height = LINE_HEIGHT * len(lines) + BOX_PADDING
        callout = MapCallout(x - width // 2, top - LINE_HEIGHT, width, height, *shape["leader"])
    names, numbers = (texts[:-1], texts[-1]) if link.count else (texts, None)
    return MapRegion(region, link, spoken, shape["path"], names, numbers, callout, *TILES[region])


def _spoken(label: str, parts: list[str], total: int) -> str:
    """Return "South West: 3 case studies" or, of several kinds, "South West: 4 in all, 3 case studies and 1 idea"."""
    return f"{label}: {f'{english.number_words(total)} in all, ' if total and parts[1:] else ''}{english.listed(parts) or 'nothing yet'}"


@lru_cache(maxsize=1)
def _shapes() -> Mapping[str, Any]:
    return json.loads(SHAPES.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _square(x: float, y: float) -> tuple[int, int]:
    return int(x // POINT_GAP), int(y // POINT_GAP)


def _around(x: float, y: float) -> Iterator[tuple[float, float]]:
    """Yield a point, then points on wider and wider rings around it."""
    yield x, y
    for radius in count(RING, RING):
        for step in range(DIRECTIONS):
            angle = 2 * math.pi * step / DIRECTIONS
            yield x + radius * math.cos(angle), y + radius * math.sin(angle)
