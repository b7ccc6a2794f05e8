"""The pages as people meet them: on a phone and at a desk, by light and in the dark, by keyboard, without JavaScript, on paper."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import WIDTHS, Open
from tests.conftest import BASE

STUDY = "case-studies/spark-somerset/"
ADDRESSES = {
    "home": "",
    "find": "find/",
    "results": "find/?q=garden&region=south-west",
    "nothing-found": "find/?q=xylophone",
    "case study": STUDY,
    "term": "regions/south-west/",
    "pair": "find/nature-environment/south-west/",
    "themes": "themes/",
    "learning points": "learning-points/",
    "learning point": "learning-points/help-before-the-first-visit/",
    "projects": "projects/",
    "evidence": "evidence/",
    "programme": "programmes/thriving-communities-fund/",
    "glossary": "glossary/",
    "data": "data/",
    "shortlist": "shortlist/",
    "prose": "about/",
}
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def violations(page: Page, options: dict[str, Any] = OPTIONS) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("name", ADDRESSES)
def test_axe_finds_no_violation(open_page: Open, name: str) -> None:
    """WCAG 2.2 A and AA and axe's best practice hold on every kind of page, on a phone and at a desk, by light and in the dark."""
    page = open_page(ADDRESSES[name], bypass_csp=True)
    if "?" in ADDRESSES[name]:
        expect(page.locator("[data-find-heading]")).not_to_have_text("Results")

    for width in WIDTHS.values():
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, CONTRAST) == []  # nothing else changes with the colours


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_page_scrolls_sideways(open_page: Open, name: str) -> None:
    """At 320 pixels, the width of a page enlarged four times, nothing is cut off."""
    page = open_page(ADDRESSES[name])
    for wide in (320, 1600):
        page.set_viewport_size({"width": wide, "height": 700})

        assert page.evaluate("document.documentElement.scrollWidth") <= wide


@pytest.mark.parametrize("address", ["", STUDY, "find/", "about/"])
def test_the_first_tab_skips_to_the_content(open_page: Open, address: str) -> None:
    """Someone without a mouse need not pass the menu on every page."""
    page = open_page(address)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")

    expect(skip).to_be_visible()
    assert skip.bounding_box()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null || location.hash === '#mainContent'")


def test_every_case_study_can_be_reached_without_javascript(open_page: Open) -> None:
    """From the home page by links alone: theme, then case study."""
    page = open_page(script=False)
    page.get_by_role("link", name="Nature and environment").first.click()
    page.get_by_role("link", name="Growing social prescribing in Somerset").first.click()

    expect(page.locator("h1")).to_have_text("Growing social prescribing in Somerset")


def test_the_search_box_without_javascript_leads_to_lists_and_says_why(open_page: Open) -> None:
    """The form works as a plain form; the page it leads to tells what needs JavaScript and offers every term."""
    page = open_page(script=False)
    page.get_by_role("searchbox").fill("garden")
    page.keyboard.press("Enter")

    page.wait_for_url("**/find/?q=garden")
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="Nature and environment")).to_be_visible()


@pytest.mark.parametrize("base", [BASE, "/"])
def test_the_site_works_below_a_path_and_at_a_root(open_page: Open, base: str) -> None:
    """Links are relative, so it does not matter where the site lives."""
    page = open_page(base=base)
    page.get_by_role("searchbox").fill("lonely")
    page.keyboard.press("Enter")
    expect(page.locator("[data-find-results] h3").first).to_be_visible()
    page.locator("[data-find-results] h3 a").first.click()

    expect(page.locator("h1")).to_be_visible()
    assert urlsplit(page.url).path.startswith(base)


def test_an_address_that_is_not_there_leads_on_from_any_depth(open_page: Open) -> None:
    """The 404 page has its style and its links wherever it is shown."""
    page = open_page("case-studies/walking-in-somerset/", missing=True)
    page.get_by_role("link", name="walking in somerset").click()
    expect(page.locator("[data-find-results] h3").first).to_be_visible()
    page.goto(page.url.replace("find/", "case-studies/no/such/story/find/"))

    assert "Atkinson" in page.locator("h1").evaluate("getComputedStyle(document.body).fontFamily")
    page.get_by_role("link", name="Case studies").first.click()
    expect(page.locator("h1")).to_have_text("Case studies")


def test_a_reader_s_choice_of_colours_stays(open_page: Open) -> None:
    """The button changes light to dark, and the next page keeps it."""
    page = open_page()
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="dark").or_(page.get_by_role("button", name="colours")).first.click()
    changed = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(page.url + STUDY)

    assert changed != before
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == changed


def test_on_paper_a_case_study_keeps_its_facts_and_leaves_the_menu_out(open_page: Open) -> None:
    """What is printed is the story, not the site around it."""
    page = open_page(STUDY)
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_text_from_right_to_left_is_set_from_right_to_left(open_page: Open) -> None:
    """A passage in Urdu or Arabic takes its own direction within an English page."""
    page = open_page(STUDY)
    direction = page.evaluate("""() => {
      const p = document.querySelector('.prose p[dir=auto]'); p.textContent = 'یہ اردو میں ایک جملہ ہے'; return getComputedStyle(p).direction }""")

    assert direction == "rtl"


@pytest.mark.parametrize(("address", "kilobytes", "requests"), [(STUDY, 60, 6), ("", 60, 6), ("find/", 100, 16)])
def test_a_first_visit_is_light(open_page: Open, built_site: Path, address: str, kilobytes: int, requests: int) -> None:
    """HTML, style, script and font of a first visit, as a server would send them."""
    loaded: list[str] = []
    page = open_page("privacy/")
    page.on("request", lambda request: loaded.append(request.url))
    page.context.clear_cookies()
    fresh = page.context.new_page()
    fresh.on("request", lambda request: loaded.append(request.url))
    fresh.goto(page.url.replace("privacy/", address))
    fresh.wait_for_load_state("networkidle")
    files = {urlsplit(url).path.removeprefix(BASE) for url in loaded}
    weight = sum(
        len(
            gzip.compress(
                (built_site / (f or "index.html")).read_bytes()
                if not f.endswith("/")
                else (built_site / f / "index.html").read_bytes()
            )
        )
        for f in files
    )

    assert len(files) <= requests, sorted(files)
    assert weight <= kilobytes * 1024
