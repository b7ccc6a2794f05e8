"""Lists of entries: every kind, every term, every pair of terms, fifty cards to a page."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, groupby

from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.document import Article, Document
from ideas_hub.model.hub import AnyEntry, Hub, term_ids
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    ENTRY_KINDS,
    LEARNING_POINTS,
    REGIONS,
    THEMES,
    VOCABULARY_KINDS,
    Kind,
)
from ideas_hub.model.term import Term
from ideas_hub.views import english
from ideas_hub.views.entries import MakeCard, card_maker
from ideas_hub.views.page import Fact, Link, Page, Section
from ideas_hub.views.region_map import RegionMap, region_map

PAGE_SIZE = 50
CHOOSE_BY = {THEMES.id: "What people did", REGIONS.id: "Where", COMMUNITIES.id: "Who it was for"}


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards of one kind, under a heading that counts the whole kind, not only this page of it."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list.

    total: the whole list in words.  chips: terms chosen, each with the address that drops it.  narrow: choices with exact
    counts.  pages: every page of the list, this one without an address; `before` and `after` are its neighbours.
    """

    page: Page
    total: str
    groups: tuple[CardGroup, ...]
    facts: tuple[Fact, ...] = ()
    chips: tuple[Link, ...] = ()
    narrow: tuple[Section, ...] = ()
    also: tuple[Section, ...] = ()
    pages: tuple[Link, ...] = ()
    before: Link | None = None
    after: Link | None = None


@dataclass(frozen=True, slots=True)
class TermChoice:
    """A term with its definition and what carries it, in words."""

    link: Link
    definition: str
    counts: str


@dataclass(frozen=True, slots=True)
class TermsView:
    """The index of one kind of term; terms that nothing carries yet are left out.  map: of the regions only."""

    page: Page
    choices: tuple[TermChoice, ...]
    map: RegionMap | None = None


def counts_in_words(entries: Sequence[AnyEntry]) -> str:
    """Return "4 case studies and 6 learning points"; "nothing yet" for none."""
    counts = Counter(entry.kind.id for entry in entries)
    parts = [english.counted(counts[kind.id], kind.singular, kind.plural) for kind in ENTRY_KINDS if counts[kind.id]]
    return english.listed(parts) or "nothing yet"


def list_pages(first: ListView, entries: Sequence[AnyEntry], card: MakeCard) -> Iterator[ListView]:
    """Yield every page of a list, fifty entries each; a list with none still has its page."""
    address = first.page.address
    last = max(1, -(-len(entries) // PAGE_SIZE))
    sizes = Counter(entry.kind.id for entry in entries)
    for number in range(1, last + 1):
        part = entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        groups = tuple(
            CardGroup(english.counted(sizes[kind.id], kind.singular, kind.plural), tuple(map(card, same)))
            for kind, same in (
                (next(k for k in ENTRY_KINDS if k.id == kind_id), list(found))
                for kind_id, found in groupby(part, key=lambda entry: entry.kind.id)
            )
        )
        title = first.page.title if number == 1 else f"{first.page.title}, page {number} of {last}"
        pages = tuple(Link(str(n), addresses.paged(address, n)) for n in range(1, last + 1)) if last > 1 else ()
        yield replace(
            first,
            groups=groups,
            pages=window(pages, number),
            page=replace(
                first.page,
                title=title,
                address=addresses.paged(address, number),
                intro=first.page.intro if number == 1 else "",
            ),
            before=Link("Previous page", addresses.paged(address, number - 1)) if number > 1 else None,
            after=Link("Next page", addresses.paged(address, number + 1)) if number < last else None,
        )


def window(pages: tuple[Link, ...], number: int) -> tuple[Link, ...]:
    """Return the first page, the last, and two on each side of this one: page links must not grow with the list."""
    return tuple(link for n, link in enumerate(pages, 1) if n in {1, len(pages)} or abs(n - number) <= 2)  # noqa: PLR2004


def home_trail(*links: Link) -> tuple[Link, ...]:
    """Return the way from the home page."""
    return (Link("Home", addresses.HOME), *links)


def kind_pages(kind: Kind, hub: Hub, articles: Mapping[str, Article], card: MakeCard) -> Iterator[ListView]:
    """Yield the pages of the list of one kind of entry."""
    file = f"docs/{kind.id}/index.md"
    text = hub.pages[file]
    entries = [entry for entry in hub.entries if entry.kind.id == kind.id]
    page = Page(text.facts.title, text.facts.summary, addresses.index(kind), home_trail(), file, articles[file].html)
    also = (
        tuple(
            Section(CHOOSE_BY[k.id], tuple(choice.link for choice in choices(k, hub, kind))) for k in VOCABULARY_KINDS
        )
        if kind is CASE_STUDIES
        else ()
    )
    yield from list_pages(
        ListView(page, english.counted(len(entries), kind.singular, kind.plural), (), narrow=also), entries, card
    )


def choices(kind: Kind, hub: Hub, entry_kind: Kind | None = None) -> tuple[TermChoice, ...]:
    """Return the terms of one kind that something carries, in label order.  entry_kind: count only such entries."""
    found = []
    for term in hub.vocabulary.of_kind(kind).values():
        entries = [entry for entry in hub.tagged(term) if entry_kind is None or entry.kind.id == entry_kind.id]
        if entries:
            link = Link(term.facts.label, addresses.document(kind, term.id), len(entries))
            found.append(TermChoice(link, term.facts.definition, counts_in_words(entries)))
    return tuple(found)


def terms_page(kind: Kind, hub: Hub, articles: Mapping[str, Article]) -> TermsView:
    """Return the index of one kind of term."""
    file = f"docs/{kind.id}/index.md"
    text = hub.pages[file]
    page = Page(text.facts.title, text.facts.summary, addresses.index(kind), home_trail(), file, articles[file].html)
    return (
        TermsView(page, regions_with_projects(hub), region_map(hub))
        if kind is REGIONS
        else TermsView(page, choices(kind, hub))
    )


def regions_with_projects(hub: Hub) -> tuple[TermChoice, ...]:
    """Return the regions that have an entry or a project; the number of projects is told beside the entries."""
    projects = Counter(row.facts.region for row in hub.projects.values())
    found = []
    for term in hub.vocabulary.regions.values():
        entries, here = hub.tagged(term), projects[term.id]
        parts = [
            counts_in_words(entries) if entries else "",
            english.counted(here, "project", "projects") if here else "",
        ]
        if entries or here:
            link = Link(term.facts.label, addresses.document(term.kind, term.id), len(entries))
            found.append(TermChoice(link, term.facts.definition, "; ".join(part for part in parts if part)))
    return tuple(found)


def term_pages(term: Document[Term], hub: Hub, articles: Mapping[str, Article], card: MakeCard) -> Iterator[ListView]:
    """Yield the pages of a term: what it means, what carries it, and how to narrow it."""
    entries = hub.tagged(term)
    kind = term.kind
    page = Page(
        term.facts.label,
        f"{term.facts.definition.rstrip('.')}: {counts_in_words(entries)} on the Ideas Hub.",
        addresses.document(kind, term.id),
        home_trail(Link(CHOOSE_BY[kind.id], addresses.index(kind))),
        term.file,
        articles[term.file].html,
    )
    broader = hub.vocabulary.broader(term)
    facts = (
        Fact("Part of", links=(term_link(broader, hub),) if broader else ()),
        Fact("Includes", links=tuple(term_link(narrower, hub) for narrower in hub.vocabulary.narrower(term))),
        Fact("ONS code", term.facts.code or ""),
    )
    projects = tuple(
        Link(row.facts.name, addresses.project(row.id)) for row in hub.projects.values() if row.facts.region == term.id
    )
    also = (
        (
            Section(
                f"Projects {term.facts.phrase}",
                projects,
                "Every project that the Thriving Communities Fund chose here.",
            ),
        )
        if projects
        else ()
    )
    first = ListView(
        page,
        counts_in_words(entries),
        (),
        facts=tuple(f for f in facts if f.text or f.links),
        narrow=narrowing((term,), hub),
        also=also,
    )
    yield from list_pages(first, entries, card)


def term_link(term: Document[Term], hub: Hub) -> Link:
    """Return a link to a term with the number of entries there."""
    return Link(term.facts.label, addresses.document(term.kind, term.id), len(hub.tagged(term)))


def case_studies_with(hub: Hub, *terms: Document[Term]) -> tuple[AnyEntry, ...]:
    """Return the case studies that carry all of these terms, in reading order."""
    return tuple(entry for entry in hub.tagged(*terms) if entry.kind is CASE_STUDIES)


def narrowing(chosen: tuple[Document[Term], ...], hub: Hub) -> tuple[Section, ...]:
    """Return, for each other kind of term, the pairs with the one chosen that have case studies, with their counts."""
    term = chosen[0]
    sections = []
    for kind in VOCABULARY_KINDS:
        if kind is term.kind:
            continue
        counts = Counter(other for entry in case_studies_with(hub, term) for other in term_ids(entry, kind.id))
        links = tuple(
            Link(other.facts.label, pair_address(term, other), counts[other.id])
            for other in hub.vocabulary.of_kind(kind).values()
            if counts[other.id]
        )
        if links:
            sections.append(Section(CHOOSE_BY[kind.id], links))
    return tuple(sections)


def pair_address(one: Document[Term], other: Document[Term]) -> str:
    """Return the one address of a pair, whichever term came first."""
    order = [kind.id for kind in VOCABULARY_KINDS]
    first, second = sorted((one, other), key=lambda term: order.index(term.kind.id))
    return addresses.pair_page(first.id, second.id)


def _firsts_of_pairs(hub: Hub) -> Iterator[tuple[Document[Term], Kind]]:
    for kind, other in combinations((THEMES, REGIONS, COMMUNITIES), 2):
        yield from ((term, other) for term in hub.vocabulary.of_kind(kind).values())


def pair_pages(first: Document[Term], kind: Kind, hub: Hub, card: MakeCard) -> Iterator[ListView]:
    """Yield the pages of a term with each term of another kind, where some case study carries both."""
    carried = {term for entry in case_studies_with(hub, first) for term in term_ids(entry, kind.id)}
    for term in hub.vocabulary.of_kind(kind).values():
        if term.id in carried:
            yield from _pair(first, term, hub, card)


def _pair(one: Document[Term], other: Document[Term], hub: Hub, card: MakeCard) -> Iterator[ListView]:
    entries = case_studies_with(hub, one, other)
    # "about nature for carers", "about nature in London", but "for carers in London": the community before the place
    phrases = (other, one) if one.kind is REGIONS else (one, other)
    title = f"Case studies {phrases[0].facts.phrase} {phrases[1].facts.phrase}"
    total = english.counted(len(entries), "case study", "case studies")
    page = Page(
        title,
        f"{total} {phrases[0].facts.phrase} {phrases[1].facts.phrase}: what groups did, what it took and what changed.",
        pair_address(one, other),
        home_trail(Link("Find what worked", addresses.FIND)),
        one.file,
    )
    chips = (
        Link(one.facts.label, addresses.document(other.kind, other.id)),
        Link(other.facts.label, addresses.document(one.kind, one.id)),
    )
    yield from list_pages(ListView(page, total, (), chips=chips), entries, card)


@dataclass(frozen=True, slots=True)
class ListBuilder:
    """What makes the pages of a list, or of a few.  within: the addresses of their folders and files."""

    within: tuple[str, ...]
    make: Callable[[], Iterator[ListView]]


def list_builders(hub: Hub, articles: Mapping[str, Article]) -> Iterator[ListBuilder]:
    """Yield what makes the pages of every list."""
    card = card_maker(hub)
    for kind in ENTRY_KINDS:
        if kind is not LEARNING_POINTS:  # they have a sheet of their own
            first = addresses.index(kind)
            yield ListBuilder(
                (addresses.output_file(first), f"{first}page/"), partial(kind_pages, kind, hub, articles, card)
            )
    for term in hub.vocabulary.terms():
        yield ListBuilder((addresses.document(term.kind, term.id),), partial(term_pages, term, hub, articles, card))
    for term, kind in _firsts_of_pairs(hub):
        yield ListBuilder((f"{addresses.FIND}{term.id}/",), partial(pair_pages, term, kind, hub, card))
