"""ideas_hub/vocabulary.py: the words that entries are tagged with."""

from __future__ import annotations

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES


def test_terms_come_in_order_of_label_with_all_of_england_last(hub: Hub) -> None:
    assert list(hub.vocabulary.themes) == ["arts-culture", "nature-environment"]
    assert list(hub.vocabulary.regions) == ["south-east", "south-west", "national"]


def test_all_terms_are_themes_then_regions_then_communities(hub: Hub) -> None:
    assert [term.kind for term in hub.vocabulary.terms()] == [
        THEMES,
        THEMES,
        REGIONS,
        REGIONS,
        REGIONS,
        COMMUNITIES,
        COMMUNITIES,
    ]


def test_narrower_and_broader_are_two_ends_of_one_link(hub: Hub) -> None:
    carers, young = hub.vocabulary.communities["carers"], hub.vocabulary.communities["young-carers"]
    assert hub.vocabulary.narrower(carers) == (young,)
    assert hub.vocabulary.broader(young) == carers
    assert hub.vocabulary.broader(carers) is None
    assert hub.vocabulary.narrower(young) == ()
