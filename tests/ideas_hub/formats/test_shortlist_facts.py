"""What the shortlist knows of an entry."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ideas_hub.formats.shortlist_facts import comparison_rows, fact_files, fact_text, fnv_1a
from ideas_hub.model.hub import Hub
from ideas_hub.repository.load import read_hub
from ideas_hub.views.entries import entry_view
from ideas_hub.views.page import Fact, Link
from ideas_hub.views.shortlist import ROWS, fact_file_count
from tests.ideas_hub.conftest import FILES

FILE = "case_studies/soldering.md"


def scripts(hub: Hub) -> dict[str, bytes]:
    return {path: render() for path, _, render in fact_files(hub)}


def facts_in(script: bytes) -> dict[str, Any]:
    """Return the facts in a script, by key."""
    facts: dict[str, Any] = json.loads(script.decode("ascii").removeprefix("ideasHub.facts(").removesuffix(");\n"))
    return facts


def hub_of_size(hub: Hub, entries: int) -> Hub:
    """Return a hub with this many case studies and no other entries."""
    study = hub.case_studies["soldering"]
    studies = {name: replace(study, id=name) for name in (f"study-{number}" for number in range(entries))}
    return replace(
        hub, case_studies=studies, learning_points={}, programmes={}, ideas={}, trails={}, tools={}, events={}
    )


def test_an_entry_has_its_facts_in_the_order_shown(hub: Hub) -> None:
    """The entry's key, kind, title and rows; a row it says nothing of is not there."""
    [(path, script)] = scripts(hub).items()
    key, kind, title, rows = facts_in(script)["case-studies/soldering"]

    assert path == "shortlist/facts.0.js"
    assert (key, kind) == ("case-studies/soldering", "Case study")
    assert title == hub.case_studies["soldering"].facts.title
    assert list(rows) == [row for row, _ in ROWS if row in rows]
    assert rows["about"] == [hub.case_studies["soldering"].facts.summary]
    assert all(rows.values())


def test_an_old_key_still_has_the_facts_of_the_new_one(tree: Path) -> None:
    """A list that was shared before an entry was renamed stays whole."""
    (tree / FILE).write_text(FILES[FILE].replace("---\n", "---\nredirect_from: [torches]\n", 1), encoding="utf-8")
    [script] = scripts(read_hub(tree)[0]).values()

    assert facts_in(script)["case-studies/torches"] == facts_in(script)["case-studies/soldering"]


def test_the_text_of_a_case_study_is_in_none_of_the_scripts(tree: Path, hub: Hub) -> None:
    """They depend on facts alone, so an edit of a text leaves every script as it was."""
    (tree / FILE).write_text(f"{FILES[FILE]}\n## One heading more\n\nAnd a paragraph.\n", encoding="utf-8")

    assert scripts(read_hub(tree)[0]) == scripts(hub)


def test_the_key_alone_determines_the_script_of_an_entry(hub: Hub) -> None:
    """Every entry of a larger hub is in the script of its key's number, once, and no script is missing."""
    large = hub_of_size(hub, 100)
    files = scripts(large)

    assert list(files) == [f"shortlist/facts.{number}.js" for number in range(8)]
    placed = {key: path for path, script in files.items() for key in facts_in(script)}
    assert placed == {
        key: f"shortlist/facts.{fnv_1a(key) % 8}.js" for key in (f"case-studies/{name}" for name in large.case_studies)
    }
    assert sum(len(facts_in(script)) for script in files.values()) == 100


@pytest.mark.parametrize(("entries", "files"), [(0, 1), (19, 1), (20, 2), (39, 2), (40, 4), (5_000, 256)])
def test_the_number_of_scripts_depends_on_that_of_entries_alone(hub: Hub, entries: int, files: int) -> None:
    """A power of two that leaves ten to twenty entries each."""
    assert fact_file_count(hub_of_size(hub, entries)) == files


@pytest.mark.parametrize(("text", "digest"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)])
def test_the_hash_is_the_known_one(text: str, digest: int) -> None:
    """Test values published with the algorithm."""
    assert fnv_1a(text) == digest


def test_the_first_fitting_fact_counts_and_every_fact_on_the_cost(hub: Hub) -> None:
    """A learning point helps communities; where it names none, the row says whom it is for."""
    view = entry_view(hub.case_studies["soldering"], hub)
    audience, helped = Fact("For", "Funders", id="audience"), Fact("Helps", "Newcomers", id="for")
    cost = (Fact("Cost", "Little.", id="cost"), Fact("Cost band", links=(Link("Free", "find/"),), id="cost_band"))
    rows = comparison_rows(replace(view, key_facts=(audience, helped, *cost), more_facts=()))

    assert rows["for"] == ("Newcomers",)
    assert rows["cost"] == ("Little.", "Free")
    assert comparison_rows(replace(view, key_facts=(audience,)))["for"] == ("Funders",)


def test_words_and_links_of_a_row_are_named_once_each() -> None:
    """A place may have the name of its region."""
    links = (Link("Conwy", "regions/conwy/"), Link("Across Wales", "regions/national/"))

    assert fact_text(Fact("Where", "Conwy", links)) == "Conwy, Across Wales"
