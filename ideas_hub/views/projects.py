"""Every project by region, and the page of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ideas_hub.model import addresses, sections
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, PROJECTS, REGIONS, THEMES
from ideas_hub.model.place import kilometres
from ideas_hub.model.sections import Section
from ideas_hub.model.term import Term
from ideas_hub.views import english
from ideas_hub.views.citations import source_link
from ideas_hub.views.entry_page import EntryView, in_order, next_steps, term_links
from ideas_hub.views.evidence_links import EvidenceLink, lessons, project_link, trail_links
from ideas_hub.views.figures import figure_view
from ideas_hub.views.folding import Rows
from ideas_hub.views.organisation_links import organisations_fact
from ideas_hub.views.page import HOME_BREADCRUMB, Fact, Link, Page, hub_page, link_to, non_empty, phrase_link
from ideas_hub.views.pictures import picture_of
from ideas_hub.views.region_map import RegionMap, project_map

MAX_NEAREST = 3
NOTHING_MORE = "Our sources give only its name and place."


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project on the page of all of them.

    anchor: of the row itself.
    byline: its name and its place.
    about: whom it was for and whether it has a case study, in words; may be "".
    """

    anchor: str
    link: Link
    byline: str
    about: str
    withdrew: bool


@dataclass(frozen=True, slots=True)
class ProjectRegion:
    """The projects of one region, by organisation.  everything: leads to all that the hub has there."""

    title: str
    anchor: str
    total: str
    everything: Link
    projects: tuple[ProjectRow, ...]


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """Every project by region; regions without a project are left out."""

    page: Page
    total: str
    regions: tuple[ProjectRegion, ...]
    map: RegionMap | None = None


def projects_view(hub: Hub) -> ProjectsView:
    regions = (_project_region(region, hub) for region in hub.vocabulary.regions.values())
    return ProjectsView(
        hub_page("docs/projects/index.md", addresses.PROJECTS, hub),
        english.counted(len(hub.projects), "project"),
        tuple(region for region in regions if region.projects),
        project_map(hub),
    )


def _project_region(region: Document[Term], hub: Hub) -> ProjectRegion:
    here = sorted(hub.projects_by_region[region.id], key=lambda row: row.facts.organisation.casefold())
    total = english.counted(len(here), "project")
    rows = tuple(_project_row(row, hub) for row in here)
    return ProjectRegion(region.facts.label, f"region-{region.id}", total, phrase_link("All pages", region), rows)


def _project_row(row: DataRow[Project], hub: Hub) -> ProjectRow:
    facts = row.facts
    labels = (term.facts.label for term in hub.terms_of(row, COMMUNITIES))
    communities = english.labels_listed(labels, hub.vocabulary.names)
    notes = (f"For {communities}" if communities else "", "Case study" if facts.case_study in hub.case_studies else "")
    return ProjectRow(
        row.id,
        project_link(row),
        " · ".join(filter(None, (facts.project_name, facts.place))),
        " · ".join(filter(None, notes)),
        facts.status == "withdrawn",
    )


def project_views(hub: Hub) -> Iterator[EntryView]:
    """Yield the page of each project."""
    return (project_view(row, hub) for row in hub.projects.values())


def project_view(row: DataRow[Project], hub: Hub) -> EntryView:
    """Return a project's page, laid out as that of an entry."""
    return EntryView(
        kind=PROJECTS,
        kind_label="Project",
        page=_page(row, hub),
        key_facts=_facts(row, hub),
        sections=in_order(_content(row, hub)),
        next=next_steps(row, hub, Link("All projects", addresses.PROJECTS)),
        lead="This project withdrew." if row.facts.status == "withdrawn" else "",
        picture=picture_of(row.facts.themes, hub),
    )


def _content(row: DataRow[Project], hub: Hub) -> Mapping[Section, Rows]:
    facts, points = row.facts, hub.links_back.points_shown_by("project", row.id)
    figures = (figure_view(figure, hub) for figure in hub.evidence.figures.values() if figure.project == row.id)
    known: dict[Section, Rows] = {
        sections.FACTS: facts.facts,
        sections.FIGURES: tuple(figures),
        sections.LESSONS: lessons(points),
    }
    if facts.documented == "listing-only" and not any(known.values()):
        known[sections.FACTS] = (NOTHING_MORE,)
    return {
        **known,
        sections.IN_TRAILS: tuple(trail_links("project", row.id, hub)),
        sections.NOTES: facts.notes,
        sections.SOURCES: (source_link(facts.source, facts.sections, hub),) if facts.source else (),
        sections.NEAREST: tuple(_nearest(row, hub)),
    }


def _page(row: DataRow[Project], hub: Hub) -> Page:
    facts = row.facts
    regions = (term.facts.phrase for term in hub.terms_of(row, REGIONS))
    where = ", ".join((facts.place, *regions))
    description = f"{facts.project_name}, a project in {where}." if facts.project_name else f"A project in {where}."
    breadcrumb = (*HOME_BREADCRUMB, Link("Projects", addresses.PROJECTS))
    return Page(facts.organisation, description, addresses.project(row.id), breadcrumb, row.file)


def _facts(row: DataRow[Project], hub: Hub) -> tuple[Fact, ...]:
    facts, study = row.facts, hub.case_studies.get(row.facts.case_study or "")
    rows = (
        Fact("Case study", links=(link_to(study),) if study else (), id="case_study"),
        *_who(row, study, hub),
        Fact("Where", facts.place, term_links(row, hub, REGIONS), id="where"),
        Fact("Area covered", facts.reach if facts.reach and facts.reach != facts.place else ""),
        Fact("Council area", english.listed(facts.local_authority)),
        Fact("Themes", links=term_links(row, hub, THEMES), id="what"),
        Fact("Communities", links=term_links(row, hub, COMMUNITIES), id="for"),
        Fact("Also known as", english.listed(facts.aliases)),
    )
    return non_empty(rows)


def _who(row: DataRow[Project], study: Document[CaseStudy] | None, hub: Hub) -> tuple[Fact, ...]:
    facts, partners = row.facts, study.facts.partners if study else ()
    return (
        organisations_fact("Led by", (facts.organisation,), hub),
        organisations_fact("Partners", dict.fromkeys((*partners, *facts.partners)), hub),
        organisations_fact("Also funded by", facts.funders, hub),
    )


def _nearest(row: DataRow[Project], hub: Hub) -> Iterator[EvidenceLink]:
    """Yield the nearest other projects of the same region, each with its place."""
    others = (one for one in hub.projects_by_region[row.facts.region] if one is not row)
    by_distance = sorted(others, key=lambda one: kilometres(one.facts.point, row.facts.point))
    yield from (EvidenceLink(project_link(one), one.facts.place, "") for one in by_distance[:MAX_NEAREST])
