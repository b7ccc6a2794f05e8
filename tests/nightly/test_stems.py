"""The browser stems every common English word as the index does."""

from script_search import search_of

from ideas_hub.search.build import search_from_records
from ideas_hub.search.related import read_common_words
from tests.ideas_hub.search.test_browser_words import differing_stems


def test_stems_are_the_same_for_every_common_word() -> None:
    words = read_common_words()
    with search_of(search_from_records((), ())) as search:
        assert differing_stems(search, words) == {}

    assert len(words) > 10_000
