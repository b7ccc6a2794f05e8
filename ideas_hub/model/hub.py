"""All content as one value, with every link readable from both ends."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from ideas_hub.model import addresses
from ideas_hub.model.contact import Contact
from ideas_hub.model.data_files import EvidenceFile, Project, RegionDrawing
from ideas_hub.model.directory import Directory, works_of
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.entries import CaseStudy, Idea, LearningPoint, Programme
from ideas_hub.model.event import Event
from ideas_hub.model.fields import Record, Withdrawn
from ideas_hub.model.figure import Figure
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    ENTRY_KINDS,
    EVENTS,
    EVIDENCE,
    GLOSSARY,
    IDEAS,
    LEARNING_POINTS,
    ORGANISATIONS,
    PART_FILES,
    PARTNERS,
    PLACES,
    PROGRAMMES,
    PROJECTS,
    SETBACKS,
    SOURCES,
    TOOLS,
    TRAILS,
    VOCABULARY_KINDS,
    EntryFacts,
    Kind,
)
from ideas_hub.model.links_back import LinksBack
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.page import Door, NavLink, PageRecord
from ideas_hub.model.place import Gazetteer, Place
from ideas_hub.model.row_kinds import ROW_KINDS, RowKind, RowTakenDown
from ideas_hub.model.source import Source
from ideas_hub.model.term import GlossaryTerm, Term
from ideas_hub.model.tool import Tool
from ideas_hub.model.trail import Trail
from ideas_hub.model.vocabulary import Vocabulary

AnyEntry: TypeAlias = Document[EntryFacts]
"""An entry of any kind."""

AnyRow: TypeAlias = DataRow[Project] | DataRow[Organisation]
"""What is a row of a table and has a page."""


@dataclass(frozen=True)
class Hub:
    """Everything that is out on a day, by id; drafts and what waits for its day are left out.

    Entries are in reading order: newest first, then by title.
    Projects, organisations and figures are in the order of their files.
    events: those to come first, the soonest first; then those that are over, the latest first.
    to_come: the ids of those that are not over on that day.
    pages: the texts of pages that the hub fills with lists, by file.
    prose: pages that are text alone, by file.
    drawing: of the regions; None if the hub has no map.
    key_figures, evidence_figures: ids of the figures shown on the first page, and first on that of all figures.
    doors: of the first page, to the trails.
    nav, contact: the last links of the footer, and how readers reach the network.
    withdrawn, rows_taken_down: what is left of entries, and of rows by their kind, that were taken down.
    places: that readers may look for, in the order of their file.
    """

    vocabulary: Vocabulary
    case_studies: Mapping[str, Document[CaseStudy]]
    learning_points: Mapping[str, Document[LearningPoint]]
    programmes: Mapping[str, Document[Programme]]
    ideas: Mapping[str, Document[Idea]]
    events: Mapping[str, Document[Event]]
    projects: Mapping[str, DataRow[Project]]
    evidence: EvidenceFile
    sources: Mapping[str, Document[Source]]
    glossary: Mapping[str, GlossaryTerm]
    pages: Mapping[str, Document[PageRecord]]
    prose: Mapping[str, Document[PageRecord]]
    drawing: RegionDrawing | None = None
    to_come: tuple[str, ...] = ()
    key_figures: tuple[str, ...] = ()
    evidence_figures: tuple[str, ...] = ()
    nav: tuple[NavLink, ...] = ()
    contact: Contact = field(default_factory=Contact)
    withdrawn: tuple[Document[Withdrawn], ...] = ()
    places: tuple[Place, ...] = ()
    organisations: Mapping[str, DataRow[Organisation]] = field(default_factory=dict)
    rows_taken_down: Mapping[str, tuple[DataRow[RowTakenDown], ...]] = field(default_factory=dict)
    tools: Mapping[str, Document[Tool]] = field(default_factory=dict)
    trails: Mapping[str, Document[Trail]] = field(default_factory=dict)
    doors: tuple[Door, ...] = ()

    @cached_property
    def entries(self) -> tuple[AnyEntry, ...]:
        """Every entry: case studies, learning points, trails, ideas, tools, programmes, then events."""
        return tuple(entry for entries in self._by_kind.values() for entry in entries.values())

    @cached_property
    def _by_kind(self) -> Mapping[str, Mapping[str, AnyEntry]]:
        return {
            CASE_STUDIES.id: self.case_studies,
            LEARNING_POINTS.id: self.learning_points,
            TRAILS.id: self.trails,
            IDEAS.id: self.ideas,
            TOOLS.id: self.tools,
            PROGRAMMES.id: self.programmes,
            EVENTS.id: self.events,
        }

    def of_kind(self, kind: Kind) -> tuple[AnyEntry, ...]:
        """Return the entries of one kind, in reading order."""
        return tuple(self._by_kind[kind.id].values())

    @cached_property
    def listed(self) -> tuple[AnyEntry, ...]:
        """The entries in lists and feeds of all kinds: only the timeline lists milestones."""
        return tuple(entry for entry in self.entries if not entry.facts.is_milestone)

    @cached_property
    def with_setbacks(self) -> tuple[AnyEntry, ...]:
        """The entries that say what did not work."""
        return tuple(entry for entry in self.entries if entry.facts.says_what_did_not_work)

    @cached_property
    def entry_by_address(self) -> Mapping[str, AnyEntry]:
        """Every entry, by the address of its page."""
        return {addresses.document(entry.kind, entry.id): entry for entry in self.entries}

    @cached_property
    def row_by_address(self) -> Mapping[str, AnyRow]:
        """Every project and organisation, by the address of its page."""
        return {addresses.row(kind.id, row.id): row for kind in ROW_KINDS for row in self.rows(kind).values()}

    def rows(self, kind: RowKind) -> Mapping[str, DataRow[Any]]:
        """Return all of a kind of row by id: projects or organisations."""
        return {PROJECTS: self.projects, ORGANISATIONS: self.organisations}[kind.id]

    @cached_property
    def projects_by_region(self) -> Mapping[str, tuple[DataRow[Project], ...]]:
        """The projects of each region, by its id."""
        rows = self.projects.values()
        return {region: tuple(row for row in rows if row.facts.region == region) for region in self.vocabulary.regions}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Its places by name."""
        return Gazetteer(self.places)

    @cached_property
    def directory(self) -> Directory:
        """Its organisations by name, with what each did."""
        of_entries = self.case_studies.values(), self.projects.values(), self.programmes.values(), self.events.values()
        return Directory(self.organisations, tuple(works_of(*of_entries)))

    @cached_property
    def parts(self) -> frozenset[str]:
        """The parts that it has, of those that a hub may leave out: see PART_FILES."""
        content: Mapping[str, Collection[object]] = {
            **self._by_kind,
            PROJECTS: self.projects,
            ORGANISATIONS: self.organisations,
            PARTNERS: self.directory.partnerships,
            EVIDENCE: self.evidence.figures,
            SOURCES.id: self.sources,
            GLOSSARY: self.glossary,
            PLACES: self.places,
            SETBACKS: self.with_setbacks,
        }
        return frozenset(part for part in PART_FILES if content[part])

    @cached_property
    def own_pages(self) -> Mapping[str, Document[PageRecord]]:
        """Its own pages that are published, by file: all but those of parts that it leaves out."""
        left_out = {PART_FILES[part] for part in PART_FILES.keys() - self.parts}
        return {file: page for file, page in {**self.pages, **self.prose}.items() if file not in left_out}

    @cached_property
    def entry_kinds(self) -> tuple[Kind, ...]:
        """The kinds of entry that have a list: case studies always, the others once there is one."""
        return tuple(kind for kind in ENTRY_KINDS if kind is CASE_STUDIES or kind.id in self.parts)

    @cached_property
    def documents(self) -> tuple[Document[Record], ...]:
        """Every document that has a text: entries, terms, sources and pages."""
        pages = (*self.sources.values(), *self.pages.values(), *self.prose.values())
        return (*self.entries, *self.vocabulary.terms(), *pages)

    @cached_property
    def _tagged(self) -> Mapping[tuple[str, str], Mapping[str, AnyEntry]]:
        """The entries listed under each (kind id, term id), by file, in reading order."""
        tagged: dict[tuple[str, str], dict[str, AnyEntry]] = defaultdict(dict)
        for entry in self.listed:
            for kind in VOCABULARY_KINDS:
                for term in term_ids(entry, kind.id):
                    tagged[kind.id, term][entry.file] = entry
        return tagged

    def tagged(self, term: Document[Term], *others: Document[Term]) -> tuple[AnyEntry, ...]:
        """Return the entries tagged with all of these terms, in reading order."""
        first, *rest = (self._tagged.get((one.kind.id, one.id), {}) for one in (term, *others))
        for other in rest:
            first = {file: entry for file, entry in first.items() if file in other}
        return tuple(first.values())

    def terms_of(self, entry: AnyEntry | AnyRow, *kinds: Kind) -> tuple[Document[Term], ...]:
        """Return the terms of an entry or a row, kind by kind, in its editor's order; unknown ids are left out."""
        found = (self.vocabulary.of_kind(kind).get(term) for kind in kinds for term in term_ids(entry, kind.id))
        return tuple(term for term in found if term)

    @cached_property
    def links_back(self) -> LinksBack:
        """The links of its lessons, events and trails, from the other end."""
        return LinksBack(self.learning_points.values(), self.events.values(), self.trails.values())

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Every figure with an id: the programme's, then case studies', which win if an id is used twice."""
        single = (figure for study in self.case_studies.values() for figure in study.facts.figures)
        return {**self.evidence.figures, **{figure.id: figure for figure in single if figure.id}}

    def source_date(self, entry: AnyEntry) -> str:
        """Return the date of the source that an entry rests on, as precise as that is; "" if it has none."""
        cited = (self.sources.get(citation.source) for citation in entry.facts.sources)
        dates = (source.facts.source_date for source in cited if source)
        return entry.facts.source_date or next(dates, None) or ""

    @cached_property
    def project_of_case_study(self) -> Mapping[str, DataRow[Project]]:
        """The project behind each case study that has one."""
        return {row.facts.case_study: row for row in self.projects.values() if row.facts.case_study}


def term_ids(entry: AnyEntry | AnyRow, kind_id: str) -> tuple[str, ...]:
    """Return the ids of an entry's or a row's terms of one kind: "themes", "regions" or "communities"."""
    ids: tuple[str, ...] = getattr(entry.facts, kind_id)  # the fields have the names of the kinds
    return ids
