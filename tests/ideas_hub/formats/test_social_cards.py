"""The pictures that represent pages where links to them are shared."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageColor, features

from ideas_hub.engine.file_cache import FileCache
from ideas_hub.formats import social_cards
from ideas_hub.formats.card_drawing import BLOCK, EDGE, HEIGHT, TEXT_WIDTH, TOP, WIDTH, SocialCard, draw, first_sentence
from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Site

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">{}</svg>'
TILE = SVG.format('<path fill="#1f6f8b" d="M0 0h120v120H0z"/><circle cx="60" cy="60" r="30" fill="#fff6e8"/>').encode()
MARK = SVG.format('<circle cx="60" cy="60" r="60" fill="#9fcb6b"/>').encode()
CARD = SocialCard(
    "Case study",
    "Soldering in Conwy",
    "Conwy",
    "Short lessons. People met others.",
    "#f07db1",
    "Mending Wales",
    TILE,
    MARK,
)
needs_shaping = pytest.mark.skipif(not features.check("raqm"), reason="this machine cannot join Arabic letters")


def picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return draw(CARD)


def test_a_picture_has_its_size_and_is_small(drawn: bytes) -> None:
    """1200 by 630 pixels, below 60 KB."""
    assert picture(drawn).size == (1200, 630)
    assert len(drawn) < 60_000


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"},
        {"place": ""},
        {"summary": ""},
        {"colour": "#9fcb6b"},
        {"label": ""},
        {"site": "Another hub"},
        {"drawing": b""},
        {"mark": b""},
    ],
)
def test_everything_on_a_card_is_in_its_picture(drawn: bytes, change: dict[str, Any]) -> None:
    """A card that differs looks different."""
    assert draw(replace(CARD, **change)) != drawn


def test_equal_cards_give_equal_bytes_and_hidden_characters_are_not_drawn(drawn: bytes) -> None:
    """A direction override changes nothing in a picture."""
    assert draw(replace(CARD, title="\u202eSoldering\u202c in Conwy")) == drawn


@needs_shaping
def test_arabic_is_set_from_the_right() -> None:
    """Along the right edge."""
    card = replace(CARD, label="", title="مشي", place="", summary="")
    words = picture(draw(card)).crop((0, TOP, EDGE + TEXT_WIDTH + 20, 630)).convert("L")
    box = words.point(lambda light: 255 if light > 128 else 0).getbbox()
    assert box

    assert box[0] > EDGE + TEXT_WIDTH / 2
    assert box[2] <= EDGE + TEXT_WIDTH + 4


def test_the_drawing_fills_the_right_side_in_its_own_colours(drawn: bytes) -> None:
    """It is the file itself, its sides cut off."""
    shown = picture(drawn)
    places = [(WIDTH - 10, 10), (WIDTH - BLOCK // 2, HEIGHT // 2), (WIDTH - BLOCK + 20, HEIGHT - 10)]

    assert [near(shown.getpixel(place)) for place in places] == ["#1f6f8b", "#fff6e8", "#1f6f8b"]


def near(colour: Any) -> str | None:
    """Which of the drawing's colours one is, give or take what a small palette costs."""
    known = ("#1f6f8b", "#fff6e8")
    return next(
        (one for one in known if max(map(abs, map(int.__sub__, colour, ImageColor.getrgb(one)))) < 8),
        None,
    )


def test_a_mark_that_is_more_than_flat_shapes_is_left_out() -> None:
    """The name of the hub then stands alone."""
    lines = SVG.format('<path stroke="#000" d="M0 0h9"/>').encode()

    assert draw(replace(CARD, mark=lines)) == draw(replace(CARD, mark=b""))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It ran. It ended.", "It ran."),
        ("In St. Ives people met. Then more came.", "In St. Ives people met."),
        ("Who came? Many.", "Who came?"),
        ("One sentence.", "One sentence."),
        ("Not even a sentence", "Not even a sentence"),
    ],
)
def test_of_a_summary_the_first_sentence_is_shown(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_title_that_no_font_has_gives_way_to_the_name_of_the_hub() -> None:
    """Never boxes in place of letters."""
    unknown, name = replace(CARD, title="社区花园"), replace(CARD, title=CARD.site)

    assert draw(unknown) == draw(name)


@pytest.mark.parametrize(
    ("page", "address", "alt"),
    [
        (
            "case-studies/soldering/",
            "case-studies/soldering/card.png",
            "Case study: Soldering together in Conwy. Wobbly Chair Collective, Conwy",
        ),
        (
            "projects/wobbly-chair/",
            "projects/wobbly-chair/card.png",
            "Project: Wobbly Chair Collective. Chairs, chats, Conwy",
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


def test_a_card_has_the_drawing_of_its_theme_or_the_general_one(hub: Hub, site: Site) -> None:
    drawings = {"mending-clothes": b"clothes", "general": b"general"}
    drawn = replace(hub, vocabulary=replace(hub.vocabulary, illustrations=drawings))
    cards = social_cards.cards(drawn, site)

    assert cards["themes/mending-clothes/"].drawing == cards["case-studies/soldering/"].drawing == b"clothes"
    assert {cards[page].drawing for page in ("", "themes/tools-electrics/", "communities/newcomers/")} == {b"general"}
    assert {card.drawing for card in social_cards.cards(hub, site).values()} == {b""}


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
