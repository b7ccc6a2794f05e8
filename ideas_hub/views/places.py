"""Places from A to Z, each with its region and with what is nearest, for whoever cannot or will not use the finder."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from operator import itemgetter
from typing import NamedTuple

from ideas_hub.model import addresses
from ideas_hub.model.coordinates import coordinates
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import PART_FILES, PLACES
from ideas_hub.model.place import COUNTY, POSTCODE_AREA, Place, Point, kilometres
from ideas_hub.reading.places import PLACES_FILE
from ideas_hub.search.words import fold
from ideas_hub.views import english
from ideas_hub.views.evidence_links import who_and_where_link
from ideas_hub.views.page import HOME_BREADCRUMB, Link, Page, hub_page, link_to, term_link

NEAR = 40
"""Kilometres: what lies further off is not near."""

KILOMETRES_PER_DEGREE = 111  # of latitude, at the least
OTHER = "other"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place.

    near: what is nearest to it.
    distance: to that, in words.
    is_lonely: nothing is near.  Of a county nobody can say so by its middle.
    """

    place: Place
    region: Link
    near: Link | None = None
    distance: str = ""
    is_lonely: bool = False


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places whose names begin alike."""

    title: str
    anchor: str
    rows: tuple[PlaceRow, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """The index of the places, or those of one letter.

    letters: each with the number of its places.
    """

    page: Page
    letters: tuple[Link, ...]
    postcodes: tuple[PlaceRow, ...] = ()
    groups: tuple[PlaceGroup, ...] = ()


def place_views(hub: Hub) -> Iterator[PlacesView]:
    """Yield the index of the places, then the page of each letter."""
    index = places_page(hub)
    regions = {region.id: term_link(region) for region in hub.vocabulary.regions.values()}
    known = [place for place in hub.places if place.region in regions]  # a preview may have others
    by_letter = _by_start((place for place in known if place.kind != POSTCODE_AREA), 1)
    letters = tuple(Link(_heading(start), addresses.places(start), len(some)) for start, some in by_letter.items())
    postcodes = (PlaceRow(place, regions[place.region]) for place in known if place.kind == POSTCODE_AREA)
    yield PlacesView(index, letters, postcodes=tuple(postcodes))
    near = Near(hub)
    for letter, places in by_letter.items():
        groups = (
            PlaceGroup(_heading(start), f"from-{start}", tuple(near.row(one, regions[one.region]) for one in some))
            for start, some in _by_start(places, 2).items()
        )
        yield PlacesView(_letter_page(letter, places, index), letters, groups=tuple(groups))


def places_page(hub: Hub) -> Page:
    """Return the title, address and breadcrumb of the index."""
    breadcrumb = (*HOME_BREADCRUMB, Link(hub.pages["docs/find.md"].facts.title, addresses.FIND))
    return hub_page(PART_FILES[PLACES], addresses.PLACES, hub, breadcrumb)


def _heading(start: str) -> str:
    return start.upper() if len(start) == 1 else start.capitalize()


def _by_start(places: Iterable[Place], length: int) -> Mapping[str, list[Place]]:
    """Return places in the order of their folded names, by the first characters of these.

    What starts with no letter from a to z comes last, under OTHER, since not every address can hold every character.
    """
    found = defaultdict(list)
    for name, place in sorted((" ".join(fold(place.name).split()), place) for place in places):
        start = name[:length].rstrip(" '.-")
        found[start if start.isascii() and start.isalpha() else OTHER].append(place)
    return dict(sorted(found.items(), key=lambda item: (item[0] == OTHER, item[0])))


class NearEntry(NamedTuple):
    """What may be near a place: a project's case study, or the project itself."""

    point: Point
    link: Link


def near_entries(hub: Hub) -> tuple[NearEntry, ...]:
    """Return what may be near a place, from south to north; a project that was withdrawn has nothing to show."""
    rows = (row for row in hub.projects.values() if row.facts.status != "withdrawn")
    found = (NearEntry(point, _link(row, hub)) for row in rows if (point := coordinates(row, hub)))
    return tuple(sorted(found, key=lambda entry: (entry.point, entry.link.address)))


def _link(row: DataRow[Project], hub: Hub) -> Link:
    study = hub.case_studies.get(row.facts.case_study or "")
    return link_to(study) if study else who_and_where_link(row)


class Near:
    """Finds what is nearest to a place."""

    def __init__(self, hub: Hub) -> None:
        self.entries = near_entries(hub)
        self._latitudes = [entry.point.latitude for entry in self.entries]

    def row(self, place: Place, region: Link) -> PlaceRow:
        """Return a place's row, with what is nearest to it."""
        reach = NEAR / KILOMETRES_PER_DEGREE
        first = bisect_left(self._latitudes, place.latitude - reach)
        last = bisect_right(self._latitudes, place.latitude + reach)
        distances = ((kilometres(place.point, entry.point), entry.link) for entry in self.entries[first:last])
        distance, link = min(distances, key=itemgetter(0), default=(inf, None))
        if distance <= NEAR:
            return PlaceRow(place, region, link, english.distance_words(distance))
        return PlaceRow(place, region, is_lonely=bool(self.entries) and place.kind != COUNTY)


def _letter_page(letter: str, places: Sequence[Place], index: Page) -> Page:
    count = english.counted(len(places), "place")
    return Page(
        f"{index.title}: {_heading(letter)}",
        f"{count}, from {places[0].name} to {places[-1].name}: the region of each, and what is nearest.",
        addresses.places(letter),
        (*index.breadcrumb, Link(index.title, index.address)),
        PLACES_FILE,
    )
