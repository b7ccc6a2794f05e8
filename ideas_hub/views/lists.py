"""Every list of entries: by kind, by term, by pair of terms of different kinds.

A list opens with a card each for the first entries; the others have a line each, so that a page holds many of them.
That of a pair has cards alone or, if it is long, lines alone.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, groupby

from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import Document
from ideas_hub.model.hub import AnyEntry, Hub, term_ids
from ideas_hub.model.kinds import CASE_STUDIES, EVENTS, LEARNING_POINTS, REGIONS, TRAILS, VOCABULARY_KINDS, Kind
from ideas_hub.model.term import Term
from ideas_hub.views import english
from ideas_hub.views.cards import CardOf, cached_cards
from ideas_hub.views.page import HOME_BREADCRUMB, Fact, Link, LinkGroup, Page, hub_page, non_empty, term_link
from ideas_hub.views.pictures import picture_of_term
from ideas_hub.views.region_overview import RegionOverview, region_overview
from ideas_hub.views.terms import ways_in

PAGE_SIZE = 200
CARDS = 20
"""As many entries as most readers look at before they narrow the list; each is six times as long as a line."""
NEARBY_PAGES = 2


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Entries of one kind, under a heading that counts the whole list, not only this page of it.

    cards: of the first entries of the list.
    lines: of all others, which show their title and byline alone.
    anchor: identifies the group within its page.
    """

    title: str
    cards: tuple[Card, ...]
    anchor: str
    lines: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list.

    chips: the terms chosen, each with the address of the list without it.
    narrow: further choices, with exact counts.
    overview: of a region, on the first page of its list; picture: the address of the drawing of a theme.
    pages: links to pages of the list; `before` and `after` are the neighbours of this one.
    """

    page: Page
    groups: tuple[CardGroup, ...] = ()
    facts: tuple[Fact, ...] = ()
    chips: tuple[Link, ...] = ()
    narrow: tuple[LinkGroup, ...] = ()
    also: tuple[LinkGroup, ...] = ()
    pages: tuple[Link, ...] = ()
    before: Link | None = None
    after: Link | None = None
    overview: RegionOverview | None = None
    picture: str = ""

    @property
    def jumps(self) -> tuple[CardGroup, ...]:
        """The groups, if there are several: the first may be long."""
        return self.groups if len(self.groups) > 1 else ()


ListBuilder = tuple[tuple[str, ...], Callable[[], Iterator[ListView]]]
"""The folders and files that the pages of some lists are written to, and a function that gives those pages."""


def list_pages(
    first: ListView, entries: Sequence[AnyEntry], card_of: CardOf, *, cards: int = CARDS
) -> Iterator[ListView]:
    """Yield every page of a list; an empty list still has one page.

    first: the first page without its entries.
    cards: how many of them have a whole card.
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
            groups=tuple(_groups(part, cards if number == 1 else 0, sizes, card_of)),
            pages=nearby_pages(links, number) if last > 1 else (),
            before=Link("Previous page", links[number - 2].address) if number > 1 else None,
            after=Link("Next page", links[number].address) if number < last else None,
            overview=first.overview if number == 1 else None,
        )


def _groups(entries: Sequence[AnyEntry], whole: int, sizes: Mapping[str, int], card_of: CardOf) -> Iterator[CardGroup]:
    """Yield the entries of a page by kind.

    whole: of how many the whole card is shown.
    sizes: how many of each kind are on the whole list.
    """
    for kind, group in groupby(entries, key=lambda entry: entry.kind):
        cards = tuple(card_of(entry.file) for entry in group)
        yield CardGroup(english.counted_entries(sizes[kind.id], kind), cards[:whole], kind.id, cards[whole:])
        whole = max(0, whole - len(cards))


def nearby_pages(links: tuple[Link, ...], number: int) -> tuple[Link, ...]:
    """Return the links to the first page, the last, and two on each side; more would grow with the list."""
    return tuple(link for n, link in enumerate(links, 1) if n in {1, len(links)} or abs(n - number) <= NEARBY_PAGES)


def list_builders(hub: Hub) -> Iterator[ListBuilder]:
    """Yield a builder for each kind, each term, and each term with the terms of another kind."""
    card_of = cached_cards(hub)
    for kind in hub.entry_kinds:
        if kind not in (LEARNING_POINTS, EVENTS, TRAILS):  # their lists are one page each, in modules of their own
            paths = (addresses.output_file(addresses.index(kind)), f"{addresses.index(kind)}page/")
            yield paths, partial(kind_pages, kind, hub, card_of)
    for term in hub.vocabulary.terms():
        yield (addresses.document(term.kind, term.id),), partial(term_pages, term, hub, card_of)
    for kind, other in combinations(VOCABULARY_KINDS, 2):
        for term in hub.vocabulary.of_kind(kind).values():
            yield (f"{addresses.FIND}{term.id}/",), partial(pair_pages, term, other, hub, card_of)


def kind_pages(kind: Kind, hub: Hub, card_of: CardOf) -> Iterator[ListView]:
    page = hub_page(f"docs/{kind.id}/index.md", addresses.index(kind), hub)
    narrow = ways_in(hub, kind) if kind is CASE_STUDIES else ()
    yield from list_pages(ListView(page, narrow=narrow), hub.of_kind(kind), card_of)


def term_pages(term: Document[Term], hub: Hub, card_of: CardOf) -> Iterator[ListView]:
    """Yield the pages of a term: what it means, what carries it, and how to narrow it."""
    entries = hub.tagged(term)
    also = _projects(term, hub)
    total = english.counts_in_words(entries, sum(len(section.links) for section in also))
    page = Page(
        term.facts.label,
        f"{term.facts.definition.rstrip('.')}: {total}.",
        addresses.document(term.kind, term.id),
        (*HOME_BREADCRUMB, Link(term.kind.plural_label, addresses.index(term.kind))),
        term.file,
        term.article.html,
    )
    broader = hub.vocabulary.broader(term)
    facts = (
        Fact("Part of", links=_counted_links((broader,) if broader else (), hub)),
        Fact("Includes", links=_counted_links(hub.vocabulary.narrower(term), hub)),
    )
    overview = region_overview(term, hub) if term.kind is REGIONS else None
    narrow, picture = _narrowing(term, hub), picture_of_term(term, hub)
    first = ListView(page, facts=non_empty(facts), narrow=narrow, also=also, overview=overview, picture=picture)
    yield from list_pages(first, entries, card_of)


def _counted_links(terms: tuple[Document[Term], ...], hub: Hub) -> tuple[Link, ...]:
    return tuple(term_link(term, len(hub.tagged(term))) for term in terms)


def _projects(term: Document[Term], hub: Hub) -> tuple[LinkGroup, ...]:
    """Return the projects of a region; nothing for another term."""
    links = tuple(
        Link(_project_words(row.facts), addresses.project(row.id)) for row in hub.projects_by_region.get(term.id, ())
    )
    return (LinkGroup(f"Projects {term.facts.phrase}", links),) if links else ()


def _project_words(project: Project) -> str:
    """Return a project's name and who led it; and whether it withdrew."""
    words = ": ".join(dict.fromkeys((project.organisation, project.name)))
    return f"{words} (withdrew)" if project.status == "withdrawn" else words


def _narrowing(chosen: Document[Term], hub: Hub) -> tuple[LinkGroup, ...]:
    """Return, for each other kind of term, the terms that some case study carries with this one, and how many do."""
    sections = []
    for kind in VOCABULARY_KINDS:
        if kind is not chosen.kind:
            counts = Counter(term for entry in _case_studies(hub, chosen) for term in term_ids(entry, kind.id))
            links = tuple(
                Link(term.facts.label, _pair_address(chosen, term), counts[term.id])
                for term in hub.vocabulary.of_kind(kind).values()
                if counts[term.id]
            )
            sections += [LinkGroup(kind.plural_label, links)] if links else []
    return tuple(sections)


def _case_studies(hub: Hub, term: Document[Term], *others: Document[Term]) -> tuple[AnyEntry, ...]:
    """Return the case studies that carry all of these terms, in reading order."""
    return tuple(entry for entry in hub.tagged(term, *others) if entry.kind is CASE_STUDIES)


def _pair_address(one: Document[Term], other: Document[Term]) -> str:
    """Return the address of a pair, the same whichever term comes first."""
    first, second = sorted((one, other), key=lambda term: VOCABULARY_KINDS.index(term.kind))
    return addresses.pair_page(first.id, second.id)


def pair_pages(first: Document[Term], kind: Kind, hub: Hub, card_of: CardOf) -> Iterator[ListView]:
    """Yield the pages of a term with each term of another kind, if some case study carries both."""
    carried = {term for entry in _case_studies(hub, first) for term in term_ids(entry, kind.id)}
    for term in hub.vocabulary.of_kind(kind).values():
        if term.id in carried:
            yield from _pair(first, term, hub, card_of)


def _pair(one: Document[Term], other: Document[Term], hub: Hub, card_of: CardOf) -> Iterator[ListView]:
    entries = _case_studies(hub, one, other)
    total = english.counted_entries(len(entries), CASE_STUDIES)
    # "about tools for newcomers", "about tools in Wales", but "for newcomers in Wales": the community before the place
    terms = (other, one) if one.kind is REGIONS else (one, other)
    phrases = " ".join(term.facts.phrase for term in terms)
    page = Page(
        f"Case studies {phrases}",
        f"{total} {phrases}: what groups did, what it took and what changed.",
        _pair_address(one, other),
        (*HOME_BREADCRUMB, Link("Find what worked", addresses.FIND)),
        one.file,
    )
    chips = (
        Link(one.facts.label, addresses.document(other.kind, other.id)),
        Link(other.facts.label, addresses.document(one.kind, one.id)),
    )
    # there are hundreds of pairs, and the cards of the first few of many would be most of them
    cards = CARDS if len(entries) <= CARDS else 0
    yield from list_pages(ListView(page, chips=chips), entries, card_of, cards=cards)
