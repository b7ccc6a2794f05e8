"""The search's files: decoded as a browser would, each holds what the entries say, and a change changes few of them."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import pytest

from ideas_hub.search.build import SearchFiles, search_from_records
from ideas_hub.search.chunks import in_browser_order, partition
from ideas_hub.search.index import SearchRecord
from tests.ideas_hub.search.records import REGIONS, SCRIPT, THEMES, Decoder, made_up, record

SEVERAL = made_up(60, 100, 3_000)


def built(records: Sequence[SearchRecord]) -> SearchFiles:
    return search_from_records(records, (THEMES, REGIONS))


def test_every_word_of_every_entry_is_found() -> None:
    records = SEVERAL
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
    records = SEVERAL
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
    decoder = Decoder(built(SEVERAL))

    assert decoder.card(59) == [
        "ideas",
        "Idea",
        SEVERAL[59].card.title,
        "ideas/59/",
        "Summary",
        "Org, Place",
        ["Tag"],
    ]


def test_entries_sort_by_title_without_case_accents_or_quotation_marks() -> None:
    decoder = Decoder(
        built(tuple(record(number, title, "") for number, title in enumerate(("zebra", "“Élan”", "Apple"))))
    )

    assert decoder.load(f"order.{decoder.manifest['orders']['title']}") == [2, 1, 0]


def test_spelling_counts_the_entries_that_have_a_word() -> None:
    decoder = Decoder(built((record(0, "Garden", "garden"), record(1, "Gardens", "garden"))))

    assert decoder.load(f"spelling.{decoder.manifest['spelling'][1]}") == ["garden gardens", [2, 1]]


def test_the_same_entries_give_the_same_bytes() -> None:
    assert built(SEVERAL).files == built(list(SEVERAL)).files


def test_a_name_is_the_hash_of_what_a_chunk_holds() -> None:
    for path, content in built(SEVERAL).files.items():
        match = SCRIPT.fullmatch(content.decode())
        assert match
        assert path == f"search/{match[1]}.js"
        assert hashlib.sha256(match[2].encode()).hexdigest().startswith(match[1].partition(".")[2])


def test_a_changed_entry_leaves_all_other_chunks_as_they_were() -> None:
    records = list(SEVERAL)
    before = built(records).files
    texts = records[7].texts()
    records[7] = replace(records[7], texts=lambda: {**texts, "headings": ["zuzuzu"]})
    after = built(records).files

    # the manifest, and the one with "zuzuzu" in it of words and of spelling
    assert {path.split(".")[0] for path in set(after) - set(before)} <= {
        "search/index",
        "search/words",
        "search/spelling",
    }
    assert {path for path in before if "cards" in path or "facets" in path or "order." in path} <= set(after)
    assert len([path for path in set(after) - set(before) if "spelling" in path]) == 1


def test_a_new_entry_leaves_the_cards_of_the_others() -> None:
    before, after = (built(SEVERAL[:number]).files for number in (50, 51))

    assert {path for path in before if "cards" in path} <= set(after)


def test_a_chunk_without_a_word_of_the_new_entry_keeps_its_name() -> None:
    records = SEVERAL
    before = built(records).files
    after = built((*records, record(60, "Zuzuzu", "zuzuzu"))).files

    unchanged = [path for path in before if "words" in path and path in after]
    assert len(unchanged) == len([path for path in before if "words" in path]) - 1


def test_ranges_hold_whole_words_in_order_and_no_more_than_asked() -> None:
    words = in_browser_order(
        {f"{first}{second}{number}" for first in "abc" for second in "xyz" for number in range(30)}
    )

    ranges = partition(words, lambda _: 1, 40)
    assert [word for part in ranges for word in part] == words
    assert max(len(part) for part in ranges) <= 40


def test_a_word_that_is_larger_than_a_range_has_one_of_its_own() -> None:
    """A word in every entry of a large hub is."""
    words = ["garden", "gardener", "gas"]

    assert partition(words, lambda word: 1000 if word == "gardener" else 1, 10) == [[word] for word in words]


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
