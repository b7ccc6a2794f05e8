"""Whoever types the name of something finds it, and whoever types a place finds its region; whatever is published."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

import pytest
from script_search import ScriptSearch, search_of

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS, ORGANISATIONS, PROJECTS, VOCABULARY_KINDS
from ideas_hub.model.place import POSTCODE_AREA, Place
from ideas_hub.repository.load import read_hub
from ideas_hub.search.index import SearchRecord
from ideas_hub.views.found import search_records
from tests.conftest import ROOT
from tests.ideas_hub.search.records import search_of_hub

PLACES_OF_A_REGION = 12


@pytest.fixture(scope="module")
def hub() -> Hub:
    return read_hub(ROOT)[0]


@pytest.fixture(scope="module")
def search(hub: Hub) -> Iterator[ScriptSearch]:
    with search_of(search_of_hub(hub, related=True)) as running:
        yield running


@pytest.fixture(scope="module")
def records(hub: Hub) -> Sequence[SearchRecord]:
    return search_records(hub)


def late(search: ScriptSearch, records: Sequence[SearchRecord], kinds: set[str], first: int) -> dict[str, int]:
    """Return at which rank, from 0, those of some kinds stand that are not among the first for their own name."""
    some = [record.card for record in records if record.card.kind in kinds]
    ranks = {card.address: search.find(card.title).addresses.index(card.address) for card in some}
    return {address: rank for address, rank in ranks.items() if rank >= first}


def test_every_entry_is_found_by_its_title(search: ScriptSearch, records: Sequence[SearchRecord]) -> None:
    """First, or second after another page of that name, such as the source of a programme's."""
    kinds = {kind.id for kind in ENTRY_KINDS}
    twins = {record.card.title for record in records if record.card.kind not in kinds}
    alone = [record for record in records if record.card.title not in twins]

    assert late(search, alone, kinds, 1) == {}
    assert late(search, records, kinds, 2) == {}


def test_every_project_is_found_by_its_organisation(
    hub: Hub, search: ScriptSearch, records: Sequence[SearchRecord]
) -> None:
    """First, or after its own case study and the page of the organisation."""
    behind = late(search, records, {PROJECTS}, 1)

    for address, rank in behind.items():
        facts = hub.projects[address.split("/")[1]].facts
        led_by = hub.directory.named(facts.organisation)
        own = {f"case-studies/{facts.case_study}/", f"organisations/{led_by.id if led_by else ''}/"}
        assert set(search.find(facts.organisation).addresses[:rank]) <= own


def test_every_organisation_is_found_by_its_name(search: ScriptSearch, records: Sequence[SearchRecord]) -> None:
    """First: what it did is on its page."""
    assert late(search, records, {ORGANISATIONS}, 1) == {}


def test_every_term_word_and_source_is_found_by_its_name(search: ScriptSearch, records: Sequence[SearchRecord]) -> None:
    """On the first screens; the stories and lessons that carry a term may come before its own page."""
    kinds = {*(kind.id for kind in VOCABULARY_KINDS), "words", "sources"}

    assert late(search, records, kinds, 10) == {}


def test_places_of_each_region_find_its_page_first(hub: Hub, search: ScriptSearch) -> None:
    """Some of each region, from the first to the last of the list; each with its county, if it needs one.

    Of two that people call the same, even in one county, both regions come first.
    """
    if not hub.places:
        pytest.skip("this hub has no places")
    alone = [place for place in hub.places if not place.also_a_word and place.kind != POSTCODE_AREA]
    by_region = groupby(sorted(alone, key=lambda place: place.region), key=lambda place: place.region)
    asked = {region: spread(list(places)) for region, places in by_region}

    assert asked.keys() == hub.vocabulary.regions.keys() - {"national"}
    wrong = {}
    for place in chain(*asked.values()):
        found = search.find(place.full_name)
        if f"regions/{place.region}/" not in found.addresses[: len(found.place or ())]:
            wrong[place.full_name] = found.addresses[:3]
    assert wrong == {}


def spread(places: Sequence[Place]) -> Sequence[Place]:
    return places[:: max(1, len(places) // PLACES_OF_A_REGION)]


def test_a_postcode_finds_the_region_of_its_area(hub: Hub, search: ScriptSearch) -> None:
    areas = [place for place in hub.places if place.kind == POSTCODE_AREA]

    assert {
        place.name: first
        for place in areas
        if (first := search.find(f"{place.name}1 1AA").addresses[0]) != f"regions/{place.region}/"
    } == {}
