"""ideas_hub/site/search_build.py: what the search holds of each entry, and what an edit leaves as it was."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from ideas_hub.engine.cache import Cache
from ideas_hub.model.hub import Hub
from ideas_hub.search.index import EntryWords, Segment, build_segment
from ideas_hub.site import search_build
from ideas_hub.site.search_build import search_display, search_records, search_segments


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


@pytest.fixture
def segments_built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The first entry of each segment that a test builds; segments have four entries."""
    built: list[int] = []
    monkeypatch.setattr(search_build, "ENTRIES_PER_SEGMENT", 4)

    def record_and_build(first: int, entries: Iterable[EntryWords]) -> Segment:
        built.append(first)
        return build_segment(first, entries)

    monkeypatch.setattr(search_build, "build_segment", record_and_build)
    return built


def test_every_entry_is_found_the_oldest_first(hub: Hub) -> None:
    """A new entry then changes the fewest files."""
    records = search_records(hub)
    published = {f"{entry.kind.id}/{entry.id}/": entry.facts.sort_date for entry in hub.entries}

    assert sorted(record.card.address for record in records) == sorted(published)
    dates = [published[record.card.address] for record in records]
    assert dates == sorted(dates)


def test_a_record_has_the_entry_s_card_words_and_facets(hub: Hub) -> None:
    record = next(one for one in search_records(hub) if one.card.address == "case-studies/soldering/")

    assert record.card.title == "Soldering together in Conwy"
    assert "north-wales" in record.facets["region"]
    assert "soldering" in str(record.words()).casefold()


def test_segments_are_reused(hub: Hub, cache: Cache, segments_built: list[int]) -> None:
    before = search_segments(hub, b"docs", cache)
    after = search_segments(hub, b"docs", cache)

    assert segments_built == [0, 4, 8]
    assert after == before


def test_an_edit_counts_only_its_own_segment_again(hub: Hub, cache: Cache, segments_built: list[int]) -> None:
    search_segments(hub, b"docs", cache)
    segments_built.clear()
    oldest = min(hub.case_studies.values(), key=lambda study: study.facts.sort_date)
    edited = replace(oldest, digest=b"edited")
    search_segments(replace(hub, case_studies={**hub.case_studies, oldest.id: edited}), b"docs", cache)

    assert segments_built == [0]


def test_any_other_change_counts_all_again(hub: Hub, cache: Cache, segments_built: list[int]) -> None:
    """A term's synonyms are among the words of every entry that has the term."""
    search_segments(hub, b"docs", cache)
    segments_built.clear()
    search_segments(hub, b"other docs", cache)

    assert segments_built == [0, 4, 8]


def test_facets_and_cards_are_reused_while_the_facts_are_the_same(
    hub: Hub, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = search_display(hub, b"facts", cache)
    monkeypatch.setattr(search_build, "search_records", lambda _: pytest.fail("built again"))

    assert search_display(hub, b"facts", cache) == before
    with pytest.raises(pytest.fail.Exception, match="built again"):
        search_display(hub, b"other facts", cache)
