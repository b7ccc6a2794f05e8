"""The hub as data tables: one row an entry, one column a published field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.model.document import Document
from ideas_hub.model.evidence import EvidenceFigure
from ideas_hub.model.field_descriptions import MEANINGS
from ideas_hub.model.fields import Record
from ideas_hub.model.hub import Hub
from ideas_hub.model.idea import Idea
from ideas_hub.model.kinds import CASE_STUDIES, IDEAS, LEARNING_POINTS, PROGRAMMES
from ideas_hub.model.learning_point import LearningPoint
from ideas_hub.model.programme import Programme
from ideas_hub.model.project import Project
from ideas_hub.model.term import Term

NOT_EXPORTED = {"draft", "consent", "allow_contact", "image", "redirect_from", "review_in_months"}


@dataclass(frozen=True, slots=True)
class Table:
    """One data set.  name: its file's name.  fields: each with its meaning, in order.  rows: plain values by field."""

    name: str
    about: str
    fields: Mapping[str, str]
    rows: tuple[Mapping[str, Any], ...]


def data_tables(hub: Hub) -> tuple[Table, ...]:
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
        _table(
            PROGRAMMES.id,
            "Every programme, with amounts and status.",
            Programme,
            [_row(e) for e in hub.programmes.values()],
        ),
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
        name,
        about,
        fields,
        tuple({field: row[field] for field in names if row.get(field) not in (None, "", [], ())} for row in rows),
    )


def _row(entry: Document[Any]) -> dict[str, Any]:
    return {"id": entry.id, "address": addresses.document(entry.kind, entry.id), **_dump(entry.facts)}


def _dump(facts: Record) -> dict[str, Any]:
    dumped: dict[str, Any] = facts.model_dump(mode="json", exclude_none=True)
    return dumped


def _figures(hub: Hub) -> list[dict[str, Any]]:
    programme = [
        {"id": figure_id, "address": addresses.figure(figure_id), **_dump(figure)}
        for figure_id, figure in hub.evidence.figures.items()
    ]
    single = [
        {
            "id": f"{entry.id}-{number}",
            "address": f"{addresses.document(entry.kind, entry.id)}#figures",
            "entry": entry.id,
            **_dump(figure),
        }
        for entry in hub.case_studies.values()
        for number, figure in enumerate(entry.facts.figures, 1)
    ]
    return [*programme, *single]
