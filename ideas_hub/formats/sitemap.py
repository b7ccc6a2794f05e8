"""The list of pages for search engines, with the day each last changed in substance."""

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape

from ideas_hub.model import addresses
from ideas_hub.model.fields import Entry
from ideas_hub.model.hub import Hub


def sitemap(pages: Iterable[str], hub: Hub, url: str) -> str:
    """Return sitemap.xml (https://www.sitemaps.org/protocol.html); an entry's date is from its facts, never from the build."""
    changed = {addresses.document(entry.kind, entry.id): last_change(entry.facts) for entry in hub.entries}
    rows = []
    for page in sorted(pages):
        day = changed.get(page)
        dated = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        rows.append(f"<url><loc>{escape(url + page)}</loc>{dated}</url>")
    body = "\n".join(rows)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}\n</urlset>\n'


def last_change(facts: Entry) -> date:
    """Return the day an entry last changed or was checked."""
    days: list[date] = [day for day in (facts.published, facts.updated, facts.reviewed) if day]
    return max(days)


def robots(url: str) -> str:
    """Return robots.txt: everything may be read, and the sitemap is here."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n"
