"""The sitemap and robots.txt, which search engines read."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from jinja2 import Environment

from ideas_hub.formats.sitemap import sitemap_files
from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Site

URL = "https://hub.example/ideas-hub/"


def test_a_sitemap_has_every_page_and_the_day_an_entry_changed(hub: Hub, site: Site, templates: Environment) -> None:
    """Sorted, with full addresses; a list has no day of its own."""
    files = dict(sitemap_files(["themes/", "case-studies/mending-van/", "a&b/", ""], hub, site, templates))
    ns = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = ET.fromstring(files["sitemap.xml"])  # noqa: S314 it is our own

    assert urls.tag == f"{ns}urlset"
    assert [[child.text for child in row] for row in urls] == [
        [URL],
        [f"{URL}a&b/"],
        [f"{URL}case-studies/mending-van/", "2026-11-02"],
        [f"{URL}themes/"],
    ]


def test_crawlers_may_read_everything(hub: Hub, site: Site, templates: Environment) -> None:
    """And find the sitemap."""
    files = dict(sitemap_files([], hub, site, templates))

    assert files["robots.txt"].decode() == f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n"


def test_without_an_address_there_is_no_sitemap(hub: Hub, site: Site, templates: Environment) -> None:
    assert list(sitemap_files(["themes/"], hub, replace(site, url=""), templates)) == []
