"""The head of a page: what a feed reader, a link's preview, a library and a search engine find there."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from jinja2 import Environment

from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.site.renderer import View
from ideas_hub.views.entries import entry_view
from ideas_hub.views.meta import Meta
from ideas_hub.views.page import Page, Site

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


def head_of(hub: Hub, site: Site, view: View, templates: Environment) -> Head:
    return head(PageHeads(hub, Register(), site).meta(view.page, view), site, view.page, templates)


def head(meta: Meta, site: Site, page: Page, templates: Environment) -> Head:
    macros: Any = templates.get_template("hub/meta.html").module
    return Head(macros.tags(meta, site, page, page.root))


def test_hostile_words_cannot_leave_their_script(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """An HTML parser sees one script, whose JSON says the words as they stand."""
    view = entry_view(hostile_hub.case_studies["soldering"], hostile_hub)
    head = head_of(hostile_hub, site, view, templates)
    hostile = hostile_hub.case_studies["soldering"].facts.title

    assert len(head.scripts) == 1
    assert "<" not in head.scripts[0]
    assert json.loads(head.scripts[0])["@graph"][0]["headline"] == hostile
    assert {tag for tag, _ in head.tags} == {"meta", "link", "script"}
    assert head.meta("og:title") == head.meta("DCTERMS.title") == [hostile]


def test_the_head_names_feeds_card_markdown_and_dublin_core(
    full_hub: Hub, site: Site, pages: dict[str, View], templates: Environment
) -> None:
    """What a link's preview, a feed reader, a library and a program that reads text look for."""
    head = head_of(full_hub, site, pages["case-studies/soldering/"], templates)

    assert head.meta("og:image") == [f"{URL}case-studies/soldering/card.png"]
    assert head.meta("og:image:alt") == ["Case study: Soldering together in Conwy. Wobbly Chair Collective, Conwy"]
    assert (head.meta("og:image:width"), head.meta("og:image:height")) == (["1200"], ["630"])
    assert head.meta("twitter:card") == ["summary_large_image"]
    assert [link["href"] for link in head.links("alternate")] == [
        "../../case-studies/feed.xml",
        "../../case-studies/feed.json",
        "../../case-studies/soldering/index.md",
    ]
    assert head.meta("DCTERMS.issued") == ["2026-08-31"]
    assert head.meta("DCTERMS.type") == ["Case study"]
    assert head.meta("DCTERMS.identifier") == head.meta("og:url") == [f"{URL}case-studies/soldering/"]


def test_a_prose_page_has_a_head_too(hub: Hub, site: Site, templates: Environment) -> None:
    """About, privacy and the others carry the home page's card."""
    page = Page("About", "What this is.", "about/")
    about = head(PageHeads(hub, Register(), site).meta(page), site, page, templates)

    assert about.meta("og:type") == ["website"]
    assert about.meta("og:image") == [f"{URL}card.png"]


def test_without_an_address_of_the_site_no_preview_names_a_picture(
    full_hub: Hub, site: Site, pages: dict[str, View], templates: Environment
) -> None:
    """og:image must be a full address, so it is left out."""
    head = head_of(full_hub, replace(site, url=""), pages["case-studies/soldering/"], templates)

    assert head.meta("og:image") == head.meta("og:url") == []
