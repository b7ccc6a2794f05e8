"""The pictures that stand for pages where links to them are shared."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment
from PIL import Image, features

from ideas_hub.formats import social_cards
from ideas_hub.formats.card_text import can_set, lines_that_fit, width_of
from ideas_hub.formats.social_cards import SocialCard
from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Site

CARD = SocialCard("Case study", "Walking together in Somerset", "Somerset · South West", "#c2387c", "Ideas Hub")
LONG = "A very long title that goes on and on until it has all the letters a title may have which is one hundred and twenty of them"
ARABIC = "مشي معاً في سومرست للجميع"
URDU = "صحت کے لیے چلنا: ہڈرزفیلڈ کی خواتین"
needs_shaping = pytest.mark.skipif(not features.check("raqm"), reason="this machine cannot join Arabic letters")


def picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def fitted(text: str) -> tuple[int, tuple[str, ...]]:
    return lines_that_fit(text, width=social_cards.TEXT_WIDTH, height=social_cards.TITLE_HEIGHT)


@pytest.mark.parametrize(
    "title", [CARD.title, LONG, ARABIC, URDU, "社区花园", "Łódź café naïve", "W" * 120, "x", "</script>]]>=HYPERLINK("]
)
def test_a_picture_has_its_size_and_is_small(title: str) -> None:
    """1200 by 630 pixels, below 60 KB, whatever the title."""
    content = social_cards.draw(replace(CARD, title=title))

    assert picture(content).size == (1200, 630)
    assert len(content) < 60_000


def test_the_same_card_gives_the_same_bytes_and_another_others() -> None:
    """Nothing but the card is in the picture; all of the card is."""
    others = [
        replace(CARD, title="Other"),
        replace(CARD, place="Devon"),
        replace(CARD, colour="#4c7a1a"),
        replace(CARD, label="Idea"),
    ]

    assert social_cards.draw(CARD) == social_cards.draw(CARD)
    assert len({social_cards.draw(card) for card in [CARD, *others]}) == 5


@pytest.mark.parametrize(
    "title", [CARD.title, LONG, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch walks", URDU]
)
def test_no_word_is_cut_and_none_runs_over_the_edge(title: str) -> None:
    """The letters grow smaller until the longest word fits its line."""
    size, lines = fitted(title)

    assert " ".join(lines) == title
    assert all(width_of(line, size) <= social_cards.TEXT_WIDTH for line in lines)


def test_a_short_title_is_large() -> None:
    """What fits in large letters is set in large letters."""
    assert fitted("Walks")[0] > fitted(LONG)[0]


@needs_shaping
def test_arabic_and_urdu_are_set_from_the_right() -> None:
    """Their own font, joined, along the right edge."""
    assert can_set(ARABIC)
    assert can_set(URDU)
    title = picture(social_cards.draw(replace(CARD, title="مشي"))).crop((0, 200, 1200, 490))
    box = title.convert("L").point(lambda light: 255 if light < 128 else 0).getbbox()
    assert box

    assert box[0] > 600
    assert box[2] <= 1200 - social_cards.EDGE + 4


@needs_shaping
def test_letters_are_joined() -> None:
    """Four Arabic letters together are narrower than the four apart."""
    assert width_of("سسسس", 60) < 4 * width_of("س", 60)


def test_a_title_that_no_font_has_gives_way_to_the_name_of_the_hub() -> None:
    """Never boxes in place of letters."""
    assert not can_set("社区花园")
    assert social_cards.draw(replace(CARD, title="社区花园")) == social_cards.draw(replace(CARD, title="Ideas Hub"))


def test_hidden_characters_are_not_drawn() -> None:
    """A direction override changes nothing in a picture."""
    assert social_cards.draw(replace(CARD, title="\u202eWalking\u202c together in Somerset")) == social_cards.draw(CARD)


def test_every_entry_every_term_and_the_home_page_has_one(hub: Hub, site: Site) -> None:
    """Other pages carry that of the page they belong to, or the home page's."""
    shown = social_cards.cards(hub, site)

    assert {
        "",
        "case-studies/walking/",
        "ideas/learning-together/",
        "themes/arts-culture/",
        "regions/national/",
    } <= set(shown)
    assert (
        social_cards.card_picture("case-studies/walking/", shown).alt
        == "Case study: Walking together in Somerset. Somerset · South West"
    )
    assert social_cards.card_picture("themes/arts-culture/page/2/", shown).address == "themes/arts-culture/card.png"
    assert social_cards.card_picture("about/", shown).address == "card.png"


def test_a_new_theme_changes_no_other_card() -> None:
    """A theme's colour hangs on the theme alone."""
    assert social_cards.theme_colour("faith") == social_cards.theme_colour("faith")
    assert (
        len(
            {
                social_cards.theme_colour(theme)
                for theme in ("faith", "heritage", "arts-culture", "health-care", "learning-digital")
            }
        )
        > 1
    )


def test_pictures_are_kept_and_old_ones_go(tmp_path: Path, hub: Hub, site: Site, templates: Environment) -> None:
    """Drawn once for the same content; the page of all of them stays out of the site."""
    shown = {
        address: card
        for address, card in social_cards.cards(hub, site).items()
        if address in {"", "case-studies/walking/"}
    }
    first = dict(social_cards.social_card_files(shown, tmp_path, templates))
    drawn = {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("*.png")}
    again = dict(social_cards.social_card_files(shown, tmp_path, templates))

    assert first == again
    assert set(first) == {"card.png", "case-studies/walking/card.png"}
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.glob("*.png")} == drawn
    assert len(list(social_cards.social_card_files({"": shown[""]}, tmp_path, templates))) == 1
    assert len(list(tmp_path.glob("*.png"))) == 1
    assert "<img" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_page_of_all_pictures_shows_hostile_words_as_words(
    tmp_path: Path, hostile_hub: Hub, site: Site, templates: Environment
) -> None:
    """An editor opens it on their own machine."""
    shown = {"case-studies/walking/": social_cards.cards(hostile_hub, site)["case-studies/walking/"]}
    list(social_cards.social_card_files(shown, tmp_path, templates))

    assert "<b>" not in (tmp_path / "index.html").read_text(encoding="utf-8")
