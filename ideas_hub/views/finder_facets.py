"""What the finder can narrow by: the terms of the vocabulary, then the facts of how, at what cost, how we know, and whether it goes on."""

from collections.abc import Iterator, Mapping
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub, term_ids
from ideas_hub.model.kinds import ENTRY_KINDS, VOCABULARY_KINDS
from ideas_hub.search.facets import Facet
from ideas_hub.views.entries import EVIDENCE, STATUS

TERMS = {
    "themes": ("theme", "What people did"),
    "regions": ("region", "Where"),
    "communities": ("community", "Who it was for"),
}

OF_A_PROGRAMME = {"open": "running", "closed": "ended", "completed": "ended"}
"""A programme's status in the words of a case study's."""


def search_facets(hub: Hub) -> tuple[Facet, ...]:
    """Return the finder's questions in the order shown, each with the choices that some entry carries; one without any is left out."""
    used = {(facet, value) for entry in hub.entries for facet, values in facets_of(entry).items() for value in values}
    facets = (
        Facet(name, label, tuple((value, text) for value, text in choices.items() if (name, value) in used))
        for name, label, choices in _questions(hub)
    )
    return tuple(facet for facet in facets if facet.choices)


def _questions(hub: Hub) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield each facet with its label, and the label of every value it may have."""
    lists = hub.vocabulary.lists
    for kind in VOCABULARY_KINDS:
        yield *TERMS[kind.id], {term.id: term.facts.label for term in hub.vocabulary.of_kind(kind).values()}
    yield "kind", "What kind of page", {kind.id: kind.label for kind in ENTRY_KINDS}
    yield "cost", "What it cost", lists.cost_bands
    yield "delivery", "How people took part", lists.delivery
    yield "evidence", "How we know", {value: label.partition(":")[0] for value, label in EVIDENCE.items()}
    yield "status", "Is it still running?", STATUS


def facets_of(entry: Document[Any]) -> Mapping[str, tuple[str, ...]]:
    """Return an entry's values by facet; none where it does not say."""
    facts = entry.facts
    could = getattr(facts, "could_we_do_this", None)
    status = getattr(facts, "status", "")
    return {
        **{TERMS[kind.id][0]: term_ids(entry, kind.id) for kind in VOCABULARY_KINDS},
        "kind": (entry.kind.id,),
        "cost": _filled(could and could.cost_band),
        "delivery": tuple(getattr(facts, "delivery", ())),
        "evidence": _filled(getattr(facts, "evidence", None)),
        "status": _filled(OF_A_PROGRAMME.get(status, status)),
    }


def _filled(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
