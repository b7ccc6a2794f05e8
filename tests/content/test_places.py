"""docs/places.csv: places whose region somebody knows, those near a border above all."""

from collections.abc import Mapping

import pytest

from ideas_hub.model.place import DISTRICT, PLACE_KINDS, TOWN, Place
from ideas_hub.reading.places import PLACES_FILE, read_places
from ideas_hub.repository.load import read_hub
from ideas_hub.search.places import folded_names
from ideas_hub.search.words import fold
from tests.conftest import ROOT

KNOWN = {
    "london": "Croydon; Bexley; Uxbridge; Harefield; Hainault; Chessington; Hayes, Hillingdon; Tower Hamlets",
    "midlands": (
        "Glossop; Bassetlaw; Worksop; Killamarsh; Stamford; Chacombe; Ross-on-Wye; Ludlow; Buxton, Derbyshire; "
        "Rutland; Sandwell; Potteries; Burton-on-Trent; Gainsborough; Corby; Newcastle-under-Lyme"
    ),
    "east-of-england": (
        "Milton Keynes; Luton; Peterborough; Royston, Hertfordshire; Watford; Thurrock; Lowestoft; Harlow; "
        "Southend-on-Sea; King's Lynn; Fenland; Stony Stratford; Wansford; Uttlesford; Buckhurst Hill"
    ),
    "north-east-yorkshire": (
        "Kirklees; Calderdale; Todmorden; Goole; Grimsby; Scunthorpe; Hull; Carlisle; Whitehaven; Penrith; Skipton; "
        "Berwick-upon-Tweed; Teesside; Sheffield; Dewsbury; Alston; Yarm"
    ),
    "north-west": (
        "Kendal; Barrow-in-Furness; Millom; Ulverston; Tameside; Saddleworth; Wirral; Halton, Cheshire; Macclesfield; "
        "Clitheroe; Southport; Rossendale; Warrington, Cheshire; Earby"
    ),
    "south-east": (
        "Slough; Spelthorne; Dartford; Farnham; Banbury; Newbury; Isle of Wight; Hayling Island; Thanet; Aylesham; "
        "Newton Longville; Andover; New Forest; Aldershot; Henley-on-Thames"
    ),
    "south-west": (
        "Swindon; Tidworth; Bournemouth; Christchurch; Isles of Scilly; Tewkesbury; Cheltenham; Lyme Regis; Bude; "
        "Chipping Campden; Weston-super-Mare; Coleford, Gloucestershire; Salisbury; Torbay"
    ),
}
"""The regions of integrated care boards, as they stand since July 2022."""


@pytest.fixture(scope="module")
def places() -> Mapping[str, list[Place]]:
    """The places by folded name."""
    if not (ROOT / PLACES_FILE).exists():
        pytest.skip("this hub has no places")
    found, problems = read_places(ROOT)
    assert problems == []
    by_name: dict[str, list[Place]] = {}
    for place in found.values():
        for name in folded_names(place.name):
            by_name.setdefault(name, []).append(place)
    return by_name


@pytest.mark.parametrize("region", KNOWN)
def test_a_place_lies_in_its_region(region: str, places: Mapping[str, list[Place]]) -> None:
    """A place that this table names without its county lies in no other region, whichever of the name is meant."""
    wrong = {}
    for full_name in KNOWN[region].split("; "):
        name, _, within = full_name.partition(", ")
        found = [place for place in places.get(folded_names(name)[0], ()) if within in {"", place.within}]
        if {place.region for place in found} != {region}:
            wrong[full_name] = found

    assert wrong == {}


def test_every_kind_is_there(places: Mapping[str, list[Place]]) -> None:
    assert {place.kind for some in places.values() for place in some} == set(PLACE_KINDS)


def test_the_table_is_small_and_plain() -> None:
    content = (ROOT / PLACES_FILE).read_bytes()

    assert len(content) < 500_000
    assert content.isascii()


def test_no_town_matches_every_entry_of_its_region(places: Mapping[str, list[Place]]) -> None:
    """A synonym of a region would."""
    regions = read_hub(ROOT)[0].vocabulary.regions.values()
    synonyms = {fold(word) for region in regions for word in region.facts.synonyms}

    assert not [name for name in synonyms for place in places.get(name, ()) if place.kind in {TOWN, DISTRICT}]


def test_rows_are_in_order() -> None:
    names = [place.name.casefold() for place in read_places(ROOT)[0].values()]

    assert names == sorted(names)
