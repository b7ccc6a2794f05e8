"""What holds between the data that anyone can download and the pages, for any hub; each rule returns what breaks it."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from tests.site.page_reader import Pages

ENTRY_SETS = ("case-studies", "learning-points", "trails", "programmes", "ideas", "tools", "events")
DATA_SETS = (*ENTRY_SETS, "projects", "terms", "evidence")
TERM_FIELDS = {"themes": "themes", "regions": "region", "communities": "communities"}
"""The field of a case study that holds the terms of each kind."""
PAIR = re.compile(r"find/(?!places/)[^/]+/[^/]+/")

Rows = list[dict[str, Any]]
Data = dict[str, Rows]


def read_data(site: Path) -> Data:
    """Return the rows of every data set that the site has; a set without rows is not published."""
    files = {name: site / f"data/{name}.json" for name in DATA_SETS}
    return {name: json.loads(file.read_text(encoding="utf-8")) for name, file in files.items() if file.is_file()}


def csv_differences(site: Path, data: Data) -> list[str]:
    """Return the data sets whose CSV has other rows than its JSON."""
    return [name for name, rows in data.items() if csv_ids(site / f"data/{name}.csv") != [row["id"] for row in rows]]


def csv_ids(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["id"] for row in csv.DictReader(file)]


def entries_without_page(pages: Pages, data: Data) -> list[str]:
    """Return the entries whose title is not the heading of the page at their address."""
    return [
        row["address"]
        for name in ENTRY_SETS
        for row in data.get(name, ())
        if row["address"] not in pages or pages[row["address"]].one("h1").text != " ".join(row["title"].split())
    ]


def wrong_project_pages(pages: Pages, data: Data) -> list[str]:
    """Return the projects whose page, row on the list or structured data say other things than the data."""
    wrong = []
    for row in data.get("projects", ()):
        page = pages[row["address"]]
        figures = [figure for figure in data["evidence"] if figure.get("project") == row["id"]]
        said = [*row.get("facts", ()), *row.get("notes", ()), *(figure["label"] for figure in figures)]
        said += [row.get("citation", ""), *(figure["base"] for figure in figures)]
        about = json.loads(page.one("script", type="application/ld+json").text)["@graph"][0]
        numbers = [number.text for number in page.all("b") if "article" in number.ancestors]
        if not (
            page.one("h1").text == about["name"] == row["organisation"]
            and about["mainEntity"]["name"] == row.get("project_name", row["organisation"])
            and about["mainEntity"]["location"][0]["name"] == row["place"]
            and numbers == [figure["display"] for figure in figures]
            and [figure["value"] for figure in about.get("mentions", ())] == numbers
            and all(" ".join(words.split()) in page.text for words in said)
            and f"../{row['address']}" in pages["projects/"].links
            and any(element["id"] == row["id"] for element in pages["projects/"].elements)
        ):
            wrong.append(row["address"])
    return wrong


def wrong_term_pages(pages: Pages, data: Data) -> list[str]:
    """Return the terms whose pages list other case studies than those that carry them, or count them wrongly."""
    wrong = []
    for term in data["terms"]:
        field = TERM_FIELDS[term["kind"]]
        carrying = {row["id"] for row in data["case-studies"] if term["id"] in listed(row[field])}
        if listed_studies(pages, term["address"]) != carrying or term.get("case_studies", 0) != len(carrying):
            wrong.append(term["address"])
    return wrong


def wrong_pair_pages(pages: Pages, data: Data) -> list[str]:
    """Return the pages of two terms that are missing, that nothing carries, or that list other case studies."""
    carrying: dict[str, set[str]] = defaultdict(set)
    for row in data["case-studies"]:
        for address in pairs_of(row):
            carrying[address].add(row["id"])
    there = {address for address in pages if PAIR.fullmatch(address)}
    return sorted(
        address
        for address in there | carrying.keys()
        if address not in there or listed_studies(pages, address) != carrying[address]
    )


def pairs_of(row: dict[str, Any]) -> Iterator[str]:
    """Yield the address of each pair of terms of different kinds that a case study carries."""
    themes, region, communities = row["themes"], [row["region"]], row["communities"]
    for first, second in (*product(themes, region), *product(themes, communities), *product(region, communities)):
        yield f"find/{first}/{second}/"


def listed_studies(pages: Pages, address: str) -> set[str]:
    """Return the ids of the case studies that are on a list, as a card or a line, on all its pages."""
    return {
        link["href"].split("/")[-2]
        for one, page in pages.items()
        if one == address or one.startswith(f"{address}page/")
        for link in page.all("a")
        if {"h3", "section"} & set(link.ancestors) and "/case-studies/" in link["href"]
    }


def one_way_links(pages: Pages, data: Data) -> list[str]:
    """Return the links between a learning point and the case studies and projects that show it that lack an end.

    A case study that is not published has no page to link to, however much the point rests on it.
    """
    published = {study["id"] for study in data["case-studies"]}
    missing = []
    for point in data["learning-points"]:
        for showing in point.get("evidenced_by", []):
            if (study := showing.get("case_study")) in published:
                ends = f"case-studies/{study}/", f"../../case-studies/{study}/", f"../../{point['address']}"
            elif project := showing.get("project"):
                ends = f"projects/{project}/", f"../../projects/{project}/", f"../../{point['address']}"
            else:
                continue
            there, link, link_back = ends
            missing += [] if link in pages[point["address"]].links else [f"{point['address']}: {link}"]
            missing += [] if link_back in pages[there].links else [f"{there}: {link_back}"]
    return missing


def without_base(data: Data) -> list[str]:
    """Return the figures that do not say who or what was counted, or where in their source they stand."""
    single = (figure for study in data["case-studies"] for figure in study.get("figures", ()))
    figures = (*data["evidence"], *single)
    return [figure["label"] for figure in figures if not figure["base"].strip() or not figure["section"].strip()]


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
