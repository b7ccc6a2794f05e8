"""Draws the picture for a shared link: on the left what the page is, on the right the drawing of its theme.

A title is set as large as fits and broken between words only.  Arabic script has its own font.  For a title in a script
that no font here has, the picture shows the hub's name instead: never boxes in place of letters.
"""

import io
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import PIL
from PIL import Image, ImageColor, ImageDraw, features

from ideas_hub.engine.key import make_key
from ideas_hub.formats import card_text
from ideas_hub.formats.card_text import ARABIC_FONT, LATIN_FONTS, REGULAR, Text, can_set, set_lines
from ideas_hub.reading import svg_paths, svg_shapes
from ideas_hub.reading.hidden_characters import HIDDEN
from ideas_hub.reading.svg_shapes import read_drawing, what_cannot_be_drawn

WIDTH, HEIGHT = 1200, 630
BLOCK = 510  # of the width, for the drawing
EDGE, TEXT_WIDTH = 60, 580
TOP, BOTTOM = 150, 604  # of what stands below the name of the hub
MARK, MARK_TOP = 76, 46
GAP_ABOVE_TITLE, MAX_TITLE = 12, 300
SIGN, SIGN_TOP = 28, 10
LARGE = 4
GROUND_COLOURS = 64
SHADE = 32  # of 256 lights: smooth edges take eight shades of a colour
BAND, INK, SOFT, SUN = "#43112d", "#ffffff", "#f6d9e6", "#ffb84d"
SEATS = ("#f07db1", SUN, "#9fcb6b", "#b96a93", "#f2a45f", "#7fc6e0", "#b96a93")
"""The row of dots below the header of every page: it stands here between text and drawing."""

SMALL = (24, 18, 14, 10, 8)
TITLE_SIZES = (76, 68, 62, 56, 52, 48, 44, 40, 36, 32, 28, *SMALL)
NAME_SIZES = (38, 32, 28, *SMALL)
PLACE_SIZES = (32, 28, 26, *SMALL)
SUMMARY_SIZES = (32, 30, 28, 26, *SMALL)
SEAT, BETWEEN_SEATS = 15, 42  # the radius, and from one to the next
SENTENCE = re.compile(r"(.*?(?<!\b[A-Z])(?<!\b[A-Z][a-z])[.!?\u061f\u06d4][\"'\u201d\u2019)]*)\s", re.DOTALL)
"""A first sentence and the space after it; the point of a short name, as in "St. Ives", ends none."""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What a picture shows.

    label: the kind of page.  colour: of the kind, as "#rrggbb".
    place: who or where, or "".
    summary: of which it shows the first sentence.
    site: the name of the hub.
    drawing, mark: as SVG; b"" for none.
    """

    label: str
    title: str
    place: str
    summary: str
    colour: str
    site: str
    drawing: bytes = b""
    mark: bytes = b""


def draw(card: SocialCard) -> bytes:
    """Return a card as PNG; equal cards give equal bytes.

    Each pixel is the number of a colour: those of the drawing come first, then the shades of each colour of the words.
    """
    picture = _ground(card.drawing, card.mark).copy()
    palette = (picture.getpalette() or [])[: 3 * GROUND_COLOURS]
    for colour, layer in _layers(card).items():
        first = len(palette) // 3
        numbers = [first + light // SHADE for light in range(256)]
        inked = [255 if light >= SHADE else 0 for light in range(256)]
        picture.paste(layer.point(numbers), mask=layer.point(inked))
        palette += _shades(colour)
    picture.putpalette(palette)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _shades(colour: str) -> list[int]:
    """Return the colours from that of the ground to that of the ink, as red, green and blue."""
    ground, ink = ImageColor.getrgb(BAND), ImageColor.getrgb(colour)
    steps = 255 // SHADE
    return [round(a + (b - a) * step / steps) for step in range(steps + 1) for a, b in zip(ground, ink, strict=True)]


def _layers(card: SocialCard) -> dict[str, Image.Image]:
    """Return the words of a card, and the sign of its kind: by colour, how much of that each pixel has."""
    layers = {colour: Image.new("L", (WIDTH, HEIGHT)) for colour in (INK, SOFT, SUN, card.colour)}
    pens = {colour: ImageDraw.Draw(layer) for colour, layer in layers.items()}
    left = EDGE + (MARK + 16 if _has_mark(card.mark) else 0)
    name = Text.fitted(card.site, NAME_SIZES, (EDGE + TEXT_WIDTH - left, MARK))
    set_lines(pens[INK], name, (left, MARK_TOP + (MARK - name.height) / 2), TEXT_WIDTH)
    label, *others = _words(card)
    parts = [label, *others] if label.text.lines else others
    top = TOP + (BOTTOM - TOP - sum(part.height for part in parts)) / 2
    if label.text.lines:
        layers[card.colour].paste(_sign(), (EDGE, round(top) + SIGN_TOP))
    for part in parts:
        set_lines(pens[part.colour], part.text, (EDGE + part.indent, top + part.gap), TEXT_WIDTH - part.indent)
        top += part.height
    return layers


class _Part(NamedTuple):
    """A text below another.  gap: between them."""

    text: Text
    colour: str
    gap: int = 0
    indent: int = 0

    @property
    def height(self) -> float:
        return self.gap + self.text.height


def _words(card: SocialCard) -> list[_Part]:
    """Return kind, title, place and summary; the title has whatever height the others leave.

    What is empty has no lines, but for the title.
    """
    place, sentence = _settable(card.place), _settable(first_sentence(card.summary))
    label = _Part(Text.fitted(_settable(card.label), (28,), (TEXT_WIDTH, 40)), SOFT, indent=SIGN + 12)
    below = [
        _Part(Text.fitted(place, PLACE_SIZES, (TEXT_WIDTH, 94)), SUN, 16),
        _Part(Text.fitted(sentence, SUMMARY_SIZES, (TEXT_WIDTH, 116), REGULAR), SOFT, 24),
    ]
    below = [part for part in below if part.text.lines]
    room = BOTTOM - TOP - GAP_ABOVE_TITLE - sum(part.height for part in (label, *below))
    title = Text.fitted(_settable(card.title) or card.site, TITLE_SIZES, (TEXT_WIDTH, min(room, MAX_TITLE)))
    return [label, _Part(title, INK, GAP_ABOVE_TITLE), *below]


def _settable(words: str) -> str:
    """Return words without what hides in them; "" if no font here has all their letters."""
    plain = HIDDEN.sub("", words)
    return plain if can_set(plain) else ""


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    match = SENTENCE.match(text)
    return match[1] if match else text


@lru_cache(maxsize=64)
def _ground(drawing: bytes, mark: bytes) -> Image.Image:
    """Return what does not depend on the words, in few colours: drawing, row of dots, mark."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), BAND)
    if drawing:
        picture.paste(_drawn(drawing, BLOCK, HEIGHT), (WIDTH - BLOCK, 0))
    picture.paste(_seats(), (WIDTH - BLOCK - SEAT, 0))
    if _has_mark(mark):
        picture.paste(_drawn(mark, MARK, MARK), (EDGE, MARK_TOP))
    return picture.quantize(GROUND_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


@lru_cache(maxsize=4)
def _has_mark(mark: bytes) -> bool:
    """Return whether a mark can be drawn; one that is more than flat shapes is left out."""
    return bool(mark) and not what_cannot_be_drawn(mark)


def _drawn(svg: bytes, width: int, height: int) -> Image.Image:
    """Return a drawing that fills a size; of a narrow one its sides are cut off."""
    drawing = read_drawing(svg)
    scale = max(width, height) / drawing.side
    left, top = (width - drawing.side * scale) / 2, (height - drawing.side * scale) / 2
    picture, pen = _large("RGB", width, height, BAND)
    for shape in drawing.shapes:
        outline = [((x * scale + left) * LARGE, (y * scale + top) * LARGE) for x, y in shape.outline]
        pen.polygon(outline, fill=shape.colour)
    return picture.reduce(LARGE)


def _seats() -> Image.Image:
    """Return the row of dots, which lean against the drawing."""
    picture, pen = _large("RGB", SEAT, HEIGHT, BAND)
    for number in range(HEIGHT // BETWEEN_SEATS):
        top = (number * BETWEEN_SEATS + (BETWEEN_SEATS - 2 * SEAT) / 2) * LARGE
        pen.ellipse((0, top, 2 * SEAT * LARGE, top + 2 * SEAT * LARGE), fill=SEATS[number % len(SEATS)])
    return picture.reduce(LARGE)


@lru_cache(maxsize=1)
def _sign() -> Image.Image:
    """Return the half circle that lists have before the name of a kind."""
    picture, pen = _large("L", SIGN, SIGN // 2, 0)
    pen.ellipse((0, -SIGN // 2 * LARGE, SIGN * LARGE, SIGN // 2 * LARGE), fill=255)
    return picture.reduce(LARGE)


def _large(mode: str, width: int, height: int, colour: str | int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return a picture several times as large, to be scaled down, and its pen: Pillow's shapes have no smooth edges."""
    picture = Image.new(mode, (width * LARGE, height * LARGE), colour)
    return picture, ImageDraw.Draw(picture)


@lru_cache(maxsize=1)
def drawing_key() -> bytes:
    """Return the key of the code, fonts and library that draw cards."""
    code = __file__, card_text.__file__, svg_paths.__file__, svg_shapes.__file__
    files = (*(Path(file) for file in code), *LATIN_FONTS, ARABIC_FONT)
    return make_key(files=[file.read_bytes() for file in files], pillow=PIL.__version__, raqm=features.check("raqm"))
