"""Places by their folded names, in chunks."""

import json
from bisect import bisect_right
from string import ascii_lowercase

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.place import Place
from ideas_hub.search.chunks import WordRanges
from ideas_hub.search.places import LARGEST_CHUNK, first_words, folded_names, place_chunks
from ideas_hub.search.words import fold


def place(name: str, within: str = "") -> Place:
    return Place(name, "town", within, "mid-wales", 52.51, -3.31, also_a_word=False)


def rows_in(ranges: WordRanges, number: int) -> list[list[object]]:
    content = ranges.chunks[number].content.decode("ascii")
    rows: list[list[object]] = json.loads(content[content.index(",") + 1 : -len(");\n")])
    return rows


def found(name: str, ranges: WordRanges) -> list[str]:
    """Return the names that a browser finds: it looks into one chunk alone."""
    rows = rows_in(ranges, bisect_right(ranges.starts, name) - 1)
    return [f"{shown}, {within}" for folded, shown, within, *_ in rows if folded == name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bala", ["bala"]),
        ("Llŷn Peninsula", ["llyn peninsula"]),
        ("St Asaph", ["st asaph", "saint asaph"]),
        ("St. Clears", ["st clears", "saint clears"]),
        ("St David's", ["st davids", "saint davids", "st david", "saint david"]),
        ("King\u2019s Mills", ["kings mills", "king mills"]),
        ("Stanton upon Wye", ["stanton upon wye", "stanton"]),
        ("Stanton-under-Mynd", ["stanton under mynd", "stanton"]),
        ("Stanton-le-Street", ["stanton le street", "stanton"]),
        ("Stanton-by-the-Sea", ["stanton by the sea", "stanton"]),
        ("Stanton super Mare", ["stanton super mare", "stanton"]),
        ("Royal Stanton Spa", ["royal stanton spa", "stanton spa"]),
        ("Royal Stanton on Wye", ["royal stanton on wye", "royal stanton", "stanton on wye", "stanton"]),
        ("The Mumbles", ["the mumbles", "mumbles"]),
        ("Stanton Garden City", ["stanton garden city", "stanton"]),
        ("Isle of the Royal Oak", ["isle of the royal oak"]),
        ("Upon", ["upon"]),
        ("LL", ["ll"]),
    ],
)
def test_a_place_is_found_as_people_write_it(name: str, expected: list[str]) -> None:
    assert list(folded_names(name)) == expected


def test_a_row_holds_what_a_page_shows(hub: Hub) -> None:
    rows = rows_in(place_chunks(hub.places), 0)

    assert ["bala", "Bala", "Gwynedd", "north-wales", 52.91, -3.6, 0] in rows
    assert ["mold", "Mold", "Flintshire", "north-wales", 53.17, -3.14, 1] in rows
    assert ["stanton", "Stanton upon Wye", "Powys", "mid-wales", 52.06, -3.06, 0] in rows


def test_all_places_of_one_name_are_found(hub: Hub) -> None:
    assert found("newport", place_chunks(hub.places)) == ["Newport, Gwent", "Newport, Pembrokeshire"]


def test_each_name_is_in_the_one_chunk_that_a_browser_asks_for() -> None:
    names = [f"{one}{other}{last}ford" for one in ascii_lowercase for other in "aeiou" for last in ascii_lowercase]
    ranges = place_chunks([place(name.title(), within) for name in names for within in ("Gwent", "Powys")])

    assert len(ranges.chunks) > 10
    assert max(len(chunk.content) for chunk in ranges.chunks) < LARGEST_CHUNK + 100
    assert all(found(name, ranges) == [f"{name.title()}, Gwent", f"{name.title()}, Powys"] for name in names)


def test_rows_are_in_the_order_of_a_browser(hub: Hub) -> None:
    folded = [str(row[0]) for row in rows_in(place_chunks(hub.places), 0)]

    assert folded == sorted(folded)
    assert all(name == fold(name) for name in folded)


def test_without_places_there_is_one_empty_chunk() -> None:
    ranges = place_chunks(())

    assert (ranges.starts, rows_in(ranges, 0)) == (("",), [])


def test_the_order_of_the_file_changes_nothing(hub: Hub) -> None:
    assert place_chunks(reversed(hub.places)) == place_chunks(hub.places)


def test_a_first_word_tells_with_which_letters_the_next_may_begin() -> None:
    """With none where it is a name alone: the browser then asks for the places whatever comes next."""
    places = [place(name) for name in ("St Asaph", "St David's", "Old Basing", "Bala", "Bala Lake", "Royal Stanton")]

    assert first_words(places) == {
        "st": "ad",
        "saint": "ad",
        "old": "b",
        "bala": "",
        "royal": "s",
        "stanton": "",
    }
