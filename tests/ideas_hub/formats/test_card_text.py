"""Setting the text of social cards: fonts, directions and sizes, without drawing."""

import pytest
from PIL import features

from ideas_hub.formats import card_text
from ideas_hub.formats.card_drawing import MAX_TITLE, TEXT_WIDTH, TITLE_SIZES
from ideas_hub.formats.card_text import REGULAR, Text, can_set, is_rtl, line_width

LONG = " ".join(["A very long title that goes on and on"] * 3)
VILLAGE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch mends"
ARABIC = "مشي معاً في سومرست للجميع"
URDU = "صحت کے لیے چلنا: ہڈرزفیلڈ کی خواتین"
needs_shaping = pytest.mark.skipif(not features.check("raqm"), reason="this machine cannot join Arabic letters")


def fitted(words: str) -> Text:
    return Text.fitted(words, TITLE_SIZES, (TEXT_WIDTH, MAX_TITLE))


@pytest.mark.parametrize("title", ["Soldering together in Conwy", LONG, VILLAGE, "W" * 70, URDU])
def test_no_word_is_broken_and_none_runs_over_the_edge(title: str) -> None:
    """The font size decreases until the longest word fits its line."""
    text = fitted(title)

    assert " ".join(text.lines) == title
    assert text.width <= TEXT_WIDTH


def test_a_short_title_is_large() -> None:
    """What fits in a large size is set in a large size."""
    assert fitted("Clocks").size > fitted(LONG).size


def test_what_never_fits_is_set_in_the_smallest_size() -> None:
    """There is always something to draw."""
    text = Text.fitted("Clocks and lamps", (20, 8), (10, 5))

    assert (text.size, text.lines) == (8, ("Clocks", "and", "lamps"))


def test_a_lighter_weight_is_narrower() -> None:
    assert line_width("Clocks", 60, REGULAR) < line_width("Clocks", 60)


@pytest.mark.parametrize(
    ("text", "settable"),
    [("Łódź café naïve", True), ("y\u0308 and a\u200db", True), ("社区花园", False), ("mending 🧵", False)],
)
def test_a_text_can_be_set_if_the_fonts_have_every_letter(text: str, *, settable: bool) -> None:
    """Joiners and combining marks have no shape of their own."""
    assert can_set(text) is settable


@pytest.mark.parametrize(
    ("text", "rtl"), [("Conwy", False), (ARABIC, True), ("12: " + URDU, True), ("Conwy " + URDU, False), ("12", False)]
)
def test_the_first_letter_with_a_direction_decides(text: str, *, rtl: bool) -> None:
    """Digits and punctuation have none."""
    assert is_rtl(text) is rtl


@needs_shaping
def test_arabic_letters_are_joined() -> None:
    """Four of them together are narrower than the four apart."""
    assert can_set(ARABIC)
    assert can_set(URDU)
    assert line_width("سسسس", 60) < 4 * line_width("س", 60)


@needs_shaping
def test_words_of_both_directions_keep_their_order() -> None:
    """In a line from the right the groups of words run from the right, the letters of a Latin name from the left."""
    runs = card_text._runs("نسير Conwy Bay 12", rtl=True)

    assert [run.text for run in runs if run.text != " "] == ["12", "Conwy Bay", "نسير"]


def test_without_the_shaping_library_arabic_cannot_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters that are not joined would be wrong."""
    monkeypatch.setattr(features, "check", lambda _: False)
    card_text._has_glyph.cache_clear()

    assert not can_set(ARABIC)
    assert can_set("Conwy")

    card_text._has_glyph.cache_clear()
