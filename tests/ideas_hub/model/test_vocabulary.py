"""ideas_hub/model/vocabulary.py: the terms that entries are tagged with."""

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES, VOCABULARY_KINDS
from ideas_hub.model.vocabulary import in_label_order


def test_terms_are_in_label_order_with_the_national_region_last(hub: Hub) -> None:
    """Its label, "Across Wales", would come first."""
    assert list(hub.vocabulary.themes) == ["mending-clothes", "tools-electrics", "wood-furniture"]
    assert list(hub.vocabulary.regions) == ["mid-wales", "north-wales", "south-wales", "national"]
    assert list(in_label_order(list(hub.vocabulary.regions.values())[::-1])) == list(hub.vocabulary.regions)


def test_all_terms_are_themes_then_regions_then_communities(hub: Hub) -> None:
    kinds = [term.kind for term in hub.vocabulary.terms()]

    assert kinds == [THEMES] * 3 + [REGIONS] * 4 + [COMMUNITIES] * 4
    assert [*hub.vocabulary.terms()] == [
        term for kind in VOCABULARY_KINDS for term in hub.vocabulary.of_kind(kind).values()
    ]


def test_narrower_and_broader_are_two_ends_of_one_link(hub: Hub) -> None:
    newcomers, young = hub.vocabulary.communities["newcomers"], hub.vocabulary.communities["young-newcomers"]

    assert hub.vocabulary.narrower(newcomers) == (young,)
    assert hub.vocabulary.broader(young) == newcomers
    assert hub.vocabulary.broader(newcomers) is None
    assert hub.vocabulary.narrower(young) == ()


def test_names_are_the_words_that_phrases_write_with_a_capital(hub: Hub) -> None:
    """Labels all start with one; a phrase shows a term as it stands within a sentence."""
    assert hub.vocabulary.names == {"North", "South", "Mid", "Wales"}
