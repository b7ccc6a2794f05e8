"""The picture of a theme, and of what carries one."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, THEMES
from ideas_hub.site.assets import published_assets
from ideas_hub.views.cards import card
from ideas_hub.views.entries import entry_view
from ideas_hub.views.lists import list_builders
from ideas_hub.views.pictures import picture_of
from ideas_hub.views.terms import terms_view

DRAWINGS = {"general": b"<svg/>", "mending-clothes": b"<svg></svg>"}


def with_drawings(hub: Hub, drawings: Mapping[str, bytes]) -> Hub:
    return replace(hub, vocabulary=replace(hub.vocabulary, illustrations=drawings))


@pytest.fixture(scope="module")
def drawn(hub: Hub) -> Hub:
    return with_drawings(hub, DRAWINGS)


@pytest.mark.parametrize(
    ("themes", "drawing"),
    [
        (("mending-clothes",), "mending-clothes"),
        (("tools-electrics", "mending-clothes"), "mending-clothes"),
        (("tools-electrics",), "general"),
        ((), "general"),
    ],
)
def test_the_first_theme_with_a_drawing_gives_the_picture(drawn: Hub, themes: tuple[str, ...], drawing: str) -> None:
    """Else it is the general one; the address is that at which the file is published."""
    published, _ = published_assets({f"illustrations/{name}.svg": content for name, content in DRAWINGS.items()})

    assert picture_of(themes, drawn) == published[f"illustrations/{drawing}.svg"]


def test_a_hub_without_drawings_has_no_pictures(hub: Hub) -> None:
    assert picture_of(("mending-clothes",), with_drawings(hub, {})) == ""


def test_an_entry_has_the_picture_of_its_theme_on_its_page_and_on_cards(drawn: Hub) -> None:
    study = drawn.case_studies["soldering"]
    picture = picture_of(study.facts.themes, drawn)

    assert picture.startswith("assets/mending-clothes.")
    assert entry_view(study, drawn).picture == card(study, drawn).picture == picture


def test_themes_show_their_pictures_and_other_terms_none(drawn: Hub) -> None:
    lists = {view.page.address: view.picture for _, views in list_builders(drawn) for view in views()}

    assert lists["themes/mending-clothes/"].startswith("assets/mending-clothes.")
    assert lists["themes/tools-electrics/"].startswith("assets/general.")
    assert lists["communities/newcomers/"] == ""
    assert [choice.picture for choice in terms_view(THEMES, drawn).choices] == [
        lists["themes/mending-clothes/"],
        lists["themes/tools-electrics/"],
    ]
    assert {choice.picture for choice in terms_view(COMMUNITIES, drawn).choices} == {""}
