"""The map of the regions: shapes, names, counts, and the points of projects.

The shapes stand in docs/regions/map.yml; a hub without that file has no map.
A region that has no shape is on the lists only.
All lengths are units of the drawing, whose top left corner is 0, 0.
"""

import math
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, product

from ideas_hub.model import addresses
from ideas_hub.model.data_files import Projection, RegionDrawing, RegionShape
from ideas_hub.model.hub import Hub
from ideas_hub.views import english
from ideas_hub.views.evidence_links import who_and_where_link
from ideas_hub.views.page import Link

NUMBERS_NOTE = "Numbers show how many pages we have for each region."
POINTS_CREDIT = (
    "Points show the place or area of a project, not its address. "
    "Where places are close together, we have moved the points apart."
)

LINE_LETTERS = 13
"""Letters in a line of a region's name: what fits into a region."""
LINE_HEIGHT, LETTER_WIDTH = 26, 13
BOX_PADDING = 14

POINT_GAP = 16
"""The least distance between the centres of two points: on a large screen a finger can choose each."""
RING_STEP, DIRECTIONS = 4, 16

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MapBox:
    """A box for the name of a region that is too small for it."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class MapRegion:
    """One region.

    link: its name, its address ("" if nothing is there yet) and the number shown.
    description: name and count in words, for screen readers and the tooltip.
    lines: of its name, then the number if there is one, each with the y of its baseline; they are centred.
    """

    shape: RegionShape
    link: Link
    description: str
    lines: tuple[tuple[str, int], ...]
    box: MapBox | None


@dataclass(frozen=True, slots=True)
class RegionMap:
    """The map.

    regions: in the order in which a keyboard visits them.
    points: places, each a link with its x and y.
    skip: the text of a link past the points; "" without any.
    """

    title: str
    drawing: RegionDrawing
    regions: tuple[MapRegion, ...]
    credit: str
    points: tuple[tuple[Link, int, int], ...] = ()
    skip: str = ""

    @property
    def tiles(self) -> tuple[MapRegion, ...]:
        """The regions from top to bottom and left to right."""
        return tuple(sorted(self.regions, key=lambda region: (region.shape.tile.row, region.shape.tile.column)))


def region_map(hub: Hub) -> RegionMap | None:
    """Return the map whose regions lead to their pages, with the number of entries and projects in each.

    None if no region of the hub has a shape.
    """
    if not hub.drawing:
        return None
    regions = {}
    for region in hub.vocabulary.regions.values():
        entries, projects = hub.tagged(region), len(hub.projects_by_region[region.id])
        total = len(entries) + projects
        link = Link(region.facts.label, addresses.document(region.kind, region.id) if total else "", total)
        regions[region.id] = link, _description(link.text, english.counts_in_words(entries, projects), total)
    return _draw(hub.drawing, "what the hub has from each", regions)


def project_map(hub: Hub) -> RegionMap | None:
    """Return the map whose regions lead to their projects on the page of all projects, with a point for each project.

    None if no region of the hub has a shape.
    """
    if not hub.drawing:
        return None
    regions = {}
    for region in hub.vocabulary.regions.values():
        total = len(hub.projects_by_region[region.id])
        link = Link(region.facts.label, addresses.projects_of(region.id) if total else "")
        words = english.counted(total, "project") if total else "no projects yet"
        regions[region.id] = link, f"{link.text}: {words}"
    rows = hub.projects.values()
    places = spread(position(row.facts.latitude, row.facts.longitude, hub.drawing.projection) for row in rows)
    points = tuple((who_and_where_link(row), x, y) for row, (x, y) in zip(rows, places, strict=True))
    skip = f"Skip the map: all {english.number_words(len(points))} projects are listed below it" if points else ""
    return _draw(hub.drawing, "the place of each project", regions, points, skip)


def _description(label: str, words: str, total: int) -> str:
    """Return "Mid Wales: 3 case studies" or, of several kinds, "Mid Wales: 4 in all, 3 case studies and 1 idea"."""
    number = english.number_words(total)
    return f"{label}: {words}" if not total or words.startswith(number) else f"{label}: {number} in all, {words}"


def position(latitude: float, longitude: float, projection: Projection) -> Point:
    """Return the x and y of a place, in the sinusoidal projection.

    latitude, longitude: in degrees; west is negative.
    """
    x = (longitude - projection.meridian) * math.cos(math.radians(latitude)) * projection.units_per_degree
    return x - projection.left, -latitude * projection.units_per_degree - projection.top


def spread(points: Iterable[Point]) -> Iterator[tuple[int, int]]:
    """Yield each point in whole units, moved to a free place near it if others are too close."""
    by_square: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in points:
        x, y = next(place for place in _places_near(*point) if _is_free(*place, by_square))
        by_square[_square(x, y)].append((x, y))
        yield round(x), round(y)


def _places_near(x: float, y: float) -> Iterator[Point]:
    """Yield a point, then points on wider and wider rings around it."""
    yield x, y
    for radius in count(RING_STEP, RING_STEP):
        for step in range(DIRECTIONS):
            angle = 2 * math.pi * step / DIRECTIONS
            yield x + radius * math.cos(angle), y + radius * math.sin(angle)


def _is_free(x: float, y: float, by_square: Mapping[tuple[int, int], list[Point]]) -> bool:
    column, row = _square(x, y)
    near = (by_square.get((column + i, row + j), ()) for i, j in product((-1, 0, 1), repeat=2))
    return all(math.hypot(x - a, y - b) >= POINT_GAP for points in near for a, b in points)


def _square(x: float, y: float) -> tuple[int, int]:
    return int(x // POINT_GAP), int(y // POINT_GAP)


def _draw(
    drawing: RegionDrawing,
    shown: str,
    links: Mapping[str, tuple[Link, str]],
    points: tuple[tuple[Link, int, int], ...] = (),
    skip: str = "",
) -> RegionMap | None:
    """Return the map of the regions that have a shape.

    shown: what the map shows, for its title.
    links: by region, the link and the description.
    """
    shapes = {shape.region: shape for shape in drawing.shapes}
    regions = tuple(
        _region(link, description, shapes[region]) for region, (link, description) in links.items() if region in shapes
    )
    credit = f"{drawing.credit} {POINTS_CREDIT}" if points else f"{NUMBERS_NOTE} {drawing.credit}"
    title = f"{drawing.title} and {shown}"
    return RegionMap(title, drawing, regions, credit, points, skip) if regions else None


def _region(link: Link, description: str, shape: RegionShape) -> MapRegion:
    x, y = shape.label
    lines = textwrap.wrap(link.text, LINE_LETTERS) + ([english.number_words(link.count)] if link.count else [])
    top = y - LINE_HEIGHT * (len(lines) - 1) // 2
    box = None
    if shape.leader:
        width = max(len(line) for line in lines) * LETTER_WIDTH + 2 * BOX_PADDING
        box = MapBox(x - width // 2, top - LINE_HEIGHT, width, LINE_HEIGHT * len(lines) + BOX_PADDING)
    on_baselines = ((line, top + LINE_HEIGHT * number) for number, line in enumerate(lines))
    return MapRegion(shape, link, description, tuple(on_baselines), box)
