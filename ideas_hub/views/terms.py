"""The terms of the vocabulary, each with what carries it."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import REGIONS, VOCABULARY_KINDS, Kind
from ideas_hub.model.term import Term
from ideas_hub.views import english
from ideas_hub.views.page import Link, LinkGroup, Page, hub_page, term_link
from ideas_hub.views.pictures import picture_of_term
from ideas_hub.views.region_map import RegionMap, region_map


@dataclass(frozen=True, slots=True)
class TermChoice:
    """A term with its definition and, in words, what carries it.

    picture: the address of the drawing of a theme; "" for other terms.
    """

    id: str
    link: Link
    definition: str
    counts: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class TermsView:
    """The index of one kind of term, without the terms that nothing carries yet.

    map: of the regions only.
    """

    page: Page
    choices: tuple[TermChoice, ...]
    map: RegionMap | None = None


def terms_view(kind: Kind, hub: Hub) -> TermsView:
    """Return the index of one kind of term, in label order; a region has its projects too."""
    page = hub_page(f"docs/{kind.id}/index.md", addresses.index(kind), hub)
    choices = (_choice(term, hub) for term in hub.vocabulary.of_kind(kind).values())
    carried = tuple(choice for choice in choices if choice.counts)
    return TermsView(page, carried, region_map(hub) if kind is REGIONS else None)


def _choice(term: Document[Term], hub: Hub) -> TermChoice:
    entries = hub.tagged(term)
    projects = len(hub.projects_by_region[term.id]) if term.kind is REGIONS else 0
    counts = english.counts_in_words(entries, projects) if entries or projects else ""
    return TermChoice(term.id, term_link(term, len(entries)), term.facts.definition, counts, picture_of_term(term, hub))


def ways_in(hub: Hub, entry_kind: Kind | None = None) -> tuple[LinkGroup, ...]:
    """Return the three ways in: the terms of each kind that some entry carries, with their counts.

    entry_kind: count only entries of this kind.
    """
    sections = []
    for kind in VOCABULARY_KINDS:
        counts = (
            (term, sum(entry_kind in {None, entry.kind} for entry in hub.tagged(term)))
            for term in hub.vocabulary.of_kind(kind).values()
        )
        links = tuple(term_link(term, count) for term, count in counts if count)
        sections.append(LinkGroup(kind.plural_label, links, anchor=kind.id))
    return tuple(sections)
