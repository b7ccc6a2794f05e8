"""Sets text in the hub's fonts: chooses the font of each letter, the direction of each line and the size that fits.

Latin is set without the shaping library (raqm), which some machines lack, so that its pictures are the same everywhere.
Arabic script needs it; without it, a text in that script cannot be set at all.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from PIL import ImageDraw, ImageFont, features

FONTS = Path(__file__).parents[2] / "docs/assets/fonts"
# Noto Naskh Arabic, from the npm package @fontsource-variable/noto-naskh-arabic 5.3.0.
# SIL Open Font License 1.1 (fonts/OFL.txt).
ARABIC_FONT = Path(__file__).parent / "fonts/noto-naskh-arabic.woff2"
LATIN_FONTS = (FONTS / "hub-latin.woff2", FONTS / "hub-latin-ext.woff2")
REGULAR, BOLD = 400, 700
LINE_HEIGHT = 1.18  # as a multiple of the font size
BASELINE = 0.34  # distance of the baseline below the middle of a line, likewise
UNASSIGNED = "\U0010fffd"


@lru_cache(maxsize=64)
def _font(file: Path, size: int, weight: int = BOLD) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.RAQM if file == ARABIC_FONT and features.check("raqm") else ImageFont.Layout.BASIC
    font = ImageFont.truetype(file, size, layout_engine=engine)
    font.set_variation_by_axes([weight])
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

    def width(self, size: int, weight: int) -> float:
        return _font(self.file, size, weight).getlength(self.text, direction=self.direction)


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


def line_width(text: str, size: int, weight: int = BOLD) -> float:
    """Return the width of one line, in pixels.  size: of the font, in pixels."""
    return sum(run.width(size, weight) for run in _runs(text, rtl=is_rtl(text)))


class Text(NamedTuple):
    """Lines below each other in one size and weight."""

    lines: tuple[str, ...]
    size: int
    weight: int = BOLD

    @property
    def height(self) -> float:
        """Of all lines, in pixels."""
        return len(self.lines) * self.size * LINE_HEIGHT

    @property
    def width(self) -> float:
        """Of the longest line, in pixels."""
        return max((line_width(line, self.size, self.weight) for line in self.lines), default=0)

    @classmethod
    def fitted(cls, words: str, sizes: Sequence[int], room: tuple[float, float], weight: int = BOLD) -> "Text":
        """Return words in the first size at which they fit a width and a height; if they fit in none, in the last.

        No word is broken.
        """
        width, height = room
        for size in sizes:
            text = cls(_wrapped(words, size, weight, width), size, weight)
            if text.height <= height and text.width <= width:
                break
        return text


def _wrapped(text: str, size: int, weight: int, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and line_width(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def set_lines(pen: ImageDraw.ImageDraw, text: Text, at: tuple[float, float], width: float) -> None:
    """Draw a text in full: from the right edge if it runs from the right.

    pen: of a layer, which takes light from 0 to 255.

    at: its left and upper edge.  width: from the left edge to the right one.
    """
    rtl = is_rtl(" ".join(text.lines))
    for number, line in enumerate(text.lines):
        left = at[0] + (width - line_width(line, text.size, text.weight) if rtl else 0)
        baseline = at[1] + text.size * ((number + 0.5) * LINE_HEIGHT + BASELINE)
        for run in _runs(line, rtl=rtl):
            font = _font(run.file, text.size, text.weight)
            pen.text((round(left), round(baseline)), run.text, 255, font, anchor="ls", direction=run.direction)
            left += run.width(text.size, text.weight)
