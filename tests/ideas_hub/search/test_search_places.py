"""A query that names a place: its region's page first, then what is nearest; and where a reader is."""

from collections.abc import Iterator

import pytest
from script_search import ScriptSearch, search_of

from ideas_hub.model.place import Place, Point
from ideas_hub.repository.load import read_hub
from ideas_hub.search.build import Where, search_from_records
from ideas_hub.search.near import NearRegion
from ideas_hub.search.places import folded_names
from tests.conftest import SMALL_HUB
from tests.ideas_hub.search.records import REGION, THEME, entry, search_of_hub


def town(name: str, region: str, east: float, within: str = "", *, also_a_word: bool = False) -> Place:
    """Return a place on one parallel: a degree more to the east is some 69 kilometres."""
    return Place(name, "town", within, region, 51.5, east, also_a_word=also_a_word)


PLACES = (
    town("Ashby", "london", -0.1),
    town("Barton", "london", 0.9),
    town("Barton", "south-west", -2.5, "Devon"),
    town("Corby", "london", -1.0),  # beside the border
    town("Dunham", "south-west", -1.2),  # on the other side of it
    town("Reading", "london", -0.5, "Berkshire", also_a_word=True),
    town("Stoke", "london", 0.5, also_a_word=True),
    town("Stoke on Trent", "south-west", -2.2),
    town("Newton Abbot", "south-west", -3.6),
    Place("OL", "postcode", "Oldham", "south-west", 51.5, -2.0, also_a_word=False),
    Place("ME", "postcode", "Rochester", "london", 51.5, 0.5, also_a_word=False),
)
WHERE = Where([NearRegion("london", "in London", 0), NearRegion("south-west", "in the South West", 1)], PLACES)
ENTRIES = (
    entry(1, "London", ""),
    entry(2, "South West", ""),
    entry(3, "A garden", "We dug.", point=Point(51.5, -0.12)),
    entry(4, "A choir", "We sang, all of us reading from one page.", point=Point(51.5, 0.8)),
    entry(5, "The garden", "We dug.", region="south-west", point=Point(51.5, -1.21)),
    entry(6, "A kitchen", "We cooked for Ashby.", region="south-west", point=Point(51.5, -3.0)),
    entry(7, "A song of nowhere", ""),
)


@pytest.fixture(scope="module")
def search() -> Iterator[ScriptSearch]:
    with search_of(search_from_records(ENTRIES, (THEME, REGION), WHERE)) as running:
        yield running


@pytest.fixture(scope="module")
def small_hub() -> Iterator[ScriptSearch]:
    with search_of(search_of_hub(read_hub(SMALL_HUB)[0])) as running:
        yield running


def numbers(search: ScriptSearch, words: str, here: Point | None = None) -> list[int]:
    """Return the numbers of the entries that are found."""
    return [int(address.split("/")[1]) for address in search.find(words, here=here).addresses]


def test_a_place_finds_its_region_s_page_then_what_is_nearest(search: ScriptSearch) -> None:
    """What lies in the other region and not beside the border is not near; what has no place is nowhere."""
    assert numbers(search, "Barton, Devon") == [2, 6, 5]
    assert search.find("Newton Abbot").place == (["Newton Abbot", ""],)


def test_a_place_beside_a_border_finds_what_is_near_on_the_other_side(search: ScriptSearch) -> None:
    assert numbers(search, "Corby")[:2] == [1, 5]
    assert numbers(search, "Dunham")[:2] == [2, 5]


def test_a_text_that_names_the_place_comes_before_what_is_far_from_it(search: ScriptSearch) -> None:
    """The kitchen lies two hundred kilometres away, and cooked for Ashby."""
    found = numbers(search, "Ashby")

    assert found[:2] == [1, 3]
    assert 6 in found


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ashby", ["Ashby"]),
        ("garden Ashby", ["Ashby"]),
        ("gardens near ashby", ["Ashby"]),
        ("what is there in Ashby?", ["Ashby"]),
        ("newton abbot gardening", ["Newton Abbot"]),
        ("newton", []),
        ("abbot", []),
        ("reading", ["Reading"]),
        ("reading groups", []),
        ("groups in reading", ["Reading"]),
        ("near Reading", ["Reading"]),
        ("reading groups in Berkshire", ["Reading"]),
        ("stoke", ["Stoke on Trent", "Stoke"]),
        ("stoke on trent", ["Stoke on Trent"]),
        ("Stoke-on-Trent choirs", ["Stoke on Trent"]),
        ("Barton", ["Barton", "Barton"]),
        ("OL16", ["OL"]),
        ("ol16 1aa", ["OL"]),
        ("OL16 1AA gardens", ["OL"]),
        ("OL161AA", ["OL"]),
        ("ME16", ["ME"]),
        ("help me", []),
        ("ol", []),
        ("OLX", []),
        ("", []),
    ],
)
def test_a_place_is_named_as_people_write_it(search: ScriptSearch, words: str, names: list[str]) -> None:
    """A name that is a word too is one only alone, or where it is said to be a place."""
    place = search.find(words).place

    assert sorted(name for name, _ in place or ()) == sorted(names)


def test_of_two_places_of_one_name_both_are_near_and_the_county_tells_which(search: ScriptSearch) -> None:
    assert set(numbers(search, "Barton")[:2]) == {1, 2}
    assert search.find("Barton").place == (["Barton", ""], ["Barton", "Devon"])
    assert search.find("Barton Devon choirs").place == (["Barton", "Devon"],)


def test_other_words_are_looked_for_as_well(search: ScriptSearch) -> None:
    """The nearer of two gardens comes first, and the region's page has no garden."""
    assert numbers(search, "gardens near Ashby")[0] == 3
    assert numbers(search, "garden near Dunham")[0] == 5
    assert 1 not in numbers(search, "gardens near Ashby")[:1]


def test_where_the_reader_is_what_is_nearest_comes_first_whatever_its_region(search: ScriptSearch) -> None:
    """What has no place is left out, unless its words are looked for."""
    assert numbers(search, "", Point(51.5, -1.15)) == [5, 3, 6, 4]
    assert numbers(search, "garden", Point(51.5, -0.1))[0] == 3
    assert numbers(search, "garden", Point(51.5, -1.3))[0] == 5
    assert search.find("", here=Point(51.5, -1.1)).place == ()


def test_every_place_of_the_small_hub_leads_to_its_region_first(small_hub: ScriptSearch) -> None:
    places = read_hub(SMALL_HUB)[0].places
    asked = {name: place for place in places for name in folded_names(place.name) if place.kind != "postcode"}
    wrong = {
        name: first
        for name, place in asked.items()
        if (first := small_hub.find(f"{name} {place.within}").addresses[0]) != f"regions/{place.region}/"
    }

    assert wrong == {}


def test_a_postcode_of_the_small_hub_leads_to_its_region(small_hub: ScriptSearch) -> None:
    assert small_hub.find("LL57 4AA").addresses[0] == "regions/north-wales/"
    assert small_hub.find("cf10").addresses[0] == "regions/south-wales/"


def test_only_what_a_place_needs_is_loaded(small_hub: ScriptSearch) -> None:
    """No place for a word that begins no name, and what is near to one region only."""
    with search_of(search_from_records(ENTRIES, (THEME, REGION), WHERE)) as fresh:
        garden = {name.partition(".")[0] for name in fresh.find("garden").loaded}
        ashby = [name for name in fresh.find("Ashby").loaded if name.startswith("near")]

    assert "places" not in garden
    assert len(ashby) == 1
