"""Everything that the search finds: a card for each thing that is published, and the facets that narrow it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.data_files import EvidenceFigure, Project
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    EVENTS,
    EVIDENCE,
    HOME_FILE,
    IDEAS,
    LEARNING_POINTS,
    ORGANISATIONS,
    PART_FILES,
    PROGRAMMES,
    PROJECTS,
    REGIONS,
    SETBACKS,
    SOURCES,
    THEMES,
    TOOLS,
    TRAILS,
    VOCABULARY_KINDS,
)
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.page import PageRecord
from ideas_hub.model.place import Point
from ideas_hub.model.source import Source
from ideas_hub.model.term import GlossaryTerm, Term
from ideas_hub.search import texts
from ideas_hub.search.index import SearchRecord
from ideas_hub.views import english
from ideas_hub.views.cards import card as card_of_entry
from ideas_hub.views.cards import tags_of
from ideas_hub.views.facets import (
    FIGURES,
    PAGES,
    WORDS,
    facets_of_entry,
    facets_of_organisation,
    facets_of_project,
    facets_of_term,
)
from ideas_hub.views.page import is_in_guide, page_link

SHARES = {
    TRAILS.id: 0.95,
    PROGRAMMES.id: 0.8,
    IDEAS.id: 0.7,
    TOOLS.id: 0.8,
    EVENTS.id: 0.9,
    PROJECTS: 0.9,
    ORGANISATIONS: 0.95,
    THEMES.id: 0.9,
    COMMUNITIES.id: 0.9,
    REGIONS.id: 0.7,
    WORDS: 0.8,
    FIGURES: 0.6,
    SOURCES.id: 0.8,
    PAGES: 0.9,
}
"""How much a kind matters, where that is less than a story.

Small cards and overviews have few words, and each would tell as much as many in a story.
"""

MILESTONE = 0.7  # nothing to go to, and still found by its name
GUIDE = 0.6  # most readers do not come to write
START_FILES = {HOME_FILE, "docs/find.md"}  # where a search starts


def search_records(hub: Hub) -> tuple[SearchRecord, ...]:
    """Return a record of each thing, kind by kind, and entries oldest first: a new case study changes no other's place.

    Backwards, which is the order without words, case studies come first and the newest first.
    """
    oldest_first = sorted(hub.entries, key=lambda entry: (entry.facts.sort_date, entry.id))
    kinds = (EVENTS, PROGRAMMES, IDEAS, TOOLS, TRAILS, LEARNING_POINTS, CASE_STUDIES)
    entries = (_entry(entry, hub) for kind in kinds for entry in oldest_first if entry.kind is kind)
    return (*records_without_entries(hub), *entries)


def records_without_entries(hub: Hub) -> Iterator[SearchRecord]:
    """Yield a record of each thing that is no entry, kind by kind."""
    listed = listed_on_pages(hub)
    pages = (page for file, page in hub.own_pages.items() if file not in START_FILES)
    yield from (_page(page, listed.get(page.file, ())) for page in pages)
    yield from (_source(source) for source in hub.sources.values())
    yield from (_figure(figure_id, figure, hub) for figure_id, figure in hub.evidence.figures.items())
    yield from (_word(word_id, word) for word_id, word in hub.glossary.items())
    for kind in VOCABULARY_KINDS:
        yield from (_term(term, hub) for term in hub.vocabulary.of_kind(kind).values())
    yield from (_organisation(row, hub) for row in hub.organisations.values())
    yield from (_project(project, hub) for project in hub.projects.values())


def listed_on_pages(hub: Hub) -> Mapping[str, tuple[str, ...]]:
    """Return what the hub fills its own pages with, by file: the names of what is listed there."""
    terms = {
        f"docs/{kind.id}/index.md": tuple(term.facts.label for term in hub.vocabulary.of_kind(kind).values())
        for kind in VOCABULARY_KINDS
    }
    regions = [term.facts.label for term in hub.vocabulary.regions.values()]
    charts = [chart.title for chart in hub.evidence.charts.values()]
    return {
        **terms,
        PART_FILES[PROJECTS]: tuple(regions),
        PART_FILES[SETBACKS]: tuple(hub.vocabulary.lists.topics.values()),
        PART_FILES[EVIDENCE]: (*hub.evidence.subjects.values(), *charts),
    }


def _entry(entry: AnyEntry, hub: Hub) -> SearchRecord:
    project = hub.project_of_case_study.get(entry.id) if entry.kind is CASE_STUDIES else None
    return SearchRecord(
        card_of_entry(entry, hub),
        facets_of_entry(entry, hub),
        partial(texts.texts_of_entry, entry, hub),
        MILESTONE if entry.facts.is_milestone else SHARES.get(entry.kind.id, 1.0),
        entry.digest,
        *_where(project),
        day=entry.facts.sort_date.isoformat(),
    )


def _where(project: DataRow[Project] | None) -> tuple[str, Point | None]:
    return (project.facts.region, project.facts.point) if project else ("", None)


def _project(project: DataRow[Project], hub: Hub) -> SearchRecord:
    facts = project.facts
    card = Card(
        PROJECTS,
        "Project",
        facts.organisation,
        addresses.project(project.id),
        facts.summary,
        " · ".join(filter(None, (facts.project_name, facts.place))),
        tags_of(project, hub),
    )
    words = partial(texts.texts_of_project, project, hub)
    return SearchRecord(card, facets_of_project(project), words, SHARES[PROJECTS], b"", *_where(project))


def _organisation(row: DataRow[Organisation], hub: Hub) -> SearchRecord:
    facts = row.facts
    sector = hub.vocabulary.lists.sectors.get(facts.sector or "")
    tags = (*((sector.label,) if sector else ()), *(term.facts.label for term in hub.terms_of(row, REGIONS)))
    address = addresses.organisation(row.id)
    card = Card(ORGANISATIONS, "Organisation", facts.name, address, facts.summary, facts.place, tags)
    words = partial(texts.texts_of_organisation, row, hub)
    return SearchRecord(card, facets_of_organisation(row, hub), words, SHARES[ORGANISATIONS])


def _term(term: Document[Term], hub: Hub) -> SearchRecord:
    kind, facts = term.kind, term.facts
    card = Card(kind.id, kind.label, facts.label, addresses.document(kind, term.id), facts.definition, "", ())
    return SearchRecord(card, facets_of_term(term), partial(texts.texts_of_term, term, hub), SHARES[kind.id])


def _word(word_id: str, word: GlossaryTerm) -> SearchRecord:
    card = Card(WORDS, "Word explained", word.term, addresses.glossary(word_id), word.meaning, "", ())
    return SearchRecord(card, {"kind": (WORDS,)}, partial(texts.texts_of_word, word), SHARES[WORDS])


def _figure(figure_id: str, figure: EvidenceFigure, hub: Hub) -> SearchRecord:
    summary = f"{english.figure_phrase(figure)}. {figure.base}"
    address = addresses.figure(figure.subject, figure_id)
    card = Card(FIGURES, "Figure", figure.label, address, summary, "", ())
    return SearchRecord(card, {"kind": (FIGURES,)}, partial(texts.texts_of_figure, figure, hub), SHARES[FIGURES])


def _source(source: Document[Source]) -> SearchRecord:
    facts = source.facts
    card = Card(SOURCES.id, "Source", facts.title, addresses.document(source.kind, source.id), facts.cite, "", ())
    return SearchRecord(card, {"kind": (SOURCES.id,)}, partial(texts.texts_of_source, source), SHARES[SOURCES.id])


def _page(page: Document[PageRecord], listed: Iterable[str]) -> SearchRecord:
    link = page_link(page)
    share = GUIDE if is_in_guide(link.address) else SHARES[PAGES]
    card = Card(PAGES, "About this hub", link.text, link.address, page.facts.summary, "", ())
    return SearchRecord(card, {"kind": (PAGES,)}, partial(texts.texts_of_page, page, listed), share)
