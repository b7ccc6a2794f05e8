"""The home page."""

from dataclasses import dataclass, replace

from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import VOCABULARY_KINDS, Kind
from ideas_hub.views import english
from ideas_hub.views.cards import card
from ideas_hub.views.figures import FigureView, programme_figures
from ideas_hub.views.page import Link, Page, Section, hub_page
from ideas_hub.views.region_map import RegionMap, region_map
from ideas_hub.views.terms import ways_in

NEWEST = 3
MAX_LINKS = 8  # in each way in
KEY_FIGURES = ("people-counted", "take-up-rate", "sessions-delivered", "volunteers")


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page: what the hub is, three ways in, the newest case studies, the key figures.

    points: the learning points with the most evidence, each with how much it has.
    """

    page: Page
    totals: str
    ways: tuple[Section, ...]
    newest: tuple[Card, ...]
    points: tuple[Link, ...]
    figures: tuple[FigureView, ...]
    map: RegionMap | None = None


def home_view(hub: Hub) -> HomeView:
    """Return the first page; key figures that the hub does not have are left out."""
    points = (
        Link(point.facts.title, addresses.document(point.kind, point.id), len(point.facts.evidenced_by))
        for point in hub.learning_points.values()
    )
    return HomeView(
        hub_page("docs/index.md", addresses.HOME, hub, ()),
        english.counts_in_words(hub.entries),
        tuple(_shortened(section, kind) for section, kind in zip(ways_in(hub), VOCABULARY_KINDS, strict=True)),
        tuple(card(study, hub) for study in list(hub.case_studies.values())[:NEWEST]),
        tuple(sorted(points, key=lambda point: (-(point.count or 0), point.text))[:NEWEST]),
        programme_figures(KEY_FIGURES, hub),
        region_map(hub),
    )


def _shortened(section: Section, kind: Kind) -> Section:
    """Return a way in with the links that lead to most entries, and one to all of them if some were left out."""
    if len(section.links) <= MAX_LINKS:
        return section
    most = set(sorted(section.links, key=lambda link: -(link.count or 0))[:MAX_LINKS])
    more = Link(f"All {english.number_words(len(section.links))} {kind.plural}", addresses.index(kind))
    return replace(section, links=tuple(link for link in section.links if link in most), more=more)
