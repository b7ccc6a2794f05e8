"""The search that the measures are taken of: the hub's own, as readers have it."""

from judge_search import asking, published_pages, replaced_words, search_of_hub

from ideas_hub.repository.load import read_hub
from tests.conftest import SMALL_HUB


def test_everything_that_is_published_is_searched_and_what_was_replaced_is_listed() -> None:
    hub = read_hub(SMALL_HUB)[0]
    pages = published_pages(hub)
    with search_of_hub(hub) as search:
        find = asking(search)

        assert {"case-studies/soldering", "projects/wobbly-chair", "themes/mending-clothes", "about"} <= pages
        assert set(find("newcomers")) <= pages
        assert find("soldering")[0] == "case-studies/soldering"
        assert (
            replaced_words(search, ["soldring", "soldering"])
            == "soldring: soldring -> soldering (taken for a typing mistake)"
        )
