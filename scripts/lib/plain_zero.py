"""Draw the zero of a variable font without its slash: plain_zero.py FONT.

The slash parts the hole of the zero in two. They become one: their slanted sides go, and the curves beside each gap
run on until they cross, at the lightest weight and at the heaviest.
"""

import sys
from itertools import pairwise
from typing import TypeVar

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates

Point = tuple[float, float]
T = TypeVar("T")


def parts(rows: list[T], ends: list[int]) -> tuple[list[T], list[T], list[T]]:
    """Part the rows of all points into those of the edge, of the lower half of the hole, and of the upper half.

    The slanted side of the lower half begins at its fourth point, that of the upper half at its first.
    """
    edge, low, high = (rows[start + 1 : end + 1] for start, end in pairwise([-1, *ends]))
    return edge, low, high


def join(edge: list[T], low: list[T], high: list[T], right: T, left: T) -> list[T]:
    """Put the points right and left in the places of the slanted sides."""
    return [*edge, *low[:3], right, *high[2:], left, *low[5:]]


def crossing(a: Point, b: Point, c: Point, d: Point) -> Point:
    """Return where the line through a and b meets the line through c and d."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
    part = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / ((bx - ax) * (dy - cy) - (by - ay) * (dx - cx))
    return round(ax + part * (bx - ax)), round(ay + part * (by - ay))


def joined(points: list[Point], ends: list[int]) -> list[Point]:
    edge, low, high = parts(points, ends)
    right, left = crossing(low[2], low[3], high[1], high[2]), crossing(high[-1], high[0], low[4], low[5])
    return join(edge, low, high, right, left)


def draw_plain_zero(font: TTFont) -> None:
    """Change the zero of a font with one axis."""
    glyph, (variation,) = font["glyf"]["zero"], font["gvar"].variations["zero"]
    light, ends, flags = glyph.getCoordinates(font["glyf"])
    heavy = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(light, variation.coordinates, strict=False)]
    new_light, new_heavy = joined(list(light), ends), joined(heavy, ends)
    moves = [(x - from_x, y - from_y) for (from_x, from_y), (x, y) in zip(new_light, new_heavy, strict=True)]
    variation.coordinates = moves + variation.coordinates[len(light) :]  # the rest are the widths'
    glyph.coordinates = GlyphCoordinates(new_light)
    glyph.flags = bytearray(join(*parts(list(flags), ends), 0, 0))
    glyph.endPtsOfContours = [ends[0], len(new_light) - 1]
    glyph.numberOfContours = 2


if __name__ == "__main__":
    font = TTFont(sys.argv[1], recalcTimestamp=False)
    draw_plain_zero(font)
    font.save(sys.argv[1])
