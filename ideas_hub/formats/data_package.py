"""Everything on the hub as open data: files, what their fields mean, a description for programs, and one archive of all.

Sources: https://specs.frictionlessdata.io/data-package/ (version 1), RFC 7946 (GeoJSON).
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

from jinja2 import Environment

from ideas_hub.formats import geojson, schemas
from ideas_hub.formats.feeds import LONG_AGO
from ideas_hub.formats.sitemap import last_change
from ideas_hub.formats.tables import table_csv, table_json
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.views.data_tables import Table
from ideas_hub.views.page import Site

NAME = "ideas-hub"
ARCHIVE = f"{NAME}-data.zip"
DESCRIPTOR = "datapackage.json"
LICENCE = {
    "name": "CC0-1.0",
    "title": "CC0 1.0 Universal",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}
DICTIONARY_FIELDS = {
    "file": "The data file.",
    "field": "The column in the CSV file, and the key in the JSON file.",
    "type": "What it holds: text, a list, a number, a date, or true and false.",
    "meaning": "What it means.",
}
FIRST_DAY = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the earliest that an archive knows: an archive says when its content changed, not its files
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
    """Return the day the data last changed or was checked, which is its version; never the day of the build."""
    return max((last_change(entry.facts) for entry in hub.entries), default=LONG_AGO)


def json_type(schema: dict[str, Any]) -> str:
    """Return what a field holds by its JSON Schema: "date", or a type of JSON; whatever may differ is a string."""
    choices = [choice for choice in schema.get("anyOf", [schema]) if choice.get("type") != "null"]
    kinds = {
        "date" if choice.get("format") == "date" else choice.get("type", "object" if "$ref" in choice else "string")
        for choice in choices
    }
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else "string"


def dictionary(tables: tuple[Table, ...]) -> Table:
    """Return what every field of every data file means, as a data file of its own."""
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


def data_files(tables: tuple[Table, ...], hub: Hub) -> dict[str, bytes]:
    """Return every data file by its path below data/."""
    made: dict[str, bytes] = {}
    for table in (*tables, dictionary(tables)):
        made[f"{table.name}.csv"] = table_csv(table).encode()
        made[f"{table.name}.json"] = table_json(table).encode()
    by_name = {table.name: table for table in tables}
    made["projects.geojson"] = geojson.geojson_bytes(geojson.projects(by_name["projects"], hub))
    made["case-studies.geojson"] = geojson.geojson_bytes(geojson.case_studies(by_name["case-studies"], hub))
    made |= {path.removeprefix(addresses.DATA): content for path, content in schemas.schema_files(tables)}
    return made


def descriptor(tables: tuple[Table, ...], hub: Hub, site: Site, made: dict[str, bytes]) -> dict[str, Any]:
    """Return datapackage.json: every file with its fields, its size and its digest."""
    day = version_date(hub)
    known = {table.name: table for table in (*tables, dictionary(tables))}
    return {
        "profile": "data-package",
        "name": NAME,
        "title": f"{site.name}: open data",
        "description": f"{site.strapline}. Every case study, learning point, project, programme, idea, term and figure.",
        **({"homepage": f"{site.url}{addresses.DATA}"} if site.url else {}),
        "version": day.isoformat().replace("-", "."),
        "created": f"{day.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "sources": [{"title": source.facts.title} for source in hub.sources.values()],
        "resources": [
            _resource(path, content, known) for path, content in made.items() if not path.startswith("schemas/")
        ],
    }


def _resource(path: str, content: bytes, tables: dict[str, Table]) -> dict[str, Any]:
    name, _, ending = path.rpartition(".")
    table = tables[name]
    common = {
        "name": name if ending == "csv" else f"{name}-{ending}",
        "path": path,
        "title": table.name.replace("-", " ").capitalize(),
        "description": table.about,
        "format": ending,
        "mediatype": {"csv": "text/csv", "json": "application/json", "geojson": "application/geo+json"}[ending],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if ending != "csv":
        return {**common, "profile": "data-resource"}
    keys = ["file", "field"] if name == "dictionary" else ["id"]
    fields = [
        {
            "name": field,
            "type": _cell_type(schema),
            "description": schema["description"],
            **({"constraints": {"required": True}} if field in keys else {}),
        }
        for field, schema in schemas.properties(table).items()
    ]
    return {
        **common,
        "profile": "tabular-data-resource",
        "schema": {"fields": fields, "primaryKey": keys, "missingValues": [""]},
    }


def _cell_type(schema: dict[str, Any]) -> str:
    """Return what a cell holds; lists and groups of facts are joined into text."""
    kind = json_type(schema)
    return "string" if kind in {"array", "object"} else kind


def archive(made: dict[str, bytes]) -> bytes:
    """Return files as one zip archive, the same bytes on every day and machine.

    They are stored, not pressed: what one library presses differs from what the next one does.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archived:
        for path, content in sorted(made.items()):
            entry = zipfile.ZipInfo(f"{NAME}-data/{path}", FIRST_DAY)
            entry.create_system = 3  # Unix, whatever this machine is
            entry.external_attr = 0o644 << 16
            archived.writestr(entry, content)
    return out.getvalue()


def data_package_files(
    tables: tuple[Table, ...], hub: Hub, site: Site, environment: Environment
) -> Iterator[tuple[str, bytes]]:
    """Yield every data file, its description and the archive of all as (path, content).  tables: every data set."""
    made = data_files(tables, hub)
    made[DESCRIPTOR] = schemas.json_bytes(descriptor(tables, hub, site, made))
    readme = environment.get_template("hub/data_readme.md").render(site=site, tables=tables, version=version_date(hub))
    made["README.md"] = readme.encode()
    for path, content in made.items():
        yield addresses.data(path), content
    yield addresses.data(ARCHIVE), archive(made)
