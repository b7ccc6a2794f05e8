"""The editors' walk through a copy of the real hub: the tests of tests/site, and its copy in a browser."""

import shutil
from pathlib import Path

import pytest

from tests.browser.conftest import Tabs
from tests.conftest import ROOT
from tests.site.test_editors_walk import *  # noqa: F403 the same tests, on another hub


@pytest.fixture(scope="module", autouse=True)
def today(real_day: None) -> None:
    """The real content is not all out before its day."""


@pytest.fixture(scope="module")  # type: ignore[no-redef]
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, without what git or an earlier build left beside it."""
    folder = tmp_path_factory.mktemp("real")
    for part in ("case_studies", "docs"):
        shutil.copytree(ROOT / part, folder / part)
    for file in ("mkdocs.yml", "published.csv"):
        shutil.copy(ROOT / file, folder)
    return folder


def test_the_copy_opens_in_a_browser_without_a_network(tabs: Tabs, copy: Path) -> None:
    """From the first page to the new story, by links."""
    tab = tabs.get(offline=True)
    tab.page.goto((copy / "index.html").as_uri())
    tab.page.get_by_role("contentinfo").get_by_role("link", name="Communities").click()
    tab.page.get_by_role("link", name="Kite makers").first.click()
    tab.page.get_by_role("link", name="Kites over the isles").first.click()

    assert tab.page.locator("h1").inner_text() == "Kites over the isles"
    assert tab.messages == []
    assert [address for address in tab.requests if not address.startswith("file:")] == []
