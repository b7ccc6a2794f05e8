"""The search's files: decoded as a browser would, each holds what the entries say, and stays small and steady."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate
from typing import Any

import pytest

from ideas_hub.model.card import Card
from ideas_hub.search.build import SearchFiles, search_from_records
from ideas_hub.search.chunks import in_browser_order, partition
from ideas_hub.search.facets import Facet
from ideas_hub.search.index import EntryWords, SearchRecord, weigh_words

THEMES = Facet("theme", "Theme", tuple((f"t{number}", f"Theme {number}") for number in range(9)))
REGIONS = Facet("region", "Region", tuple((f"r{number}", f"Region {number}") for number in range(8)))
SCRIPT = re.compile(r'ideasHub\.chunk\("([a-z]+\.[0-9a-f]{10})",(.*)\);\n', re.ASCII)


class Decoder:
    """Reads the files as docs/assets/js/find.js does."""

    def __init__(self, search: SearchFiles) -> None:
        self.search = search
        self.manifest = self.load(search.manifest.removeprefix("search/").removesuffix(".js"))

    def load(self, name: str) -> Any:
        match = SCRIPT.fullmatch(self.search.files[f"search/{name}.js"].decode("ascii"))
        assert match
        assert match[1] == name
        return json.loads(match[2])

    def entries(self, word: str) -> dict[int, int]:
        """Return the impact by entry of a word, looked up in the one chunk that may hold it."""
        starts, hashes = (self.manifest["words"][part].split(" ") for part in (0, 1))
        words, groups, postings = self.words(hashes[bisect_right(starts, word) - 1])
        if word not in words:
            return {}
        flat = postings[groups[words[word]]]
        return dict(zip((total - 1 for total in accumulate(flat[::2])), flat[1::2], strict=True))

    @cache  # noqa: B019 a decoder lives as long as one test
    def words(self, chunk_hash: str) -> tuple[dict[str, int], list[int], list[list[int]]]:
        """Return the place of each word of a chunk, the group of each word, and the postings of each group."""
        words, groups, postings = self.load(f"words.{chunk_hash}")
        return {word: place for place, word in enumerate(words.split(" "))}, groups, postings

    def having(self, facet: int, value: int) -> set[int]:
        """Return the entries with a value of a facet, both by their place."""
        held = self.load(f"facets.{self.manifest['sets']}")[facet]
        if isinstance(held, str):
            return {entry for entry, code in enumerate(held) if ord(code) - 48 == value}
        return {
            entry * 8 + bit
            for entry, byte in enumerate(base64.b64decode(held[value]))
            for bit in range(8)
            if byte >> bit & 1
        }

    def card(self, entry: int) -> list[Any]:
        each = self.manifest["cardsInAChunk"]
        found: list[Any] = self.load(f"cards.{self.manifest['cards'].split(' ')[entry // each]}")[entry % each]
        return found


def record(number: int, title: str, body: str, **facets: tuple[str, ...]) -> SearchRecord:
    card = Card(
        "ideas", "Idea", title, f"ideas/{number}/", "Summary", "Org, Place", ("Tag",), f"20{10 + number // 500}-01-01"
    )
    return SearchRecord(
        card, facets or {"theme": ("t1",), "region": ("r1",)}, lambda: weigh_words({"title": title, "body": body})
    )


@cache
def made_up(number: int, words_each: int = 800) -> tuple[SearchRecord, ...]:
    """Return entries of words that are as common and as long as English ones."""
    chance = random.Random(7)  # noqa: S311 the same entries on every run
    syllables = [
        consonant + vowel
        for consonant in ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "st", "pr")
        for vowel in "aeiou"
    ]
    vocabulary = sorted(
        {
            "".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 3, 4))))
            + chance.choice(("", "s", "ing", "ed"))
            for _ in range(20_000)
        }
    )
    chance.shuffle(vocabulary)
    odds = list(accumulate(1 / (place + 5) for place in range(len(vocabulary))))

    def entry(ordinal: int) -> SearchRecord:
        words = chance.choices(vocabulary, cum_weights=odds, k=words_each)
        again = [
            chance.choice(words) if chance.random() < 0.4 else word for word in words
        ]  # a text comes back to its subject
        themes = tuple(sorted({f"t{chance.randrange(9)}" for _ in range(3)}))
        return record(ordinal, " ".join(words[:6]), " ".join(again), theme=themes, region=(f"r{chance.randrange(8)}",))

    return tuple(entry(ordinal) for ordinal in range(number))


def gzipped(search: SearchFiles, name: str) -> int:
    return len(gzip.compress(search.files[f"search/{name}.js"], mtime=0))


def built(records: Sequence[SearchRecord]) -> SearchFiles:
    return search_from_records(records, (THEMES, REGIONS))


def test_every_word_of_every_entry_is_found() -> None:
    records = made_up(150, 200)
    decoder = Decoder(built(records))
    for ordinal, one in enumerate(records):
        for word in one.words().words:
            assert ordinal in decoder.entries(word)


def test_a_word_finds_entries_with_its_other_forms_the_best_first() -> None:
    decoder = Decoder(
        built(
            (record(0, "Carers", "We dug a garden."), record(1, "Gardening", "Plants."), record(2, "Choir", "Songs."))
        )
    )

    found = decoder.entries("garden")
    assert sorted(found) == [0, 1]
    assert found[1] > found[0]


def test_facets_say_who_has_what() -> None:
    records = made_up(150, 200)
    decoder = Decoder(built(records))
    for place, facet in enumerate((THEMES, REGIONS)):
        for value, (value_id, _) in enumerate(facet.choices):
            assert decoder.having(place, value) == {
                ordinal for ordinal, one in enumerate(records) if value_id in one.facets[facet.id]
            }


def test_a_value_that_a_facet_does_not_list_is_a_programming_mistake() -> None:
    with pytest.raises(ValueError, match="the facet 'theme' lists no value 'magic'"):
        built((record(0, "Title", "", theme=("magic",)),))


def test_an_entry_may_have_no_value() -> None:
    decoder = Decoder(built((record(0, "One", "", region=("r2",)), record(1, "Two", "", theme=("t1",)))))

    assert decoder.having(1, 2) == {0}
    assert decoder.having(0, 1) == {1}


def test_cards_stand_in_the_order_of_their_entries() -> None:
    decoder = Decoder(built(made_up(150, 200)))

    assert decoder.card(149) == [
        "ideas",
        "Idea",
        made_up(150, 200)[149].card.title,
        "ideas/149/",
        "Summary",
        "Org, Place",
        ["Tag"],
        "2010-01-01",
    ]


def test_entries_sort_by_title_without_case_accents_or_quotation_marks() -> None:
    decoder = Decoder(
        built(tuple(record(number, title, "") for number, title in enumerate(("zebra", "“Élan”", "Apple"))))
    )

    by_title, by_date = decoder.load(f"orders.{decoder.manifest['orders']}")
    assert by_title == [2, 1, 0]
    assert by_date == []
    assert decoder.manifest["newestLast"]


def test_entries_that_are_not_in_order_of_date_get_a_list_to_sort_by() -> None:
    old, new = record(0, "Old", ""), record(1, "New", "")
    decoder = Decoder(built((replace(new, card=new.card._replace(published="2022-01-01")), old)))

    assert decoder.load(f"orders.{decoder.manifest['orders']}")[1] == [0, 1]
    assert not decoder.manifest["newestLast"]


def test_spelling_counts_the_entries_that_have_a_word() -> None:
    decoder = Decoder(built((record(0, "Garden", "garden"), record(1, "Gardens", "garden"))))

    assert decoder.load(f"spelling.{decoder.manifest['spelling'][1]}") == ["garden gardens", [2, 1]]


def test_the_same_entries_give_the_same_bytes() -> None:
    assert built(made_up(150, 200)).files == built(list(made_up(150, 200))).files


def test_a_name_is_the_hash_of_what_a_chunk_holds() -> None:
    for path, content in built(made_up(150, 200)).files.items():
        match = SCRIPT.fullmatch(content.decode())
        assert match
        assert path == f"search/{match[1]}.js"
        assert match[1].endswith("." + hashlib.sha256(match[2].encode()).hexdigest()[:10])


def test_a_changed_entry_leaves_all_other_chunks_as_they_were() -> None:
    records = list(made_up(150, 800))
    before = built(records).files
    words = records[7].words()
    more = EntryWords(words.words | {"zuzuzu"}, {**words.impacts, "zuzuzu": 1})
    records[7] = replace(records[7], words=lambda: more)
    after = built(records).files

    # the manifest, and the one with "zuzuzu" in it of words and of spelling
    assert {path.split(".")[0] for path in set(after) - set(before)} <= {
        "search/index",
        "search/words",
        "search/spelling",
    }
    assert {path for path in before if "cards" in path or "facets" in path or "orders" in path} <= set(after)
    assert len([path for path in set(after) - set(before) if "spelling" in path]) == 1


def test_a_new_entry_leaves_the_cards_of_the_others() -> None:
    before, after = (built(made_up(150, 200)[:number]).files for number in (100, 101))

    assert {path for path in before if "cards" in path} <= set(after)


def test_a_chunk_without_a_word_of_the_new_entry_keeps_its_name() -> None:
    records = made_up(150, 800)
    before = built(records).files
    after = built((*records, record(150, "Zuzuzu", "zuzuzu"))).files

    kept = [path for path in before if "words" in path and path in after]
    assert len(kept) == len([path for path in before if "words" in path]) - 1


def test_ranges_hold_whole_words_in_order_and_no_more_than_asked() -> None:
    words = in_browser_order(
        {f"{first}{second}{number}" for first in "abc" for second in "xyz" for number in range(30)}
    )

    ranges = partition(words, len, 40)
    assert [word for part in ranges for word in part] == words
    assert max(len(part) for part in ranges) <= 40


def test_forms_of_one_word_stay_together_however_many_entries_have_them() -> None:
    assert partition(["garden", "gardening", "gardens"], lambda words: 1000 * len(words), 10) == [
        ["garden", "gardening", "gardens"]
    ]


def test_words_sort_as_a_browser_compares_them() -> None:
    assert in_browser_order(["\uff41", "\U00010400", "b"]) == ["b", "\U00010400", "\uff41"]


def test_content_cannot_leave_its_string() -> None:
    search = built((record(0, '");alert(1)//\u2028</script>', "Body"),))

    assert Decoder(search).card(0)[2] == '");alert(1)//\u2028</script>'
    assert all(content.isascii() and content.count(b"\n") == 1 for content in search.files.values())


@pytest.mark.parametrize("records", [(), (record(0, "", ""),)])
def test_a_site_with_nothing_to_find_still_has_its_files(records: tuple[SearchRecord, ...]) -> None:
    decoder = Decoder(built(records))

    assert decoder.manifest["size"] == len(records)
    assert decoder.entries("garden") == {}


def test_a_thousand_entries_stay_small() -> None:
    """In bytes after gzip: what one word and the first card need, and no chunk above 10 KB."""
    search = built(made_up(1000))
    names = [path.removeprefix("search/").removesuffix(".js") for path in search.files]
    largest = {
        kind: max(gzipped(search, name) for name in names if name.startswith(kind))
        for kind in ("index", "facets", "words", "spelling", "cards")
    }

    assert largest["words"] <= 10_000
    assert largest["spelling"] <= 6_000
    assert largest["index"] + largest["facets"] + 2 * largest["words"] + largest["cards"] <= 30_000
