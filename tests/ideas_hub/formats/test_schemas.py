"""The published JSON Schemas accept every row and every file of the hub, and refuse what the check refuses."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS, SOURCES
from ideas_hub.views.data import data_tables

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
CONSTRAINTS: dict[str, Callable[[Any, Any, dict[str, Any]], bool]] = {
    "enum": lambda value, allowed, _: value in allowed,
    "const": lambda value, allowed, _: value == allowed,
    "pattern": lambda value, pattern, _: bool(re.search(pattern, value)),
    "minLength": lambda value, least, _: len(value) >= least,
    "maxLength": lambda value, most, _: len(value) <= most,
    "minItems": lambda value, least, _: len(value) >= least,
    "maxItems": lambda value, most, _: len(value) <= most,
    "minimum": lambda value, least, _: value >= least,
    "maximum": lambda value, most, _: value <= most,
    "required": lambda value, names, _: set(names) <= set(value),
    "additionalProperties": lambda value, allowed, schema: (
        allowed is not False or set(value) <= set(schema["properties"])
    ),
    "properties": lambda *_: True,
    "items": lambda *_: True,
}
NO_CONSTRAINT = {"$ref", "$defs", "$schema", "anyOf", "type", "title", "description", "default", "format"}


def violations(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield where a value violates a JSON Schema (draft 2020-12; a keyword that our schemas do not use is an error)."""
    if "$ref" in schema:
        yield from violations(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, path)
    if "anyOf" in schema and not any(not list(violations(value, choice, root)) for choice in schema["anyOf"]):
        yield f"{path}: none of the choices"
    if "type" in schema and (
        not isinstance(value, TYPES[schema["type"]]) or (schema["type"] != "boolean" and isinstance(value, bool))
    ):
        yield f"{path}: not {schema['type']}"
        return
    for keyword in schema.keys() - NO_CONSTRAINT:
        if not CONSTRAINTS[keyword](value, schema[keyword], schema):
            yield f"{path}: {keyword}"
    for number, item in enumerate(value if isinstance(value, list) else ()):
        yield from violations(item, schema.get("items", {}), root, f"{path}[{number}]")
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield from violations(inner, schema.get("properties", {}).get(name, {}), root, f"{path}.{name}")


def test_every_data_file_fits_its_published_schema(data: dict[str, bytes], full_hub: Hub) -> None:
    """What the schema promises a programmer holds for every row."""
    names = [table.name for table in data_tables(full_hub)]

    assert {"case-studies", "terms", "evidence", "organisations"} <= {*names}
    for name in names:
        schema, rows = json.loads(data[f"schemas/{name}.json"]), json.loads(data[f"{name}.json"])
        assert list(violations(rows, schema, schema, name)) == []


def test_every_file_of_the_repository_fits_the_schema_of_its_kind(full_hub: Hub, data: dict[str, bytes]) -> None:
    """A form made from the schema asks for what the check accepts."""
    for document in [*full_hub.entries, *full_hub.sources.values(), *full_hub.vocabulary.terms()]:
        name = document.kind.slug if document.kind in {*ENTRY_KINDS, SOURCES} else "term"
        schema = json.loads(data[f"schemas/front-matter-{name}.json"])
        facts = document.facts.model_dump(mode="json", exclude_none=True)
        assert list(violations(facts, schema, schema, document.file)) == []


def test_a_schema_refuses_what_the_check_refuses(data: dict[str, bytes]) -> None:
    """An unknown field, a missing one, a wrong type."""
    schema = json.loads(data["schemas/case-studies.json"])
    row = json.loads(data["case-studies.json"])[0]

    assert list(violations([{**row, "colour": "red"}], schema, schema))
    assert list(violations([{key: value for key, value in row.items() if key != "title"}], schema, schema))
    assert list(violations([{**row, "themes": "tools-electrics"}], schema, schema))


def test_a_schema_explains_the_fields_of_front_matter(data: dict[str, bytes]) -> None:
    """An editor that shows the schema shows what a field means."""
    fields = json.loads(data["schemas/front-matter-case-study.json"])["properties"]

    assert fields["organisation"]["description"] == "The group that led the work."
