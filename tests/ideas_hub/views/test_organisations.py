"""The lists of organisations and the page of each."""

from dataclasses import replace
from pathlib import Path

from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import LESSONS_THERE, NOTES, SOURCES, WORKED_WITH, WORKS
from ideas_hub.site.context import load_context
from ideas_hub.site.renderer import Renderer
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.evidence_links import EvidenceLink
from ideas_hub.views.lists import list_builders
from ideas_hub.views.organisations import narrower_views, organisation_view, organisations_view
from ideas_hub.views.page import Fact, Link
from tests.ideas_hub.conftest import HOSTILE


def view_of(hub: Hub, organisation: str) -> EntryView:
    return organisation_view(hub.organisations[organisation], hub)


def test_all_are_listed_by_region_with_their_place(hub: Hub) -> None:
    view = organisations_view(hub)
    listed = {group.jump.text: [(link.text, byline) for link, byline in group.rows] for group in view.groups}

    assert view.total == "10 organisations"
    assert list(listed) == ["Mid Wales", "North Wales", "South Wales", "Across Wales"]
    assert listed["South Wales"] == [
        ("Loose Spoke Company", "Newport"),
        ("Tag & Label", "Cardiff"),
        ("Third Drawer Society", "Newport"),
    ]


def test_one_without_a_region_is_listed_last(hub: Hub) -> None:
    row = hub.organisations["mending-wales"]
    nowhere = replace(row, facts=row.facts.model_copy(update={"region": None}))
    view = organisations_view(replace(hub, organisations={**hub.organisations, row.id: nowhere}))

    assert [(group.jump.text, group.anchor) for group in view.groups][-1] == ("No one region", "region-none")


def test_sectors_and_roles_lead_to_lists_of_their_own_with_as_many(hub: Hub) -> None:
    """Only those that some organisation has."""
    ways = {way.title: way.links for way in organisations_view(hub).ways}
    narrower = {view.page.address: view.total for view in narrower_views(hub)}

    assert [(link.text, link.count) for link in ways["By sector"]] == [("Mending", 4), ("Baking", 1), ("Tailoring", 2)]
    assert [(link.text, link.count) for link in ways["By role"]] == [
        ("Led the work", 7),
        ("Took part as a partner", 4),
        ("Gave money", 1),
        ("Works across the country", 1),
        ("Made a tool that others used", 1),
    ]
    links = (*ways["By sector"], *ways["By role"])
    assert narrower == {link.address: f"{link.count} organisation{'s' * (link.count != 1)}" for link in links}


def test_a_page_has_every_fact_of_the_row(hub: Hub) -> None:
    view = view_of(hub, "wobbly-chair")

    assert (view.page.title, view.page.address) == ("Wobbly Chair Collective", "organisations/wobbly-chair/")
    assert view.page.description == "An organisation in Conwy, in North Wales, named in our sources or stories."
    assert view.facts == (
        Fact("Sector", links=(Link("Mending", "organisations/sector/menders/"),), id="sector"),
        Fact("Where", "Conwy", (Link("North Wales", "regions/north-wales/"),), id="where"),
        Fact(
            "Role",
            links=(
                Link("Led the work", "organisations/role/led/"),
                Link("Took part as a partner", "organisations/role/partner/"),
            ),
            id="roles",
        ),
        Fact("Also known as", "The Wobblers and WCC"),
        Fact("Website", website="https://www.example.org"),
    )
    assert view.rows(NOTES) == ("Its report spells it Wobly once",)
    citation = "Thimble and Spanner (2025), Evaluation of the Spare Parts Fund, section 3"
    assert view.rows(SOURCES) == (Link(citation, "sources/#parts-evaluation"),)


def test_no_website_is_shown_but_one_that_the_row_has(hub: Hub) -> None:
    shown = {row: [fact for fact in view_of(hub, row).facts if fact.website] for row in hub.organisations}

    assert [row for row, facts in shown.items() if facts] == ["wobbly-chair"]


def test_a_page_says_what_it_did_with_whom_and_which_lessons_come_from_it(hub: Hub) -> None:
    view = view_of(hub, "third-drawer")

    assert view.rows(WORKS) == (
        EvidenceLink(Link("Toaster Tuesdays in Swansea", "case-studies/toaster-tuesdays/"), "Was a partner", ""),
        EvidenceLink(Link("Buttons for all", "projects/third-drawer/"), "Led it", ""),
    )
    assert view.rows(WORKED_WITH) == (Link("Second Slice Society", "organisations/second-slice/"),)
    assert [lesson.link.text for lesson in view.rows(LESSONS_THERE)] == [
        "Test before you plug in",
        "Keep enough fixers to go round",
    ]


def test_who_only_had_to_do_with_a_work_is_credited_with_no_lesson_of_it(hub: Hub) -> None:
    view = view_of(hub, "tag-and-label")

    assert {one.kind for one in view.rows(WORKS)} == {"Was involved"}
    assert (view.rows(WORKED_WITH), view.rows(LESSONS_THERE)) == ((), ())


def test_hostile_words_are_shown_as_they_stand(hub_root: Path) -> None:
    """On its own page, and in the lists that name it."""
    context = load_context(hub_root, cached=False)
    row = context.hub.organisations["tick-tock"]
    words = {"name": HOSTILE, "aliases": (HOSTILE,), "places": (HOSTILE,), "about": HOSTILE, "notes": (HOSTILE,)}
    bad = replace(row, facts=row.facts.model_copy(update=words))
    hub = replace(context.hub, organisations={row.id: bad})
    renderer = Renderer(context)
    pages = [
        renderer.render("entry.html", organisation_view(bad, hub)),
        renderer.render("organisations.html", organisations_view(hub)),
        *(renderer.render("list.html", view) for _, views in list_builders(hub) for view in views() if view.overview),
    ]

    assert not [page for page in pages if b"<b>it" in page]
    assert pages[0].decode().count("&lt;/script&gt;&lt;b&gt;") > 3
