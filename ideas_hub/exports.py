"""The hub as data: each set a table whose rows are the checked facts, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ideas_hub import addresses
from ideas_hub.hub import Hub
from ideas_hub.kinds import CASE_STUDIES, IDEAS, LEARNING_POINTS, PROGRAMMES
from ideas_hub.meanings import MEANINGS
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.model.evidence import EvidenceFigure
from ideas_hub.model.fields import Record
from ideas_hub.model.idea import Idea
from ideas_hub.model.learning_point import LearningPoint
from ideas_hub.model.programme import Programme
from ideas_hub.model.project import Project
from ideas_hub.model.term import Term
from ideas_hub.reading.documents import Document

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NOT_EXPORTED = {"draft", "consent", "allow_contact", "image", "redirect_from", "review_in_months"}
BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet reads UTF-8 as Windows-1252


@dataclass(frozen=True, slots=True)
class Table:
    """One data set.  name: its file's name.  fields: each with its meaning, in order.  rows: plain values by field."""

    name: str
    about: str
    fields: Mapping[str, str]
    rows: tuple[Mapping[str, Any], ...]


def tables(hub: Hub) -> tuple[Table, ...]:
    """Return every data set, from the facts that the pages show."""
    return (
        _table(
            CASE_STUDIES.id,
            "Every case study, with all its facts.",
            CaseStudy,
            [_row(e) for e in hub.case_studies.values()],
            ("learning_points",),
            learning_points=lambda row: [shown.point.id for shown in hub.points_shown_by("case_study", row["id"])],
        ),
        _table(
            LEARNING_POINTS.id,
            "Every learning point, with the entries that show it.",
            LearningPoint,
            [_row(e) for e in hub.learning_points.values()],
        ),
        _table(
            "projects",
            "Every project that the Thriving Communities Fund chose, with its place and NHS region.",
            Project,
            [{"id": row.id, "address": addresses.project(row.id), **_dump(row.facts)} for row in hub.projects.values()],
        ),
        _table(
            "terms",
            "The themes, regions and communities, with definitions and synonyms.",
            Term,
            [
                {
                    "id": t.id,
                    "kind": t.kind.id,
                    "address": addresses.document(t.kind, t.id),
                    **_dump(t.facts),
                    "case_studies": sum(e.kind is CASE_STUDIES for e in hub.tagged(t)),
                    "entries": len(hub.tagged(t)),
                }
                for t in hub.vocabulary.terms()
            ],
            ("kind", "case_studies", "entries"),
        ),
        _table(
            "evidence",
            "Every figure of the programme and of single entries, with its base and its place in its source.",
            EvidenceFigure,
            _figures(hub),
            ("entry",),
        ),
        _table(PROGRAMMES.id, "Every programme, with amounts and status.", Programme, [_row(e) for e in hub.programmes.values()]),
        _table(IDEAS.id, "Every idea, with what a group can take away.", Idea, [_row(e) for e in hub.ideas.values()]),
    )


def _table(
    name: str,
    about: str,
    record: type[Record],
    rows: list[dict[str, Any]],
    extra: tuple[str, ...] = (),
    **derived: Callable[[dict[str, Any]], Any],
) -> Table:
    names = ["id", "address", *(f for f in record.model_fields if f not in NOT_EXPORTED and f != "id"), *extra]
    fields = {field: MEANINGS[field] for field in names}
    for row in rows:
        for field, value in derived.items():
            row[field] = value(row)
    return Table(
        name, about, fields, tuple({field: row[field] for field in names if row.get(field) not in (None, "", [], ())} for row in rows)
    )


def _row(entry: Document[Any]) -> dict[str, Any]:
    return {"id": entry.id, "address": addresses.document(entry.kind, entry.id), **_dump(entry.facts)}


def _dump(facts: Record) -> dict[str, Any]:
    dumped: dict[str, Any] = facts.model_dump(mode="json", exclude_none=True)
    return dumped


def _figures(hub: Hub) -> list[dict[str, Any]]:
    programme = [
        {"id": figure_id, "address": addresses.figure(figure_id), **_dump(figure)} for figure_id, figure in hub.evidence.figures.items()
    ]
    single = [
        {"id": f"{entry.id}-{number}", "address": f"{addresses.document(entry.kind, entry.id)}#figures", "entry": entry.id, **_dump(figure)}
        for entry in hub.case_studies.values()
        for number, figure in enumerate(entry.facts.figures, 1)
    ]
    return [*programme, *single]


def as_json(table: Table) -> str:
    """Return a data set as a JSON list of objects, UTF-8, one object a row."""
    return json_rows(table.rows) + "\n"


def json_rows(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as a JSON list, one a line: a change then shows as a line, and long lists are written fast."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def as_csv(table: Table) -> str:
    """Return a data set as CSV (RFC 4180, with a byte order mark); lists are joined by "; ", and no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.fields)
    for row in table.rows:
        writer.writerow([safe_cell(cell(row.get(field, ""))) for field in table.fields])
    return BYTE_ORDER_MARK + out.getvalue()


def cell(value: object) -> str:
    """Return a value as the text of one cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {cell(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(cell(inner) for inner in value)
    return str(value)


def safe_cell(text: str) -> str:
    """Return a cell that a spreadsheet takes as text: an apostrophe before a sign that would start a formula.

    Source: OWASP, CSV Injection.
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
