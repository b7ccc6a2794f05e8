"""The sitemap and robots.txt, which search engines read."""

from xml.etree import ElementTree as ET

from ideas_hub.formats.sitemap import robots, sitemap
from ideas_hub.model.hub import Hub

URL = "https://hub.example/ideas-hub/"


def test_a_sitemap_has_every_page_and_the_day_an_entry_changed(hub: Hub) -> None:
    """Sorted, with full addresses; a list has no day of its own."""
    xml = sitemap(["themes/", "case-studies/mending-van/", "a&b/", ""], hub, URL)
    ns = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    rows = [[child.text for child in row] for row in ET.fromstring(xml.encode())]  # noqa: S314 it is our own

    assert rows == [[URL], [f"{URL}a&b/"], [f"{URL}case-studies/mending-van/", "2026-11-02"], [f"{URL}themes/"]]
    assert f"<{ns}" not in xml


def test_crawlers_may_read_everything() -> None:
    """And find the sitemap."""
    assert robots(URL) == f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n"
