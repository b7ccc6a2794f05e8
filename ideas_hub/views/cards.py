"""Cards of entries, and lists of cards, fifty to a page."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import VOCABULARY_KINDS
from ideas_hub.views import english
from ideas_hub.views.page import Fact, Link, Page, Section

PAGE_SIZE = 50
NEARBY_PAGES = 2

CardOf = Callable[[str], Card]
"""From an entry's file to its card."""


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards of one kind of entry, under a heading that counts the whole list, not only this page of it."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list.

    total: the size of the whole list, in words; "" where the heading of its one group says it.
    chips: the terms chosen, each with the address of the list without it.
    narrow: further choices, with exact counts.
    pages: links to pages of the list; `before` and `after` are the neighbours of this one.
    """

    page: Page
    total: str
    groups: tuple[CardGroup, ...] = ()
    facts: tuple[Fact, ...] = ()
    chips: tuple[Link, ...] = ()
    narrow: tuple[Section, ...] = ()
    also: tuple[Section, ...] = ()
    pages: tuple[Link, ...] = ()
    before: Link | None = None
    after: Link | None = None


def card(entry: AnyEntry, hub: Hub) -> Card:
    """Return an entry's card."""
    facts = entry.facts
    return Card(
        entry.kind.id,
        entry.kind.label,
        facts.title,
        addresses.document(entry.kind, entry.id),
        facts.summary,
        " · ".join(dict.fromkeys(filter(None, (facts.organisation, facts.place)))),
        tuple(term.facts.label for term in hub.terms_of(entry, *VOCABULARY_KINDS)),
        facts.published.isoformat(),
    )


def cached_cards(hub: Hub) -> CardOf:
    """Return a function that gives an entry's card; an entry appears on a dozen lists."""
    entries = {entry.file: entry for entry in hub.entries}
    return cache(lambda file: card(entries[file], hub))


def list_pages(first: ListView, entries: Sequence[AnyEntry], card_of: CardOf) -> Iterator[ListView]:
    """Yield every page of a list; an empty list still has one page.

    first: the first page without its cards.
    """
    page, last = first.page, max(1, -(-len(entries) // PAGE_SIZE))
    sizes = Counter(entry.kind.id for entry in entries)
    links = tuple(Link(str(number), addresses.paged(page.address, number)) for number in range(1, last + 1))
    for number, link in enumerate(links, 1):
        part = entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        title = page.title if number == 1 else f"{page.title}, page {number} of {last}"
        yield replace(
            first,
            page=replace(page, title=title, address=link.address, intro=page.intro if number == 1 else ""),
            total="" if len(sizes) == 1 else first.total,
            groups=tuple(
                CardGroup(
                    english.counted(sizes[kind.id], kind.singular, kind.plural),
                    tuple(card_of(entry.file) for entry in group),
                )
                for kind, group in groupby(part, key=lambda entry: entry.kind)
            ),
            pages=nearby_pages(links, number) if last > 1 else (),
            before=Link("Previous page", links[number - 2].address) if number > 1 else None,
            after=Link("Next page", links[number].address) if number < last else None,
        )


def nearby_pages(links: tuple[Link, ...], number: int) -> tuple[Link, ...]:
    """Return the links to the first page, the last, and two on each side; more would grow with the list."""
    return tuple(link for n, link in enumerate(links, 1) if n in {1, len(links)} or abs(n - number) <= NEARBY_PAGES)
