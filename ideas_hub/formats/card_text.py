"""Sets text in the hub's own fonts: which font has a letter, which way a line runs, how large it fits.

Latin is set without the shaping library, which some machines lack, so that its pictures are the same everywhere.  Arabic
script needs it; where it is missing a text in that script cannot be set at all.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from PIL import ImageDraw, ImageFont, features

FONTS = Path(__file__).parents[2] / "docs/assets/fonts"
# Noto Naskh Arabic as the npm package @fontsource-variable/noto-naskh-arabic 5.3.0 has it; SIL Open Font License 1.1 (fonts/OFL.txt)
ARABIC_FONT = Path(__file__).parent / "fonts/noto-naskh-arabic.woff2"
LATIN_FILES = (FONTS / "hub-latin.woff2", FONTS / "hub-latin-ext.woff2")
WEIGHT = 700
SIZES = (76, 68, 60, 54, 48, 42, 36, 30, 24, 18, 14, 10, 8)
LINE = 1.18  # height of a line, for each pixel of the letters' size
MIDDLE = 0.34  # from the middle of a line down to the foot of its letters, likewise
NO_CHARACTER = "\U0010fffd"


@lru_cache(maxsize=64)
def _font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """Return a font at a size."""
    engine = ImageFont.Layout.RAQM if file == ARABIC_FONT and features.check("raqm") else ImageFont.Layout.BASIC
    font = ImageFont.truetype(file, size, layout_engine=engine)
    font.set_variation_by_axes([WEIGHT])
    return font


@lru_cache(maxsize=4096)
def _has(file: Path, character: str) -> bool:
    """Return whether a font has a character: one that it lacks looks like one that no font has."""
    if file == ARABIC_FONT and not features.check("raqm"):
        return False  # its letters cannot be joined on this machine
    font = _font(file, 40)
    mask = font.getmask(character)
    return bool(mask.getbbox()) and bytes(mask) != bytes(font.getmask(NO_CHARACTER))


def _is_rtl(character: str) -> bool:
    return unicodedata.bidirectional(character) in {"R", "AL"}


def can_set(text: str) -> bool:
    """Return whether the fonts here have every letter of a text."""
    return all(c.isspace() or _is_joiner(c) or any(_has(file, c) for file in (*LATIN_FILES, ARABIC_FONT)) for c in text)


def _is_joiner(character: str) -> bool:
    """Joiners, direction marks and combining marks have no shape of their own."""
    return unicodedata.category(character) in {"Cf", "Mn"}


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters that one font sets."""

    text: str
    file: Path

    def width(self, size: int) -> float:
        return self.font(size).getlength(self.text, **self.direction())

    def font(self, size: int) -> ImageFont.FreeTypeFont:
        return _font(self.file, size)

    def direction(self) -> dict[str, Any]:
        return {"direction": "rtl"} if self.file == ARABIC_FONT else {}


def reads_from_right(text: str) -> bool:
    """Return whether a text's first letter with a direction is of a script that runs from right to left."""
    return next((_is_rtl(c) for c in text if unicodedata.bidirectional(c) in {"L", "R", "AL"}), False)


@lru_cache(maxsize=4096)
def _runs(text: str, *, from_right: bool) -> tuple[_Run, ...]:
    """Return a line's runs in the order they stand from left to right.

    A word goes one way (Unicode's rules for whole lines, kept to what titles need); words that go the same way keep together.
    """
    words = text.split(" ")
    ways = [reads_from_right(word) or (from_right and not any(c.isalpha() for c in word)) for word in words]
    groups = [
        (way, " ".join(word for _, word in same))
        for way, same in groupby(zip(ways, words, strict=True), key=lambda pair: pair[0])
    ]
    runs: list[_Run] = []
    for place, (way, part) in enumerate(reversed(groups) if from_right else groups):
        runs += [_Run(" ", LATIN_FILES[0])] if place else []
        runs += (
            reversed(_font_runs(part, (ARABIC_FONT, *LATIN_FILES)))
            if way
            else _font_runs(part, (*LATIN_FILES, ARABIC_FONT))
        )
    return tuple(runs)


def _font_runs(text: str, files: tuple[Path, ...]) -> list[_Run]:
    """Return a text in pieces that one font sets, in the order they are read; a mark stays with its letter."""
    spans: list[tuple[Path, str]] = []
    for character in text:
        if character == " ":
            file = files[0]
        elif spans and _is_joiner(character):
            file = spans[-1][0]
        else:
            file = next((file for file in files if _has(file, character)), LATIN_FILES[0])
        if spans and spans[-1][0] == file:
            spans[-1] = (file, spans[-1][1] + character)
        else:
            spans.append((file, character))
    return [_Run(part, file) for file, part in spans]


def width_of(text: str, size: int) -> float:
    return sum(run.width(size) for run in _runs(text, from_right=reads_from_right(text)))


def lines_that_fit(text: str, *, width: int, height: int) -> tuple[int, tuple[str, ...]]:
    """Return the largest size of letters, in pixels, at which a text fits, and its lines; no word is cut."""
    for size in SIZES:
        lines = _wrapped(text, size, width)
        if len(lines) * size * LINE <= height and all(width_of(line, size) <= width for line in lines):
            return size, lines
    return SIZES[-1], _wrapped(text, SIZES[-1], width)


def _wrapped(text: str, size: int, width: int) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def set_line(
    pen: ImageDraw.ImageDraw,
    text: str,
    at: tuple[float, float],
    style: tuple[int, str],
    *,
    from_right: bool | None = None,
) -> None:
    """Set one line.  at: its left end, and the middle of its height.  style: size and colour.  from_right: None asks its first letter."""
    (left, middle), (size, colour) = at, style
    for run in _runs(text, from_right=reads_from_right(text) if from_right is None else from_right):
        pen.text(
            (round(left), round(middle + size * MIDDLE)),
            run.text,
            colour,
            run.font(size),
            anchor="ls",
            **run.direction(),
        )
        left += run.width(size)
