"""Open data: valid for the programs that read it, and equal to the pages."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import markdown
import pytest
from jinja2 import Environment

from ideas_hub.formats import data_package, markdown_copies, schemas
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS, SOURCES
from ideas_hub.repository.assemble import read_hub
from ideas_hub.views.data_tables import data_tables
from ideas_hub.views.page import Site
from tests.ideas_hub.conftest import all_copies

ROOT = Path(__file__).resolve().parents[3]
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "array": (list,), "object": (dict,), "null": (type(None),),
}  # fmt: skip
CASTS: dict[str, Callable[[str], object]] = {
    "string": str, "integer": int, "number": float, "date": date.fromisoformat, "boolean": {"true": True, "false": False}.__getitem__,
}  # fmt: skip


def mistakes(value: Any, schema: dict[str, Any], whole: dict[str, Any], where: str = "") -> Iterator[str]:
    """Yield where a value breaks a JSON Schema (draft 2020-12; the words that our schemas use, and no others pass)."""
    if "$ref" in schema:
        yield from mistakes(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, where)
    if "anyOf" in schema and not any(not list(mistakes(value, choice, whole)) for choice in schema["anyOf"]):
        yield f"{where}: none of the choices"
    if "type" in schema and (
        not isinstance(value, TYPES[schema["type"]]) or (schema["type"] != "boolean" and isinstance(value, bool))
    ):
        yield f"{where}: not {schema['type']}"
        return
    known = {"$ref", "$defs", "$schema", "anyOf", "type", "title", "description", "default", "format"}
    for word in schema.keys() - known:
        if not FITS[word](value, schema[word], schema):
            yield f"{where}: {word}"
    for number, item in enumerate(value if isinstance(value, list) else ()):
        yield from mistakes(item, schema.get("items", {}), whole, f"{where}[{number}]")
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield from mistakes(inner, schema.get("properties", {}).get(name, {}), whole, f"{where}.{name}")


FITS: dict[str, Callable[[Any, Any, dict[str, Any]], bool]] = {
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


@pytest.fixture(scope="module")
def real_hub() -> Hub:
    return read_hub(ROOT)[0]


@pytest.fixture(scope="module")
def files(real_hub: Hub, site: Site, templates: Environment) -> dict[str, bytes]:
    """The open data of the real hub, by path below data/."""
    return {
        path.removeprefix("data/"): content
        for path, content in data_package.data_package_files(data_tables(real_hub), real_hub, site, templates)
    }


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_json_file_fits_its_published_schema(files: dict[str, bytes]) -> None:
    """What the schema promises a programmer holds for every row."""
    names = [name for name in schemas.RECORDS if f"{name}.json" in files]
    assert len(names) == 7
    for name in names:
        schema = json.loads(files[f"schemas/{name}.json"])
        assert list(mistakes(json.loads(files[f"{name}.json"]), schema, schema, name)) == []


def test_every_file_of_the_repository_fits_the_schema_of_its_kind(real_hub: Hub, files: dict[str, bytes]) -> None:
    """A form made from the schema asks for what the check accepts."""
    for document in [*real_hub.entries, *real_hub.sources.values(), *real_hub.vocabulary.terms()]:
        name = document.kind.singular.replace(" ", "-") if document.kind in {*ENTRY_KINDS, SOURCES} else "term"
        schema = json.loads(files[f"schemas/front-matter-{name}.json"])
        facts = document.facts.model_dump(mode="json", exclude_none=True)
        assert list(mistakes(facts, schema, schema, document.file)) == []


def test_a_schema_refuses_what_the_check_refuses(files: dict[str, bytes]) -> None:
    """An unknown field, a missing one, a wrong type."""
    schema = json.loads(files["schemas/case-studies.json"])
    row = json.loads(files["case-studies.json"])[0]

    assert list(mistakes([{**row, "colour": "red"}], schema, schema))
    assert list(mistakes([{key: value for key, value in row.items() if key != "title"}], schema, schema))
    assert list(mistakes([{**row, "themes": "faith"}], schema, schema))


def test_the_data_package_names_every_file_with_size_and_digest(files: dict[str, bytes]) -> None:
    """Frictionless Data Package 1: a name, licences, resources with names of their own, and what each file really is."""
    made = json.loads(files["datapackage.json"])
    resources = {resource["path"]: resource for resource in made["resources"]}

    assert (made["profile"], made["licenses"][0]["name"]) == ("data-package", "CC0-1.0")
    assert re.fullmatch(r"[a-z0-9._-]+", made["name"])
    assert set(resources) == {
        name for name in files if name.endswith((".csv", ".json", ".geojson")) and "/" not in name
    } - {"datapackage.json"}
    assert len({resource["name"] for resource in made["resources"]}) == len(resources)
    for path, resource in resources.items():
        assert resource["bytes"] == len(files[path])
        assert resource["hash"] == f"sha256:{hashlib.sha256(files[path]).hexdigest()}"


def test_every_cell_is_what_its_field_says(files: dict[str, bytes]) -> None:
    """The header is the list of fields; dates are dates, numbers numbers; a key is there once."""
    for resource in json.loads(files["datapackage.json"])["resources"]:
        if resource["format"] != "csv":
            continue
        fields = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        rows = rows_of(files[resource["path"]])
        assert list(rows[0]) == list(fields)
        for row in rows:
            for name, cell in row.items():
                assert cell == "" or CASTS[fields[name]](cell) is not None
        keys = [tuple(row[key] for key in resource["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)


def test_the_dictionary_explains_every_field_of_every_file(files: dict[str, bytes], real_hub: Hub) -> None:
    """In plain words; the same words as the data page's."""
    told = {(row["file"], row["field"]): row["meaning"] for row in rows_of(files["dictionary.csv"])}

    assert told == {
        (f"{t.name}.csv", field): meaning for t in data_tables(real_hub) for field, meaning in t.fields.items()
    }
    assert all(told.values())


@pytest.mark.parametrize("name", ["projects", "case-studies"])
def test_points_are_in_england_and_no_finer_than_a_district(files: dict[str, bytes], name: str) -> None:
    """RFC 7946: longitude first; a tenth of a degree; the facts are those of the other files, without finer co-ordinates."""
    made = json.loads(files[f"{name}.geojson"])
    rows = {row["id"]: row for row in json.loads(files[f"{name}.json"])}

    assert made["type"] == "FeatureCollection"
    assert {feature["id"] for feature in made["features"]} == set(rows)
    for feature in made["features"]:
        properties = feature["properties"]
        assert properties == {field: value for field, value in rows[feature["id"]].items() if "itude" not in field}
        if feature["geometry"]:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -6.5 < longitude < 2
            assert 49.5 < latitude < 56
            assert (round(longitude, 1), round(latitude, 1)) == (longitude, latitude)


def test_one_archive_holds_everything_and_says_no_hour(files: dict[str, bytes]) -> None:
    """All files, each as published, with a fixed time."""
    with zipfile.ZipFile(io.BytesIO(files["ideas-hub-data.zip"])) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        held = {name.removeprefix("ideas-hub-data/"): archive.read(name) for name in archive.namelist()}

    assert held == {name: content for name, content in files.items() if name != "ideas-hub-data.zip"}


def test_the_same_content_gives_the_same_bytes(
    real_hub: Hub, site: Site, templates: Environment, files: dict[str, bytes]
) -> None:
    """The version is the day the content last changed, not the day of the build."""
    again = {
        path.removeprefix("data/"): content
        for path, content in data_package.data_package_files(data_tables(real_hub), real_hub, site, templates)
    }
    newest = max(max(d for d in (e.facts.published, e.facts.updated, e.facts.reviewed) if d) for e in real_hub.entries)

    assert again == files
    assert json.loads(files["datapackage.json"])["version"] == newest.isoformat().replace("-", ".")


def test_hostile_words_stay_words(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """JSON and GeoJSON say them as they stand; in CSV an apostrophe keeps a formula from running."""
    made = dict(data_package.data_package_files(data_tables(hostile_hub), hostile_hub, site, templates))
    hostile = hostile_hub.case_studies["walking"].facts.title

    assert json.loads(made["data/case-studies.json"])[0]["title"] == hostile
    assert json.loads(made["data/case-studies.geojson"])["features"][0]["properties"]["title"] == hostile
    assert rows_of(made["data/case-studies.csv"])[0]["title"] == f"'{hostile}"


def copies(hub: Hub, site: Site, templates: Environment) -> dict[str, str]:
    return {path: content.decode() for path, content in all_copies(hub, site, templates).items()}


def test_each_entry_is_there_as_markdown(hub: Hub, site: Site, templates: Environment) -> None:
    """All that the page says, its links leading to pages."""
    made = copies(hub, site, templates)
    text = made["case-studies/walking/index.md"]

    assert len(made) == len(hub.entries) + 1
    assert text.startswith("# Walking together in Somerset\n")
    assert "[other carers](../../communities/carers/)" in text
    assert "- A warm welcome at the door." in text
    assert "24 people:** People who came (based on: All people who signed up)" in text
    assert "\n\n\n" not in text


def test_hostile_words_stay_words_in_markdown(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """A Markdown reader shows no tag and no link that words made."""
    text = copies(hostile_hub, site, templates)["case-studies/walking/index.md"]
    shown = markdown.markdown(text.splitlines()[0])

    assert "<b>" not in shown
    assert shown.startswith("<h1>=HYPERLINK(")
    assert "&lt;/script&gt;" in shown


@pytest.mark.parametrize(("words", "written"), [
    ("# no heading", r"\# no heading"), ("- no list", r"\- no list"), ("1. no list", r"1\. no list"), ("[no](link)", r"\[no\](link)"),
    ("*no* _stress_", r"\*no\* \_stress\_"), ("AT&amp;T & Co", "AT&amp;amp;T & Co"), ("a < b", "a &lt; b"), ("> no quote", r"\> no quote"), ("plain words", "plain words"), ("two\nlines", "two lines"),
])  # fmt: skip
def test_words_are_escaped_for_markdown_only_where_they_must(words: str, written: str) -> None:
    """Escapes are hard to read, so there are no more than needed."""
    assert markdown_copies.escape_markdown(words) == written


def test_llms_txt_lists_every_entry(hub: Hub, site: Site, templates: Environment) -> None:
    """https://llmstxt.org: a title, a summary as a quotation, and lists of links under headings."""
    text = copies(hub, site, templates)["llms.txt"]
    lines = text.splitlines()

    assert lines[0] == "# Ideas Hub"
    assert lines[2].startswith("> ")
    assert all(f"https://hub.example/ideas-hub/{entry.kind.id}/{entry.id}/index.md" in text for entry in hub.entries)
    assert "](case-studies/walking/index.md): Short walks" in copies(hub, replace(site, url=""), templates)["llms.txt"]
