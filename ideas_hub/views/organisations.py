"""The organisations: the list of all, narrower lists by sector and by role, and the page of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ideas_hub.model import addresses, sections
from ideas_hub.model.directory import LED, PARTNER, PartsTaken
from ideas_hub.model.document import DataRow
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ORGANISATIONS, PART_FILES, PARTNERS, REGIONS
from ideas_hub.model.labels import LABELS
from ideas_hub.model.links_back import PointLink
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.sections import Section
from ideas_hub.views import english
from ideas_hub.views.citations import source_link
from ideas_hub.views.entry_page import EntryView, in_order, term_links
from ideas_hub.views.evidence_links import EvidenceLink, lessons
from ideas_hub.views.folding import Rows
from ideas_hub.views.organisation_links import organisation_link, work_link
from ideas_hub.views.page import HOME_BREADCRUMB, Fact, Link, LinkGroup, Page, hub_page, non_empty, phrase_link

ROLE, PART = LABELS["organisation_role"], LABELS["part_taken"]
ORGANISATIONS_BREADCRUMB = (*HOME_BREADCRUMB, Link("Organisations", addresses.ORGANISATIONS))
ELSEWHERE = "No one region"

OrganisationRow = DataRow[Organisation]


@dataclass(frozen=True, slots=True)
class OrganisationGroup:
    """Organisations under one heading, each with its place.

    jump: to the heading, with how many there are.
    """

    jump: Link
    anchor: str
    rows: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """A list of organisations.

    ways: to narrower lists.
    """

    page: Page
    total: str
    ways: tuple[LinkGroup, ...]
    groups: tuple[OrganisationGroup, ...]


def organisations_view(hub: Hub) -> OrganisationsView:
    """Return the list of all organisations, by region."""
    page = hub_page(PART_FILES[ORGANISATIONS], addresses.ORGANISATIONS, hub)
    return _list(page, hub.organisations.values(), hub, _ways(hub))


def narrower_views(hub: Hub) -> Iterator[OrganisationsView]:
    """Yield the list of each sector and of each role that some organisation has."""
    for sector, rows in by_sector(hub.organisations.values(), hub).items():
        label = hub.vocabulary.lists.sectors[sector].label
        yield _narrower(f"Organisations: {label}", addresses.of_sector(sector), rows, hub)
    for role, rows in _by_role(hub).items():
        yield _narrower(f"Organisations: {_in_sentence(ROLE[role], hub)}", addresses.of_role(role), rows, hub)


def _narrower(title: str, address: str, rows: Sequence[OrganisationRow], hub: Hub) -> OrganisationsView:
    description = f"{_total(rows)}, by region, with what each has done."
    page = Page(title, description, address, ORGANISATIONS_BREADCRUMB, PART_FILES[ORGANISATIONS])
    return _list(page, rows, hub, ())


def _total(rows: Sequence[OrganisationRow]) -> str:
    return english.counted(len(rows), "organisation")


def _in_sentence(label: str, hub: Hub) -> str:
    return english.within_sentence(label, hub.vocabulary.names)


def _list(page: Page, rows: Iterable[OrganisationRow], hub: Hub, ways: tuple[LinkGroup, ...]) -> OrganisationsView:
    listed = sorted(rows, key=lambda row: row.facts.name.casefold())
    regions = {region.id: region.facts.label for region in hub.vocabulary.regions.values()} | {"": ELSEWHERE}
    groups = (
        _group(label, f"region-{region or 'none'}", [row for row in listed if (row.facts.region or "") == region])
        for region, label in regions.items()
    )
    return OrganisationsView(page, _total(listed), ways, tuple(group for group in groups if group.rows))


def _group(label: str, anchor: str, rows: Sequence[OrganisationRow]) -> OrganisationGroup:
    listed = tuple((organisation_link(row), row.facts.place) for row in rows)
    return OrganisationGroup(Link(label, f"#{anchor}", len(rows)), anchor, listed)


def by_sector(rows: Iterable[OrganisationRow], hub: Hub) -> dict[str, list[OrganisationRow]]:
    """Return organisations by the id of their sector, in the order of the list; those without one are left out."""
    listed = list(rows)
    grouped = {sector: [row for row in listed if row.facts.sector == sector] for sector in hub.vocabulary.lists.sectors}
    return {sector: some for sector, some in grouped.items() if some}


def _by_role(hub: Hub) -> dict[str, list[OrganisationRow]]:
    roles = [(row, hub.directory.roles(row)) for row in hub.organisations.values()]
    grouped = {role: [row for row, own in roles if role in own] for role in ROLE}
    return {role: some for role, some in grouped.items() if some}


def _ways(hub: Hub) -> tuple[LinkGroup, ...]:
    sectors = (
        Link(hub.vocabulary.lists.sectors[sector].label, addresses.of_sector(sector), len(rows))
        for sector, rows in by_sector(hub.organisations.values(), hub).items()
    )
    roles = (Link(ROLE[role], addresses.of_role(role), len(rows)) for role, rows in _by_role(hub).items())
    together = (Link("Who worked with whom", addresses.PARTNERS),) if PARTNERS in hub.parts else ()
    ways = (
        LinkGroup("By sector", tuple(sectors), anchor="bySector"),
        LinkGroup("By role", tuple(roles), anchor="byRole"),
    )
    return tuple(way for way in (*ways, LinkGroup("Together", together, anchor="together")) if way.links)


def organisation_views(hub: Hub) -> Iterator[EntryView]:
    """Yield the page of each organisation."""
    return (organisation_view(row, hub) for row in hub.organisations.values())


def organisation_view(row: OrganisationRow, hub: Hub) -> EntryView:
    """Return an organisation's page, laid out as that of an entry."""
    return EntryView(
        kind=ORGANISATIONS,
        kind_label="Organisation",
        page=_page(row, hub),
        key_facts=_facts(row, hub),
        sections=in_order(_content(row, hub)),
        next=_next(row, hub),
    )


def _page(row: OrganisationRow, hub: Hub) -> Page:
    facts = row.facts
    regions = (term.facts.phrase for term in hub.terms_of(row, REGIONS))
    where = ", ".join(dict.fromkeys((*(f"in {place}" for place in facts.places[:1]), *regions)))
    about = facts.about or f"{' '.join(filter(None, ('An organisation', where)))}, named in our sources or stories."
    return Page(
        facts.name, about, addresses.organisation(row.id), ORGANISATIONS_BREADCRUMB, row.file, subject="organisation"
    )


def _facts(row: OrganisationRow, hub: Hub) -> tuple[Fact, ...]:
    facts, sectors = row.facts, hub.vocabulary.lists.sectors
    sector = (Link(sectors[facts.sector].label, addresses.of_sector(facts.sector)),) if facts.sector in sectors else ()
    roles = (Link(ROLE[role], addresses.of_role(role)) for role in hub.directory.roles(row))
    rows = (
        Fact("Sector", links=sector, id="sector"),
        Fact("Where", facts.place, term_links(row, hub, REGIONS), id="where"),
        Fact("Role", links=tuple(roles), id="roles"),
        Fact("Also known as", english.listed(facts.aliases)),
        Fact("Website", website=facts.website or ""),
    )
    return non_empty(rows)


def _content(row: OrganisationRow, hub: Hub) -> Mapping[Section, Rows]:
    facts, taken = row.facts, hub.directory.parts_taken(row.id)
    sources = (facts.source, *facts.more_sources)
    cited = [source_link(source, facts.sections if source == facts.source else (), hub) for source in sources if source]
    return {
        sections.WORKS: tuple(_works(taken, hub)),
        sections.WORKED_WITH: tuple(map(organisation_link, hub.directory.worked_with(row.id))),
        sections.LESSONS_THERE: lessons(_lessons(taken, hub)),
        sections.NOTES: facts.notes,
        sections.SOURCES: tuple(cited),
    }


def _works(taken: Iterable[PartsTaken], hub: Hub) -> Iterator[EvidenceLink]:
    """Yield each work once, with all that an organisation did in it: "Led it, gave money"."""
    for one in taken:
        parts = english.labels_listed((PART[part] for part in one.parts), hub.vocabulary.names, capital=True)
        yield EvidenceLink(work_link(one.work.entry), parts, "")


def _lessons(taken: Iterable[PartsTaken], hub: Hub) -> list[PointLink]:
    """Return the learning points that the work of an organisation shows, each once."""
    works = (one.work for one in taken if {LED, PARTNER} & {*one.parts})
    links = [link for work in works for key in work.keys for link in hub.links_back.points_shown_by(*key)]
    return list({link.point.id: link for link in reversed(links)}.values())[::-1]


def _next(row: OrganisationRow, hub: Hub) -> LinkGroup:
    regions = (phrase_link("More", region) for region in hub.terms_of(row, REGIONS))
    together = (Link("Who worked with whom", addresses.PARTNERS),) if PARTNERS in hub.parts else ()
    feed = (Link("Follow it in a feed reader", addresses.feed(addresses.organisation(row.id))),)
    followed = feed if hub.directory.is_followed(row.id) else ()
    more = (*regions, *together, *followed, Link("All organisations", addresses.ORGANISATIONS))
    return LinkGroup("Where to go next", more)
