"""The calendars that readers can add to their own: one of all events that have a day, and one for each region."""

from collections.abc import Iterator
from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.event import Event
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import EVENTS, REGIONS
from ideas_hub.views import english
from ideas_hub.views.page import Link


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar.

    page: the address of the page that offers it.
    name: of the region; "" for that of all events.
    """

    page: str
    name: str
    events: tuple[Document[Event], ...]


def calendars(hub: Hub) -> Iterator[Calendar]:
    """Yield the calendar of all events, then that of each region, where anything is in it.

    A milestone, or an event whose source gives no day, is in none.
    """
    dated = [event for event in hub.events.values() if event.facts.when.days and not event.facts.is_milestone]
    every = [Calendar(addresses.index(EVENTS), "", tuple(dated))]
    for region in hub.vocabulary.regions.values():
        here = tuple(event for event in dated if region.id in event.facts.regions)
        every.append(Calendar(addresses.document(REGIONS, region.id), region.facts.label, here))
    yield from (calendar for calendar in every if calendar.events)


def calendar_link(page: str, hub: Hub) -> Link | None:
    """Return the link to the calendar that a page offers, with what is in it; None for a page without one."""
    for calendar in calendars(hub):
        if calendar.page == page:
            events = english.counted(len(calendar.events), "event")
            return Link(f"A calendar file with {events}", addresses.calendar(page))
    return None
