"""Structured data of events: as precise as their sources, and nothing for milestones."""

from ideas_hub.model.hub import Hub
from ideas_hub.model.when import When
from ideas_hub.site.renderer import View
from ideas_hub.views.data import data_tables
from ideas_hub.views.entries import entry_view
from ideas_hub.views.found import search_records
from ideas_hub.views.page import Site
from tests.ideas_hub.formats.conftest import graph

URL = "https://hub.example/ideas-hub/"


def test_an_event_to_come_says_when_online_and_by_whom(full_hub: Hub, site: Site, pages: dict[str, View]) -> None:
    node = graph(full_hub, site, pages["events/fixers-evening/"])[0]
    address = f"{URL}organisations/mending-wales/"

    assert node["@type"] == ["WebPage"]
    assert node["mainEntity"] == {
        "@type": "Event",
        "name": "An evening for new fixers",
        "description": "Fixers show how they started, and answer what new ones ask.",
        "startDate": "2027-01-14T18:30+00:00",
        "endDate": "2027-01-14T20:00+00:00",
        "location": [{"@type": "VirtualLocation", "url": "https://mending-wales.example/fixers-evening"}],
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "organizer": [{"@type": "Organization", "name": "Mending Wales", "@id": address, "url": address}],
        "audience": {"@type": "Audience", "audienceType": "Anyone who would like to mend things with others."},
    }


def test_one_that_is_over_is_at_its_place_and_says_no_more_than_is_known(
    full_hub: Hub, site: Site, pages: dict[str, View]
) -> None:
    fair = graph(full_hub, site, pages["events/big-mend/"])[0]["mainEntity"]
    meeting = graph(full_hub, site, pages["events/host-meeting/"])[0]["mainEntity"]

    assert (fair["startDate"], fair["endDate"]) == ("2025-05-31", "2025-06-01")
    assert (fair["location"][0]["name"], fair["location"][0]["containedInPlace"]["name"]) == ("Swansea", "South Wales")
    assert (meeting["startDate"], "endDate" in meeting) == ("2025-10", False)
    assert {"eventStatus", "organizer"} & meeting.keys() == set()


def test_a_milestone_is_a_page_and_no_event(full_hub: Hub, site: Site, pages: dict[str, View]) -> None:
    assert "mainEntity" not in graph(full_hub, site, pages["events/parts-fund-opens/"])[0]


def test_the_timeline_lists_every_page(full_hub: Hub, site: Site, pages: dict[str, View]) -> None:
    node = graph(full_hub, site, pages["events/"])[0]

    assert node["@type"] == "CollectionPage"
    assert [one["url"] for one in node["mainEntity"]["itemListElement"]] == [
        f"{URL}events/{event}/" for event in full_hub.events
    ]


def test_page_data_search_and_structured_data_give_one_date(full_hub: Hub, site: Site, pages: dict[str, View]) -> None:
    """In words for readers, and as precise for programs."""
    rows = {row["id"]: row for table in data_tables(full_hub) if table.name == "events" for row in table.rows}
    cards = {found.card.address: found.card for found in search_records(full_hub)}

    assert set(rows) == set(full_hub.events)
    for event in full_hub.events.values():
        address, given = f"events/{event.id}/", rows[event.id]["when"]
        words = When.model_validate(given).words
        about = graph(full_hub, site, pages[address])[0].get("mainEntity")
        assert entry_view(event, full_hub).facts[0].text == words
        assert cards[address].byline.startswith(words)
        assert about is None or about["startDate"].partition("T")[0] == given["start"]
