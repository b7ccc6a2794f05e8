"""Sets text in the hub's fonts: chooses the font of each letter, the direction of each line and the size that fits.

Latin is set without the shaping library (raqm), which some machines lack, so that its pictures are the same everywhere.
Arabic script needs it; without it, a text in that script cannot be set at all.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, ImageFont, features

FONTS = Path(__file__).parents[2] / "docs/assets/fonts"
# Noto Naskh Arabic, from the npm package @fontsource-variable/noto-naskh-arabic 5.3.0.
# SIL Open Font License 1.1 (fonts/OFL.txt).
ARABIC_FONT = Path(__file__).parent / "fonts/noto-naskh-arabic.woff2"
LATIN_FONTS = (FONTS / "hub-latin.woff2", FONTS / "hub-latin-ext.woff2")
WEIGHT = 700
SIZES = (76, 68, 60, 54, 48, 42, 36, 30, 24, 18, 14, 10, 8)
LINE_HEIGHT = 1.18  # as a multiple of the font size
BASELINE = 0.34  # distance of the baseline below the middle of a line, likewise
UNASSIGNED = "\U0010fffd"


@lru_cache(maxsize=64)
def _font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.RAQM if file == ARABIC_FONT and features.check("raqm") else ImageFont.Layout.BASIC
    font = ImageFont.truetype(file, size, layout_engine=engine)
    font.set_variation_by_axes([WEIGHT])
    return font


@lru_cache(maxsize=4096)
def _has_glyph(file: Path, character: str) -> bool:
    """Return whether a font has a character; a missing one renders like one that no font has."""
    if file == ARABIC_FONT and not features.check("raqm"):
        return False  # its letters cannot be joined on this machine
    font = _font(file, 40)
    mask = font.getmask(character)
    return bool(mask.getbbox()) and bytes(mask) != bytes(font.getmask(UNASSIGNED))


def can_set(text: str) -> bool:
    """Return whether the fonts here have every letter of a text."""
    fonts = (*LATIN_FONTS, ARABIC_FONT)
    return all(c.isspace() or _is_mark(c) or any(_has_glyph(file, c) for file in fonts) for c in text)


def _is_mark(character: str) -> bool:
    """Return whether a character has no shape of its own: a joiner, a direction mark or a combining mark."""
    return unicodedata.category(character) in {"Cf", "Mn"}


@dataclass(frozen=True, slots=True)
class _Run:
    """Consecutive letters set in one font."""

    text: str
    file: Path

    @property
    def direction(self) -> str | None:
        return "rtl" if self.file == ARABIC_FONT else None

    def width(self, size: int) -> float:
        return _font(self.file, size).getlength(self.text, direction=self.direction)


def is_rtl(text: str) -> bool:
    """Return whether the first letter of a text that has a direction runs from right to left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((direction != "L" for direction in directions if direction in {"L", "R", "AL"}), False)


@lru_cache(maxsize=4096)
def _runs(text: str, *, rtl: bool) -> tuple[_Run, ...]:
    """Return a line's runs from left to right.

    This is Unicode's bidirectional algorithm, reduced to what titles need: each word has one direction, and consecutive
    words of the same direction stay together.
    """
    words = text.split(" ")
    directions = [is_rtl(word) or (rtl and not any(c.isalpha() for c in word)) for word in words]
    groups = [
        (word_rtl, " ".join(word for _, word in same))
        for word_rtl, same in groupby(zip(directions, words, strict=True), key=lambda pair: pair[0])
    ]
    runs: list[_Run] = []
    for place, (part_rtl, part) in enumerate(reversed(groups) if rtl else groups):
        runs += [_Run(" ", LATIN_FONTS[0])] if place else []
        if part_rtl:
            runs += reversed(_font_runs(part, (ARABIC_FONT, *LATIN_FONTS)))
        else:
            runs += _font_runs(part, (*LATIN_FONTS, ARABIC_FONT))
    return tuple(runs)


def _font_runs(text: str, files: tuple[Path, ...]) -> list[_Run]:
    """Return a text as runs of one font each, in reading order; a mark stays with its letter."""
    spans: list[tuple[Path, str]] = []
    for character in text:
        if character == " ":
            file = files[0]
        elif spans and _is_mark(character):
            file = spans[-1][0]
        else:
            file = next((file for file in files if _has_glyph(file, character)), LATIN_FONTS[0])
        if spans and spans[-1][0] == file:
            spans[-1] = (file, spans[-1][1] + character)
        else:
            spans.append((file, character))
    return [_Run(part, file) for file, part in spans]


def line_width(text: str, size: int) -> float:
    """Return the width of one line, in pixels.  size: of the font, in pixels."""
    return sum(run.width(size) for run in _runs(text, rtl=is_rtl(text)))


def fit_lines(text: str, *, width: int, height: int) -> tuple[int, tuple[str, ...]]:
    """Return the largest font size at which a text fits, and its lines; all in pixels.

    No word is broken.  If nothing fits, the size is the smallest of `SIZES`.
    """
    for size in SIZES:
        lines = _wrapped(text, size, width)
        if len(lines) * size * LINE_HEIGHT <= height and all(line_width(line, size) <= width for line in lines):
            return size, lines
    return SIZES[-1], _wrapped(text, SIZES[-1], width)


def _wrapped(text: str, size: int, width: int) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and line_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def set_line(
    pen: ImageDraw.ImageDraw, text: str, at: tuple[float, float], style: tuple[int, str], *, rtl: bool | None = None
) -> None:
    """Draw one line.

    at: its left end and the middle of its height.
    style: size and colour.
    rtl: its direction; None takes that of its first letter.
    """
    (left, middle), (size, colour) = at, style
    for run in _runs(text, rtl=is_rtl(text) if rtl is None else rtl):
        start = round(left), round(middle + size * BASELINE)
        pen.text(start, run.text, colour, _font(run.file, size), anchor="ls", direction=run.direction)
        left += run.width(size)
