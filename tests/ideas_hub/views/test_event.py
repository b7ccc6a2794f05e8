"""The page of an event, and the timeline of all of them."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import BODY, JOINING, LEARNED, LEARNED_AT
from ideas_hub.views.calendars import calendar_link, calendars
from ideas_hub.views.cards import cached_cards, card
from ideas_hub.views.entries import entry_view
from ideas_hub.views.events import EventRow, events_view
from ideas_hub.views.evidence_links import EvidenceLink
from ideas_hub.views.lists import term_pages
from ideas_hub.views.page import Fact, Link
from ideas_hub.views.region_overview import region_overview


def test_the_box_says_when_where_and_who(hub: Hub) -> None:
    assert entry_view(hub.events["big-mend"], hub).facts == (
        Fact("When", "31 May to 1 June 2025, 10am to 4pm", id="when"),
        Fact("Where", "Swansea", (Link("South Wales", "regions/south-wales/"),), id="where"),
        Fact("Type", "Festival"),
        Fact(
            "Organised by",
            links=(
                Link("Tick Tock and Friends", "organisations/tick-tock/"),
                Link("Mending Wales", "organisations/mending-wales/"),
            ),
            id="who",
        ),
        Fact("For", "Everyone nearby", id="for"),
        Fact("Themes", links=(Link("Tools and electrics", "themes/tools-electrics/"),), id="what"),
    )


def test_what_is_to_come_says_so_and_how_to_join(hub: Hub) -> None:
    coming, over = (entry_view(hub.events[name], hub) for name in ("fixers-evening", "host-meeting"))

    assert coming.lead == "This is still to come."
    assert coming.rows(JOINING) == ("https://mending-wales.example/fixers-evening",)
    assert coming.facts[1] == Fact("Where", "Online", (Link("Across Wales", "regions/national/"),), id="where")
    assert (over.lead, over.rows(JOINING)) == ("", ())
    assert over.facts[0] == Fact("When", "October 2025", id="when")


def test_a_text_is_shown_where_there_is_one(hub: Hub) -> None:
    assert "They" not in str(entry_view(hub.events["host-meeting"], hub).rows(BODY))
    assert "came back on the second day" in entry_view(hub.events["big-mend"], hub).rows(BODY)[0]


def test_a_learning_point_names_the_events_that_name_it(hub: Hub) -> None:
    """The link is written once, at the event."""
    event, point = hub.events["big-mend"], hub.learning_points["say-hello"]
    named = [link.link.address for link in entry_view(event, hub).rows(LEARNED)]

    assert named == ["learning-points/say-hello/", "learning-points/test-before-you-plug-in/"]
    assert entry_view(point, hub).rows(LEARNED_AT) == (
        EvidenceLink(Link("The Big Mend in Swansea", "events/big-mend/"), "31 May to 1 June 2025, 10am to 4pm", ""),
    )
    assert entry_view(hub.learning_points["keep-enough-fixers"], hub).rows(LEARNED_AT) == ()


def test_the_timeline_has_what_is_to_come_then_year_by_year(hub: Hub) -> None:
    view = events_view(hub)

    assert view.total == "3 events and 1 milestone"
    assert [row.link.address for row in view.to_come] == ["events/fixers-evening/"]
    assert [(year.title, year.anchor, [row.when for row in year.rows]) for year in view.years] == [
        ("2025", "year-2025", ["October 2025", "31 May to 1 June 2025, 10am to 4pm", "Spring 2025"]),
    ]
    assert view.years[0].rows[-1] == EventRow(
        Link("The Spare Parts Fund opens", "events/parts-fund-opens/"),
        "Spring 2025",
        "Milestone",
        "",
        "New repair cafés could ask for money for parts and tools.",
        is_milestone=True,
    )


def test_how_to_add_one_leads_to_the_guide_where_the_hub_has_that_page(hub: Hub) -> None:
    page = hub.prose["docs/about.md"]
    with_guide = replace(hub, prose={**hub.prose, "docs/contribute/event.md": page})

    assert events_view(hub).add.address == "contribute/"
    assert events_view(with_guide).add.address == "contribute/event/"


def test_a_term_lists_its_events_and_no_milestone(hub: Hub) -> None:
    region, theme = hub.vocabulary.regions["south-wales"], hub.vocabulary.themes["tools-electrics"]
    pages = [next(term_pages(term, hub, cached_cards(hub))) for term in (region, theme)]
    events = [[one.title for one in group.cards] for page in pages for group in page.groups if "event" in group.title]

    assert events == [
        ["Meeting of people who lend a room", "The Big Mend in Swansea"],
        ["The Big Mend in Swansea"],
    ]
    assert "parts-fund-opens" in {entry.id for entry in hub.entries} - {entry.id for entry in hub.listed}


def test_a_card_says_when_and_where(hub: Hub) -> None:
    assert card(hub.events["host-meeting"], hub).byline == "October 2025 · Cardiff"


def test_only_what_has_a_day_and_is_no_milestone_is_in_a_calendar(hub: Hub) -> None:
    assert [(one.page, [event.id for event in one.events]) for one in calendars(hub)] == [
        ("events/", ["fixers-evening", "big-mend"]),
        ("regions/south-wales/", ["big-mend"]),
        ("regions/national/", ["fixers-evening"]),
    ]
    offered = Link("A calendar file with 1 event", "regions/south-wales/calendar.ics")
    assert region_overview(hub.vocabulary.regions["south-wales"], hub).files[-1] == offered
    assert calendar_link("regions/south-wales/", hub) == offered
    assert calendar_link("regions/north-wales/", hub) is None


def test_a_hub_without_events_has_no_calendar(hub: Hub) -> None:
    bare = replace(hub, events={}, to_come=())

    assert list(calendars(bare)) == []
    assert "events" not in bare.parts
