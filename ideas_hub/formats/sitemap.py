"""sitemap.xml, with the day each entry last changed in substance, and robots.txt."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from ideas_hub.formats.publication import last_change
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub


def sitemap(pages: Iterable[str], hub: Hub, url: str) -> str:
    """Return sitemap.xml (https://www.sitemaps.org/protocol.html).

    pages: their addresses, in any order.
    Dates are those of the entries, never of the build.
    """
    changed = {addresses.document(entry.kind, entry.id): last_change(entry.facts) for entry in hub.entries}
    rows = []
    for page in sorted(pages):
        lastmod = f"<lastmod>{changed[page].isoformat()}</lastmod>" if page in changed else ""
        rows.append(f"<url><loc>{escape(url + page)}</loc>{lastmod}</url>")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *rows,
        "</urlset>",
    ]
    return "\n".join(lines) + "\n"


def robots(url: str) -> str:
    """Return robots.txt: crawlers may read everything, and here is the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n"
