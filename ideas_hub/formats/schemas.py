"""JSON Schemas of each data file and each kind of front matter, derived from the records that validate the content."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ideas_hub.model.field_descriptions import FIELD_DESCRIPTIONS
from ideas_hub.model.fields import Record
from ideas_hub.model.figure import Figure
from ideas_hub.model.kinds import ENTRY_KINDS, SOURCES, VOCABULARY_KINDS
from ideas_hub.model.record_schema import record_schema
from ideas_hub.model.term import Term
from ideas_hub.views.data import Table

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MINIMUM_RECORD: Mapping[str, type[Record]] = {"evidence": Figure}
"""The record whose required fields every row has, where that differs: figures of single entries have fewer fields."""

STRING = {"type": "string"}
STRINGS = {"type": "array", "items": STRING}
DERIVED: Mapping[str, dict[str, Any]] = {
    "id": STRING,
    "address": STRING,
    "learning_points": STRINGS,
    "works": STRINGS,
    "worked_with": STRINGS,
    "kind": {"enum": [kind.id for kind in VOCABULARY_KINDS]},
    "case_studies": {"type": "integer", "minimum": 0},
    "entries": {"type": "integer", "minimum": 0},
    "entry": STRING,
    "citation": STRING,
}
"""The schemas of fields that are not in the files: the hub computes them."""


def properties(table: Table) -> dict[str, dict[str, Any]]:
    """Return the schema of each field of a data file, in order, with its meaning; all are strings without a record."""
    known = DERIVED | record_schema(table.record)["properties"] if table.record else dict.fromkeys(table.fields, STRING)
    fields = {field: known[field] for field in table.fields}
    return {field: {**schema, "description": table.fields[field]} for field, schema in fields.items()}


def table_schema(table: Table, record: type[Record]) -> dict[str, Any]:
    """Return the schema of a data file: a list of rows, each with at least the required fields of its record."""
    schema = record_schema(record)
    required = record_schema(MINIMUM_RECORD.get(table.name, record)).get("required", [])
    row = {
        "type": "object",
        "properties": properties(table),
        "required": ["id", "address", *(field for field in required if field in table.fields and field != "id")],
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


def front_matter_schema(record: type[Record]) -> dict[str, Any]:
    """Return the schema of a kind of front matter, with the meaning of each field, for forms and text editors."""
    schema = record_schema(record)
    fields = {
        name: {**field, **({"description": FIELD_DESCRIPTIONS[name]} if name in FIELD_DESCRIPTIONS else {})}
        for name, field in schema["properties"].items()
    }
    return {"$schema": DIALECT, **schema, "properties": fields}


def schema_files(tables: tuple[Table, ...]) -> Iterator[tuple[str, bytes]]:
    for table in tables:
        if table.record:
            yield f"schemas/{table.name}.json", json_bytes(table_schema(table, table.record))
    records = {kind.slug: kind.record for kind in (*ENTRY_KINDS, SOURCES)} | {"term": Term}
    for name, record in records.items():
        yield f"schemas/front-matter-{name}.json", json_bytes(front_matter_schema(record))


def json_bytes(value: object) -> bytes:
    """Return a value as JSON in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
