"""Every list of entries: by kind, by term, by pair of terms of different kinds."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import AnyEntry, Hub, term_ids
from ideas_hub.model.kinds import CASE_STUDIES, LEARNING_POINTS, REGIONS, VOCABULARY_KINDS, Kind
from ideas_hub.model.term import Term
from ideas_hub.views import english
from ideas_hub.views.cards import CardOf, ListView, cached_cards, list_pages
from ideas_hub.views.page import HOME_TRAIL, Fact, Link, Page, Section, hub_page, non_empty, term_link
from ideas_hub.views.terms import CHOOSE_BY, ways_in

ListBuilder = tuple[tuple[str, ...], Callable[[], Iterator[ListView]]]
"""The folders and files that the pages of some lists are written to, and a function that gives those pages."""


def list_builders(hub: Hub) -> Iterator[ListBuilder]:
    """Yield a builder for each kind, each term, and each term with the terms of another kind."""
    card_of = cached_cards(hub)
    for kind in hub.entry_kinds:
        if kind is not LEARNING_POINTS:  # their list is one page, in learning_points.py
            paths = (addresses.output_file(addresses.index(kind)), f"{addresses.index(kind)}page/")
            yield paths, partial(kind_pages, kind, hub, card_of)
    for term in hub.vocabulary.terms():
        yield (addresses.document(term.kind, term.id),), partial(term_pages, term, hub, card_of)
    for kind, other in combinations(VOCABULARY_KINDS, 2):
        for term in hub.vocabulary.of_kind(kind).values():
            yield (f"{addresses.FIND}{term.id}/",), partial(pair_pages, term, other, hub, card_of)


def kind_pages(kind: Kind, hub: Hub, card_of: CardOf) -> Iterator[ListView]:
    """Yield the pages of the list of one kind of entry."""
    entries = [entry for entry in hub.entries if entry.kind is kind]
    page = hub_page(f"docs/{kind.id}/index.md", addresses.index(kind), hub)
    total = english.counted(len(entries), kind.singular, kind.plural)
    narrow = ways_in(hub, kind) if kind is CASE_STUDIES else ()
    yield from list_pages(ListView(page, total, narrow=narrow), entries, card_of)


def term_pages(term: Document[Term], hub: Hub, card_of: CardOf) -> Iterator[ListView]:
    """Yield the pages of a term: what it means, what carries it, and how to narrow it."""
    entries = hub.tagged(term)
    total = english.counts_in_words(entries)
    page = Page(
        term.facts.label,
        f"{term.facts.definition.rstrip('.')}: {total}.",
        addresses.document(term.kind, term.id),
        (*HOME_TRAIL, Link(CHOOSE_BY[term.kind.id], addresses.index(term.kind))),
        term.file,
        term.article.html,
    )
    broader = hub.vocabulary.broader(term)
    facts = (
        Fact("Part of", links=_counted_links((broader,) if broader else (), hub)),
        Fact("Includes", links=_counted_links(hub.vocabulary.narrower(term), hub)),
        Fact(hub.vocabulary.lists.code_name, term.facts.code or ""),
    )
    first = ListView(page, total, facts=non_empty(facts), narrow=_narrowing(term, hub), also=_projects(term, hub))
    yield from list_pages(first, entries, card_of)


def _counted_links(terms: tuple[Document[Term], ...], hub: Hub) -> tuple[Link, ...]:
    return tuple(term_link(term, len(hub.tagged(term))) for term in terms)


def _projects(term: Document[Term], hub: Hub) -> tuple[Section, ...]:
    """Return the projects of a region."""
    links = tuple(
        Link(row.facts.name, addresses.project(row.id)) for row in hub.projects.values() if row.facts.region == term.id
    )
    return (Section(f"Projects {term.facts.phrase}", links),) if links else ()


def _narrowing(chosen: Document[Term], hub: Hub) -> tuple[Section, ...]:
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
            sections += [Section(CHOOSE_BY[kind.id], links)] if links else []
    return tuple(sections)


def _case_studies(hub: Hub, *terms: Document[Term]) -> tuple[AnyEntry, ...]:
    """Return the case studies that carry all of these terms, in reading order."""
    return tuple(entry for entry in hub.tagged(*terms) if entry.kind is CASE_STUDIES)


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
    total = english.counted(len(entries), CASE_STUDIES.singular, CASE_STUDIES.plural)
    # "about tools for newcomers", "about tools in Wales", but "for newcomers in Wales": the community before the place
    terms = (other, one) if one.kind is REGIONS else (one, other)
    phrases = " ".join(term.facts.phrase for term in terms)
    page = Page(
        f"Case studies {phrases}",
        f"{total} {phrases}: what groups did, what it took and what changed.",
        _pair_address(one, other),
        (*HOME_TRAIL, Link("Find what worked", addresses.FIND)),
        one.file,
    )
    chips = (
        Link(one.facts.label, addresses.document(other.kind, other.id)),
        Link(other.facts.label, addresses.document(one.kind, one.id)),
    )
    yield from list_pages(ListView(page, total, chips=chips), entries, card_of)
