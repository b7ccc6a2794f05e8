"""The facets that the search narrows by: which there are, and what each thing has of them.

They are the terms of the vocabulary, then type of page, cost, delivery, evidence, status, what else it says, and year.
"""

from collections.abc import Iterable, Iterator, Mapping

from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.hub import AnyEntry, AnyRow, Hub, term_ids
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    ENTRY_KINDS,
    ORGANISATIONS,
    PROJECTS,
    REGIONS,
    SOURCES,
    THEMES,
    VOCABULARY_KINDS,
)
from ideas_hub.model.labels import LABELS
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.term import Term
from ideas_hub.search.build import Facet
from ideas_hub.search.index import SearchRecord
from ideas_hub.views.entry_page import EVIDENCE, STATUS

Values = Mapping[str, tuple[str, ...]]
"""Ids of values by facet id."""

TERM_FACETS = {THEMES.id: "theme", REGIONS.id: "region", COMMUNITIES.id: "community"}
STATUS_OF_PROGRAMME = {"open": "running", "closed": "unknown", "completed": "ended"}
"""The status of a programme as that of a case study; one that takes nobody new may still run."""

PAGES, WORDS, FIGURES = "pages", "words", "figures"
KINDS = {
    **{kind.id: kind.plural_label for kind in ENTRY_KINDS},
    PROJECTS: "Projects",
    ORGANISATIONS: "Organisations",
    **{kind.id: kind.plural_label for kind in VOCABULARY_KINDS},
    WORDS: "Glossary",
    FIGURES: "Figures",
    SOURCES.id: SOURCES.plural_label,
    PAGES: "About this hub",
}
"""The types of page, in the order shown."""

NO_COST = "unknown"
TELLS = {"did-not-work": "Says what did not work"}


def facets_of_entry(entry: AnyEntry, hub: Hub) -> Values:
    """Return the values of an entry by facet id, for every facet; empty tuples where unset."""
    facts = entry.facts
    box = facts.could_we_do_this
    cost = box.cost_band if box else None
    year = hub.source_date(entry)[:4] or (str(facts.published.year) if facts.published else None)
    return {
        **_facets_of_terms(entry),
        "kind": (entry.kind.id,),
        "cost": _as_tuple(cost or (NO_COST if entry.kind is CASE_STUDIES else None)),
        "delivery": facts.delivery,
        "evidence": _as_tuple(facts.evidence),
        "status": _as_tuple(STATUS_OF_PROGRAMME.get(facts.status, facts.status)),
        "tells": ("did-not-work",) if facts.says_what_did_not_work else (),
        "year": _as_tuple(year),
    }


def facets_of_project(project: DataRow[Project]) -> Values:
    """Return the values of a project by facet id."""
    return {**_facets_of_terms(project), "kind": ("projects",)}


def facets_of_organisation(row: DataRow[Organisation], hub: Hub) -> Values:
    """Return the values of an organisation by facet id."""
    with_whom = (other.facts.sector for other in hub.directory.worked_with(row.id))
    return {
        **_facets_of_terms(row),
        "kind": (ORGANISATIONS,),
        "sector": _as_tuple(row.facts.sector),
        "role": hub.directory.roles(row),
        "with": tuple(dict.fromkeys(filter(None, with_whom))),
    }


def facets_of_term(term: Document[Term]) -> Values:
    """Return the values of a term's own page by facet id."""
    return {TERM_FACETS[term.kind.id]: (term.id,), "kind": (term.kind.id,)}


def search_facets(hub: Hub, records: Iterable[SearchRecord]) -> tuple[Facet, ...]:
    """Return the facets in the order shown, each with the choices that some record has, if there are any."""
    used = {(facet, value) for record in records for facet, values in record.facets.items() for value in values}
    years = sorted((value for facet, value in used if facet == "year"), reverse=True)
    facets = (
        Facet(name, label, tuple((value, text) for value, text in choices.items() if (name, value) in used))
        for name, label, choices in _labels(hub, years)
    )
    return tuple(facet for facet in facets if facet.choices)


def _labels(hub: Hub, years: Iterable[str]) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield each facet's id and name in the order shown, with the label of every value that it may have."""
    lists = hub.vocabulary.lists
    for kind in VOCABULARY_KINDS:
        labels = {term.id: term.facts.label for term in hub.vocabulary.of_kind(kind).values()}
        yield TERM_FACETS[kind.id], kind.plural_label, labels
    yield "kind", "Type of page", KINDS
    sectors = lists.labels("sectors")
    yield "sector", "Sector of the organisation", sectors
    yield "with", "Worked with", sectors
    yield "role", "Role", LABELS["organisation_role"]
    yield "cost", "What it cost", {**lists.cost_bands, NO_COST: "Cost not known"}
    yield "delivery", "In person or online", lists.delivery
    yield "evidence", "How we know", EVIDENCE
    yield "status", "Is it still running?", STATUS
    yield "tells", "What did not work", TELLS
    yield "year", "Year of the source", {year: year for year in years}


def _facets_of_terms(entry: AnyEntry | AnyRow) -> Values:
    return {facet: term_ids(entry, kind) for kind, facet in TERM_FACETS.items()}


def _as_tuple(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
