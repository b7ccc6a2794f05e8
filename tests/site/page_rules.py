"""What holds for the pages of any hub; each rule returns what breaks it, beginning with the page's address."""

import itertools
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.conftest import BASE, SITE_URL
from tests.site.page_reader import Element, PageReader, Pages

EXTERNAL = re.compile(r"^([a-z]+:|//)", re.IGNORECASE)
LOADS = {
    "script": "src",
    "img": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "object": "data",
    "embed": "src",
}
NOT_LOADED = {"canonical", "license", "alternate"}


def full_pages(pages: Pages) -> Pages:
    """Leave out the pages without a menu: they only send a reader on, or say that a page was taken down."""
    return {address: page for address, page in pages.items() if page.all("nav")}


def has_one_heading(page: PageReader) -> bool:
    """Return whether there is one h1, with words in it."""
    return [bool(heading.text) for heading in page.all("h1")] == [True]


def has_a_title(page: PageReader) -> bool:
    """Return whether the title that a browser shows has words in it; pictures may have titles of their own."""
    titles = [title for title in page.all("title") if title.ancestors[-1:] == ("head",)]
    return [bool(title.text) for title in titles] == [True]


def has_a_description(page: PageReader) -> bool:
    """Return whether search engines and previews get a sentence."""
    return 20 <= len(page.one("meta", name="description")["content"]) <= 400


def has_a_language(page: PageReader) -> bool:
    return bool(page.one("html")["lang"])


def has_one_main_part(page: PageReader) -> bool:
    return len(page.all("main")) == 1


def skips_to_the_content(page: PageReader) -> bool:
    """Return whether the first link leads to the main part, or to the text in it."""
    target = page.all("a")[0]["href"].removeprefix("#")
    return any(e["id"] == target and (e.tag == "main" or "main" in e.ancestors) for e in page.elements)


def headings_have_no_gap(page: PageReader) -> bool:
    levels = [int(element.tag[1]) for element in page.elements if re.fullmatch("h[1-6]", element.tag)]
    return all(after <= before + 1 for before, after in itertools.pairwise(levels))


def ids_are_unique(page: PageReader) -> bool:
    ids = [element["id"] for element in page.elements if element["id"]]
    return len(ids) == len(set(ids))


def tags_are_closed(page: PageReader) -> bool:
    return page.mistakes == []


def has_nothing_inline(page: PageReader) -> bool:
    """Return whether no style and no handler stands in the page itself."""
    return not any(
        e["style"] or e.tag == "style" or any(name.startswith("on") for name in e.attributes) for e in page.elements
    )


FULL_PAGE_RULES = (
    has_one_heading,
    has_a_title,
    has_a_description,
    has_a_language,
    has_one_main_part,
    skips_to_the_content,
    headings_have_no_gap,
)
"""Each holds for every page that has a menu."""

PAGE_RULES = (ids_are_unique, tags_are_closed, has_nothing_inline)
"""Each holds for every page."""


def failing(pages: Pages, rule: Callable[[PageReader], bool]) -> list[str]:
    """Return the addresses of the pages that break a rule."""
    return [address for address, page in pages.items() if not rule(page)]


def loaded_from_elsewhere(pages: Pages, site: Path) -> list[str]:
    """Return what pages and style sheets ask other hosts for."""
    found = [
        f"{address}: {link}"
        for address, page in pages.items()
        for element in page.elements
        for link in loaded_by(element)
        if EXTERNAL.match(link)
    ]
    sheets = {sheet.name: sheet.read_text(encoding="utf-8") for sheet in site.rglob("*.css")}
    return found + [name for name, text in sheets.items() if re.search(r"url\([\"']?(https?:)?//|@import", text)]


def loaded_by(element: Element) -> Iterator[str]:
    """Yield the addresses that a browser fetches for an element."""
    if element.tag in LOADS and element["rel"] not in NOT_LOADED:
        yield element[LOADS[element.tag]]
    yield from (part.split()[0] for part in element["srcset"].split(",") if part.strip())


def broken_links(pages: Pages, site: Path) -> list[str]:
    """Return every link that leads to no file, or to no place on its page."""
    anchors = {address: {element["id"] for element in page.elements} for address, page in pages.items()}
    broken = []
    for address, page in pages.items():
        for link in {link for element in page.elements for link in links_of(element)}:
            target, anchor = resolved(link, address)
            if target is None:
                continue
            file = site / (f"{target}index.html" if target.endswith("/") or not target else target)
            if not file.is_file() or (anchor and anchor not in anchors.get(target, {anchor})):
                broken.append(f"{address}: {link}")
    return broken


def links_of(element: Element) -> Iterator[str]:
    """Yield where an element leads and what it shows: a link, a form, a picture, a script, a page that sends on."""
    yield from (element["href"], element["action"], element["src"], element["data-to"])
    yield element["content"].partition("url=")[2] if element["http-equiv"] == "refresh" else ""
    yield from (part.split()[0] for part in element["srcset"].split(",") if part.strip())


def resolved(link: str, address: str) -> tuple[str | None, str]:
    """Return the address that a link on a page leads to, and its anchor; None for one that leaves the site."""
    if link.startswith(SITE_URL):
        link = BASE + link.removeprefix(SITE_URL)
    if not link or EXTERNAL.match(link):
        return None, ""
    parts = urlsplit(link)
    path = unquote(parts.path)
    if path.startswith(BASE):
        return path.removeprefix(BASE), unquote(parts.fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(f"/{address}"), path)) if path else f"/{address}"
    slash = "/" if path.endswith(("/", "..", ".")) and not joined.endswith("/") else ""
    return (joined + slash).lstrip("/"), unquote(parts.fragment)


def out_of_reach(pages: Pages) -> list[str]:
    """Return the full pages to which no links lead from the home page; a 404 page has no address of its own."""
    seen: set[str] = set()
    following = {""}
    while following:
        seen |= following
        linked = {resolved(link, address)[0] for address in following for link in pages[address].links}
        following = {target for target in linked if target in pages} - seen
    return sorted(full_pages(pages).keys() - seen - {"404.html"})
