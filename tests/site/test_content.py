"""What the pages and the data say, against the sources' own facts."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.site.conftest import PageReader

Read = Callable[[str], PageReader]
Rows = Callable[[str], Any]

FACTS = {
    "argyle-community-trust": ("South West", "Plymouth", "£1"),
    "canal-river-trust": ("Midlands", "1,119", "430"),
    "delapre-abbey": ("Midlands", "301", "403"),
    "exeter-community-centre": ("South West", "4,174", "2,000"),
    "helix-arts": ("North East and Yorkshire", "175", "163"),
    "her-centre": ("London", "82%", "Greenwich"),
    "petrus-community": ("North West", "168", "£1,168,350"),
    "spark-somerset": ("South West", "24", "long Covid"),
    "wolverhampton-vsc": ("Midlands", "Wolverhampton", "£3,000"),
    "your-leisure-kent": ("South East", "Aylesham", "dementia"),
}


@pytest.mark.parametrize("study", FACTS)
def test_a_case_study_shows_its_facts(page: Read, study: str) -> None:
    """The NHS region, the place and the figures that a reader could use are on the page."""
    text = page(f"case-studies/{study}/").text

    assert [fact for fact in FACTS[study] if fact not in text] == []


@pytest.mark.parametrize("study", FACTS)
def test_a_case_study_links_each_of_its_terms_and_ends_with_where_to_go(page: Read, data: Callable[[str], Any], study: str) -> None:
    """Every theme, region and community of its data is a link on its page."""
    row = next(row for row in data("case-studies") if row["id"] == study)
    links = {link["href"] for link in page(f"case-studies/{study}/").all("a")}
    wanted = {
        f"../../regions/{row['region']}/",
        *(f"../../themes/{t}/" for t in row["themes"]),
        *(f"../../communities/{c}/" for c in row["communities"]),
    }

    assert wanted <= links
    assert "Where to go next" in [heading.text for heading in page(f"case-studies/{study}/").all("h2")]


@pytest.mark.parametrize("kind", ["themes", "regions", "communities"])
def test_a_term_s_page_lists_just_the_case_studies_that_carry_it(page: Read, data: Callable[[str], Any], kind: str) -> None:
    """Page and data agree for every term, and the count on the page is the count of the cards."""
    field = {"regions": "region"}.get(kind, kind)
    for term in (row for row in data("terms") if row["kind"] == kind):
        carrying = {row["id"] for row in data("case-studies") if term["id"] in row[field]}
        cards = {link["href"] for heading in ("h2", "h3") for link in page(term["address"]).all("a") if heading in link.inside}
        shown = {href.split("/")[-2] for href in cards if "/case-studies/" in href}
        assert shown == carrying, term["id"]
        assert term.get("case_studies", 0) == len(carrying)


def test_a_term_that_nothing_carries_has_its_page_and_is_in_no_list(page: Read) -> None:
    """The page of faith communities is there for the day it is needed; no menu or filter leads to it."""
    assert page("themes/faith/").one("h1").text == "Faith communities"
    for address in ("themes/", "find/", ""):
        assert "/faith/" not in " ".join(link["href"] for link in page(address).all("a"))


def test_every_entry_can_be_reached_by_links_alone(pages: dict[str, PageReader], data: Callable[[str], Any]) -> None:
    """Without JavaScript the lists lead to every entry."""
    linked = {link["href"].split("#")[0].strip("./") for page in pages.values() for link in page.all("a")}
    missing = [
        row["address"]
        for name in ("case-studies", "learning-points", "programmes", "ideas")
        for row in data(name)
        if row["address"].strip("/") not in linked
    ]
    assert missing == []


def test_the_finder_without_script_lists_every_used_term_with_its_count(page: Read, data: Callable[[str], Any]) -> None:
    """The number beside a term is how many entries its page lists."""
    text = page("find/").text
    for term in data("terms"):
        if term.get("entries"):
            assert f"{term['label']} {term['entries']}" in text


def test_every_pair_of_terms_with_a_case_study_has_one_page_with_just_those(page: Read, pages: dict[str, PageReader], data: Rows) -> None:
    """The pages below /find/ are exactly the pairs that some case study carries, each once, and list exactly those that carry both."""
    carrying: dict[str, set[str]] = defaultdict(set)
    for row in data("case-studies"):
        pairs = [*product(row["themes"], [row["region"]]), *product(row["themes"], row["communities"]), *product([row["region"]], row["communities"])]
        for first, second in pairs:
            carrying[f"find/{first}/{second}/"].add(row["id"])

    assert {address for address in pages if address.startswith("find/") and address != "find/"} == set(carrying)
    for address, wanted in carrying.items():
        cards = {link["href"].split("/")[-2] for link in page(address).all("a") if "h3" in link.inside and "/case-studies/" in link["href"]}
        assert cards == wanted, address


def test_json_and_csv_have_the_same_rows(built_site: Path, data: Callable[[str], Any]) -> None:
    """Each data set comes twice and says the same."""
    for name in ("case-studies", "learning-points", "projects", "terms", "evidence", "programmes", "ideas"):
        with (built_site / f"data/{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["id"] for row in rows] == [row["id"] for row in data(name)], name


def test_the_hub_holds_what_it_promises(data: Callable[[str], Any]) -> None:
    """Ten case studies, thirty-seven projects and terms, eight programmes, and more learning points and figures than asked for."""
    assert len(data("case-studies")) == 10
    assert len(data("projects")) == 37
    assert len(data("terms")) == 37
    assert len(data("programmes")) == 8
    assert len(data("ideas")) == 3
    assert len(data("learning-points")) >= 35
    assert len(data("evidence")) >= 60


def test_no_figure_stands_without_its_base(data: Callable[[str], Any]) -> None:
    """Each figure says who or what was counted, and where in its source it stands."""
    assert [row["id"] for row in data("evidence") if not row["base"].strip() or not row["section"].strip()] == []


def test_links_between_learning_points_and_entries_work_both_ways(page: Read, data: Callable[[str], Any]) -> None:
    """A learning point links the case studies that show it, and each of them links back."""
    for point in data("learning-points"):
        there = {link["href"] for link in page(point["address"]).all("a")}
        for showing in point.get("evidenced_by", []):
            if study := showing.get("case_study"):
                assert f"../../case-studies/{study}/" in there
                assert f"../../learning-points/{point['id']}/" in {link["href"] for link in page(f"case-studies/{study}/").all("a")}
