"""What lies where: for each region, the entries in or beside it with their places, so that a browser can sort them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ideas_hub.model.place import Place, Point, kilometres
from ideas_hub.search.chunks import Chunk, build_chunk, compact_json

BESIDE = 30.0
"""Kilometres: an entry so near to a place of another region is near to a reader there."""

DEGREES = BESIDE / 111
"""Of latitude, in this distance: what is further north or south need not be measured."""


@dataclass(frozen=True, slots=True)
class NearRegion:
    """A region as the search names it.

    phrase: how a sentence says that something lies there, such as "in the hills".
    page: the ordinal of the region's own page.
    """

    id: str
    phrase: str
    page: int


def near_chunks(
    regions: Iterable[NearRegion], located: Iterable[tuple[int, str, Point]], places: Sequence[Place]
) -> dict[str, Chunk]:
    """Return a chunk for each region, by its id.

    located: ordinal, region and place of each entry that has a place, in the order of ordinals.
    The data of a chunk: [phrase, page, ordinals, degrees north, degrees east], the last three in the same order.
    """
    entries: dict[str, list[tuple[int, Point]]] = defaultdict(list)
    beside: dict[Point, set[str]] = {}
    for ordinal, region, point in located:
        if point not in beside:
            beside[point] = _regions_beside(point, places)
        for each in beside[point] | {region}:
            entries[each].append((ordinal, point))
    return {region.id: _chunk(region, entries[region.id]) for region in regions}


def _regions_beside(point: Point, places: Iterable[Place]) -> set[str]:
    about = (place for place in places if abs(place.latitude - point.latitude) <= DEGREES)
    return {place.region for place in about if kilometres(point, place.point) <= BESIDE}


def _chunk(region: NearRegion, entries: Sequence[tuple[int, Point]]) -> Chunk:
    points = [point for _, point in entries]
    columns = [[ordinal for ordinal, _ in entries], [p.latitude for p in points], [p.longitude for p in points]]
    return build_chunk("near", compact_json([region.phrase, region.page, *columns]))
