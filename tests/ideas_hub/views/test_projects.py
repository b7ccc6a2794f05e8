"""Every project by region, and the page of each."""

from dataclasses import replace
from pathlib import Path

from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow
from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import FACTS, FIGURES, LESSONS, NEAREST, NOTES, SOURCES
from ideas_hub.site.context import load_context
from ideas_hub.site.renderer import Renderer
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.evidence_links import EvidenceLink
from ideas_hub.views.page import Fact, Link
from ideas_hub.views.projects import NOTHING_MORE, ProjectRow, project_view, projects_view


def changed(row: DataRow[Project], **facts: object) -> DataRow[Project]:
    return replace(row, facts=row.facts.model_copy(update=facts))


def view_of(hub: Hub, project: str, **facts: object) -> EntryView:
    """Return the page of a project, with some of its facts changed."""
    row = changed(hub.projects[project], **facts)
    return project_view(row, replace(hub, projects={**hub.projects, row.id: row}))


def test_projects_are_listed_by_region_without_the_regions_that_have_none(hub: Hub) -> None:
    view = projects_view(hub)

    assert (view.page.address, view.total) == ("projects/", "2 projects")
    assert [(region.title, region.anchor, region.total, region.everything) for region in view.regions] == [
        (
            "North Wales",
            "region-north-wales",
            "1 project",
            Link("All pages in North Wales", "regions/north-wales/"),
        ),
        (
            "South Wales",
            "region-south-wales",
            "1 project",
            Link("All pages in South Wales", "regions/south-wales/"),
        ),
    ]


def test_a_row_says_who_where_and_for_whom_and_leads_to_the_page(hub: Hub) -> None:
    """Its anchor is the project's id, as it was when the row was all there was."""
    (project,) = projects_view(hub).regions[0].projects

    assert project == ProjectRow(
        "wobbly-chair",
        Link("Wobbly Chair Collective", "projects/wobbly-chair/"),
        "Chairs, chats · Conwy",
        "For newcomers · Case study",
        withdrew=False,
    )


def test_within_a_region_projects_are_in_the_order_of_their_organisations(hub: Hub) -> None:
    first, second = hub.projects.values()
    here = changed(second, region="north-wales", organisation="a small one")
    (region,) = projects_view(replace(hub, projects={first.id: first, here.id: here})).regions

    assert [project.link.text for project in region.projects] == ["a small one", "Wobbly Chair Collective"]


def test_a_project_that_withdrew_says_so_on_its_page_and_in_its_row(hub_root: Path) -> None:
    context = load_context(hub_root, cached=False)
    page = Renderer(context).render("projects.html", projects_view(context.hub)).decode()

    assert page.count('<p class="notice">Withdrew</p>') == 1
    assert page.index("Withdrew") > page.index('id="third-drawer"')
    assert view_of(context.hub, "third-drawer").lead == "This project withdrew."
    assert view_of(context.hub, "wobbly-chair").lead == ""


def test_a_page_has_the_organisation_as_its_title_and_then_project_and_place(hub: Hub) -> None:
    page = view_of(hub, "wobbly-chair").page

    assert (page.title, page.address) == ("Wobbly Chair Collective", "projects/wobbly-chair/")
    assert page.description == "Chairs, chats, a project in Conwy, in North Wales."
    assert page.breadcrumb == (Link("Home", ""), Link("Projects", "projects/"))
    assert page.source == "docs/projects/projects.csv"
    assert view_of(hub, "wobbly-chair", project_name=None).page.description == "A project in Conwy, in North Wales."


def test_a_page_begins_with_the_case_study_and_has_every_fact(hub: Hub) -> None:
    facts = {"reach": "All of Conwy", "aliases": ("Wobbly", "The Chairs"), "report_region": "The North"}

    assert view_of(hub, "wobbly-chair", **facts).facts == (
        Fact("Case study", links=(Link("Soldering together in Conwy", "case-studies/soldering/"),), id="case_study"),
        Fact("Led by", links=(Link("Wobbly Chair Collective", "organisations/wobbly-chair/"),)),
        Fact("Where", "Conwy", (Link("North Wales", "regions/north-wales/"),), id="where"),
        Fact("Area covered", "All of Conwy"),
        Fact("Council area", "Conwy and Gwynedd"),
        Fact(
            "Themes",
            links=(
                Link("Tools and electrics", "themes/tools-electrics/"),
                Link("Mending clothes", "themes/mending-clothes/"),
            ),
            id="what",
        ),
        Fact("Communities", links=(Link("Newcomers", "communities/newcomers/"),), id="for"),
        Fact("Also known as", "Wobbly and The Chairs"),
    )


def test_an_area_that_is_the_place_is_not_said_twice(hub: Hub) -> None:
    facts = view_of(hub, "wobbly-chair", reach="Conwy").facts

    assert "Area covered" not in [fact.label for fact in facts]


def test_a_page_tells_what_the_source_says_the_lessons_and_where_all_that_stands(hub: Hub) -> None:
    facts = {"facts": ("They lent tools",), "notes": ("A note",), "source": "parts-evaluation", "sections": ("4.1",)}
    view = view_of(hub, "wobbly-chair", **facts)

    assert view.rows(FACTS) == ("They lent tools",)
    assert [lesson.link.address for lesson in view.rows(LESSONS)] == ["learning-points/say-hello/"]
    assert view.rows(NOTES) == ("A note",)
    citation = "Thimble and Spanner (2025), Evaluation of the Spare Parts Fund, section 4.1"
    assert view.rows(SOURCES) == (Link(citation, "sources/#parts-evaluation"),)
    (lesson,) = view_of(hub, "third-drawer").rows(LESSONS)
    assert lesson.link.address == "learning-points/keep-enough-fixers/"


def test_a_project_that_the_source_only_lists_says_that_there_is_no_more(hub: Hub) -> None:
    bare = replace(hub, learning_points={})

    assert view_of(bare, "third-drawer").rows(FACTS) == (NOTHING_MORE,)
    assert view_of(hub, "third-drawer").rows(FACTS) == ()
    assert view_of(bare, "wobbly-chair").rows(FACTS) == ()


def test_the_figures_of_a_project_are_on_its_page(hub: Hub) -> None:
    figure = hub.evidence.figures["items-brought"].model_copy(update={"project": "third-drawer"})
    of_one = replace(hub, evidence=hub.evidence.model_copy(update={"figures": {"items-brought": figure}}))

    assert [figure.number for figure in view_of(of_one, "third-drawer").rows(FIGURES)] == ["1,312"]
    assert view_of(of_one, "wobbly-chair").rows(FIGURES) == ()


def test_a_page_names_the_three_nearest_projects_of_its_region(hub: Hub) -> None:
    """A degree of longitude is shorter than one of latitude; what is near but elsewhere is left out."""
    row = hub.projects["wobbly-chair"]
    places = {"a": (54.3, 3.8), "b": (53.3, 5.3), "c": (53.4, 3.8), "d": (53.3, 2.6), "e": (53.3, 3.8)}
    others = {
        name: changed(replace(row, id=name), organisation=name, place=name.upper(), latitude=north, longitude_west=west)
        for name, (north, west) in places.items()
    }
    others["e"] = changed(others["e"], region="mid-wales")
    crowd = replace(hub, projects={**hub.projects, **others})

    assert project_view(row, crowd).rows(NEAREST) == (
        EvidenceLink(Link("c", "projects/c/"), "C", ""),
        EvidenceLink(Link("d", "projects/d/"), "D", ""),
        EvidenceLink(Link("b", "projects/b/"), "B", ""),
    )
    assert view_of(hub, "wobbly-chair").rows(NEAREST) == ()


def test_a_page_leads_on_to_its_terms_and_to_all_projects(hub: Hub) -> None:
    section = view_of(hub, "third-drawer").next

    assert section.links == (
        Link("More about mending clothes", "themes/mending-clothes/"),
        Link("More for people on a tight budget", "communities/tight-budgets/"),
        Link("More in South Wales", "regions/south-wales/"),
        Link("All projects", "projects/"),
    )


def test_a_page_can_neither_be_cited_nor_kept(hub_root: Path) -> None:
    """Both are for entries."""
    context = load_context(hub_root, cached=False)
    page = Renderer(context).render("entry.html", project_view(context.hub.projects["wobbly-chair"], context.hub))

    assert b"Cite and share" not in page
    assert b"to-keep" not in page
    assert b"index.md" not in page
