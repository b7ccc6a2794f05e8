"""Entries similar to the one on the page, with the reason in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import VOCABULARY_KINDS
from ideas_hub.search.similarity import Similar, TermRef
from ideas_hub.views import english
from ideas_hub.views.page import Link, link_to

MAX_REASONS = 3


@dataclass(frozen=True, slots=True)
class SimilarView:
    """A similar entry.

    reason: the terms of both, such as "Also for newcomers and online"; "" if they have none in common.
    """

    link: Link
    reason: str


def similar_views(similar: Iterable[Similar], hub: Hub) -> tuple[SimilarView, ...]:
    """Return similar entries as a page shows them, in the order given."""
    return tuple(SimilarView(link_to(hub.entry_by_address[one.address]), reason(one, hub)) for one in similar)


def reason(similar: Similar, hub: Hub) -> str:
    """Return why an entry is similar: the most telling shared terms; "" if there are none."""
    phrases = [phrase for term in similar.terms if (phrase := term_phrase(term, hub))][:MAX_REASONS]
    return f"Also {english.listed(phrases)}" if phrases else ""


def term_phrase(term: TermRef, hub: Hub) -> str:
    """Return a term as it follows "also": "for newcomers", "darning", "with Take Art"; "" for an unknown one."""
    field, value = term
    for kind in VOCABULARY_KINDS:
        if kind.id == field:
            known = hub.vocabulary.of_kind(kind).get(value)
            return known.facts.phrase if known else ""
    if field == "partners":
        return f"with {hub.organisations[value].facts.name}"
    names = hub.vocabulary.names
    label = english.within_sentence(hub.vocabulary.lists.labels(field).get(value, ""), names)
    return f"about {label}" if label and field == "topics" else label
