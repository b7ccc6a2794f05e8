"""Every project by region."""

from dataclasses import replace
from pathlib import Path

from ideas_hub.model.hub import Hub
from ideas_hub.site.context import load_context
from ideas_hub.site.renderer import Renderer
from ideas_hub.views.page import Fact, Link
from ideas_hub.views.projects import projects_view


def test_projects_are_listed_by_region_without_the_regions_that_have_none(hub: Hub) -> None:
    view = projects_view(hub)

    assert (view.page.address, view.total) == ("projects/", "2 projects")
    assert [(region.link, region.anchor, region.total) for region in view.regions] == [
        (Link("North Wales", "regions/north-wales/"), "region-north-wales", "1 project"),
        (Link("South Wales", "regions/south-wales/"), "region-south-wales", "1 project"),
    ]


def test_a_project_leads_to_its_case_study_its_terms_and_the_lessons_that_we_see_there(hub: Hub) -> None:
    (project,) = projects_view(hub).regions[0].projects

    assert (project.facts, project.figures) == (hub.projects["wobbly-chair"].facts, ())
    assert project.rows == (
        Fact("Case study", links=(Link("Soldering together in Conwy", "case-studies/soldering/"),)),
        Fact("Council area", "Conwy and Gwynedd"),
        Fact(
            "What",
            links=(
                Link("Tools and electrics", "themes/tools-electrics/"),
                Link("Mending clothes", "themes/mending-clothes/"),
            ),
        ),
        Fact("For", links=(Link("Newcomers", "communities/newcomers/"),)),
        Fact(
            "Lessons that we see here", links=(Link("Say hello to everyone at the door", "learning-points/say-hello/"),)
        ),
    )


def test_a_project_that_withdrew_says_so(hub_root: Path) -> None:
    context = load_context(hub_root, cached=False)
    view = projects_view(context.hub)
    page = Renderer(context).render("projects.html", view).decode()

    assert [project.facts.status for region in view.regions for project in region.projects] == ["funded", "withdrawn"]
    assert page.count('<p class="notice">Withdrew</p>') == 1
    assert page.index("Withdrew") > page.index('id="third-drawer"')


def test_within_a_region_projects_are_in_the_order_of_their_organisations(hub: Hub) -> None:
    first, second = hub.projects.values()
    here = replace(
        second, facts=second.facts.model_copy(update={"region": "north-wales", "organisation": "a small one"})
    )
    (region,) = projects_view(replace(hub, projects={first.id: first, here.id: here})).regions

    assert [project.facts.organisation for project in region.projects] == ["a small one", "Wobbly Chair Collective"]


def test_the_region_as_printed_is_marked_as_the_reports_own(hub: Hub) -> None:
    row = hub.projects["wobbly-chair"]
    printed = replace(row, facts=row.facts.model_copy(update={"report_region": "The North"}))
    (project,) = projects_view(replace(hub, projects={row.id: printed})).regions[0].projects

    assert Fact("Region, as printed", "The North (the source's own regions)") in project.rows


def test_the_figures_of_a_project_are_with_it(hub: Hub) -> None:
    figure = hub.evidence.figures["items-brought"].model_copy(update={"project": "third-drawer"})
    evidence = hub.evidence.model_copy(update={"figures": {"items-brought": figure}})
    north, south = projects_view(replace(hub, evidence=evidence)).regions

    assert north.projects[0].figures == ()
    assert [figure.number for figure in south.projects[0].figures] == ["1,312"]
