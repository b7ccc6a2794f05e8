"""The home page."""

from dataclasses import dataclass, replace

from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import EVIDENCE, HOME_FILE, VOCABULARY_KINDS, Kind
from ideas_hub.views import english
from ideas_hub.views.cards import card
from ideas_hub.views.figures import FigureView, programme_figures
from ideas_hub.views.page import Link, Page, Section, hub_page, link_to
from ideas_hub.views.region_map import RegionMap, region_map
from ideas_hub.views.terms import ways_in

NEWEST = 3
MAX_LINKS = 8  # in each way in


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page: what the hub is, three ways in, the newest case studies, the key figures.

    points: the learning points that the source shows by most projects, each with their number.
    figures: those that docs/index.md names.
    all_figures: the page of all figures; None if there is none.
    """

    page: Page
    totals: str
    ways: tuple[Section, ...]
    newest: tuple[Card, ...]
    points: tuple[Link, ...]
    figures: tuple[FigureView, ...]
    all_figures: Link | None = None
    map: RegionMap | None = None


def home_view(hub: Hub) -> HomeView:
    """Return the first page."""
    points = (
        replace(link_to(point), count=len(point.facts.shown_by("stated"))) for point in hub.learning_points.values()
    )
    return HomeView(
        hub_page(HOME_FILE, addresses.HOME, hub, ()),
        english.counts_in_words(hub.listed),
        tuple(_shortened(section, kind) for section, kind in zip(ways_in(hub), VOCABULARY_KINDS, strict=True)),
        tuple(card(study, hub) for study in list(hub.case_studies.values())[:NEWEST]),
        tuple(sorted(points, key=lambda point: (-(point.count or 0), point.text))[:NEWEST]),
        programme_figures(hub.key_figures, hub),
        Link("All figures, with what each is based on", addresses.EVIDENCE) if EVIDENCE in hub.parts else None,
        region_map(hub),
    )


def _shortened(section: Section, kind: Kind) -> Section:
    """Return a way in with the links that lead to most entries, and one to all of them if some were left out."""
    if len(section.links) <= MAX_LINKS:
        return section
    most = set(sorted(section.links, key=lambda link: -(link.count or 0))[:MAX_LINKS])
    more = Link(f"All {english.number_words(len(section.links))} {kind.plural}", addresses.index(kind))
    return replace(section, links=tuple(link for link in section.links if link in most), more=more)
