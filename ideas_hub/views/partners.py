"""Who worked with whom: the sectors that took part in the same work, as a drawing and a table, and all partnerships."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement
from math import cos, pi, sin

from ideas_hub.model import addresses
from ideas_hub.model.directory import LED, PARTNER, Work
from ideas_hub.model.document import DataRow
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import PART_FILES, PARTNERS
from ideas_hub.model.organisation import Organisation
from ideas_hub.views import english
from ideas_hub.views.organisation_links import organisation_link, work_link
from ideas_hub.views.organisations import ORGANISATIONS_BREADCRUMB
from ideas_hub.views.page import Link, Page, hub_page, phrase_link

Pair = tuple[str, str]
"""The ids of two sectors, in the order of the list of sectors."""

WIDTH, HEIGHT, RADIUS = 720, 600, 190
"""Of the drawing and of the circle that the sectors stand on, in its units."""
THINNEST, THICKEST = 2, 14
LINE_LETTERS, LINE_HEIGHT = 13, 26


@dataclass(frozen=True, slots=True)
class Partnership:
    """One work and those that took part in it, in groups: each with the name of what they have in common."""

    work: Link
    members: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class RegionOfPartners:
    """The partnerships of one region.  everything: leads to all that the hub has there."""

    title: str
    anchor: str
    partnerships: tuple[Partnership, ...]
    everything: Link


@dataclass(frozen=True, slots=True)
class SectorPoint:
    """A sector in the drawing.

    x, y: its point.
    lines: of its name, each with the y of its baseline; they start, end or are centred at `text_x`.
    """

    x: int
    y: int
    text_x: int
    text_anchor: str
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SectorLine:
    """A line of the drawing: two sectors, and how thick it is."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Sectors on a circle, joined where they worked together; the thicker the line, the more often."""

    width: int
    height: int
    points: tuple[SectorPoint, ...]
    lines: tuple[SectorLine, ...]


@dataclass(frozen=True, slots=True)
class PartnersView:
    """Who worked with whom.

    jumps: to the regions, each with how many partnerships it has; none where there is one region only.
    drawing: None on the page of two sectors.
    pairs: of sectors, each with how many works they did together; the most first.
    """

    page: Page
    total: str
    jumps: tuple[Link, ...]
    regions: tuple[RegionOfPartners, ...]
    pairs: tuple[Link, ...] = ()
    drawing: Drawing | None = None


def partners_view(hub: Hub) -> PartnersView:
    page = hub_page(PART_FILES[PARTNERS], addresses.PARTNERS, hub, ORGANISATIONS_BREADCRUMB)
    pairs = works_by_pair(hub)
    links = sorted(
        (Link(_pair_words(pair, hub), addresses.partners(*pair), len(works)) for pair, works in pairs.items()),
        key=lambda link: -(link.count or 0),
    )
    view = _view(page, hub.directory.partnerships, hub, None)
    return replace(view, pairs=tuple(links), drawing=_drawing(pairs, hub))


def pair_views(hub: Hub) -> Iterator[PartnersView]:
    """Yield the page of each pair of sectors that worked together."""
    for pair, works in works_by_pair(hub).items():
        words = _pair_words(pair, hub)
        description = f"{_total(works)} with organisations from both, by region."
        page = Page(
            words,
            description,
            addresses.partners(*pair),
            (*ORGANISATIONS_BREADCRUMB, Link("Who worked with whom", addresses.PARTNERS)),
            PART_FILES[PARTNERS],
        )
        yield _view(page, works, hub, pair)


def _view(page: Page, works: Sequence[Work], hub: Hub, pair: Pair | None) -> PartnersView:
    regions = _by_region(works, hub, pair)
    jumps = (Link(one.title, f"#{one.anchor}", len(one.partnerships)) for one in regions)
    return PartnersView(page, _total(works), tuple(jumps) if regions[1:] else (), regions)


def _total(works: Sequence[Work]) -> str:
    return english.counted(len(works), "story or project", "stories and projects")


def works_by_pair(hub: Hub) -> dict[Pair, list[Work]]:
    """Return the partnerships of each pair of sectors, in the order of the list of sectors.

    A sector makes a pair with itself where two of its organisations took part.
    """
    sectors = list(hub.vocabulary.lists.sectors)
    found: dict[Pair, list[Work]] = {}
    for work in hub.directory.partnerships:
        here = Counter(row.facts.sector for row in hub.directory.took_part(work, LED, PARTNER))
        for first, second in combinations_with_replacement([sector for sector in sectors if here[sector]], 2):
            if first != second or here[first] > 1:
                found.setdefault((first, second), []).append(work)
    return dict(sorted(found.items(), key=lambda item: [sectors.index(one) for one in item[0]]))


def _pair_words(pair: Pair, hub: Hub) -> str:
    first, second = (hub.vocabulary.lists.sectors[one].label for one in pair)
    second = english.within_sentence(second, hub.vocabulary.names)
    return f"Within {second}" if pair[0] == pair[1] else f"{first} with {second}"


def _by_region(works: Sequence[Work], hub: Hub, pair: Pair | None) -> tuple[RegionOfPartners, ...]:
    found = []
    for region in hub.vocabulary.regions.values():
        here = tuple(_partnership(work, hub, pair) for work in works if work.entry.facts.regions == (region.id,))
        if here:
            everything = phrase_link("All pages", region)
            found.append(RegionOfPartners(region.facts.label, f"region-{region.id}", here, everything))
    return tuple(found)


def _partnership(work: Work, hub: Hub, pair: Pair | None) -> Partnership:
    """Return a work with those that took part, of two sectors only if they are given."""
    directory, sectors = hub.directory, hub.vocabulary.lists.sectors
    groups = {"Led by": directory.took_part(work, LED), "With": directory.took_part(work, PARTNER)}
    if pair:
        members = directory.took_part(work, LED, PARTNER)
        groups = {sectors[one].label: tuple(row for row in members if row.facts.sector == one) for one in pair}
    return Partnership(work_link(work.entry), tuple((label, _links(rows)) for label, rows in groups.items() if rows))


def _links(rows: Iterable[DataRow[Organisation]]) -> tuple[Link, ...]:
    return tuple(organisation_link(row) for row in rows)


def _drawing(pairs: dict[Pair, list[Work]], hub: Hub) -> Drawing | None:
    """Return the drawing of the sectors that worked together; None for fewer than three, where it tells nothing."""
    joined = {pair: len(works) for pair, works in pairs.items() if pair[0] != pair[1]}
    sectors = [one for one in hub.vocabulary.lists.sectors if any(one in pair for pair in joined)]
    if len(sectors) < 3:  # noqa: PLR2004 a line is no drawing
        return None
    places = {sector: _place(number, len(sectors)) for number, sector in enumerate(sectors)}
    most = max(joined.values())
    lines = (
        SectorLine(*places[first], *places[second], max(THINNEST, round(THICKEST * number / most)))
        for (first, second), number in joined.items()
    )
    points = (_point(hub.vocabulary.lists.sectors[sector].label, *place) for sector, place in places.items())
    return Drawing(WIDTH, HEIGHT, tuple(points), tuple(lines))


def _place(number: int, of: int) -> tuple[int, int]:
    """Return the point of a sector on the circle; the first is at the top."""
    angle = 2 * pi * number / of
    return round(WIDTH / 2 + RADIUS * sin(angle)), round(HEIGHT / 2 - RADIUS * cos(angle))


def _point(label: str, x: int, y: int) -> SectorPoint:
    lines = textwrap.wrap(label, LINE_LETTERS, break_long_words=False)
    side = (x > WIDTH / 2 + RADIUS / 4) - (x < WIDTH / 2 - RADIUS / 4)
    height = LINE_HEIGHT * (len(lines) - 1)
    above, below = y - 24 - height, y + 40
    first = round(y + 8 - height / 2) if side else above if y < HEIGHT / 2 else below
    baselines = range(first, first + height + 1, LINE_HEIGHT)
    anchor = {-1: "end", 0: "middle", 1: "start"}[side]
    return SectorPoint(x, y, x + 22 * side, anchor, tuple(zip(lines, baselines, strict=True)))
