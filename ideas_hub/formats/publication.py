"""What every format states alike: who published an entry and when, language, licences, media types and links.

Feeds, citations, structured data, Dublin Core and the sitemap take an entry's author, and the days on which it was
published and changed, from here alone.
"""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry
from ideas_hub.views.page import Site

LANGUAGE = "en-GB"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
DATA_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "zip": "application/zip",
}
EPOCH = date(1970, 1, 1)  # for a feed or data set without entries: both formats require a date
LinkTo: TypeAlias = Callable[[str], str]  # from an address to a link, as seen from one page


def author(_entry: Document[Entry], site: Site) -> str:
    """Return whom to name as an entry's author: the hub; the authors of its sources stand in its citations."""
    return site.name


def first_published(entry: Document[Entry]) -> date:
    """Return the day an entry was published."""
    return entry.facts.published


def last_update(entry: Document[Entry]) -> date:
    """Return the day an entry last changed in substance."""
    return entry.facts.updated or entry.facts.published


def last_change(facts: Entry) -> date:
    """Return the day an entry last changed or was checked."""
    return max(day for day in (facts.published, facts.updated, facts.reviewed) if day)


def link_builder(page: str, site: Site) -> LinkTo:
    """Return the function that turns an address into a link from a page: absolute if the site's address is known."""
    return lambda address: f"{site.url}{address}" if site.url else addresses.relative(address, page)
