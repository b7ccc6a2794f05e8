"""The hub as data tables, a row for each entry and a column for each published field, and the page of downloads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.data_files import EvidenceFigure, Project
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.field_descriptions import FIELD_DESCRIPTIONS
from ideas_hub.model.fields import Record
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    ENTRY_KINDS,
    EVENTS,
    IDEAS,
    LEARNING_POINTS,
    ORGANISATIONS,
    PROGRAMMES,
    PROJECTS,
    TOOLS,
    TRAILS,
    Kind,
)
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.place import Point
from ideas_hub.model.sections import FIGURES
from ideas_hub.model.term import Term
from ideas_hub.views import english
from ideas_hub.views.citations import citations, source_link
from ideas_hub.views.organisation_links import work_link
from ideas_hub.views.page import Fact, Link, Page, Site, hub_page

NOT_EXPORTED = {"draft", "consent", "allow_contact", "image", "redirect_from", "review_in_months"}

Row = Mapping[str, Any]
"""Plain values by field."""


@dataclass(frozen=True, slots=True)
class Table:
    """One data set.

    name: of its files.
    fields: in order, each with its meaning.
    rows: in reading order, or in the order of their file; empty values are left out.
    record: what each row comes from; None if no file has it.
    """

    name: str
    about: str
    fields: Mapping[str, str]
    rows: tuple[Row, ...]
    record: type[Record] | None = None


def data_tables(hub: Hub) -> tuple[Table, ...]:
    """Return every data set that has rows, in the order shown, from the facts that the pages show."""
    return tuple(table for table in _all_tables(hub) if table.rows or table.name == CASE_STUDIES.id)


def _all_tables(hub: Hub) -> tuple[Table, ...]:
    return (
        _table_of_kind(CASE_STUDIES, "Every case study, with all its facts.", hub, "citation", "learning_points"),
        _table_of_kind(LEARNING_POINTS, "Every lesson, with the entries linked to it.", hub, "citation"),
        _table_of_kind(TRAILS, "Every trail, with its steps and what each rests on.", hub, "citation"),
        *_tables_of_rows(hub),
        _table(
            "terms",
            "The themes, regions and communities, with definitions and synonyms.",
            Term,
            (_term_row(term, hub) for term in hub.vocabulary.terms()),
            *("kind", "case_studies", "entries"),
        ),
        _table(
            "evidence",
            "Every figure, with its base, source and section.",
            EvidenceFigure,
            _figure_rows(hub),
            *("citation", "entry"),
        ),
        _table_of_kind(PROGRAMMES, "Every programme, with amounts and status.", hub, "citation"),
        _table_of_kind(IDEAS, "Every idea, with its main points.", hub, "citation"),
        _table_of_kind(TOOLS, "Every tool, with its questions.", hub, "citation"),
        _table_of_kind(EVENTS, "Every event, with its date and what people learned there.", hub, "citation"),
    )


def _tables_of_rows(hub: Hub) -> Iterator[Table]:
    about = "Every project, with its place and region."
    rows = (_project_row(row, hub) for row in hub.projects.values())
    yield _table(PROJECTS, about, Project, rows, "citation")
    about = "Every organisation that our sources name, with what it did and with whom."
    rows = (_organisation_row(row, hub) for row in hub.organisations.values())
    yield _table(ORGANISATIONS, about, Organisation, rows, "works", "worked_with", "citation")


def _table_of_kind(kind: Kind, about: str, hub: Hub, *extra: str) -> Table:
    rows = (_entry_row(entry, hub) for entry in hub.of_kind(kind))
    return _table(kind.id, about, kind.record, rows, *extra)


def _table(name: str, about: str, record: type[Record], rows: Iterable[Row], *extra: str) -> Table:
    """Return a table of the fields of a record, then of extra ones."""
    columns = [field for field in record.model_fields if field not in {*NOT_EXPORTED, "id"}]
    names = ("id", "address", *columns, *extra)
    filled = ({field: row[field] for field in names if row.get(field) not in (None, "", [], ())} for row in rows)
    return Table(name, about, {field: FIELD_DESCRIPTIONS[field] for field in names}, tuple(filled), record)


def _row(row_id: str, address: str, facts: Record, **extra: object) -> Row:
    """Return a row of a record; a record's own id, where it has one, comes before `row_id`."""
    return {"id": row_id, "address": address, **facts.model_dump(mode="json", exclude_none=True), **extra}


def _entry_row(entry: AnyEntry, hub: Hub) -> Row:
    points = [link.point.id for link in hub.links_back.points_shown_by("case_study", entry.id)]
    citation = "; ".join(source.text for source in citations(entry.facts.sources, hub))
    derived = {"citation": citation, "source_date": hub.source_date(entry), "learning_points": points}
    return _row(entry.id, addresses.document(entry.kind, entry.id), entry.facts, **derived)


def _project_row(row: DataRow[Project], hub: Hub) -> Row:
    source = row.facts.source
    citation = source_link(source, row.facts.sections, hub).text if source else ""
    return _row(row.id, addresses.project(row.id), row.facts, citation=citation)


def _organisation_row(row: DataRow[Organisation], hub: Hub) -> Row:
    facts, taken = row.facts, hub.directory.parts_taken(row.id)
    citation = source_link(facts.source, facts.sections, hub).text if facts.source else ""
    derived = {
        "roles": list(hub.directory.roles(row)),
        "works": [f"{work_link(one.work.entry).address} ({', '.join(one.parts)})" for one in taken],
        "worked_with": [other.id for other in hub.directory.worked_with(row.id)],
        "citation": citation,
    }
    return _row(row.id, addresses.organisation(row.id), facts, **derived)


def points_by_table(hub: Hub) -> Mapping[str, Mapping[str, Point]]:
    """Return where the rows of each table lie that has places, by their ids; without projects no entry has one."""
    projects = {row.id: row.facts.point for row in hub.projects.values()}
    studies = {study: row.facts.point for study, row in hub.project_of_case_study.items()}
    places = {row.id: _point(row.facts, hub) for row in hub.organisations.values()}
    organisations = {row_id: point for row_id, point in places.items() if point}
    entries = {PROJECTS: projects, CASE_STUDIES.id: studies} if projects else {}
    return {**entries, **({ORGANISATIONS: organisations} if organisations else {})}


def _point(facts: Organisation, hub: Hub) -> Point | None:
    """Return where an organisation's first place lies, if the hub knows it."""
    return hub.gazetteer.point(facts.places[0], facts.region or "") if facts.places else None


def _term_row(term: Document[Term], hub: Hub) -> Row:
    entries = hub.tagged(term)
    case_studies = sum(entry.kind is CASE_STUDIES for entry in entries)
    address = addresses.document(term.kind, term.id)
    return _row(term.id, address, term.facts, kind=term.kind.id, case_studies=case_studies, entries=len(entries))


def _figure_rows(hub: Hub) -> Iterator[Row]:
    """Yield the figures of the whole programme, then those of single case studies."""
    for figure_id, figure in hub.evidence.figures.items():
        citation = source_link(figure.source, [figure.section], hub).text
        yield _row(figure_id, addresses.figure(figure.subject, figure_id), figure, citation=citation)
    for study in hub.case_studies.values():
        address = f"{addresses.document(study.kind, study.id)}#{FIGURES.anchor}"
        for number, single in enumerate(study.facts.figures, 1):
            citation = source_link(single.source, [single.section], hub).text
            yield _row(f"{study.id}-{number}", address, single, citation=citation, entry=study.id)


@dataclass(frozen=True, slots=True)
class DataSet:
    """One data set: what it holds, its files, and what each field means."""

    title: str
    about: str
    files: tuple[Link, ...]
    fields: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class DataView:
    """Everything that can be downloaded."""

    page: Page
    sets: tuple[DataSet, ...]


MAP_NOTE = "Whatever has a place, with all its facts. Points show the town, district or county, not an address."
FURTHER_SETS = (
    DataSet(
        "To cite",
        "How to cite each page, for export to reference software. Each page also shows its own.",
        (
            Link("citations.bib, as BibTeX", addresses.data("citations.bib")),
            Link("citations.ris, as RIS", addresses.data("citations.ris")),
        ),
    ),
    DataSet(
        "What the fields mean",
        "Every field of every file, in plain words, and as a Frictionless data package for programs.",
        tuple(Link(name, addresses.data(name)) for name in ("dictionary.csv", "dictionary.json", "datapackage.json")),
    ),
    DataSet(
        "What is new",
        "Follow the whole hub in a feed reader. Each theme, region and community also has its own feed.",
        (Link("feed.xml, as Atom", "feed.xml"), Link("feed.json, as JSON Feed", "feed.json")),
    ),
)
"""What follows the data sets themselves: the same for every hub."""


def data_view(tables: Iterable[Table], hub: Hub, site: Site) -> DataView:
    """Return the page of downloads.

    tables: every data set, in the order shown.
    """
    page = hub_page("docs/data.md", addresses.DATA, hub)
    archive = addresses.archive(site.short_name)
    everything = DataSet(
        "Everything at once",
        "All the files on this page in one zip file, with a note that explains them.",
        (Link(archive.removeprefix(addresses.DATA), archive),),
    )
    maps = tuple(Link(f"{name}.geojson", addresses.data(f"{name}.geojson")) for name in points_by_table(hub))
    places = (DataSet("For a map", MAP_NOTE, maps),) if maps else ()
    return DataView(page, (*(_data_set(table) for table in tables), everything, *places, *FURTHER_SETS))


def _data_set(table: Table) -> DataSet:
    titles = {kind.id: kind.plural_label for kind in ENTRY_KINDS}
    return DataSet(
        titles.get(table.name, table.name.capitalize()),
        f"{table.about} {english.counted(len(table.rows), 'row')}.",
        (
            Link(f"{table.name}.csv, for a spreadsheet", addresses.data(f"{table.name}.csv")),
            Link(f"{table.name}.json, for a program", addresses.data(f"{table.name}.json")),
        ),
        tuple(Fact(field, meaning) for field, meaning in table.fields.items()),
    )
