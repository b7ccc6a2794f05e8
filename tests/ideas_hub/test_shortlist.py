"""What the shortlist knows of an entry."""

from __future__ import annotations

import json
from pathlib import Path

from ideas_hub.assemble import read_hub
from ideas_hub.hub import Hub
from ideas_hub.shortlist import compared, fact_files, said
from ideas_hub.views.entries import entry_view
from ideas_hub.views.page import Fact, Link, Page
from ideas_hub.views.shortlist import ROWS
from tests.ideas_hub.conftest import FILES


def told(hub: Hub, file: str) -> dict[str, bytes]:
    entry = next(entry for entry in hub.entries if entry.file == file)
    view = entry_view(entry, hub, {document.file: document.article for document in hub.documents})
    return {path: make() for path, make in fact_files(lambda: view, entry)}


def test_an_entry_has_its_facts_beside_its_page_in_the_order_shown(hub: Hub) -> None:
    """A script in ASCII that hands over the entry's key, kind, title and rows; a row it says nothing of is not there."""
    [(path, script)] = told(hub, "case_studies/walking.md").items()
    start, _, rest = script.decode("ascii").partition(",")
    key, kind, title, rows = json.loads(rest.removesuffix(");\n"))

    assert path == "case-studies/walking/facts.js"
    assert start == 'ideasHub.facts("case-studies/walking"'
    assert (key, kind) == ("case-studies/walking", "Case study")
    assert title == hub.case_studies["walking"].facts.title
    assert list(rows) == [row.id for row in ROWS if row.id in rows]
    assert rows["about"] == [hub.case_studies["walking"].facts.summary]
    assert all(rows.values())


def test_an_old_address_still_tells_the_facts_of_the_new_one(tree: Path) -> None:
    """A list that was shared before an entry was renamed stays whole."""
    file = "case_studies/walking.md"
    (tree / file).write_text(FILES[file].replace("---\n", "---\nredirect_from: [strolling]\n", 1), encoding="utf-8")
    files = told(read_hub(tree)[0], file)

    assert files["case-studies/strolling/facts.js"].startswith(b'ideasHub.facts("case-studies/strolling",["case-studies/walking",')


def test_the_first_fitting_row_of_the_facts_box_counts_and_every_row_of_could_we(hub: Hub) -> None:
    """A learning point helps communities; where it names none, the row says whom it is for."""
    view = entry_view(next(iter(hub.case_studies.values())), hub, {document.file: document.article for document in hub.documents})
    page = Page("T", "S", view.page.address)
    both = compared(type(view)("ideas", "Idea", page, "", facts=(Fact("For", "Funders"), Fact("Helps", "Carers"))))
    cost = compared(
        type(view)("ideas", "Idea", page, "", could_we=(Fact("Cost", "Little."), Fact("Cost band", links=(Link("Free", "find/"),))))
    )

    assert both["for"] == ("Carers",)
    assert cost["cost"] == ("Little.", "Free")


def test_words_and_links_of_a_row_are_told_once_each() -> None:
    """A place named like its region is named once."""
    assert (
        said(Fact("Where", "London", (Link("London", "regions/london/"), Link("Across England", "regions/national/"))))
        == "London, Across England"
    )
