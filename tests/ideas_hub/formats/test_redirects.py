"""Pages at old addresses, at short ones and at those of entries that were taken down."""

from dataclasses import replace
from datetime import date

import pytest
from jinja2 import Environment

from ideas_hub.engine.compact import Compact
from ideas_hub.formats.redirects import redirect_files, redirects
from ideas_hub.model.document import Article, DataRow, Document
from ideas_hub.model.fields import Withdrawn
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, PROGRAMMES, Kind
from ideas_hub.model.register import NumberedEntry, Register, made_name
from ideas_hub.model.row_kinds import PROJECT_ROWS, RowTakenDown
from ideas_hub.views.page import Site

REGISTER = Register((NumberedEntry(2, "case-studies", "van-on-tour", 2),))


def taken_down(kind: Kind, name: str, *old: str) -> Document[Withdrawn]:
    facts = Withdrawn(withdrawn=date(2026, 3, 2), redirect_from=old)
    return Document(kind, name, f"{kind.folder}/{name}.md", facts, 4, {}, Compact(("", Article())))


@pytest.fixture
def vans(hub: Hub) -> Hub:
    """The hub with one case study alone, which once had another name, and one that was taken down."""
    van = {"mending-van": hub.case_studies["mending-van"]}
    gone = (taken_down(CASE_STUDIES, "lamp-swap", "lamp-share"),)
    return replace(
        hub,
        case_studies=van,
        learning_points={},
        programmes={},
        tools={},
        events={},
        trails={},
        projects={},
        organisations={},
        withdrawn=gone,
    )


def test_old_and_short_addresses_lead_to_the_page(vans: Hub, site: Site) -> None:
    """Relative to the redirect, so that they work at any address; the canonical one is full."""
    found = {redirect.address: redirect for redirect in redirects(vans, REGISTER, site) if redirect.moved}

    assert set(found) == {"case-studies/van-on-tour/", "c/2/", f"c/{made_name('case-studies', 'mending-van')}/"}
    assert found["case-studies/van-on-tour/"].link == "../mending-van/"
    assert found["c/2/"].link == "../../case-studies/mending-van/"
    assert found["c/2/"].canonical == "https://hub.example/ideas-hub/case-studies/mending-van/"


def test_without_an_address_of_the_site_the_canonical_link_is_relative(vans: Hub, site: Site) -> None:
    """Nothing is invented."""
    found = {redirect.address: redirect for redirect in redirects(vans, REGISTER, replace(site, url=""))}

    assert found["c/2/"].canonical == found["c/2/"].link


@pytest.mark.parametrize("name", ["lamp-swap", "lamp-share"])
def test_every_address_of_an_entry_that_was_taken_down_only_links_to_its_list(
    vans: Hub, site: Site, templates: Environment, name: str
) -> None:
    """Nothing takes its place."""
    pages = dict(redirect_files(vans, REGISTER, site, templates))
    short = f"c/{made_name('case-studies', name)}/"

    for path, link in ((f"case-studies/{name}/", "../"), (short, "../../case-studies/")):
        page = pages[f"{path}index.html"].decode()
        assert f'href="{link}"' in page
        assert "See all case studies" in page
        assert "refresh" not in page


def test_an_entry_of_a_kind_without_a_list_that_was_taken_down_links_to_the_finder(vans: Hub, site: Site) -> None:
    """The last programme was taken down, and there is no page of programmes any more."""
    last = replace(vans, withdrawn=(taken_down(PROGRAMMES, "parts-fund"),))
    (*_, page, short) = redirects(last, REGISTER, site)

    assert (page.link, short.link) == ("../../find/", "../../find/")
    assert page.title == "Find what worked"


def test_an_old_address_of_a_project_leads_to_its_page(hub: Hub, site: Site) -> None:
    row = hub.projects["wobbly-chair"]
    renamed = replace(row, facts=row.facts.model_copy(update={"redirect_from": ("chairs",)}))
    found = {one.address: one for one in redirects(replace(hub, projects={row.id: renamed}), REGISTER, site)}

    assert (found["projects/chairs/"].link, found["projects/chairs/"].moved) == ("../wobbly-chair/", True)
    assert found["projects/chairs/"].canonical == "https://hub.example/ideas-hub/projects/wobbly-chair/"
    assert found["projects/chairs/"].title == "Wobbly Chair Collective"


def test_every_address_of_a_project_that_was_taken_down_says_so(vans: Hub, hub: Hub, site: Site) -> None:
    """With a link to the others, or to the finder where there is no other."""
    facts = RowTakenDown(id="chairs", status="taken-down", redirect_from=("stools",))
    gone = (DataRow("chairs", "docs/projects/projects.csv", facts, {}),)
    for projects, link in ((hub.projects, "../"), ({}, "../../find/")):
        every = redirects(replace(vans, projects=projects, rows_taken_down={PROJECT_ROWS.id: gone}), REGISTER, site)
        found = {one.address: (one.link, one.moved) for one in every if one.address.startswith("projects/")}

        assert found == {"projects/chairs/": (link, False), "projects/stools/": (link, False)}


def test_old_addresses_of_an_organisation_lead_to_its_page_and_those_of_one_taken_down_say_so(
    hub: Hub, site: Site
) -> None:
    found = {one.address: (one.link, one.moved) for one in redirects(hub, REGISTER, site)}

    assert {address: to for address, to in found.items() if address.startswith("organisations/")} == {
        "organisations/wobbly-chairs/": ("../wobbly-chair/", True),
        "organisations/long-gone/": ("../", False),
        "organisations/gone-before/": ("../", False),
    }
