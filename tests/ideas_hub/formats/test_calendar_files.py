"""Calendars: read with the library, and by hand where a lenient reader would not mind."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from ideas_hub.formats.calendar_files import calendar_files
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.model.when import When
from ideas_hub.views.page import Site
from tests.ideas_hub.conftest import HOSTILE

ALL = "events/calendar.ics"
LONGEST = 75  # octets of a line, without its end (RFC 5545, section 3.1)


def files(hub: Hub, site: Site) -> dict[str, bytes]:
    return dict(calendar_files(hub, Register(), site))


def with_facts(hub: Hub, event_id: str, **facts: object) -> Hub:
    event = hub.events[event_id]
    changed = replace(event, facts=event.facts.model_copy(update=facts))
    return replace(hub, events={**hub.events, event_id: changed})


def parts_of(content: bytes, name: str | None = None) -> list[Any]:
    """Return the parts of a calendar as the library reads them: all, or those with one name."""
    return list(icalendar.Calendar.from_ical(content).walk(name))


def events_in(content: bytes) -> dict[str, Any]:
    return {str(event["uid"]): event for event in parts_of(content, "VEVENT")}


def unfolded(content: bytes) -> list[str]:
    """Return the lines that a strict reader sees; every rule of their form holds."""
    assert content.endswith(b"\r\n")
    rows = content.split(b"\r\n")[:-1]
    assert all(len(row) <= LONGEST for row in rows)
    assert all(b"\n" not in row and b"\r" not in row for row in rows)
    for row in rows:
        row.decode("utf-8")  # no letter is cut in two
    lines = content[:-2].replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    assert all(re.match(r"[A-Z-]+[:;]", line) for line in lines)
    return lines


def test_there_is_one_of_all_events_and_one_for_each_region_that_has_any(hub: Hub, site: Site) -> None:
    assert set(files(hub, site)) == {ALL, "regions/national/calendar.ics", "regions/south-wales/calendar.ics"}


def test_whole_days_are_days_and_end_on_the_day_after(hub: Hub, site: Site) -> None:
    content = files(hub, site)["regions/south-wales/calendar.ics"]
    (event,) = events_in(content).values()

    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2025, 5, 31), date(2025, 6, 2))
    assert {"DTSTART;VALUE=DATE:20250531", "DTEND;VALUE=DATE:20250602"} <= set(unfolded(content))
    assert "VTIMEZONE" not in content.decode()


def test_times_are_in_the_zone_that_the_file_describes(hub: Hub, site: Site) -> None:
    content = files(hub, site)[ALL]
    event = events_in(content)["events-fixers-evening@mending-wales.invalid"]
    lines = unfolded(content)

    assert {"DTSTART;TZID=Europe/London:20270114T183000", "DTEND;TZID=Europe/London:20270114T200000"} <= set(lines)
    assert event["dtstart"].dt.utcoffset().total_seconds() == 0
    (zone,) = parts_of(content, "VTIMEZONE")
    noons = (datetime(2027, month, 14, 12, tzinfo=zone.to_tz()) for month in (1, 7))
    assert [noon.utcoffset() for noon in noons] == [timedelta(), timedelta(hours=1)]


def test_its_words_are_those_of_its_page(hub: Hub, site: Site) -> None:
    event = events_in(files(hub, site)[ALL])["events-fixers-evening@mending-wales.invalid"]
    facts = hub.events["fixers-evening"].facts

    assert (event["summary"], event["location"]) == (facts.title, "Online")
    assert event["url"] == "https://hub.example/ideas-hub/events/fixers-evening/"
    assert event["description"] == f"{facts.summary}\n\nHow to join: {facts.joining}\n\n{event['url']}"
    assert event.categories == ["Webinar"]


def test_an_id_stays_when_the_event_gets_another_name_and_the_stamp_is_the_content_s(hub: Hub, site: Site) -> None:
    event = hub.events["big-mend"]
    facts = event.facts.model_copy(update={"redirect_from": ("old-mend",), "updated": date(2026, 2, 3)})
    renamed = replace(hub, events={"new-mend": replace(event, id="new-mend", facts=facts)}, to_come=())
    (one,) = events_in(files(renamed, site)[ALL]).values()

    assert one["uid"] == "events-old-mend@mending-wales.invalid"
    assert one["dtstamp"].to_ical() == b"20260203T000000Z"
    assert files(renamed, site) == files(renamed, site)


@pytest.mark.parametrize("words", [HOSTILE, "a, b; c\\n \\, d", "BEGIN:VALARM", "ŷ" * 120, "😀" * 40])
def test_whatever_the_words_are_they_stay_words(hub: Hub, site: Site, words: str) -> None:
    """No line of them is read as a property, and none is too long."""
    spoilt = with_facts(hub, "big-mend", title=words, summary=words, place=words)
    content = files(spoilt, replace(site, name=words))[ALL]
    unfolded(content)
    event = events_in(content)["events-big-mend@mending-wales.invalid"]

    assert (event["summary"], event["location"]) == (words, words)
    assert str(event["description"]).startswith(words)
    assert {one.name for one in parts_of(content)} == {
        "VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT",
    }  # fmt: skip


@pytest.mark.parametrize("when", [{"start": "2025-06"}, {"start": "2025"}, {"start": "2025-06-01", "end": "2025-07"}])
def test_no_day_is_made_up(hub: Hub, site: Site, when: dict[str, str]) -> None:
    vague = with_facts(hub, "big-mend", when=When.model_validate(when))

    assert list(events_in(files(vague, site)[ALL])) == ["events-fixers-evening@mending-wales.invalid"]


def test_without_an_address_of_the_site_nothing_leads_to_it(hub: Hub, site: Site) -> None:
    content = files(hub, replace(site, url=""))[ALL].decode()

    assert "URL:" not in content
    assert "hub.example" not in content
