"""scripts/judge and scripts/bench search with the published script, and know all results and what was loaded."""

from collections.abc import Iterator

import pytest
from browser_search import BrowserSearch
from judge_search import addresses_of, our_search
from playwright.sync_api import Page

from ideas_hub.repository.assemble import read_hub
from ideas_hub.search.build import search_from_records
from tests.browser.conftest import Tabs
from tests.browser.test_find_script import ENTRIES, REGION, THEME
from tests.conftest import SMALL_HUB

SEARCH = search_from_records(ENTRIES, (THEME, REGION))


@pytest.fixture
def page(tabs: Tabs) -> Iterator[Page]:
    tab = tabs.get()
    yield tab.page
    tab.reset()


def test_all_results_are_returned_and_the_best_comes_first(page: Page) -> None:
    """More than the finder shows at once."""
    search = BrowserSearch(page, SEARCH.files, SEARCH.manifest)

    assert search.find("garden") == ["case-studies/1/", "case-studies/3/"]
    assert len(search.find("")) == len(ENTRIES)
    assert search.find("xylophone") == []


def test_it_is_known_what_a_first_search_loads(page: Page) -> None:
    """The script, the index and what else this search needs, but no words for a search without any."""
    everything, garden = (
        {path.partition(".")[0] for path in BrowserSearch(page, SEARCH.files, SEARCH.manifest, words).loaded}
        for words in ("", "garden")
    )

    assert everything == {"find", "search/index", "search/facets", "search/cards"}
    assert garden == everything | {"search/words"}


def test_only_judged_entries_are_searched(page: Page) -> None:
    """The whole hub has several entries about newcomers."""
    hub = read_hub(SMALL_HUB)[0]

    assert len(our_search(page, hub, addresses_of(hub))("newcomers")) > 1
    assert our_search(page, hub, {"case-studies/soldering", "ideas/gone"})("newcomers") == ["case-studies/soldering/"]
