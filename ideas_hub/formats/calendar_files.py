"""Calendars as iCalendar files, for readers to take into their own: all events that have a day, and each region's.

Source: RFC 5545, and RFC 7986 for the calendar's name and how often to look for changes.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from ideas_hub.formats.publication import EPOCH, LANGUAGE
from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.event import Event
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import EVENTS
from ideas_hub.model.register import Register
from ideas_hub.model.when import TIME_ZONE
from ideas_hub.views.calendars import Calendar, calendars
from ideas_hub.views.events import KIND_OF_EVENT, where_words
from ideas_hub.views.page import Site

BRITISH_TIME = f"""\
BEGIN:VTIMEZONE
TZID:{TIME_ZONE}
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE
"""
"""Written out: what a machine knows of time zones differs from one to the next, and so would the files."""

ONE_DAY = timedelta(days=1)


def calendar_files(hub: Hub, register: Register, site: Site) -> Iterator[tuple[str, bytes]]:
    for calendar in calendars(hub):
        yield addresses.calendar(calendar.page), _file(calendar, register, site)


def _file(calendar: Calendar, register: Register, site: Site) -> bytes:
    name = ": ".join(filter(None, (site.name, calendar.name, EVENTS.plural_label)))
    file = icalendar.Calendar()
    file.add("version", "2.0")
    file.add("prodid", f"-//{site.name}//{EVENTS.plural_label}//{LANGUAGE.upper()}")
    file.add("name", name)
    file.add("x-wr-calname", name)  # what programs read that are older than RFC 7986
    file.add("refresh-interval", ONE_DAY, parameters={"value": "DURATION"})
    if any(event.facts.when.times for event in calendar.events):
        file.add_component(icalendar.Timezone.from_ical(BRITISH_TIME))
    for event in calendar.events:
        file.add_component(_event(event, register, site))
    return bytes(file.to_ical())


def _event(event: Document[Event], register: Register, site: Site) -> icalendar.Event:
    """Return an event of a calendar.  Its id and its stamp come from the content, so each build writes the same."""
    facts, link = event.facts, _link(event, site)
    language = {"language": facts.other_language.tag} if facts.other_language else {}
    entry = icalendar.Event()
    entry.add("uid", f"{event.kind.id}-{register.first_id_of(event)}@{site.short_name}.invalid")
    entry.add("dtstamp", datetime.combine(facts.last_changed or EPOCH, time(), UTC))
    entry.add("summary", facts.title, parameters=language)
    entry.add("description", _description(facts, link), parameters=language)
    entry.add("categories", [KIND_OF_EVENT[facts.kind]])
    if where := where_words(facts):
        entry.add("location", where)
    if link:
        entry.add("url", link)
    for name, value in _span(facts):
        entry.add(name, value)
    return entry


def _span(facts: Event) -> Iterator[tuple[str, date | str]]:
    """Yield when an event starts and ends; whole days leave people free, and end on the day after the last."""
    if times := facts.when.times:
        yield from (("dtstart", times[0]), *((("dtend", times[1]),) if times[1] else ()))
    elif days := facts.when.days:
        yield from (("dtstart", days[0]), ("dtend", days[1] + ONE_DAY), ("transp", "TRANSPARENT"))


def _link(event: Document[Event], site: Site) -> str:
    """Return an event's full address; "" if the site's own is not configured."""
    return f"{site.url}{addresses.document(event.kind, event.id)}" if site.url else ""


def _description(facts: Event, link: str) -> str:
    joining = f"How to join: {facts.joining}" if facts.joining else ""
    return "\n\n".join(filter(None, (facts.summary, joining, link)))
