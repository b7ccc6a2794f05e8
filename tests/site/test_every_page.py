"""What holds for every page of the site."""

from __future__ import annotations

import itertools
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import BASE, SITE_URL
from tests.site.conftest import PageReader

EXTERNAL = re.compile(r"^[a-z]+:", re.IGNORECASE)
LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "object": "data", "embed": "src"}


@pytest.fixture(scope="session")
def full_pages(pages: dict[str, PageReader]) -> dict[str, PageReader]:
    """Every page but those that only send a reader on."""
    return {address: page for address, page in pages.items() if not page.all("meta", http_equiv="refresh")}


def failing(pages: dict[str, PageReader], holds: object) -> list[str]:
    return [address for address, page in pages.items() if not holds(page)]  # type: ignore[operator]


def test_there_is_one_title_on_each_page_and_it_is_the_heading(full_pages: dict[str, PageReader]) -> None:
    """A page has one h1, and its words are in the title that a browser shows."""
    assert failing(full_pages, lambda page: len(page.all("h1")) == 1 and page.one("h1").text) == []


def test_no_two_pages_share_a_title(full_pages: dict[str, PageReader]) -> None:
    """Open tabs and search results can be told apart."""
    titles = [page.all("title")[0].text for page in full_pages.values()]

    assert sorted(title for title in set(titles) if titles.count(title) > 1) == []


def test_each_page_describes_itself_in_a_sentence(full_pages: dict[str, PageReader]) -> None:
    """Search engines and previews show the description."""
    assert failing(full_pages, lambda page: 20 <= len(page.one("meta", name="description")["content"]) <= 400) == []


def test_each_page_can_be_read_by_a_screen_reader_in_english(full_pages: dict[str, PageReader]) -> None:
    """Language, a link that skips to the content, one main part, headings without gaps."""
    assert failing(full_pages, lambda page: page.one("html")["lang"].startswith("en")) == []
    assert failing(full_pages, lambda page: len(page.all("main")) == 1) == []
    assert failing(full_pages, skips_to_the_content) == []
    assert failing(full_pages, headings_have_no_gap) == []


def skips_to_the_content(page: PageReader) -> bool:
    """Return whether the first link leads to the main part, or to the text in it."""
    target = page.all("a")[0]["href"].removeprefix("#")
    return any(element["id"] == target and (element.tag == "main" or "main" in element.inside) for element in page.elements)


def headings_have_no_gap(page: PageReader) -> bool:
    levels = [int(element.tag[1]) for element in page.elements if re.fullmatch("h[1-6]", element.tag)]
    return all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_each_page_shows_the_way_from_the_home_page(full_pages: dict[str, PageReader]) -> None:
    """A breadcrumb stands on every page but the home page."""
    inner = {address: page for address, page in full_pages.items() if address}

    assert failing(inner, lambda page: any("breadcrumb" in nav["aria-label"].lower() for nav in page.all("nav"))) == []


def test_each_page_says_which_file_to_change(full_pages: dict[str, PageReader]) -> None:
    """The link to propose a change ends with a file that exists."""
    written = {address: page for address, page in full_pages.items() if address != "404.html"}

    def has_file(page: PageReader) -> bool:
        links = [link for link in page.all("a") if "change" in link.text.lower() and link["href"].endswith(".md")]
        return any((Path(__file__).parents[2] / re.split(r"file=|edit/main/", link["href"])[-1]).is_file() for link in links)

    assert failing(written, has_file) == []


def test_ids_are_unique_and_tags_are_closed(pages: dict[str, PageReader]) -> None:
    """Broken markup is read differently by every browser."""
    for address, page in pages.items():
        ids = [element["id"] for element in page.elements if element["id"]]
        assert sorted(ids) == sorted(set(ids)), address
        assert page.mistakes == [], address


def test_nothing_is_loaded_from_any_other_host(pages: dict[str, PageReader], built_site: Path) -> None:
    """No page asks anybody else for anything."""
    for address, page in pages.items():
        for element in page.elements:
            named = element[LOADS.get(element.tag, "none")]
            loaded = [named] if element["rel"] not in {"canonical", "license", "alternate"} else []
            loaded += [part.split()[0] for part in element["srcset"].split(",") if part.strip()]
            assert not [link for link in loaded if EXTERNAL.match(link) or link.startswith("//")], (address, element)
    for sheet in built_site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(https?:)?//|@import", sheet.read_text(encoding="utf-8")), sheet


def test_the_security_policy_allows_nothing_inline_but_what_it_names(pages: dict[str, PageReader]) -> None:
    """The policy stands before anything that it governs; styles and handlers never stand in a page."""
    for address, page in pages.items():
        policy = page.one("meta", http_equiv="Content-Security-Policy")
        assert "'unsafe-inline'" not in policy["content"], address
        assert "default-src 'none'" in policy["content"], address
        governed = [e for e in page.elements if e.tag in {"script", "style", "link"}]
        assert page.elements.index(policy) < min(page.elements.index(e) for e in governed), address
        assert not [e for e in page.elements if e["style"] or any(name.startswith("on") for name in e.attributes) or e.tag == "style"], (
            address
        )


def test_every_link_leads_to_a_page_and_every_anchor_to_a_place(pages: dict[str, PageReader], built_site: Path) -> None:
    """No link of any page is broken."""
    anchors = {address: {element["id"] for element in page.elements} for address, page in pages.items()}
    broken = []
    for address, page in pages.items():
        for element in page.elements:
            link = element["href"] or (element["action"] if element.tag == "form" else "") or (element["src"] if element.tag != "a" else "")
            target, anchor = resolved(link, address)
            if target is None:
                continue
            file = built_site / (f"{target}index.html" if target.endswith("/") or not target else target)
            if not file.is_file() or (anchor and target in anchors and anchor not in anchors[target]):
                broken.append(f"{address}: {link}")
    assert broken == []


def resolved(link: str, address: str) -> tuple[str | None, str]:
    """Return the address that a link leads to and its anchor; None for one that leaves the site."""
    if link.startswith(SITE_URL):
        link = BASE + link.removeprefix(SITE_URL)
    if not link or EXTERNAL.match(link) or link.startswith("//"):
        return None, ""
    parts = urlsplit(link)
    path = unquote(parts.path)
    if path.startswith(BASE):
        return path.removeprefix(BASE), parts.fragment
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(f"/{address}"), path)) if path else f"/{address}"
    slash = "/" if path.endswith(("/", "..", ".")) and not joined.endswith("/") else ""
    return (joined + slash).lstrip("/"), parts.fragment
