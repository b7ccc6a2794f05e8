"""The hub as data tables: a row for each entry, a column for each published field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.data_files import EvidenceFigure, Project
from ideas_hub.model.document import Document
from ideas_hub.model.field_descriptions import FIELD_DESCRIPTIONS
from ideas_hub.model.fields import Record
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import CASE_STUDIES, IDEAS, LEARNING_POINTS, PROGRAMMES, Kind
from ideas_hub.model.term import Term

NOT_EXPORTED = {"draft", "consent", "allow_contact", "image", "redirect_from", "review_in_months"}

Row = Mapping[str, Any]
"""Plain values by field."""


@dataclass(frozen=True, slots=True)
class Table:
    """One data set.

    name: of its files.
    fields: in order, each with its meaning.
    rows: in reading order, or in the order of their file; empty values are left out.
    """

    name: str
    about: str
    fields: Mapping[str, str]
    rows: tuple[Row, ...]


def data_tables(hub: Hub) -> tuple[Table, ...]:
    """Return every data set that has rows, in the order shown, from the facts that the pages show."""
    return tuple(table for table in _all_tables(hub) if table.rows or table.name == CASE_STUDIES.id)


def _all_tables(hub: Hub) -> tuple[Table, ...]:
    return (
        _table_of_kind(CASE_STUDIES, "Every case study, with all its facts.", hub, "learning_points"),
        _table_of_kind(LEARNING_POINTS, "Every learning point, with the entries that show it.", hub),
        _table(
            "projects",
            "Every project, with its place and region.",
            Project,
            (_row(row.id, addresses.project(row.id), row.facts) for row in hub.projects.values()),
        ),
        _table(
            "terms",
            "The themes, regions and communities, with definitions and synonyms.",
            Term,
            (_term_row(term, hub) for term in hub.vocabulary.terms()),
            *("kind", "case_studies", "entries"),
        ),
        _table(
            "evidence",
            "Every figure of the programme and of single entries, with its base and its place in its source.",
            EvidenceFigure,
            _figure_rows(hub),
            "entry",
        ),
        _table_of_kind(PROGRAMMES, "Every programme, with amounts and status.", hub),
        _table_of_kind(IDEAS, "Every idea, with what a group can take away.", hub),
    )


def _table_of_kind(kind: Kind, about: str, hub: Hub, *extra: str) -> Table:
    rows = (_entry_row(entry, hub) for entry in hub.entries if entry.kind is kind)
    return _table(kind.id, about, kind.record, rows, *extra)


def _table(name: str, about: str, record: type[Record], rows: Iterable[Row], *extra: str) -> Table:
    """Return a table of the fields of a record, then of extra ones."""
    columns = [field for field in record.model_fields if field not in {*NOT_EXPORTED, "id"}]
    names = ("id", "address", *columns, *extra)
    filled = ({field: row[field] for field in names if row.get(field) not in (None, "", [], ())} for row in rows)
    return Table(name, about, {field: FIELD_DESCRIPTIONS[field] for field in names}, tuple(filled))


def _row(row_id: str, address: str, facts: Record, **extra: object) -> Row:
    """Return a row of a record; a record's own id, where it has one, comes before `row_id`."""
    return {"id": row_id, "address": address, **facts.model_dump(mode="json", exclude_none=True), **extra}


def _entry_row(entry: AnyEntry, hub: Hub) -> Row:
    points = [link.point.id for link in hub.points_shown_by("case_study", entry.id)]
    return _row(entry.id, addresses.document(entry.kind, entry.id), entry.facts, learning_points=points)


def _term_row(term: Document[Term], hub: Hub) -> Row:
    entries = hub.tagged(term)
    case_studies = sum(entry.kind is CASE_STUDIES for entry in entries)
    address = addresses.document(term.kind, term.id)
    return _row(term.id, address, term.facts, kind=term.kind.id, case_studies=case_studies, entries=len(entries))


def _figure_rows(hub: Hub) -> Iterator[Row]:
    """Yield the figures of the whole programme, then those of single case studies."""
    for figure_id, figure in hub.evidence.figures.items():
        yield _row(figure_id, addresses.figure(figure_id), figure)
    for study in hub.case_studies.values():
        address = f"{addresses.document(study.kind, study.id)}#figures"
        for number, single in enumerate(study.facts.figures, 1):
            yield _row(f"{study.id}-{number}", address, single, entry=study.id)
