"""One truth: every entry says the same in every format in which it is published."""

import csv
import io
import json
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from ideas_hub.formats import citing, markdown_copies
from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.model.hub import AnyEntry, Hub, term_ids
from ideas_hub.model.kinds import VOCABULARY_KINDS
from ideas_hub.model.register import Register
from ideas_hub.model.sections import FIGURES, WORKED_WITH, WORKS
from ideas_hub.views.entries import entry_view
from ideas_hub.views.found import search_records
from ideas_hub.views.organisations import organisation_view
from ideas_hub.views.page import Site

ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(feed: bytes) -> ET.Element:
    return ET.fromstring(feed)  # noqa: S314 the feeds are our own


@pytest.fixture(scope="module")
def published(data: dict[str, bytes], feeds: dict[str, bytes], copies: dict[str, str]) -> dict[str, bytes]:
    """Every data file, every feed and every copy as Markdown."""
    return {
        **{f"data/{path}": content for path, content in data.items()},
        **feeds,
        **{path: text.encode() for path, text in copies.items()},
    }


def structured(entry: AnyEntry, hub: Hub, site: Site) -> tuple[dict[str, Any], str]:
    """Return an entry's node of schema.org, and the alternative text of its picture."""
    view = entry_view(entry, hub)
    meta = PageHeads(hub, Register(), site).meta(view.page, view)
    node: dict[str, Any] = json.loads(meta.json_ld)["@graph"][0]
    assert meta.card
    return node, meta.card.alt


@dataclass(frozen=True)
class Forms:
    """An entry in each format."""

    row: dict[str, Any]
    cells: dict[str, str]
    item: dict[str, Any]
    atom: ET.Element
    node: dict[str, Any]
    alt: str


def forms_of(entry: AnyEntry, hub: Hub, site: Site, published: dict[str, bytes]) -> Forms:
    name = entry.kind.id
    table = csv.DictReader(io.StringIO(published[f"data/{name}.csv"].decode("utf-8-sig"), newline=""))
    item = feed_item_of(entry, published)
    atoms = parsed(published[f"{name}/feed.xml"]).findall(f"{ATOM}entry")
    return Forms(
        next(row for row in json.loads(published[f"data/{name}.json"]) if row["id"] == entry.id),
        next(row for row in table if row["id"] == entry.id),
        item,
        next(atom for atom in atoms if atom.findtext(f"{ATOM}id") == item["id"]),
        *structured(entry, hub, site),
    )


def feed_item_of(entry: AnyEntry, published: dict[str, bytes]) -> dict[str, Any]:
    items = json.loads(published[f"{entry.kind.id}/feed.json"])["items"]
    return next(item for item in items if item["url"].endswith(f"/{entry.id}/"))


def test_titles_are_equal_everywhere(full_hub: Hub, site: Site, published: dict[str, bytes]) -> None:
    """Data, feeds, structured data, citation, copy, picture and search card."""
    records = {record.card.address: record.card for record in search_records(full_hub)}
    for entry in full_hub.entries:
        title, address = entry.facts.title, f"{entry.kind.id}/{entry.id}/"
        forms = forms_of(entry, full_hub, site, published)
        titles = {forms.row["title"], forms.cells["title"], forms.item["title"], forms.node["headline"]}
        copy = published[f"{address}index.md"].decode()

        assert titles | {forms.atom.findtext(f"{ATOM}title"), records[address].title} == {title}
        assert title in forms.alt
        assert f"). {title}" in citing.plain_text(entry, "", site, "")
        assert copy.startswith(f"# {markdown_copies.escape_markdown(title)}\n")


def test_summaries_are_equal_everywhere(full_hub: Hub, site: Site, published: dict[str, bytes]) -> None:
    """Data, feeds and search card."""
    records = {record.card.address: record.card for record in search_records(full_hub)}
    for entry in full_hub.entries:
        forms = forms_of(entry, full_hub, site, published)
        summaries = {forms.row["summary"], forms.cells["summary"], forms.item["summary"]}
        card = records[f"{entry.kind.id}/{entry.id}/"]

        assert summaries | {forms.atom.findtext(f"{ATOM}summary"), card.summary} == {entry.facts.summary}


def test_dates_are_equal_everywhere(full_hub: Hub, site: Site, published: dict[str, bytes]) -> None:
    """Data, feeds, structured data and citation."""
    for entry in full_hub.entries:
        forms = forms_of(entry, full_hub, site, published)
        first = {forms.row["published"], forms.cells["published"], forms.node["datePublished"]}
        last = {(forms.atom.findtext(f"{ATOM}updated") or "")[:10], forms.item["date_modified"][:10]}

        assert first | {forms.item["date_published"][:10]} == {entry.facts.sort_date.isoformat()}
        assert last == {forms.node["dateModified"]}
        assert f"{site.name} ({forms.node['dateModified'][:4]}). " in citing.plain_text(entry, "", site, "")


def test_terms_are_equal_everywhere(full_hub: Hub, site: Site, published: dict[str, bytes]) -> None:
    """Data, map, feeds and structured data carry the same themes, regions and communities."""
    places = {
        feature["id"]: feature["properties"]
        for feature in json.loads(published["data/case-studies.geojson"])["features"]
    }
    for entry in full_hub.case_studies.values():
        terms = {(kind.id, term) for kind in VOCABULARY_KINDS for term in term_ids(entry, kind.id)}
        row = next(row for row in json.loads(published["data/case-studies.json"]) if row["id"] == entry.id)
        atom = next(
            e
            for e in parsed(published["case-studies/feed.xml"]).findall(f"{ATOM}entry")
            if any(f"/{entry.id}/" in link.get("href", "") for link in e.findall(f"{ATOM}link"))
        )
        categories = {(c.get("scheme", "").rpartition(":")[2], c.get("term")) for c in atom.findall(f"{ATOM}category")}

        assert places.get(entry.id, row) == row  # a story without a project has no place
        assert {("themes", t) for t in row["themes"]} | {("communities", c) for c in row["communities"]} | {
            ("regions", row["region"])
        } == terms
        assert categories == terms | {("kinds", "case-studies")}
        assert {term["@id"] for term in structured(entry, full_hub, site)[0]["about"]} == {
            f"{site.url}{kind}/{term}/" for kind, term in terms
        }


def test_figures_are_equal_everywhere_and_never_without_their_base(
    full_hub: Hub, site: Site, published: dict[str, bytes]
) -> None:
    """On the page, in both kinds of text, in the data and in structured data."""
    for entry in full_hub.case_studies.values():
        figures = entry_view(entry, full_hub).rows(FIGURES)
        row = next(row for row in json.loads(published["data/case-studies.json"]) if row["id"] == entry.id)
        item = feed_item_of(entry, published)
        copy = published[f"case-studies/{entry.id}/index.md"].decode()
        node, _ = structured(entry, full_hub, site)

        assert [(f["label"], f["base"]) for f in row.get("figures", [])] == [(f.label, f.base) for f in figures]
        assert [(f["value"], f["name"], f["description"]) for f in node.get("mentions", [])] == [
            (f.number, f.label, f.base) for f in figures
        ]
        for figure in figures:
            assert f"<strong>{figure.number}" in item["content_html"]
            assert f"**{markdown_copies.escape_markdown(figure.number)}" in copy
            assert f"(based on: {markdown_copies.escape_markdown(figure.base)})" in copy


def test_every_organisation_says_the_same_everywhere(hub: Hub, site: Site, data: dict[str, bytes]) -> None:
    """Page, data as JSON and CSV, structured data and search have the names, the sector, the place and the works."""
    table = csv.DictReader(io.StringIO(data["organisations.csv"].decode("utf-8-sig"), newline=""))
    cells = {row["id"]: row for row in table}
    rows = {row["id"]: row for row in json.loads(data["organisations.json"])}
    found = {one.card.address: one for one in search_records(hub)}
    assert rows.keys() == cells.keys() == hub.organisations.keys()
    for row in hub.organisations.values():
        view, cell, said = organisation_view(row, hub), cells[row.id], rows[row.id]
        page = json.loads(PageHeads(hub, Register(), site).meta(view.page, view).json_ld)["@graph"][0]
        node, card = page["mainEntity"], found[view.page.address].card
        sectors = {fact.id: [link.text for link in fact.links] for fact in view.facts}.get("sector", [])

        assert {view.page.title, cell["name"], said["name"], node["name"], card.title} == {row.facts.name}
        assert node["url"] == node["@id"] == f"{site.url}{view.page.address}" == f"{site.url}{said['address']}"
        assert said.get("aliases", []) == node.get("alternateName", []) == list(row.facts.aliases)
        assert cell["website"] == said.get("website", "") == node.get("sameAs", "") == (row.facts.website or "")
        assert cell["about"] == said.get("about", "") == node.get("description", "") == card.summary
        assert sectors == [node["knowsAbout"] for _ in sectors] == [tag for tag in card.tags if tag in sectors]
        assert [work.partition(" ")[0] for work in said.get("works", [])] == [
            one.link.address for one in view.rows(WORKS)
        ]
        assert [f"organisations/{one}/" for one in said.get("worked_with", [])] == [
            link.address for link in view.rows(WORKED_WITH)
        ]
