"""Open data: valid for the programs that read it, and equal to the pages."""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jinja2 import Environment

from ideas_hub.formats.data_package import data_package_files, json_type, version_date
from ideas_hub.model.hub import Hub
from ideas_hub.views.data import data_tables
from ideas_hub.views.page import Site

CASTS: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_data_package_names_every_file_with_size_and_digest(data: dict[str, bytes]) -> None:
    """Frictionless Data Package 1: a name, licences, resources with unique names, and what each file really is."""
    package = json.loads(data["datapackage.json"])
    resources = {resource["path"]: resource for resource in package["resources"]}

    assert (package["profile"], package["licenses"][0]["name"]) == ("data-package", "CC0-1.0")
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert set(resources) == {
        name for name in data if name.endswith((".csv", ".json", ".geojson")) and "/" not in name
    } - {"datapackage.json"}
    assert len({resource["name"] for resource in package["resources"]}) == len(resources)
    for path, resource in resources.items():
        assert resource["bytes"] == len(data[path])
        assert resource["hash"] == f"sha256:{hashlib.sha256(data[path]).hexdigest()}"


def test_every_cell_is_what_its_field_says(data: dict[str, bytes]) -> None:
    """The header is the list of fields; dates are dates, numbers numbers; a key is there once."""
    for resource in json.loads(data["datapackage.json"])["resources"]:
        if resource["format"] != "csv":
            continue
        fields = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        rows = rows_of(data[resource["path"]])
        assert list(rows[0]) == list(fields)
        for row in rows:
            for name, cell in row.items():
                assert cell == "" or CASTS[fields[name]](cell) is not None
        keys = [tuple(row[key] for key in resource["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ({"type": "string", "format": "date"}, "date"),
        ({"anyOf": [{"type": "integer"}, {"type": "number"}, {"type": "null"}]}, "number"),
        ({"anyOf": [{"type": "integer"}, {"type": "string"}]}, "string"),
        ({"$ref": "#/$defs/Period"}, "object"),
        ({"enum": ["a", "b"]}, "string"),
    ],
)
def test_a_field_has_one_type_by_its_schema(schema: dict[str, Any], name: str) -> None:
    """Null does not count, and what can be several things is a string."""
    assert json_type(schema) == name


def test_the_dictionary_explains_every_field_of_every_file(data: dict[str, bytes], full_hub: Hub) -> None:
    """In plain words; the same words as the data page's."""
    meanings = {(row["file"], row["field"]): row["meaning"] for row in rows_of(data["dictionary.csv"])}

    assert meanings == {
        (f"{t.name}.csv", field): meaning for t in data_tables(full_hub) for field, meaning in t.fields.items()
    }
    assert all(meanings.values())


def test_one_archive_holds_everything_and_says_no_hour(data: dict[str, bytes]) -> None:
    """All files, each as published, with a fixed time."""
    with zipfile.ZipFile(io.BytesIO(data["mending-wales-data.zip"])) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        held = {name.removeprefix("mending-wales-data/"): archive.read(name) for name in archive.namelist()}

    assert held == {name: content for name, content in data.items() if name != "mending-wales-data.zip"}


def test_the_same_content_gives_the_same_bytes(
    full_hub: Hub, site: Site, templates: Environment, data: dict[str, bytes]
) -> None:
    """No hour of the build is in a data file."""
    files = data_package_files(data_tables(full_hub), full_hub, site, templates)

    assert {path.removeprefix("data/"): content for path, content in files} == data


def test_the_version_is_the_day_the_content_last_changed(hub: Hub, data: dict[str, bytes]) -> None:
    """The latest day of any entry, here that of a review; never the day of the build."""
    none = replace(hub, case_studies={}, learning_points={}, programmes={}, tools={}, events={}, trails={})

    assert json.loads(data["datapackage.json"])["version"] == "2026.11.02"
    assert version_date(none) == date(1970, 1, 1)


def test_without_an_address_of_the_site_there_is_no_homepage(hub: Hub, site: Site, templates: Environment) -> None:
    """Nothing is invented."""
    files = dict(data_package_files(data_tables(hub), hub, replace(site, url=""), templates))

    assert "homepage" not in json.loads(files["data/datapackage.json"])


def test_hostile_words_stay_words(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """JSON and GeoJSON say them as they are; in CSV an apostrophe keeps a formula from running."""
    files = dict(data_package_files(data_tables(hostile_hub), hostile_hub, site, templates))
    hostile = hostile_hub.case_studies["soldering"].facts.title

    assert json.loads(files["data/case-studies.json"])[0]["title"] == hostile
    assert json.loads(files["data/case-studies.geojson"])["features"][0]["properties"]["title"] == hostile
    assert rows_of(files["data/case-studies.csv"])[0]["title"] == f"'{hostile}"
