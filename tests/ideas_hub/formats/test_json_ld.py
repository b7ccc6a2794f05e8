"""Structured data: what a search engine and a library read in a page's head."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from jinja2 import Environment

from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.site.pages import PageSpec
from ideas_hub.views.data import data_view
from ideas_hub.views.data_tables import data_tables
from ideas_hub.views.page import Page, Site
from tests.ideas_hub.conftest import all_sheets

URL = "https://hub.example/ideas-hub/"


class Head(HTMLParser):
    """The tags of a page's head, with attributes, and the words in each script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "script":
            self.scripts[-1] += data

    def meta(self, name: str) -> list[str]:
        return [a["content"] for tag, a in self.tags if tag == "meta" and name in {a.get("name"), a.get("property")}]

    def links(self, rel: str) -> list[dict[str, str]]:
        return [a for tag, a in self.tags if tag == "link" and a.get("rel") == rel]


def sheets_of(hub: Hub) -> dict[str, PageSpec]:
    articles = {document.file: document.article for document in hub.documents}
    data = data_view(data_tables(hub), hub, articles)
    every = [*all_sheets(hub, date(2023, 1, 1)), PageSpec("data.html", data.page, data)]
    return {sheet.page.address: sheet for sheet in every}


def graph(hub: Hub, site: Site, sheet: PageSpec) -> list[dict[str, Any]]:
    made = json.loads(PageHeads(hub, Register(), site).meta(sheet.page, sheet.view).json_ld)
    assert made["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = made["@graph"]
    return nodes


def head_of(hub: Hub, site: Site, sheet: PageSpec, templates: Environment) -> Head:
    meta = PageHeads(hub, Register(), site).meta(sheet.page, sheet.view)
    return Head(templates.get_template("hub/meta.html").module.tags(meta, site, sheet.page, sheet.page.root))  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def pages(hub: Hub) -> dict[str, PageSpec]:
    return sheets_of(hub)


def test_every_page_but_the_missing_one_has_its_kind_and_its_trail(
    hub: Hub, site: Site, pages: dict[str, PageSpec]
) -> None:
    """A WebPage at the least, and the way to it from the home page."""
    for address, sheet in pages.items():
        if address == "404.html":
            assert PageHeads(hub, Register(), site).meta(sheet.page, sheet.view).json_ld == ""
            continue
        nodes = graph(hub, site, sheet)
        assert nodes[0]["url"] == f"{URL}{address}"
        assert [node["@type"] for node in nodes[1:]] == (["BreadcrumbList"] if address else [])


@pytest.mark.parametrize(("address", "kind"), [
    ("", "WebSite"), ("case-studies/walking/", ["Article", "LearningResource"]), ("learning-points/plain-words/", ["LearningResource"]),
    ("themes/", "DefinedTermSet"), ("glossary/", "DefinedTermSet"), ("themes/arts-culture/", "CollectionPage"), ("data/", "Dataset"),
    ("case-studies/", "CollectionPage"), ("learning-points/", "CollectionPage"), ("evidence/", "WebPage"),
])  # fmt: skip
def test_each_kind_of_page_has_its_own_type(
    hub: Hub, site: Site, pages: dict[str, PageSpec], address: str, kind: object
) -> None:
    """The types of schema.org that fit; there is no CaseStudy."""
    assert graph(hub, site, pages[address])[0]["@type"] == kind


def test_a_case_study_says_who_where_for_whom_and_on_what_it_stands(
    hub: Hub, site: Site, pages: dict[str, PageSpec]
) -> None:
    """One truth: title, summary, terms, place, dates, sources and figures are those of the facts."""
    node = graph(hub, site, pages["case-studies/walking/"])[0]
    facts = hub.case_studies["walking"].facts

    assert (node["headline"], node["description"], node["datePublished"]) == (
        facts.title,
        facts.summary,
        facts.published.isoformat(),
    )
    assert {(term["@type"], term["termCode"]) for term in node["about"]} == {
        ("DefinedTerm", "nature-environment"),
        ("DefinedTerm", "arts-culture"),
        ("DefinedTerm", "south-west"),
        ("DefinedTerm", "carers"),
    }
    assert [audience["audienceType"] for audience in node["audience"]] == ["Unpaid carers"]
    assert node["spatialCoverage"][0]["name"] == "Somerset"
    assert node["spatialCoverage"][0]["containedInPlace"]["identifier"]["value"] == "E40000006"
    assert node["citation"] == ["Wavehill (2022). Evaluation of the Thriving Communities Fund."]
    assert [(figure["value"], figure["description"]) for figure in node["mentions"]] == [
        ("24", "All people who signed up")
    ]
    assert node["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_learning_point_says_what_it_teaches_and_what_shows_it(
    hub: Hub, site: Site, pages: dict[str, PageSpec]
) -> None:
    """Teaches and isBasedOn."""
    node = graph(hub, site, pages["learning-points/plain-words/"])[0]

    assert node["teaches"] == "Explain what you do in plain words."
    assert f"{URL}case-studies/walking/" in [work["url"] for work in node["isBasedOn"]]


def test_a_list_names_its_items_in_order_and_a_term_is_defined(
    hub: Hub, site: Site, pages: dict[str, PageSpec]
) -> None:
    """ItemList, and the term that the page is about."""
    node = graph(hub, site, pages["themes/arts-culture/"])[0]

    assert node["about"]["termCode"] == "arts-culture"
    assert [(item["position"], item["url"]) for item in node["mainEntity"]["itemListElement"]] == [
        (1, f"{URL}case-studies/walking/")
    ]


def test_each_download_is_named_with_its_media_type(hub: Hub, site: Site, pages: dict[str, PageSpec]) -> None:
    """Dataset with DataDownload, under CC0."""
    node = graph(hub, site, pages["data/"])[0]
    kinds = {file["contentUrl"].rpartition(".")[2]: file["encodingFormat"] for file in node["distribution"]}

    assert kinds["csv"] == "text/csv"
    assert kinds["geojson"] == "application/geo+json"
    assert kinds["zip"] == "application/zip"
    assert node["license"].endswith("/zero/1.0/")


def test_links_start_from_the_page_where_the_address_of_the_site_is_not_known(
    hub: Hub, site: Site, pages: dict[str, PageSpec]
) -> None:
    """JSON-LD resolves them; nothing is invented."""
    nodes = graph(hub, replace(site, url=""), pages["case-studies/walking/"])

    assert nodes[0]["url"] == "./"
    assert nodes[1]["itemListElement"][0]["item"] == "../../"


def test_hostile_words_cannot_leave_their_script(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """An HTML parser sees one script, whose JSON says the words as they stand."""
    sheet = sheets_of(hostile_hub)["case-studies/walking/"]
    head = head_of(hostile_hub, site, sheet, templates)
    hostile = hostile_hub.case_studies["walking"].facts.title

    assert len(head.scripts) == 1
    assert "<" not in head.scripts[0]
    assert json.loads(head.scripts[0])["@graph"][0]["headline"] == hostile
    assert {tag for tag, _ in head.tags} == {"meta", "link", "script"}
    assert head.meta("og:title") == head.meta("DCTERMS.title") == [hostile]


def test_the_head_names_feeds_card_markdown_and_dublin_core(
    hub: Hub, site: Site, pages: dict[str, PageSpec], templates: Environment
) -> None:
    """What a link's preview, a feed reader, a library and a program that reads text look for."""
    head = head_of(hub, site, pages["case-studies/walking/"], templates)

    assert head.meta("og:image") == [f"{URL}case-studies/walking/card.png"]
    assert head.meta("og:image:alt") == ["Case study: Walking together in Somerset. Somerset · South West"]
    assert (head.meta("og:image:width"), head.meta("og:image:height")) == (["1200"], ["630"])
    assert head.meta("twitter:card") == ["summary_large_image"]
    assert [link["href"] for link in head.links("alternate")] == [
        "../../case-studies/feed.xml",
        "../../case-studies/feed.json",
        "../../feed.xml",
        "../../feed.json",
        "../../case-studies/walking/index.md",
    ]
    assert head.meta("DCTERMS.issued") == ["2022-08-31"]
    assert head.meta("DCTERMS.subject") == ["Nature", "Arts and culture", "Unpaid carers"]
    assert head.meta("DCTERMS.coverage") == ["Somerset", "South West"]


def test_a_prose_page_has_a_head_too(hub: Hub, site: Site, templates: Environment) -> None:
    """About, privacy and the others carry the home page's card."""
    head = head_of(hub, site, PageSpec("", Page("About", "What this is.", "about/"), None), templates)

    assert head.meta("og:type") == ["website"]
    assert head.meta("og:image") == [f"{URL}card.png"]


def test_without_an_address_of_the_site_no_preview_names_a_picture(
    hub: Hub, site: Site, pages: dict[str, PageSpec], templates: Environment
) -> None:
    """og:image must be a full address, so it is left out."""
    head = head_of(hub, replace(site, url=""), pages["case-studies/walking/"], templates)

    assert head.meta("og:image") == head.meta("og:url") == []
