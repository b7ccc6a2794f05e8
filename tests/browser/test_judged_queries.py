"""The measuring of what the search finds uses a Python copy of it: the browser must find the same."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from finder import Finder
from judge_search import read_queries
from playwright.sync_api import expect

from tests.browser.conftest import Open

SAMPLE = read_queries()[::3]
SHOWN = 20


@pytest.fixture(scope="module")
def finder(built_site: Path) -> Finder:
    files = {f"search/{path.name}": path.read_bytes() for path in (built_site / "search").glob("*.js")}
    return Finder(files, next(path for path in files if path.startswith("search/index.")))


def test_the_browser_finds_what_the_python_copy_finds(open_page: Open, finder: Finder) -> None:
    """Every third judged query gives the same entries in the same order, as far as the page shows them at once."""
    page = open_page("find/")
    found, expected = {}, {}
    for query in SAMPLE:
        page.goto(f"{page.url.split('?')[0]}?q={quote(query.words)}")
        expect(page.locator("[data-find-heading]")).to_contain_text(f"for {query.words}")
        expect(page.locator("[data-find-results]")).not_to_have_attribute("aria-busy", "true")
        links = page.locator("[data-find-results] a[data-card=title]").evaluate_all(
            "links => links.map((link) => link.pathname)"
        )
        found[query.words] = [link.removeprefix("/ideas-hub/") for link in links]
        expected[query.words] = finder.find(query.words)[:SHOWN]

    assert found == expected
