"""What a regional lead asks of a region: organisations by sector, whose stories are missing, which lessons it shows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ideas_hub.model import addresses
from ideas_hub.model.directory import LED, PARTNER
from ideas_hub.model.document import Document
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Term
from ideas_hub.views.calendars import calendar_link
from ideas_hub.views.organisation_links import organisation_link
from ideas_hub.views.organisations import by_sector
from ideas_hub.views.page import Link, LinkGroup, link_to

MOST_LESSONS = 12
NO_SECTOR = "Sector not known"


@dataclass(frozen=True, slots=True)
class RegionOverview:
    """A region at a glance.

    organisations: by sector; those of no known sector come last.
    missing: the sectors that stories are wanted from and that tell none here.
    lessons: learning points, each with how many stories and projects of the region show it; the most first.
    """

    organisations_title: str
    organisations: tuple[LinkGroup, ...]
    missing: tuple[str, ...]
    lessons: LinkGroup
    files: tuple[Link, ...]


def region_overview(region: Document[Term], hub: Hub) -> RegionOverview:
    here = (row for row in hub.organisations.values() if row.facts.region == region.id)
    rows = sorted(here, key=lambda row: row.facts.name.casefold())
    sectors = hub.vocabulary.lists.sectors
    groups = {sectors[sector].label: some for sector, some in by_sector(rows, hub).items()}
    groups[NO_SECTOR] = [row for row in rows if row.facts.sector not in sectors]
    phrase = region.facts.phrase
    return RegionOverview(
        f"Organisations {phrase}",
        tuple(LinkGroup(label, tuple(map(organisation_link, some))) for label, some in groups.items() if some),
        tuple(_missing(region, hub)) if rows else (),
        LinkGroup(f"Lessons from work {phrase}", tuple(_lessons(region, hub))),
        _files(region, hub),
    )


def _files(region: Document[Term], hub: Hub) -> tuple[Link, ...]:
    page = addresses.document(region.kind, region.id)
    calendar = calendar_link(page, hub)
    table = Link("All pages here as a spreadsheet (CSV)", addresses.region_table(region.id))
    feed = Link("Follow this region in a feed reader", addresses.feed(page))
    return (table, feed, *((calendar,) if calendar else ()))


def _missing(region: Document[Term], hub: Hub) -> Iterator[str]:
    """Yield the sectors that stories are wanted from and that have none here: neither as lead nor as partner."""
    stories = (work for work in hub.directory.works if isinstance(work.entry.facts, CaseStudy))
    here = (work for work in stories if region.id in work.entry.facts.regions)
    heard = {row.facts.sector for work in here for row in hub.directory.took_part(work, LED, PARTNER)}
    wanted = {name: sector.label for name, sector in hub.vocabulary.lists.sectors.items() if sector.theme}
    yield from (label for name, label in wanted.items() if name not in heard)


def _lessons(region: Document[Term], hub: Hub) -> Iterator[Link]:
    """Yield the learning points that the stories and projects of a region show, the most shown first."""
    here = (work for work in hub.directory.stories_and_projects if work.entry.facts.regions == (region.id,))
    shows = hub.links_back.points_shown_by
    shown = Counter(point for work in here for point in {link.point.id for key in work.keys for link in shows(*key)})
    ordered = sorted(shown.items(), key=lambda item: (-item[1], hub.learning_points[item[0]].facts.title.casefold()))
    for point, count in ordered[:MOST_LESSONS]:
        yield replace(link_to(hub.learning_points[point]), count=count)
