"""Where the links of other people's pages lead: to a page that is brought in too, to another site, or nowhere."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urljoin

from ideas_hub.importing.page_facts import Page
from ideas_hub.importing.personal_data import holds_personal_data
from ideas_hub.reading.links import resolve_link

OWN_ADDRESSES = ("slug", "permalink", "path", "url", "aliases", "redirect_from", "id")
"""Facts in which a page names its own address."""

DATE_IN_NAME = re.compile(r"^\d{4}-\d{2}-\d{2}-")
ENDING = re.compile(r"(?:\.html)?\.(?:md|markdown|mdx|qmd|rmd)(?:\.erb|\.njk)?$|\.html?$", re.IGNORECASE)
SCHEME = re.compile(r"//|[a-zA-Z][\w+.-]*:")


def key_of(address: str) -> str:
    """Return an address as pages are looked up by: without ending, query, and slashes around it."""
    path = ENDING.sub("", unquote(re.split("[?#]", address)[0]).strip("/").removesuffix("/index.html"))
    return path.removesuffix("/index").removesuffix("/README").casefold()


def name_of(page: Page) -> str:
    """Return the last part of a page's address, without the day that Jekyll puts before it."""
    return DATE_IN_NAME.sub("", key_of(page.file).rpartition("/")[2])


def places_of(pages: Sequence[Page], files: Sequence[str]) -> dict[str, str]:
    """Return the file that each page becomes, by its path, its name, and each address that it says it has."""
    places: dict[str, str] = {}
    for page, file in zip(pages, files, strict=True):
        own = [item for fact in OWN_ADDRESSES for item in page.items(fact)]
        for address in (page.file, name_of(page), *own):
            places.setdefault(key_of(address), file)
    return places


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The links of one page.

    file: its path in the folder.
    places: see `places_of`.
    site: the address of the pages as they are on the web, or "".
    """

    file: str
    places: Mapping[str, str]
    site: str

    def target_of(self, href: str) -> str:
        """Return the target of a link from the hub; "" where it leads nowhere, or is not published."""
        if SCHEME.match(href):
            return published_address(href)
        if href.startswith("#"):
            return ""
        folder = "" if href.startswith("/") else posixpath.dirname(self.file)
        key = key_of(posixpath.normpath(posixpath.join(folder, href.lstrip("/"))))
        place = self.places.get(key) or self.places.get(key.rpartition("/")[2])
        return place or (published_address(urljoin(urljoin(self.site, self.file), href)) if self.site else "")


def published_address(address: str) -> str:
    """Return the address of another site; "" if it is of a kind that is not published."""
    link = resolve_link(address, "docs/index.md")
    return address if link.is_external and not holds_personal_data(f"]({address})") else ""
