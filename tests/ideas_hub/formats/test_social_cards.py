"""The pictures that represent pages where links to them are shared."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, features

from ideas_hub.engine.file_cache import FileCache
from ideas_hub.formats import social_cards
from ideas_hub.formats.social_cards import SocialCard
from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Site

CARD = SocialCard("Case study", "Soldering in Conwy", "Conwy · North Wales", "#c2387c", "Mending Wales")
needs_shaping = pytest.mark.skipif(not features.check("raqm"), reason="this machine cannot join Arabic letters")


def picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return social_cards.draw(CARD)


def test_a_picture_has_its_size_and_is_small(drawn: bytes) -> None:
    """1200 by 630 pixels, below 60 KB."""
    assert picture(drawn).size == (1200, 630)
    assert len(drawn) < 60_000


@pytest.mark.parametrize(
    "change", [{"title": "Other"}, {"place": ""}, {"colour": "#4c7a1a"}, {"label": ""}, {"site": "Another hub"}]
)
def test_everything_on_a_card_is_in_its_picture(drawn: bytes, change: dict[str, str]) -> None:
    """A card that differs looks different."""
    assert social_cards.draw(replace(CARD, **change)) != drawn


def test_equal_cards_give_equal_bytes_and_hidden_characters_are_not_drawn(drawn: bytes) -> None:
    """A direction override changes nothing in a picture."""
    assert social_cards.draw(replace(CARD, title="\u202eSoldering\u202c in Conwy")) == drawn


@needs_shaping
def test_arabic_is_set_from_the_right() -> None:
    """Along the right edge."""
    title = picture(social_cards.draw(replace(CARD, title="مشي"))).crop((0, 200, 1200, 490))
    box = title.convert("L").point(lambda light: 255 if light < 128 else 0).getbbox()
    assert box

    assert box[0] > 600
    assert box[2] <= 1200 - social_cards.EDGE + 4


def test_a_title_that_no_font_has_gives_way_to_the_name_of_the_hub() -> None:
    """Never boxes in place of letters."""
    unknown, name = replace(CARD, title="社区花园"), replace(CARD, title=CARD.site)

    assert social_cards.draw(unknown) == social_cards.draw(name)


@pytest.mark.parametrize(
    ("page", "address", "alt"),
    [
        ("case-studies/soldering/", "case-studies/soldering/card.png", "Case study: Soldering together in Conwy. "),
        (
            "projects/wobbly-chair/",
            "projects/wobbly-chair/card.png",
            "Project: Wobbly Chair Collective. Conwy · North Wales",
        ),
        ("ideas/borrow/", "ideas/borrow/card.png", "Idea: Borrow before you buy. North Wales, South Wales"),
        ("regions/national/", "regions/national/card.png", "Region: Across Wales"),
        ("themes/mending-clothes/page/2/", "themes/mending-clothes/card.png", "Theme: Mending clothes"),
        ("about/", "card.png", "Mending Wales: "),
    ],
)
def test_a_page_has_its_own_card_or_that_of_the_page_above(
    full_hub: Hub, site: Site, page: str, address: str, alt: str
) -> None:
    """Every entry, every term and the home page have one."""
    card = social_cards.card_picture(page, social_cards.cards(full_hub, site))

    assert card.address == address
    assert card.alt.startswith(alt)


def test_a_new_theme_changes_no_other_card() -> None:
    """A theme's colour depends on its id alone."""
    colours = [social_cards.theme_colour(theme) for theme in ("clocks", "bicycles", "clothes", "chairs", "lamps")]

    assert len(set(colours)) > 1
    assert [social_cards.theme_colour(theme) for theme in ("lamps", "clocks")] == [colours[4], colours[0]]


def test_a_picture_is_drawn_once_for_the_same_card(
    tmp_path: Path, hub: Hub, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And again if the cache has lost it, or a damaged one."""
    all_cards = social_cards.cards(hub, site)
    cards = {page: all_cards[page] for page in ("", "case-studies/soldering/")}
    first = pictures(cards, tmp_path)
    assert set(first) == {"card.png", "case-studies/soldering/card.png"}

    monkeypatch.setattr(social_cards, "draw", lambda card: f"drawn again: {card.title}".encode())
    assert pictures(cards, tmp_path) == first

    lost, damaged = sorted(tmp_path.iterdir())
    lost.unlink()
    damaged.write_bytes(b"damaged")
    assert all(picture.startswith(b"drawn again: ") for picture in pictures(cards, tmp_path).values())


def pictures(cards: dict[str, SocialCard], folder: Path) -> dict[str, bytes]:
    return {path: render() for path, _, render in social_cards.social_card_files(cards, FileCache(folder))}


def test_a_picture_is_written_again_only_when_its_card_changes(tmp_path: Path, hub: Hub, site: Site) -> None:
    """Its key is known without reading it."""
    page = "case-studies/soldering/"
    card = social_cards.cards(hub, site)[page]
    keys = [
        file.key
        for one in (card, replace(card), replace(card, title="Another"))
        for file in social_cards.social_card_files({page: one}, FileCache(tmp_path))
    ]

    assert keys[0] == keys[1] != keys[2]
