"""sitemap.xml, with the day each entry last changed in substance, and robots.txt.

Source: https://www.sitemaps.org/protocol.html.
"""

from collections.abc import Iterable, Iterator

from jinja2 import Environment

from ideas_hub.formats.publication import changed_or_checked
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Site


def sitemap_files(pages: Iterable[str], hub: Hub, site: Site, environment: Environment) -> Iterator[tuple[str, bytes]]:
    """Yield sitemap.xml and robots.txt as (path, content); nothing if the site's address is unknown.

    pages: their addresses, in any order.
    Dates are those of the entries, never of the build.
    """
    if site.url:
        changed = {addresses.document(entry.kind, entry.id): changed_or_checked(entry.facts) for entry in hub.entries}
        rows = [(page, changed.get(page)) for page in sorted(pages)]
        yield "sitemap.xml", environment.get_template("hub/sitemap.xml").render(pages=rows, site=site).encode() + b"\n"
        # crawlers may read everything, and here is the sitemap
        yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\n".encode()
