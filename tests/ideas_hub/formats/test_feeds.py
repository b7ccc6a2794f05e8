"""Feeds: what a feed reader makes of them, and that an id outlives a move and a new name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment

from ideas_hub.formats import feeds
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import PublishedAddress, Register
from ideas_hub.views.page import Site

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def parsed(feed: bytes) -> ET.Element:
    return ET.fromstring(feed)  # noqa: S314 the feeds are our own


class Links(HTMLParser):
    """Every link of a text, and every tag that no text of ours has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


def made(hub: Hub, site: Site, templates: Environment, register: Register | None = None) -> dict[str, bytes]:
    articles = {document.file: document.article for document in hub.documents}
    return {path: make() for path, _, make in feeds.feed_files(hub, articles, register or Register(), site, templates)}


@pytest.fixture(scope="module")
def files(hub: Hub, site: Site, templates: Environment) -> dict[str, bytes]:
    return made(hub, site, templates)


def atoms(files: dict[str, bytes]) -> Iterator[tuple[str, ET.Element]]:
    """Yield each Atom feed with its path, as an XML reader sees it."""
    return ((path, parsed(content)) for path, content in files.items() if path.endswith(".xml"))


def json_feeds(files: dict[str, bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((path, json.loads(content)) for path, content in files.items() if path.endswith(".json"))


def test_the_site_each_kind_and_each_term_has_both_feeds(files: dict[str, bytes], hub: Hub) -> None:
    """Readers can follow just what concerns them."""
    folders = ["", "case-studies/", "learning-points/", "programmes/", "ideas/"]
    folders += [f"{term.kind.id}/{term.id}/" for term in hub.vocabulary.terms()]

    assert set(files) == {f"{folder}{name}" for folder in folders for name in ("feed.xml", "feed.json")}


def test_each_atom_feed_has_what_the_standard_asks_for(files: dict[str, bytes]) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2: an id, a title and a date in every feed and entry; an author; a link with no content type missing."""
    for path, feed in atoms(files):
        assert feed.tag == f"{ATOM}feed", path
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} >= {"self", "alternate"}
        for part in (feed, *feed.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(part.findall(f"{ATOM}{name}")) == 1, (path, name)
            assert RFC_3339.fullmatch(part.findtext(f"{ATOM}updated") or "")
            assert (part.findtext(f"{ATOM}id") or "").startswith("tag:")


def test_each_entry_has_categories_with_scheme_and_its_full_text(files: dict[str, bytes]) -> None:
    """A reader can sort by region without opening a page, and read without a connection."""
    feed = parsed(files["communities/carers/feed.xml"])
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    categories = {
        (c.get("scheme", "").rpartition(":")[2], c.get("term"), c.get("label"))
        for c in entry.findall(f"{ATOM}category")
    }

    assert ("regions", "south-west", "South West") in categories
    assert ("communities", "carers", "Unpaid carers") in categories
    assert entry.find(f"{ATOM}content[@type='html']") is not None
    assert "People walked, and talked with" in (entry.findtext(f"{ATOM}content") or "")
    assert "A warm welcome at the door." in (entry.findtext(f"{ATOM}content") or "")


def test_each_json_feed_has_what_version_1_1_asks_for(files: dict[str, bytes]) -> None:
    """https://www.jsonfeed.org/version/1.1/: version, title and items, each with an id of words and a content."""
    for path, feed in json_feeds(files):
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == f"https://hub.example/ideas-hub/{path}"
        assert all(
            isinstance(item["id"], str) and item["content_html"] and RFC_3339.fullmatch(item["date_published"])
            for item in feed["items"]
        )


def test_both_feeds_say_the_same(files: dict[str, bytes]) -> None:
    """One truth: id, title, summary, text and dates are equal, entry by entry."""
    for path, feed in json_feeds(files):
        atom = parsed(files[path.replace(".json", ".xml")])
        rows = [
            tuple(e.findtext(f"{ATOM}{name}") for name in ("id", "title", "summary", "content", "published", "updated"))
            for e in atom.findall(f"{ATOM}entry")
        ]
        items = [
            tuple(i[name] for name in ("id", "title", "summary", "content_html", "date_published", "date_modified"))
            for i in feed["items"]
        ]
        assert rows == items


def test_links_are_full_where_the_address_of_the_site_is_known(files: dict[str, bytes]) -> None:
    """A feed reader shows texts far from the site."""
    for _, feed in json_feeds(files):
        for item in feed["items"]:
            assert {urlsplit(link).scheme for link in [item["url"], *Links(item["content_html"]).links]} == {"https"}


def test_links_start_from_the_feed_where_it_is_not(hub: Hub, site: Site, templates: Environment) -> None:
    """Without SITE_URL nothing is invented: links lead from the feed's own folder to the page."""
    files = made(hub, replace(site, url=""), templates)
    item = json.loads(files["communities/carers/feed.json"])["items"][0]
    feed = parsed(files["communities/carers/feed.xml"])

    assert item["url"] == "../../case-studies/walking/"
    assert "../../communities/carers/" in Links(item["content_html"]).links
    assert feed.find(f"{ATOM}link[@rel='self']") is None
    assert not any("base" in name for name in feed.keys())  # noqa: SIM118 an Element has no other way to its attributes' names


def test_an_id_changes_neither_with_the_host_nor_with_a_new_name(hub: Hub, site: Site, templates: Environment) -> None:
    """A reader must not be told twice of one entry because the site moved or the entry was renamed."""
    study = hub.case_studies["walking"]
    renamed = replace(study, id="walks", facts=study.facts.model_copy(update={"redirect_from": ("walking",)}))
    register = Register(
        (
            PublishedAddress(1, "case-studies", "walking", "case-studies/walking/", 2),
            PublishedAddress(1, "case-studies", "walks", "case-studies/walks/", 3),
        )
    )
    before = made(hub, site, templates)
    after = made(
        replace(hub, case_studies={"walks": renamed}), replace(site, url="https://other.example/"), templates, register
    )

    def ids(files: dict[str, bytes]) -> list[str | None]:
        feed = parsed(files["case-studies/feed.xml"])
        return [feed.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry"))]

    assert ids(before) == ids(after)


def test_a_feed_holds_the_fifty_that_changed_last(hub: Hub, site: Site) -> None:
    """The newest first; what was updated counts as new."""
    study = hub.case_studies["walking"]
    day = study.facts.published
    many = {
        f"study-{n}": replace(
            study, id=f"study-{n}", facts=study.facts.model_copy(update={"published": day + timedelta(n)})
        )
        for n in range(60)
    }
    many["study-0"] = replace(
        many["study-0"], facts=many["study-0"].facts.model_copy(update={"updated": day + timedelta(100)})
    )
    feed = next(feed for feed in feeds.feeds(replace(hub, case_studies=many), site) if feed.address == "case-studies/")

    assert [entry.id for entry in feed.entries] == ["study-0", *(f"study-{n}" for n in range(59, 10, -1))]


def test_an_empty_feed_is_valid_too(files: dict[str, bytes]) -> None:
    """A term that nothing carries yet can be followed: its feed has a date all the same."""
    feed = parsed(files["regions/south-east/feed.xml"])

    assert feed.findall(f"{ATOM}entry") == []
    assert RFC_3339.fullmatch(feed.findtext(f"{ATOM}updated") or "")


def test_hostile_words_stay_words(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """Neither XML, nor JSON, nor the HTML within them takes words for marks."""
    files = made(hostile_hub, site, templates)
    hostile = hostile_hub.case_studies["walking"].facts.title
    entry = parsed(files["case-studies/feed.xml"]).find(f"{ATOM}entry")
    item = json.loads(files["case-studies/feed.json"])["items"][0]
    assert entry is not None

    assert entry.findtext(f"{ATOM}title") == item["title"] == hostile
    assert entry.findtext(f"{ATOM}content") == item["content_html"]
    assert Links(item["content_html"]).tags <= {"p", "ul", "li", "strong", "a", "h2"}


def test_what_xml_cannot_hold_is_left_out(hub: Hub, site: Site, templates: Environment) -> None:
    """A control character would make the whole feed unreadable."""
    study = hub.case_studies["walking"]
    odd = replace(study, facts=study.facts.model_copy(update={"title": "Walk\x00ing\x1b to\uffffgether"}))
    files = made(replace(hub, case_studies={"walking": odd}), site, templates)

    assert parsed(files["case-studies/feed.xml"]).findtext(f"{ATOM}entry/{ATOM}title") == "Walking together"


def test_a_page_names_its_own_feeds_and_those_of_the_site(hub: Hub, site: Site) -> None:
    """rel=alternate: of its term or kind first."""
    assert [link.address for link in feeds.feed_links("themes/arts-culture/page/2/", hub, site)] == [
        "themes/arts-culture/feed.xml",
        "themes/arts-culture/feed.json",
        "feed.xml",
        "feed.json",
    ]
    assert [link.address for link in feeds.feed_links("about/", hub, site)] == ["feed.xml", "feed.json"]


def test_the_same_content_gives_the_same_bytes(
    hub: Hub, site: Site, templates: Environment, files: dict[str, bytes]
) -> None:
    """No hour of the build is in a feed."""
    assert made(hub, site, templates) == files
