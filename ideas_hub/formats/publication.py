"""What every format states alike: language, licences, media types, the day of the last change, and links."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from ideas_hub.model import links
from ideas_hub.model.fields import Entry
from ideas_hub.model.languages import HUB_LANGUAGE
from ideas_hub.views.page import Site

LANGUAGE = HUB_LANGUAGE
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


def changed_or_checked(facts: Entry) -> date:
    """Return the day an entry last changed or was checked; the epoch if nobody knows it."""
    return max((day for day in (facts.published, facts.updated, facts.reviewed) if day), default=EPOCH)


def link_builder(page: str, site: Site) -> LinkTo:
    """Return the function that turns an address into a link from a page: absolute if the site's address is known."""
    return lambda address: f"{site.url}{address}" if site.url else links.relative(address, page)
