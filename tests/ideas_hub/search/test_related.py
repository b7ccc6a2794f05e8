"""What a browser may ask about words that an index lacks, and the tables that the answers come from."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.search.chunks import WordRanges, in_browser_order
from ideas_hub.search.index import build_index, build_segment
from ideas_hub.search.related import (
    COMMON_BY_HAND,
    COMMON_WORDS,
    DATA,
    DENIED,
    INSULTS,
    RELATED,
    RELATED_BY_HAND,
    near_words_of_absent,
    read_common_words,
    read_table,
    related_chunks,
)
from ideas_hub.search.words import STOP_WORDS, fold, stem
from ideas_hub.views.found import search_records
from tests.ideas_hub.search.records import SCRIPT

TINY = {
    COMMON_WORDS: "# A comment: not a word\ngarden\nknackered\nmural\nsofa\nstroke\nweary\n",
    COMMON_BY_HAND: "# Health\ncopd reiki\n",
    RELATED: "knackered: broken, old\nsofa: seat\nweary: tired, weariness\n",
    RELATED_BY_HAND: "graffiti: mural, murals, art, paint, street\nknackered: tired, fatigue\nsofa:\n",
}


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    for name, text in TINY.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    return tmp_path


def decoded(ranges: WordRanges) -> dict[str, str | int]:
    """Return what the chunks say of each stem, having looked at their order and starts."""
    said: dict[str, str | int] = {}
    for start, following, chunk in zip(ranges.starts, (*ranges.starts[1:], "\uffff"), ranges.chunks, strict=True):
        match = SCRIPT.fullmatch(chunk.content.decode("ascii"))
        assert match
        words, near_words = json.loads(match[2])
        assert all(start <= word < following for word in words.split())
        said |= zip(words.split(), near_words, strict=True)
    assert list(said) == in_browser_order(said)
    return said


def table(name: str) -> Mapping[str, list[str]]:
    return read_table(DATA / name)


def test_a_common_word_that_the_index_lacks_is_known_with_the_near_words_that_it_has(tiny: Path) -> None:
    said = decoded(related_chunks({"art", "garden", "mural", "street", "tire"}, tiny))

    assert said == {
        "copd": 0,
        "graffiti": "mural art street",
        "knacker": "tired",
        "reiki": 0,
        "sofa": 0,
        "stroke": 0,
        "weari": "tired",
    }


def test_a_line_by_hand_takes_the_place_of_a_computed_one(tiny: Path) -> None:
    near_words = near_words_of_absent({"broken", "seat"}, tiny)

    assert near_words["knacker"] == ""
    assert near_words["sofa"] == ""


def test_a_word_has_at_most_three_near_words_of_as_many_stems(tiny: Path) -> None:
    stems = {stem(word) for word in ("mural", "art", "paint", "street")}

    assert near_words_of_absent(stems, tiny)["graffiti"] == "mural art paint"


def test_lines_of_one_stem_are_read_as_one(tiny: Path) -> None:
    (tiny / RELATED_BY_HAND).write_text("graffiti: mural\nmurals: art\nmural: paint\n")

    assert near_words_of_absent({"art", "paint"}, tiny)["mural"] == "art paint"


def test_the_chunks_of_a_hub_are_small_and_lead_into_its_index(hub: Hub) -> None:
    index = build_index([build_segment(record.words() for record in search_records(hub))])
    ranges = related_chunks(index.postings.keys())
    said = decoded(ranges)

    assert not said.keys() & index.postings.keys()
    assert {stem(word) for near in said.values() if near for word in str(near).split()} <= index.postings.keys()
    assert {stem(word) for word in read_common_words()} <= said.keys() | index.postings.keys()
    assert max(len(chunk.content) for chunk in ranges.chunks) <= 11_100
    assert max(len(gzip.compress(chunk.content)) for chunk in ranges.chunks) <= 4_600


def test_what_is_a_word_is_known_as_one() -> None:
    known = {stem(word) for word in (*read_common_words(), *table(RELATED_BY_HAND))}
    words = "stroke Trent COPD colour color organised organized knackered Priya Siobhan Zumba mum children café"

    assert known.issuperset(stem(fold(word)) for word in words.split())


@pytest.mark.parametrize("name", [COMMON_WORDS, RELATED, RELATED_BY_HAND, DENIED, INSULTS])
def test_a_table_has_each_word_once_as_the_search_writes_it(name: str) -> None:
    words = list(table(name))

    assert all(word == fold(word) and word.isalpha() for word in words)
    lines = (DATA / name).read_text("utf-8").splitlines()
    assert len(words) == sum(bool(line) and not line.startswith("#") for line in lines)
    assert (DATA / name).stat().st_size < 600_000


@pytest.mark.parametrize("name", [COMMON_WORDS, RELATED, RELATED_BY_HAND, INSULTS])
def test_a_table_is_in_order(name: str) -> None:
    assert list(table(name)) == sorted(table(name))


@pytest.mark.parametrize("name", [RELATED, RELATED_BY_HAND])
def test_near_words_are_few_other_words_that_the_search_knows(name: str) -> None:
    known = {stem(word) for word in (*read_common_words(), *table(RELATED_BY_HAND))}
    for word, near in table(name).items():
        assert len(set(near)) == len(near) <= 6, word
        assert word not in near, word
        assert known.issuperset(map(stem, near)), word
        assert STOP_WORDS.isdisjoint((word, *near)), word


def test_nothing_leads_to_a_denied_word_nor_to_or_from_an_insult() -> None:
    denied, insults = table(DENIED), set(table(INSULTS))
    for word, near in table(RELATED).items():
        assert not [other for other in near if other in insults or denied.get(other) == []], word
        assert set(near).isdisjoint(denied.get(word, ())), word
    offered = {other for near in table(RELATED_BY_HAND).values() for other in near}
    assert insults.isdisjoint({*read_common_words(), *table(RELATED), *table(RELATED_BY_HAND), *offered})
