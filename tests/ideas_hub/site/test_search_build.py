"""ideas_hub/site/search_build.py: what the search holds of each entry, and what an edit leaves as it was."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from ideas_hub.engine.cache import Cache
from ideas_hub.model.hub import Hub
from ideas_hub.search.index import Segment, build_segment
from ideas_hub.search.texts import texts_of_source
from ideas_hub.search.weights import EntryWords, weigh_words
from ideas_hub.site import search_build
from ideas_hub.site.search_build import places_of, search_files, search_segments
from ideas_hub.views.found import search_records
from tests.ideas_hub.search.records import search_of_hub


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


@pytest.fixture
def segments_built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of records in each segment that a test builds: some ten."""
    built: list[int] = []
    monkeypatch.setattr(search_build, "RECORDS_PER_SEGMENT", 10)

    def build_and_record(entries: Iterable[EntryWords]) -> Segment:
        segment = build_segment(entries)
        built.append(segment.size)
        return segment

    monkeypatch.setattr(search_build, "build_segment", build_and_record)
    return built


def test_a_record_s_words_matter_as_much_as_its_kind(hub: Hub) -> None:
    source = hub.sources["parts-evaluation"]
    record = next(one for one in search_records(hub) if one.card.title == source.facts.title)
    whole = weigh_words(texts_of_source(source))

    assert sum(record.words().impacts.values()) < sum(whole.impacts.values())
    assert record.words().words == whole.words


def test_segments_are_reused(hub: Hub, cache: Cache, segments_built: list[int]) -> None:
    records = search_records(hub)
    before = search_segments(records, b"docs", cache)
    after = search_segments(records, b"docs", cache)

    assert len(segments_built) > 3
    assert sum(segments_built) == len(records)
    assert after == before


def test_an_edit_counts_only_its_own_segment_again(hub: Hub, cache: Cache, segments_built: list[int]) -> None:
    search_segments(search_records(hub), b"docs", cache)
    segments_built.clear()
    newest = max(hub.case_studies.values(), key=lambda study: study.facts.sort_date)
    edited = replace(newest, digest=b"edited")
    search_segments(search_records(replace(hub, case_studies={**hub.case_studies, newest.id: edited})), b"docs", cache)

    assert len(segments_built) == 1


def test_whatever_comes_or_goes_only_its_own_segment_is_counted_again(
    hub: Hub, cache: Cache, segments_built: list[int]
) -> None:
    """Wherever it stands; one at the end of a segment parts two."""
    records = search_records(hub)
    for place in range(len(records)):
        search_segments((*records[:place], *records[place + 1 :]), b"docs", cache)
        segments_built.clear()
        search_segments(records, b"docs", cache)
        assert len(segments_built) <= 2
        assert sum(segments_built) < len(records)


def test_the_newest_entry_writes_few_files_beside_those_with_its_words(hub: Hub, cache: Cache) -> None:
    """Its card comes last, so that all others stay in their files."""
    newest = max(hub.case_studies.values(), key=lambda study: (study.facts.sort_date, study.id))
    others = {study_id: study for study_id, study in hub.case_studies.items() if study_id != newest.id}
    before = search_files(replace(hub, case_studies=others), b"facts", b"docs", cache).files
    after = search_files(hub, b"new facts", b"docs", cache).files
    written = Counter(re.sub(r"\W.*|\d", "", path.removeprefix("search/")) for path in after.keys() - before.keys())

    assert written["words"]
    assert {
        kind: number for kind, number in written.items() if kind not in {"words", "spelling", "related", "near"}
    } == {
        "index": 1,
        "facets": 1,
        "order": 2,
        "cards": 1,
    }


def test_any_other_change_counts_all_again(hub: Hub, cache: Cache, segments_built: list[int]) -> None:
    """A term's synonyms are among the words of every entry that has the term."""
    records = search_records(hub)
    search_segments(records, b"docs", cache)
    before = list(segments_built)
    search_segments(records, b"other docs", cache)

    assert segments_built == before * 2


def test_places_may_be_looked_for_where_a_hub_has_a_list_of_them(hub: Hub) -> None:
    records = search_records(hub)
    where = places_of(hub, records)

    assert where
    assert {region.id: records[region.page].card.title for region in where.regions} == {
        term.id: term.facts.label for term in hub.vocabulary.regions.values()
    }
    assert places_of(replace(hub, places=()), records) is None


def test_what_depends_on_facts_is_reused_while_they_are_the_same(
    hub: Hub, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = search_files(hub, b"facts", b"docs", cache)
    monkeypatch.setattr(search_build, "build_display", lambda *_: pytest.fail("built again"))

    assert search_files(hub, b"facts", b"docs", cache) == before
    with pytest.raises(pytest.fail.Exception, match="built again"):
        search_files(hub, b"other facts", b"docs", cache)


def test_places_and_near_words_are_reused_whatever_else_changes(
    hub: Hub, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The places until their list changes, and the near words until a word comes or goes."""
    search_files(hub, b"facts", b"docs", cache)
    for function in ("build_places", "build_related"):
        monkeypatch.setattr(search_build, function, lambda _: pytest.fail("built again"))

    search_files(hub, b"other facts", b"other docs", cache)
    with pytest.raises(pytest.fail.Exception, match="built again"):
        search_files(replace(hub, places=hub.places[1:]), b"facts", b"docs", cache)
    with pytest.raises(pytest.fail.Exception, match="built again"):
        search_files(replace(hub, case_studies={}), b"facts", b"docs", cache)


def test_the_search_of_a_build_is_that_of_its_records(hub: Hub, cache: Cache) -> None:
    """Whatever was cached on the way."""
    search_files(replace(hub, case_studies={}, places=()), b"no facts", b"docs", cache)
    search_files(hub, b"facts", b"docs", cache)

    assert search_files(hub, b"facts", b"docs", cache) == search_of_hub(hub, related=True)
