"""Wherever a source's contents are used its authors are named, and no date is finer than the source's own."""

import csv
import json
import re
from pathlib import Path

import pytest

from ideas_hub.model.sections import LESSONS, OUR_READING

CREDIT = "Thimble and Spanner (2025)"
FINER = re.compile(r"2025[-/]10[-/]\d\d|\d (?:October|Oct) 2025|October \d+,? 2025")
"""A day of October 2025: the small hub's one source names its month, and nothing else in it is of that month."""

TEXTS = {".html", ".md", ".txt", ".xml", ".json", ".csv", ".js", ".bib", ".ris"}


def texts(site: Path) -> dict[str, str]:
    files = (path for path in sorted(site.rglob("*")) if path.suffix in TEXTS)
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in files}


def rows(site: Path, name: str) -> list[dict[str, str]]:
    with (site / f"data/{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def citing(site: Path) -> list[dict[str, object]]:
    """The rows of all entries that have a source."""
    names = ("case-studies", "learning-points", "programmes", "events")
    every = (row for name in names for row in json.loads((site / f"data/{name}.json").read_text(encoding="utf-8")))
    return [row for row in every if "sources" in row]


def test_every_page_and_copy_of_an_entry_names_the_authors_of_its_source(built_site: Path) -> None:
    entries = citing(built_site)

    assert len(entries) > 5
    for entry in entries:
        for file in ("index.html", "index.md"):
            text = (built_site / str(entry["address"]) / file).read_text(encoding="utf-8")
            assert re.search(rf"{re.escape(CREDIT)}, Evaluation of the Spare Parts Fund, \S", text), entry["address"]


def test_every_figure_names_the_authors_of_its_source_on_the_page_and_in_the_data(built_site: Path) -> None:
    """A source that several figures of a page share is named once, before them."""
    for page in (built_site / "evidence").rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        groups = re.split(r'<section class="(?:chart|figure-group)"', text)[1:] or text.split('class="number"')[1:]
        assert groups
        assert all(CREDIT in group for group in groups), page
    assert all(row["citation"].startswith(CREDIT) for row in rows(built_site, "evidence"))


@pytest.mark.parametrize("name", ["citations.bib", "citations.ris"])
def test_every_citation_names_the_authors_of_what_the_entry_rests_on(built_site: Path, name: str) -> None:
    text = (built_site / "data" / name).read_text(encoding="utf-8")

    assert text.count(f"Based on {CREDIT}") == len(citing(built_site))


def test_the_data_of_every_entry_say_who_wrote_its_source_and_when(built_site: Path) -> None:
    for entry in citing(built_site):
        assert str(entry["citation"]).startswith(CREDIT)
        assert entry["source_date"] == "2025-10"


def test_no_format_has_a_date_that_is_finer_than_the_source_s_own(built_site: Path) -> None:
    every = texts(built_site)

    assert {file: found[0] for file, text in every.items() if (found := FINER.search(text))} == {}
    assert sum("October 2025" in text for text in every.values()) > 5


def test_our_own_reading_is_marked_once_a_page_and_stands_apart(built_site: Path) -> None:
    point = (built_site / "learning-points/say-hello/index.html").read_text(encoding="utf-8")
    stated, inferred = point.split(OUR_READING)

    assert "case-studies/soldering/" in stated.partition("Where the source shows this")[2]
    assert "projects/wobbly-chair/" in inferred
    assert "projects/wobbly-chair/" not in stated
    study = (built_site / "case-studies/clock-club/index.html").read_text(encoding="utf-8")
    assert study.count(LESSONS.note) == 1
    assert OUR_READING not in study
