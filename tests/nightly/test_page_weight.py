"""How much a reader of the real site has to fetch."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from build import MAX_PAGE_BYTES
from playwright.sync_api import Browser

from tests.browser.serving import serve
from tests.conftest import ROOT
from tests.content.test_real_site import address_of
from tests.site.data_rules import read_data


def gzipped(path: Path) -> int:
    """Return the bytes of a file as a server would send them."""
    return len(gzip.compress(path.read_bytes(), mtime=0))


@pytest.mark.parametrize(
    ("kind", "kilobytes", "requests"),
    [("entry", 48, 8), ("project", 44, 8), ("term", 48, 8), ("home", 48, 8), ("finder", 72, 18)],
)
def test_a_first_visit_is_light(browser: Browser, real_site: Path, kind: str, kilobytes: int, requests: int) -> None:
    """HTML, style, scripts, fonts and pictures of a page, with nothing in the browser's cache.

    Drawings of themes, of some hundred bytes each, are weighed but not counted.
    The finder's first twenty cards are in four chunks, or in five, as the number of all falls.
    """
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.lstrip("/")))
    with serve(real_site) as server:
        page.goto(f"{server}/{address_of(kind, read_data(real_site))}")
        page.wait_for_load_state("networkidle")
        page.context.close()
    files = {real_site / path / ("index.html" if path.endswith("/") or not path else "") for path in asked}

    drawings = {path.stem for path in (ROOT / "docs/assets/illustrations").iterdir()}

    assert len([file for file in files if file.name.partition(".")[0] not in drawings]) <= requests, sorted(files)
    assert sum(map(gzipped, files)) <= kilobytes * 1024


def test_no_page_is_over_the_budget_that_a_build_reports(real_site: Path) -> None:
    """A build only reports it, because a long page is better than none."""
    heavy = {path.relative_to(real_site).as_posix(): gzipped(path) for path in real_site.rglob("*.html")}

    assert {page: size for page, size in heavy.items() if size > MAX_PAGE_BYTES} == {}
