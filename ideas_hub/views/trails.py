"""A trail: its steps, each with what it takes and what it rests on; and all trails, by the door that leads to them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ideas_hub.model import addresses, sections
from ideas_hub.model.card import Card
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, PART_FILES, THEMES, TRAILS
from ideas_hub.model.languages import Language
from ideas_hub.model.page import Door
from ideas_hub.model.trail import Trail, TrailStep
from ideas_hub.views import english
from ideas_hub.views.cards import card
from ideas_hub.views.entry_page import EntryView, build_entry_view, term_links
from ideas_hub.views.evidence_links import EvidenceLink, evidence_links
from ideas_hub.views.page import Fact, Link, Page, hub_page, page_link
from ideas_hub.views.requirements import requirements, takes


@dataclass(frozen=True, slots=True)
class StepView:
    """A step.

    number: from 1.
    anchor: of its heading.
    takes: what it needs, as far as a source says.
    rests_on: the lessons and projects behind it.
    """

    number: int
    anchor: str
    title: str
    text: str
    takes: tuple[Fact, ...]
    rests_on: tuple[EvidenceLink, ...]


def trail_view(entry: Document[Trail], hub: Hub) -> EntryView:
    facts, language = entry.facts, entry.facts.other_language
    rows = (
        *requirements(facts.could_we_do_this, hub, language),
        Fact("Communities", links=term_links(entry, hub, COMMUNITIES), id="for"),
        Fact("Themes", links=term_links(entry, hub, THEMES), id="what"),
    )
    steps = tuple(_step(number, step, hub, language) for number, step in enumerate(facts.steps, 1))
    view = build_entry_view(entry, hub, rows, {sections.STEPS: steps})
    return replace(view, plan=tuple(Link(step.title, f"#{step.anchor}") for step in steps))


def _step(number: int, step: TrailStep, hub: Hub, language: Language | None) -> StepView:
    rests_on = tuple(evidence_links(step.rests_on, hub))
    return StepView(number, f"step-{number}", step.title, step.text, takes(step.takes, language), rests_on)


@dataclass(frozen=True, slots=True)
class DoorView:
    """A way into the hub for one kind of reader: a link to its trails."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class TrailGroup:
    """The trails and pages that one door leads to, or the trails at no door.

    text: what the door says; "" if it is none.
    """

    title: str
    anchor: str
    text: str
    trails: tuple[Card, ...]
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TrailsView:
    """All trails, door by door; those at no door come last."""

    page: Page
    total: str
    groups: tuple[TrailGroup, ...]

    @property
    def entries(self) -> tuple[str, ...]:
        """The addresses of what it lists, each once."""
        return tuple(dict.fromkeys(card.address for group in self.groups for card in group.trails))


def doors_view(hub: Hub) -> tuple[DoorView, ...]:
    """Return the doors of the home page: those that lead to something."""
    doors = (door for door in hub.doors if TRAILS.id in hub.parts and (_trails_of(door, hub) or _pages_of(door, hub)))
    return tuple(DoorView(Link(door.title, f"{addresses.index(TRAILS)}#{_anchor(door)}"), door.text) for door in doors)


def trails_view(hub: Hub) -> TrailsView:
    return TrailsView(
        hub_page(PART_FILES[TRAILS.id], addresses.index(TRAILS), hub),
        english.counted_entries(len(hub.trails), TRAILS),
        tuple(group for group in _groups(hub) if group.trails or group.pages),
    )


def _groups(hub: Hub) -> Iterator[TrailGroup]:
    cards = {trail.id: card(trail, hub) for trail in hub.trails.values()}
    for door in hub.doors:
        trails = tuple(cards[trail.id] for trail in _trails_of(door, hub))
        yield TrailGroup(door.title, _anchor(door), door.text, trails, _pages_of(door, hub))
    at_doors = {trail for door in hub.doors for trail in door.trails}
    others = tuple(one for trail, one in cards.items() if trail not in at_doors)
    yield TrailGroup("More trails" if at_doors else "All trails", "moreTrails", "", others, ())


def _anchor(door: Door) -> str:
    return f"door-{door.id}"


def _trails_of(door: Door, hub: Hub) -> list[Document[Trail]]:
    return [hub.trails[trail] for trail in door.trails if trail in hub.trails]


def _pages_of(door: Door, hub: Hub) -> tuple[Link, ...]:
    pages = (hub.own_pages.get(f"docs/{file}") for file in door.pages)
    return tuple(page_link(page) for page in pages if page)
