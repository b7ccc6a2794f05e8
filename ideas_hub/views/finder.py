"""The finder: its page, and the facets that it narrows by.

The facets are the terms of the vocabulary, then delivery, cost, evidence and status.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub, term_ids
from ideas_hub.model.kinds import COMMUNITIES, ENTRY_KINDS, REGIONS, THEMES, VOCABULARY_KINDS
from ideas_hub.search.build import Facet
from ideas_hub.views.entry_page import EVIDENCE, STATUS
from ideas_hub.views.page import Page, Section, hub_page
from ideas_hub.views.terms import CHOOSE_BY, ways_in

TERM_FACETS = {THEMES.id: "theme", REGIONS.id: "region", COMMUNITIES.id: "community"}
STATUS_OF_PROGRAMME = {"open": "running", "closed": "unknown", "completed": "ended"}
"""The status of a programme as that of a case study; one that takes nobody new may still run."""


@dataclass(frozen=True, slots=True)
class FinderView:
    """The finder: every term with its count as a link, and every facet for the live finder.

    index: the path of the search's manifest, from the site's root.
    """

    page: Page
    ways: tuple[Section, ...]
    facets: tuple[Facet, ...]
    index: str


def finder_view(hub: Hub, index: str) -> FinderView:
    """Return the finder's page."""
    page = hub_page("docs/find.md", addresses.FIND, hub)
    return FinderView(page, ways_in(hub), search_facets(hub), index)


def search_facets(hub: Hub) -> tuple[Facet, ...]:
    """Return the facets in the order shown, each with the values that some entry has, if there are any."""
    used = {(facet, value) for entry in hub.entries for facet, values in facets_of(entry).items() for value in values}
    facets = (
        Facet(name, label, tuple((value, text) for value, text in values.items() if (name, value) in used))
        for name, label, values in _all_facets(hub)
    )
    return tuple(facet for facet in facets if facet.choices)


def _all_facets(hub: Hub) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield each facet's id and label, with the label of every value that it may have."""
    lists = hub.vocabulary.lists
    for kind in VOCABULARY_KINDS:
        labels = {term.id: term.facts.label for term in hub.vocabulary.of_kind(kind).values()}
        yield TERM_FACETS[kind.id], CHOOSE_BY[kind.id], labels
    yield "kind", "What kind of page", {kind.id: kind.label for kind in ENTRY_KINDS}
    yield "cost", "What it cost", lists.cost_bands
    yield "delivery", "How people took part", lists.delivery
    yield "evidence", "How we know", EVIDENCE
    yield "status", "Is it still running?", STATUS


def facets_of(entry: AnyEntry) -> Mapping[str, tuple[str, ...]]:
    """Return the values of an entry by facet id, for every facet; empty tuples where unset."""
    facts = entry.facts
    requirements = facts.could_we_do_this
    return {
        **{facet: term_ids(entry, kind) for kind, facet in TERM_FACETS.items()},
        "kind": (entry.kind.id,),
        "cost": _as_tuple(requirements.cost_band if requirements else None),
        "delivery": facts.delivery,
        "evidence": _as_tuple(facts.evidence),
        "status": _as_tuple(STATUS_OF_PROGRAMME.get(facts.status, facts.status)),
    }


def _as_tuple(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
