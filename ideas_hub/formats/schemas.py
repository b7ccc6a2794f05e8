"""JSON Schemas, made from the records that check the content: of each data file, and of each kind of front matter."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.model.evidence import EvidenceFigure
from ideas_hub.model.field_descriptions import MEANINGS
from ideas_hub.model.fields import Figure, Record
from ideas_hub.model.idea import Idea
from ideas_hub.model.kinds import ENTRY_KINDS, SOURCES, VOCABULARY_KINDS
from ideas_hub.model.learning_point import LearningPoint
from ideas_hub.model.programme import Programme
from ideas_hub.model.project import Project
from ideas_hub.model.term import Term
from ideas_hub.views.data_tables import Table

DIALECT = "https://json-schema.org/draft/2020-12/schema"
RECORDS: Mapping[str, type[Record]] = {
    "case-studies": CaseStudy,
    "learning-points": LearningPoint,
    "projects": Project,
    "terms": Term,
    "evidence": EvidenceFigure,
    "programmes": Programme,
    "ideas": Idea,
}
MINIMUM_RECORD: Mapping[str, type[Record]] = {"evidence": Figure}
"""The record that every row of a data file has at least, where that is not the one above: figures of single entries have less."""

WORD = {"type": "string"}
DERIVED: Mapping[str, dict[str, Any]] = {
    "id": WORD,
    "address": WORD,
    "learning_points": {"type": "array", "items": WORD},
    "kind": {"enum": [kind.id for kind in VOCABULARY_KINDS]},
    "case_studies": {"type": "integer", "minimum": 0},
    "entries": {"type": "integer", "minimum": 0},
    "entry": WORD,
}
"""Fields that the hub adds to what files say."""


def properties(table: Table) -> dict[str, dict[str, Any]]:
    """Return the schema of each field of a data file, in order, with its meaning; one of no record holds words."""
    known = RECORDS[table.name].model_json_schema()["properties"] if table.name in RECORDS else {}
    fields = {field: known.get(field) or DERIVED.get(field) or WORD for field in table.fields}
    return {field: {**schema, "description": table.fields[field]} for field, schema in fields.items()}


def of_table(table: Table) -> dict[str, Any]:
    """Return the schema of a data file: a list of rows, each with at least what its record asks for."""
    record = RECORDS[table.name]
    schema = record.model_json_schema()
    least = MINIMUM_RECORD.get(table.name, record).model_json_schema().get("required", [])
    row = {
        "type": "object",
        "properties": properties(table),
        "required": ["id", "address", *(field for field in least if field in table.fields and field != "id")],
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "title": table.name.replace("-", " ").capitalize(),
        "description": table.about,
        "type": "array",
        "items": row,
        **({"$defs": schema["$defs"]} if "$defs" in schema else {}),
    }


def of_front_matter(record: type[Record]) -> dict[str, Any]:
    """Return the schema of the facts at the top of a file, for forms and editors, with what each field means."""
    schema = record.model_json_schema()
    fields = {
        name: {**field, **({"description": MEANINGS[name]} if name in MEANINGS else {})}
        for name, field in schema["properties"].items()
    }
    return {"$schema": DIALECT, **schema, "properties": fields}


def schema_files(tables: tuple[Table, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield every schema as (path, content)."""
    for table in tables:
        if table.name in RECORDS:
            yield addresses.data(f"schemas/{table.name}.json"), json_bytes(of_table(table))
    records = {kind.singular.replace(" ", "-"): kind.record for kind in (*ENTRY_KINDS, SOURCES)} | {"term": Term}
    for name, record in records.items():
        yield addresses.data(f"schemas/front-matter-{name}.json"), json_bytes(of_front_matter(record))


def json_bytes(value: object) -> bytes:
    """Return a value as JSON in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
