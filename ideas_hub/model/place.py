"""Places that readers may look for, each in a region, and how far two points are from each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

EARTH_RADIUS = 6371.0
"""Kilometres: the mean radius of the International Union of Geodesy and Geophysics."""


class Point(NamedTuple):
    """A point on the earth.  Degrees north of the equator, and east of Greenwich; south and west are negative."""

    latitude: float
    longitude: float


class Place(NamedTuple):
    """A row of docs/places.csv.  Thousands are read by every command, so that it is no pydantic model.

    kind: one of PLACE_KINDS.
    within: what tells it from others of its name, such as its county; "" if nothing needs to.
    region: the id of the region that it lies in.
    latitude, longitude: of its middle, as in a Point.
    also_a_word: in lower case the name is a common word too, such as "reading".
    """

    name: str
    kind: str
    within: str
    region: str
    latitude: float
    longitude: float
    also_a_word: bool

    @property
    def point(self) -> Point:
        """Where its middle lies."""
        return Point(self.latitude, self.longitude)

    @property
    def full_name(self) -> str:
        """Its name with what it lies within: "Ashford, Kent"."""
        return f"{self.name}, {self.within}" if self.within else self.name


NEAR = 30.0
"""Kilometres: two places of one name in a region that are no further apart are one: a town and its district."""


@dataclass(frozen=True)
class Gazetteer:
    """Finds where a place lies by its name."""

    places: tuple[Place, ...]

    def point(self, name: str, region: str) -> Point | None:
        """Return where a place of a region lies; None for a name that it does not have, or has in two parts of it."""
        points = [place.point for place in self._by_name.get((name.casefold(), region), ())]
        return points[0] if points and all(kilometres(points[0], one) <= NEAR for one in points) else None

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], list[Place]]:
        by_name: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
        for place in self.places:
            if place.kind != POSTCODE_AREA:
                by_name[place.name.casefold(), place.region].append(place)
        return by_name


TOWN, DISTRICT, COUNTY, AREA, POSTCODE_AREA = "town", "district", "county", "area", "postcode"
PLACE_KINDS = (TOWN, DISTRICT, COUNTY, AREA, POSTCODE_AREA)


def named_places(places: Iterable[Place]) -> Iterator[tuple[str, str]]:
    """Yield the name of each place, but for postcode areas, with its region."""
    return ((place.name, place.region) for place in places if place.kind != POSTCODE_AREA)


def kilometres(one: Point, other: Point) -> float:
    """Return how far two points are from each other, as the crow flies, to within half a percent.

    Source: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (2), 1984, page 159.
    """
    latitudes = radians(one.latitude), radians(other.latitude)
    half_north = (latitudes[1] - latitudes[0]) / 2
    half_east = radians(other.longitude - one.longitude) / 2
    chord = sin(half_north) ** 2 + cos(latitudes[0]) * cos(latitudes[1]) * sin(half_east) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, chord)))
