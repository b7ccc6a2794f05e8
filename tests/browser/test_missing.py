"""The page for an address that is not there: below a sub-path, at a root, at any depth, whatever the address says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import is_too_wide, violations
from tests.browser.conftest import Open, Tabs
from tests.browser.serving import serve
from tests.conftest import build

TITLE = "Toaster Tuesdays in Swansea"


@pytest.fixture(scope="module")
def at_root(hub_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the site built for a root."""
    folder = tmp_path_factory.mktemp("root") / "site"
    run = build(hub_root, folder, "--no-cards", SITE_URL="https://hub.example/")
    assert run.returncode == 0, run.stderr
    with serve(folder) as address:
        yield address


def box(page: Page) -> str:
    return page.get_by_role("searchbox").first.input_value()


def nearest(page: Page) -> list[str]:
    expect(page.locator("[data-missing]")).to_be_visible()
    return page.locator("[data-missing-list] a").all_inner_texts()


@pytest.mark.parametrize(
    "address", ["case-studies/toasters-in-swansea/", "Toasters%20in_Swansea.html", "a/b/c/d/../toasters/in/swansea"]
)
def test_the_nearest_pages_are_shown_and_the_box_has_the_words(open_page: Open, address: str) -> None:
    """Without the path that the whole site is below, and without the folder of a kind."""
    page = open_page(address, missing=True)

    assert nearest(page)[0] == TITLE
    assert len(nearest(page)) <= 5
    assert "Case study" in page.locator("[data-missing-list] li").first.inner_text()
    assert box(page).lower().endswith("toasters in swansea")
    assert "ideas" not in box(page)
    assert "case studies" not in box(page)
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator("h1")).to_have_text(TITLE)


def test_it_does_the_same_at_a_root(tabs: Tabs, at_root: str) -> None:
    tab = tabs.get()
    tab.missing = True
    tab.page.goto(f"{at_root}/case-studies/toasters-in-swansea/")
    assert nearest(tab.page)[0] == TITLE
    assert box(tab.page) == "toasters in swansea"
    tab.page.get_by_role("link", name=TITLE).click()
    expect(tab.page.locator("h1")).to_have_text(TITLE)
    tabs.give_back(tab)


def test_a_slip_in_an_address_brings_up_the_page_that_was_meant(open_page: Open) -> None:
    page = open_page("themes/tools-and-electrisc/", missing=True)

    assert "Tools and electrics" in nearest(page)


def test_the_search_from_there_finds_the_same(open_page: Open) -> None:
    page = open_page("case-studies/toasters-in-swansea/", missing=True)
    nearest(page)
    page.get_by_role("button", name="Search").first.click()
    page.wait_for_url("**/find/?q=toasters+in+swansea")

    expect(page.locator("[data-find-results] h3").first).to_have_text(TITLE)


@pytest.mark.parametrize(
    "address",
    [
        "%3Cimg%20src=x%20onerror=alert(1)%3E/kettle",
        "javascript:alert(1)/kettle",
        "%22%3E%3Cscript%3Ealert(1)%3C/script%3E-kettle",
        "%E0%A4%A/kettle",
        "%FF%FE/kettle",
        "kettle/" * 400,
        "kettle-" + "x" * 5000 + "-kettle",
    ],
)
def test_whatever_an_address_says_stays_text(open_page: Open, address: str) -> None:
    """Hostile, damaged or very long: the page stands, and the box holds at most what it may."""
    page = open_page(address, missing=True, width="small")

    assert nearest(page)
    assert len(box(page)) <= 200
    assert page.locator("main :is(img, script, [onerror], [href^='javascript'])").count() == 0
    assert not is_too_wide(page)


def test_an_address_like_nothing_here_leaves_the_page_as_it_is_without_a_script(open_page: Open) -> None:
    page = open_page("qqqqqqqqqq/", missing=True)
    expect(page.get_by_role("searchbox").first).to_have_value("qqqqqqqqqq")

    expect(page.locator("[data-missing]")).to_be_hidden()
    page.get_by_role("link", name="See all case studies").click()
    expect(page.locator("h1")).to_have_text("Case studies")


def test_without_a_script_its_own_links_lead_on_from_any_depth(open_page: Open) -> None:
    page = open_page("case-studies/no/such/story/", missing=True, script=False)

    expect(page.locator("[data-missing]")).to_be_hidden()
    assert "Atkinson" in page.locator("h1").evaluate("getComputedStyle(document.body).fontFamily")
    page.get_by_role("link", name="Find what worked").click()
    expect(page.locator("h1")).to_have_text("Find what worked")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(open_page: Open, scheme: str) -> None:
    page = open_page("case-studies/toasters-in-swansea/", missing=True, width="small", scheme=scheme, bypass_csp=True)
    nearest(page)

    assert violations(page) == []
    assert not is_too_wide(page)
