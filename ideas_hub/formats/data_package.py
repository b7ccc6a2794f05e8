"""Everything on the hub as open data: the files, a data dictionary, a descriptor for programs and one archive.

Source: https://specs.frictionlessdata.io/data-package/ (version 1).
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from jinja2 import Environment

from ideas_hub.engine.zip_file import zipped
from ideas_hub.formats import schemas
from ideas_hub.formats.publication import DATA_LICENCE, EPOCH, MEDIA_TYPES, changed_or_checked
from ideas_hub.formats.tables import table_csv, table_geojson, table_json
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.views.data import Table, points_by_table
from ideas_hub.views.page import Site

DESCRIPTOR = "datapackage.json"
LICENCE = {
    "name": "CC0-1.0",
    "title": "CC0 1.0 Universal",
    "path": DATA_LICENCE,
}
CONTENTS = "All its facts and figures, each figure with its base and its source."
DICTIONARY_FIELDS = {
    "file": "The data file.",
    "field": "The column in the CSV file, and the key in the JSON file.",
    "type": "What it holds: text, a list, a number, a date, or true and false.",
    "meaning": "What it means.",
}
TYPE_WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "date": "date",
    "array": "list",
    "object": "group of facts",
}


def version_date(hub: Hub) -> date:
    """Return the day the data last changed or was checked, which is its version; not the day of the build."""
    return max((changed_or_checked(entry.facts) for entry in hub.entries), default=EPOCH)


def json_type(schema: dict[str, Any]) -> str:
    """Return a field's type by its JSON Schema: "date", or a JSON type; "string" if there are several."""
    choices = [choice for choice in schema.get("anyOf", [schema]) if choice.get("type") != "null"]
    kinds = {
        "date" if choice.get("format") == "date" else choice.get("type", "object" if "$ref" in choice else "string")
        for choice in choices
    }
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else "string"


def dictionary(tables: tuple[Table, ...]) -> Table:
    """Return the data dictionary: the meaning of every field of every data file, as a table."""
    rows = [
        {
            "file": f"{table.name}.csv",
            "field": field,
            "type": TYPE_WORDS[json_type(schema)],
            "meaning": schema["description"],
        }
        for table in tables
        for field, schema in schemas.properties(table).items()
    ]
    return Table("dictionary", "What every field of every file means.", DICTIONARY_FIELDS, tuple(rows))


def data_files(by_name: dict[str, Table], hub: Hub) -> dict[str, bytes]:
    """Return the content of every file of these tables, by its path below data/."""
    files: dict[str, bytes] = {}
    for name, table in by_name.items():
        files[f"{name}.csv"] = table_csv(table).encode()
        files[f"{name}.json"] = table_json(table).encode()
    for name, points in points_by_table(hub).items():
        files[f"{name}.geojson"] = table_geojson(by_name[name], points).encode()
    return files


def descriptor(by_name: dict[str, Table], hub: Hub, site: Site, files: dict[str, bytes]) -> dict[str, Any]:
    """Return datapackage.json: every file of these tables with its fields, its size in bytes and its digest."""
    day = version_date(hub)
    return {
        "profile": "data-package",
        "name": site.short_name,
        "title": f"{site.name}: open data",
        "description": f"{site.strapline}. {CONTENTS}",
        **({"homepage": f"{site.url}{addresses.DATA}"} if site.url else {}),
        "version": day.isoformat().replace("-", "."),
        "created": f"{day.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "sources": [{"title": source.facts.title} for source in hub.sources.values()],
        "resources": [_resource(path, content, by_name[path.partition(".")[0]]) for path, content in files.items()],
    }


def _resource(path: str, content: bytes, table: Table) -> dict[str, Any]:
    name, _, extension = path.rpartition(".")
    return {
        "name": name if extension == "csv" else f"{name}-{extension}",
        "path": path,
        "title": table.name.replace("-", " ").capitalize(),
        "description": table.about,
        "format": extension,
        "mediatype": MEDIA_TYPES[extension],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        **(_csv_profile(table) if extension == "csv" else {"profile": "data-resource"}),
    }


def _csv_profile(table: Table) -> dict[str, Any]:
    keys = ["file", "field"] if table.name == "dictionary" else ["id"]
    fields = [
        {
            "name": field,
            "type": _cell_type(schema),
            "description": schema["description"],
            **({"constraints": {"required": True}} if field in keys else {}),
        }
        for field, schema in schemas.properties(table).items()
    ]
    table_schema = {"fields": fields, "primaryKey": keys, "missingValues": [""]}
    return {"profile": "tabular-data-resource", "schema": table_schema}


def _cell_type(schema: dict[str, Any]) -> str:
    """Return the type of a CSV cell; lists and objects become text."""
    kind = json_type(schema)
    return "string" if kind in {"array", "object"} else kind


def data_package_files(
    tables: tuple[Table, ...], hub: Hub, site: Site, environment: Environment
) -> Iterator[tuple[str, bytes]]:
    """Yield every data file, the descriptor, the README and the archive as (path, content).  tables: all data sets."""
    by_name = {table.name: table for table in (*tables, dictionary(tables))}
    files = data_files(by_name, hub)
    package = schemas.json_bytes(descriptor(by_name, hub, site, files))
    files |= dict(schemas.schema_files(tables))
    readme = environment.get_template("hub/data_readme.md").render(
        site=site, tables=tables, version=version_date(hub), maps=tuple(points_by_table(hub))
    )
    files |= {DESCRIPTOR: package, "README.md": readme.encode()}
    for path, content in files.items():
        yield addresses.data(path), content
    yield addresses.archive(site.short_name), zipped(sorted(files.items()), f"{site.short_name}-data", compress=False)
