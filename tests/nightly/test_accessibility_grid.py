"""Every kind of page at every width, by light and in the dark; of the small hub, and of the real site with its map."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import is_too_wide, violations
from tests.browser.conftest import Open, Tabs
from tests.browser.serving import serve
from tests.browser.test_pages import ADDRESSES
from tests.browser.test_shortlist import ALL_SIX, TOASTERS
from tests.content.test_real_site import KINDS, address_of
from tests.site.data_rules import read_data

REAL_KINDS = (
    *KINDS,
    "case-studies",
    "learning-points",
    "what-did-not-work",
    "trails",
    "programmes",
    "events",
    "evidence",
    "projects",
    "glossary",
    "data",
)
WIDTHS = (320, 360, 768, 1280, 1920)
STATES = {
    **ADDRESSES,
    "filters in use": "find/?theme=tools-electrics&delivery=no-booking",
    "a misspelt word": "find/?q=darnning",
    "nothing with this filter": "find/?q=microwaves&region=north-wales",
    "one idea": f"shortlist/?keep={TOASTERS}",
    "six ideas": f"shortlist/?keep={ALL_SIX}",
}


def faults(page: Page) -> dict[int, list[str]]:
    """Return what axe finds at each width, and whether the page scrolls sideways."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wide = ["the page scrolls sideways"] if is_too_wide(page) else []
        found[width] = violations(page) + wide
    return {width: some for width, some in found.items() if some}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", STATES)
def test_no_page_of_the_small_hub_has_a_fault(open_page: Open, name: str, scheme: str) -> None:
    """WCAG 2.2 A and AA, and axe's best practice, with every group of filters open."""
    page = open_page(STATES[name], scheme=scheme, bypass_csp=True)
    if "?q=" in STATES[name]:
        expect(page.locator("[data-find-heading]")).not_to_have_text("Results")
    if "?keep=" in STATES[name]:
        expect(page.locator("[data-shortlist-heading]")).to_contain_text("page")
    page.evaluate("document.querySelectorAll('.filters, .filters details').forEach(group => { group.open = true })")

    assert faults(page) == {}


@pytest.fixture(scope="module")
def real_address(real_site: Path) -> Iterator[str]:
    with serve(real_site) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", REAL_KINDS)
def test_no_page_of_the_real_site_has_a_fault(
    tabs: Tabs, real_site: Path, real_address: str, kind: str, scheme: str
) -> None:
    tab = tabs.get(bypass_csp=True)
    tab.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.page.goto(f"{real_address}/{address_of(kind, read_data(real_site))}")
    found = faults(tab.page)
    tab.reset()

    assert found == {}
