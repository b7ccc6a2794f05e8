"""Feeds: what a feed reader makes of them, and that an id outlives a move and a new name."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment

from ideas_hub.engine.compact import Compact
from ideas_hub.formats.feeds import all_feeds, feed_files, feed_links
from ideas_hub.model.document import Document
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.reading.article import convert
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.prose import prose_of
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


def rendered(
    hub: Hub, site: Site, templates: Environment, *paths: str, register: Register | None = None
) -> dict[str, bytes]:
    """Return the files at some paths."""
    return {
        path: render()
        for path, _, _, render in feed_files(all_feeds(hub, site), hub, register or Register(), site, templates)
        if path in paths
    }


def json_feeds(feeds: dict[str, bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((path, json.loads(content)) for path, content in feeds.items() if path.endswith(".json"))


def test_the_site_each_kind_each_term_and_whoever_has_several_entries_has_both_feeds(
    feeds: dict[str, bytes], full_hub: Hub
) -> None:
    """Readers can follow just what concerns them; of an organisation with one entry there is nothing to follow."""
    folders = [
        "",
        "case-studies/",
        "learning-points/",
        "trails/",
        "programmes/",
        "ideas/",
        "tools/",
        "events/",
        "what-did-not-work/",
    ]
    folders += [f"{term.kind.id}/{term.id}/" for term in full_hub.vocabulary.terms()]
    followed = ("mending-wales", "second-slice", "tick-tock", "wobbly-chair")
    folders += [f"organisations/{organisation}/" for organisation in followed]

    assert set(feeds) == {f"{folder}{name}" for folder in folders for name in ("feed.xml", "feed.json")}


@pytest.mark.parametrize("folder", ["", "case-studies/"])
def test_the_feeds_of_the_hub_and_of_each_kind_have_full_texts(feeds: dict[str, bytes], folder: str) -> None:
    """A reader can read without a connection."""
    entries = parsed(feeds[f"{folder}feed.xml"]).findall(f"{ATOM}entry")
    (text,) = [e.findtext(f"{ATOM}content") or "" for e in entries if "Soldering" in (e.findtext(f"{ATOM}title") or "")]

    assert "People soldered, and talked with" in text
    assert "A warm welcome at the door." in text


def test_the_other_feeds_have_summaries_and_a_link_to_the_whole(feeds: dict[str, bytes]) -> None:
    """An entry is in a dozen of them, and its text would make most of the site."""
    for path in ("communities/newcomers", "what-did-not-work", "organisations/wobbly-chair"):
        atom, items = parsed(feeds[f"{path}/feed.xml"]), json.loads(feeds[f"{path}/feed.json"])["items"]
        assert items
        assert atom.find(f"{ATOM}entry/{ATOM}content") is None
        assert all(entry.find(f"{ATOM}link[@rel='alternate']") is not None for entry in atom.findall(f"{ATOM}entry"))
        assert all("content_html" not in item and item["url"].startswith("https://") for item in items)


def test_each_entry_has_categories_with_scheme(feeds: dict[str, bytes]) -> None:
    """A reader can sort by region without opening a page."""
    feed = parsed(feeds["communities/newcomers/feed.xml"])
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    categories = {
        (c.get("scheme", "").rpartition(":")[2], c.get("term"), c.get("label"))
        for c in entry.findall(f"{ATOM}category")
    }

    assert ("regions", "north-wales", "North Wales") in categories
    assert ("communities", "newcomers", "Newcomers") in categories


def test_each_json_feed_has_what_version_1_1_asks_for(feeds: dict[str, bytes]) -> None:
    """https://www.jsonfeed.org/version/1.1/: version, title and items, each with an id of words and a content."""
    for path, feed in json_feeds(feeds):
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == f"https://hub.example/ideas-hub/{path}"
        assert all(
            isinstance(item["id"], str)
            and (item.get("content_html") or item["content_text"])
            and RFC_3339.fullmatch(item["date_published"])
            for item in feed["items"]
        )


def test_both_feeds_say_the_same(feeds: dict[str, bytes]) -> None:
    """One truth: id, title, summary, text and dates are equal, entry by entry."""
    for path, feed in json_feeds(feeds):
        atom = parsed(feeds[path.replace(".json", ".xml")])
        rows = [
            tuple(e.findtext(f"{ATOM}{name}") for name in ("id", "title", "summary", "content", "published", "updated"))
            for e in atom.findall(f"{ATOM}entry")
        ]
        names = ("id", "title", "summary", "content_html", "date_published", "date_modified")
        items = [tuple(({"summary": i.get("content_text")} | i).get(name) for name in names) for i in feed["items"]]
        assert rows == items


def test_links_are_full_where_the_address_of_the_site_is_known(feeds: dict[str, bytes]) -> None:
    """A feed reader shows texts far from the site."""
    for _, feed in json_feeds(feeds):
        for item in feed["items"]:
            assert {urlsplit(link).scheme for link in [item["url"], *Links(item.get("content_html", "")).links]} == {
                "https"
            }


def test_links_start_from_the_feed_where_it_is_not(hub: Hub, site: Site, templates: Environment) -> None:
    """Without SITE_URL nothing is invented: links lead from the feed's own folder to the page."""
    files = rendered(hub, replace(site, url=""), templates, "case-studies/feed.json", "case-studies/feed.xml")
    items = {item["url"]: item for item in json.loads(files["case-studies/feed.json"])["items"]}
    feed = parsed(files["case-studies/feed.xml"])

    assert "../communities/newcomers/" in Links(items["../case-studies/soldering/"]["content_html"]).links
    assert feed.find(f"{ATOM}link[@rel='self']") is None
    assert not any("base" in name for name in feed.attrib)


def test_an_id_changes_neither_with_the_host_nor_with_a_new_name(hub: Hub, site: Site, templates: Environment) -> None:
    """A feed reader must not announce an entry twice because the site moved or the entry was renamed."""
    study = hub.case_studies["soldering"]
    renamed = replace(study, id="torches", facts=study.facts.model_copy(update={"redirect_from": ("soldering",)}))
    one = replace(hub, case_studies={"soldering": study})
    other = replace(hub, case_studies={"torches": renamed})
    moved = replace(site, url="https://other.example/")

    def ids(hub: Hub, site: Site) -> list[str | None]:
        feed = parsed(rendered(hub, site, templates, "case-studies/feed.xml")["case-studies/feed.xml"])
        return [feed.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry"))]

    assert ids(one, site) == ids(other, moved)


def test_a_feed_holds_the_twenty_that_changed_last(hub: Hub, site: Site) -> None:
    """The newest first; what was updated counts as new."""
    study = hub.case_studies["soldering"]
    day = study.facts.sort_date

    def copy(number: int, **dates: date) -> Document[CaseStudy]:
        return replace(study, id=f"study-{number}", facts=study.facts.model_copy(update=dates))

    studies = [copy(0, published=day, updated=day + timedelta(100))]
    studies += [copy(number, published=day + timedelta(number)) for number in range(1, 60)]
    many = replace(hub, case_studies={study.id: study for study in studies})
    feed = next(feed for feed in all_feeds(many, site) if feed.address == "case-studies/")

    assert [entry.id for entry in feed.entries] == ["study-0", *(f"study-{n}" for n in range(59, 40, -1))]


def test_hostile_words_stay_words(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """Neither XML, nor JSON, nor the HTML within them takes words for marks."""
    files = rendered(hostile_hub, site, templates, "case-studies/feed.xml", "case-studies/feed.json")
    hostile = hostile_hub.case_studies["soldering"].facts.title
    entry = parsed(files["case-studies/feed.xml"]).find(f"{ATOM}entry")
    item = json.loads(files["case-studies/feed.json"])["items"][0]
    assert entry is not None

    assert entry.findtext(f"{ATOM}title") == item["title"] == hostile
    assert entry.findtext(f"{ATOM}content") == item["content_html"]
    assert Links(item["content_html"]).tags <= {"p", "ul", "li", "strong", "a", "h2", "span"}


def test_a_link_s_look_in_words_stays_words(hub: Hub, site: Site, templates: Environment) -> None:
    """Addresses are completed in tags, and nowhere else."""
    study = hub.case_studies["soldering"]
    words = 'We wrote a href="about.md" and \\<a href="../">, then [a page](../docs/about.md \'so href="x"\').'
    body = re.sub(r"\n## ", f"\n{words}\n\n## ", study.body, count=1)
    article = convert(parse(body), prose_of(parse(body)), study.file)
    told = replace(study, text=Compact((body, article)))
    files = rendered(replace(hub, case_studies={"soldering": told}), site, templates, "feed.json")
    html = json.loads(files["feed.json"])["items"][0]["content_html"]

    assert 'We wrote a href="about.md" and <a href="../">, then' in unescape(html)
    assert "https://hub.example/ideas-hub/about/" in Links(html).links


def test_what_xml_cannot_hold_is_left_out(hub: Hub, site: Site, templates: Environment) -> None:
    """A control character would make the whole feed unreadable."""
    study = hub.case_studies["soldering"]
    odd = replace(study, facts=study.facts.model_copy(update={"title": "Solder\x00ing\x1b to\uffffgether"}))
    hub = replace(hub, case_studies={"soldering": odd})
    files = rendered(hub, site, templates, "case-studies/feed.xml")

    assert parsed(files["case-studies/feed.xml"]).findtext(f"{ATOM}entry/{ATOM}title") == "Soldering together"


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        ("themes/mending-clothes/page/2/", "themes/mending-clothes/"),
        ("case-studies/soldering/", "case-studies/"),
        ("themes/unknown/", ""),
        ("about/", ""),
    ],
)
def test_a_page_names_the_feed_of_its_term_or_kind_or_else_that_of_the_site(
    hub: Hub, site: Site, page: str, folder: str
) -> None:
    """rel=alternate, in both formats."""
    links = feed_links(page, all_feeds(hub, site))

    assert [link.address for link in links] == [f"{folder}feed.xml", f"{folder}feed.json"]
    assert {link.type for link in links} == {"application/atom+xml", "application/feed+json"}


def test_without_social_cards_no_item_has_an_image(hub: Hub, site: Site, templates: Environment) -> None:
    """A build without cards names none."""
    files = rendered(hub, replace(site, has_social_cards=False), templates, "feed.json")

    assert not any("image" in item for item in json.loads(files["feed.json"])["items"])


def test_the_same_content_gives_the_same_bytes(
    full_hub: Hub, register: Register, site: Site, templates: Environment, feeds: dict[str, bytes]
) -> None:
    """No hour of the build is in a feed."""
    assert rendered(full_hub, site, templates, *feeds, register=register) == feeds


def test_a_milestone_is_in_the_feed_of_events_alone(feeds: dict[str, bytes]) -> None:
    """It is nothing to go to."""
    assert [path for path, content in feeds.items() if b"events/parts-fund-opens/" in content] == [
        "events/feed.xml",
        "events/feed.json",
    ]
