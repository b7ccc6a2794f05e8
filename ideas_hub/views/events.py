"""All events on one page: those to come, then the past year by year, with the milestones between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.event import Event
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import EVENTS, PART_FILES
from ideas_hub.model.labels import LABELS
from ideas_hub.views import english
from ideas_hub.views.calendars import calendar_link
from ideas_hub.views.page import Link, Page, hub_page, link_to

KIND_OF_EVENT = LABELS["kind_of_event"]
GUIDE = "docs/contribute/event.md"
"""The page that says how to add one, in a hub that has it."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event on the timeline.

    where: its place, or that it is online; "" if no source says.
    """

    link: Link
    when: str
    kind: str
    where: str
    summary: str
    is_milestone: bool


@dataclass(frozen=True, slots=True)
class EventYear:
    """The events of one year that are over, the latest first."""

    title: str
    anchor: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class EventsView:
    """The timeline.

    add: where to read how an event is added.
    calendar: the file with all that have a day; None if none does.
    """

    page: Page
    total: str
    to_come: tuple[EventRow, ...]
    years: tuple[EventYear, ...]
    add: Link
    calendar: Link | None

    @property
    def entries(self) -> tuple[str, ...]:
        """The addresses of what it lists."""
        rows = (*self.to_come, *(row for year in self.years for row in year.rows))
        return tuple(row.link.address for row in rows)


def events_view(hub: Hub) -> EventsView:
    events, to_come = list(hub.events.values()), len(hub.to_come)
    guide = addresses.of_file(GUIDE) if GUIDE in hub.prose else None
    return EventsView(
        hub_page(PART_FILES[EVENTS.id], addresses.index(EVENTS), hub),
        _total(events),
        tuple(map(_row, events[:to_come])),
        tuple(_years(events[to_come:])),
        Link("How to add an event", guide or addresses.CONTRIBUTE),
        calendar_link(addresses.index(EVENTS), hub),
    )


def _years(over: Iterable[Document[Event]]) -> Iterator[EventYear]:
    for year, events in groupby(over, key=lambda event: event.facts.when.year):
        yield EventYear(year, f"year-{year}", tuple(map(_row, events)))


def _total(events: Iterable[Document[Event]]) -> str:
    milestones = [event.facts.is_milestone for event in events]
    counts = (
        (milestones.count(False), EVENTS.singular, EVENTS.plural),
        (milestones.count(True), "milestone", "milestones"),
    )
    return english.listed([english.counted(number, one, many) for number, one, many in counts if number])


def _row(event: Document[Event]) -> EventRow:
    facts = event.facts
    return EventRow(
        link_to(event),
        facts.when.words,
        KIND_OF_EVENT[facts.kind],
        where_words(facts),
        facts.summary,
        facts.is_milestone,
    )


def where_words(facts: Event) -> str:
    """Return where an event is: "Newtown", "Online" or "Newtown and online"; "" if no source says."""
    if not facts.online:
        return facts.place or ""
    return f"{facts.place} and online" if facts.place else "Online"
