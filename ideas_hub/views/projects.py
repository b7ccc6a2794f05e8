"""Every project by region."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.entries import Basis
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, THEMES
from ideas_hub.model.term import Term
from ideas_hub.views import english
from ideas_hub.views.citations import source_link
from ideas_hub.views.entry_page import term_links
from ideas_hub.views.figures import FigureView, figure_view
from ideas_hub.views.page import Fact, Link, Page, hub_page, link_to, non_empty, term_link
from ideas_hub.views.region_map import RegionMap, project_map


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project on the page of all of them: its record, and what it takes other files to know."""

    facts: Project
    rows: tuple[Fact, ...]
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class ProjectRegion:
    """The projects of one region, by organisation."""

    link: Link
    anchor: str
    total: str
    projects: tuple[ProjectRow, ...]


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """Every project by region; regions without a project are left out."""

    page: Page
    total: str
    regions: tuple[ProjectRegion, ...]
    map: RegionMap | None = None


def projects_view(hub: Hub) -> ProjectsView:
    """Return the page of all projects."""
    regions = (_project_region(region, hub) for region in hub.vocabulary.regions.values())
    return ProjectsView(
        hub_page("docs/projects/index.md", addresses.PROJECTS, hub),
        english.counted(len(hub.projects), "project", "projects"),
        tuple(region for region in regions if region.projects),
        project_map(hub),
    )


def _project_region(region: Document[Term], hub: Hub) -> ProjectRegion:
    here = [row for row in hub.projects.values() if row.facts.region == region.id]
    here.sort(key=lambda row: row.facts.organisation.casefold())
    total = english.counted(len(here), "project", "projects")
    return ProjectRegion(term_link(region), f"region-{region.id}", total, tuple(_project_row(row, hub) for row in here))


def _project_row(row: DataRow[Project], hub: Hub) -> ProjectRow:
    facts = row.facts
    study = hub.case_studies.get(facts.case_study or "")
    rows = (
        Fact("Case study", links=(link_to(study),) if study else ()),
        Fact("Council area", english.listed(facts.local_authority)),
        Fact("Area covered", facts.reach or ""),
        Fact("Region, as printed", f"{facts.report_region} (the source's own regions)" if facts.report_region else ""),
        Fact("What", links=term_links(row, hub, THEMES)),
        Fact("For", links=term_links(row, hub, COMMUNITIES)),
        Fact("Lessons shown here", links=_lessons(row, "stated", hub)),
        Fact("Lessons that we see here", links=_lessons(row, "inferred", hub)),
        Fact("Also known as", english.listed(facts.aliases)),
        Fact("Source", links=(source_link(facts.source, facts.sections, hub),) if facts.source else ()),
    )
    figures = (figure_view(figure, hub) for figure in hub.evidence.figures.values() if figure.project == row.id)
    return ProjectRow(facts, non_empty(rows), tuple(figures))


def _lessons(row: DataRow[Project], basis: Basis, hub: Hub) -> tuple[Link, ...]:
    points = hub.points_shown_by("project", row.id)
    return tuple(link_to(link.point) for link in points if link.showing.basis == basis)
