"""One truth: every entry of the real hub says the same in every form in which it is published."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment

from ideas_hub.formats import citing, data_package, feeds, markdown_copies
from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.model.hub import AnyEntry, Hub, term_ids
from ideas_hub.model.kinds import VOCABULARY_KINDS
from ideas_hub.model.register import Register, with_new_entries
from ideas_hub.repository.assemble import read_hub
from ideas_hub.site.search_build import search_records
from ideas_hub.views.data_tables import data_tables
from ideas_hub.views.entries import entry_view
from ideas_hub.views.page import Site
from tests.ideas_hub.conftest import all_copies

ROOT = Path(__file__).resolve().parents[3]
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(feed: bytes) -> ET.Element:
    return ET.fromstring(feed)  # noqa: S314 the feeds are our own


@pytest.fixture(scope="module")
def real_hub() -> Hub:
    return read_hub(ROOT)[0]


@pytest.fixture(scope="module")
def published(real_hub: Hub, site: Site, templates: Environment) -> dict[str, bytes]:
    """Every file of data, every feed, every citation and every copy as Markdown."""
    hub, register = real_hub, Register()
    articles = {document.file: document.article for document in hub.documents}
    return {
        **dict(data_package.data_package_files(data_tables(hub), hub, site, templates)),
        **{path: make() for path, _, make in feeds.feed_files(hub, articles, register, site, templates)},
        **dict(citing.citation_files(hub, register, site)),
        **all_copies(hub, site, templates),
    }


def structured(entry: AnyEntry, hub: Hub, site: Site) -> tuple[dict[str, Any], str]:
    """Return what an entry's page says in JSON-LD, and what stands in place of its picture."""
    view = entry_view(entry, hub, {document.file: document.article for document in hub.documents})
    meta = PageHeads(hub, Register(), site).meta(view.page, view)
    node: dict[str, Any] = json.loads(meta.json_ld)["@graph"][0]
    assert meta.card
    return node, meta.card.alt


def test_title_summary_and_dates_are_equal_everywhere(real_hub: Hub, site: Site, published: dict[str, bytes]) -> None:
    """Data, feeds, structured data, citation, copy, picture and search card."""
    records = {record.card.address: record.card for record in search_records(real_hub)}
    for entry in real_hub.entries:
        facts, address = entry.facts, f"{entry.kind.id}/{entry.id}/"
        row = next(row for row in json.loads(published[f"data/{entry.kind.id}.json"]) if row["id"] == entry.id)
        cells = next(
            row
            for row in csv.DictReader(io.StringIO(published[f"data/{entry.kind.id}.csv"].decode("utf-8-sig")))
            if row["id"] == entry.id
        )
        item = next(
            i for i in json.loads(published[f"{entry.kind.id}/feed.json"])["items"] if i["url"].endswith(address)
        )
        atom = next(
            e
            for e in parsed(published[f"{entry.kind.id}/feed.xml"]).findall(f"{ATOM}entry")
            if e.findtext(f"{ATOM}id") == item["id"]
        )
        node, alt = structured(entry, real_hub, site)

        titles = {
            row["title"],
            cells["title"].removeprefix("'"),
            item["title"],
            atom.findtext(f"{ATOM}title"),
            node["headline"],
            records[address].title,
        }
        assert titles == {facts.title}
        summaries = {
            row["summary"],
            cells["summary"].removeprefix("'"),
            item["summary"],
            atom.findtext(f"{ATOM}summary"),
            node["description"],
        }
        assert summaries | {records[address].summary} == {facts.summary}
        assert facts.title in alt
        assert {row["published"], cells["published"], item["date_published"][:10], node["datePublished"]} == {
            facts.published.isoformat()
        }
        assert (atom.findtext(f"{ATOM}updated") or "")[:10] == item["date_modified"][:10] == node["dateModified"]
        assert f"{site.name} ({node['dateModified'][:4]}). {facts.title}" in citing.plain(entry, site, "")
        assert (
            published[f"{address}index.md"].decode().startswith(f"# {markdown_copies.escape_markdown(facts.title)}\n")
        )


def test_terms_are_equal_everywhere(real_hub: Hub, site: Site, published: dict[str, bytes]) -> None:
    """Data, map, feeds and structured data carry the same themes, regions and communities."""
    places = {
        feature["id"]: feature["properties"]
        for feature in json.loads(published["data/case-studies.geojson"])["features"]
    }
    for entry in real_hub.case_studies.values():
        terms = {(kind.id, term) for kind in VOCABULARY_KINDS for term in term_ids(entry, kind.id)}
        row = next(row for row in json.loads(published["data/case-studies.json"]) if row["id"] == entry.id)
        atom = next(
            e
            for e in parsed(published["case-studies/feed.xml"]).findall(f"{ATOM}entry")
            if entry.id in (e.findtext(f"{ATOM}id") or "")
        )
        categories = {(c.get("scheme", "").rpartition(":")[2], c.get("term")) for c in atom.findall(f"{ATOM}category")}

        assert places[entry.id] == row
        assert {("themes", t) for t in row["themes"]} | {("communities", c) for c in row["communities"]} | {
            ("regions", row["region"])
        } == terms
        assert categories == terms | {("kinds", "case-studies")}
        assert {term["termCode"] for term in structured(entry, real_hub, site)[0]["about"]} == {
            term for _, term in terms
        }


def test_figures_are_equal_everywhere_and_never_without_their_base(
    real_hub: Hub, site: Site, published: dict[str, bytes]
) -> None:
    """On the page, in both kinds of text, in the data and in structured data."""
    for entry in real_hub.case_studies.values():
        view = entry_view(entry, real_hub, {document.file: document.article for document in real_hub.documents})
        row = next(row for row in json.loads(published["data/case-studies.json"]) if row["id"] == entry.id)
        item = next(
            i for i in json.loads(published["case-studies/feed.json"])["items"] if i["url"].endswith(f"/{entry.id}/")
        )
        copy = published[f"case-studies/{entry.id}/index.md"].decode()
        node, _ = structured(entry, real_hub, site)

        assert [(f["label"], f["base"]) for f in row.get("figures", [])] == [(f.label, f.base) for f in view.figures]
        assert [(f["value"], f["name"], f["description"]) for f in node.get("mentions", [])] == [
            (f.number, f.label, f.base) for f in view.figures
        ]
        for figure in view.figures:
            assert f"<strong>{figure.number}" in item["content_html"]
            assert f"**{markdown_copies.escape_markdown(figure.number)}" in copy
            assert f"(based on: {markdown_copies.escape_markdown(figure.base)})" in copy


def test_what_every_format_says_hangs_on_nothing_but_the_content(
    real_hub: Hub, site: Site, templates: Environment, published: dict[str, bytes]
) -> None:
    """Made again, the same bytes; the numbers of the register change no text."""
    articles = {document.file: document.article for document in real_hub.documents}
    register = with_new_entries(Register(), real_hub)

    assert {path: published[path] for path in ("feed.xml", "feed.json")} == {
        path: make()
        for path, _, make in feeds.feed_files(real_hub, articles, register, site, templates)
        if path in {"feed.xml", "feed.json"}
    }
