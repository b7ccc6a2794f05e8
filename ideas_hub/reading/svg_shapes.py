"""The flat shapes of a drawing in SVG, as polygons: so much of the format as our own pictures need.

A picture for shared links is drawn from them without a browser.  Whatever else a drawing may hold, such as lines,
gradients or transforms, is refused by name, so that none is ever drawn wrong.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias
from xml.etree import ElementTree as ET

from ideas_hub.reading.svg_paths import CannotDrawError, Point, ellipse, numbers_in, outline

SVG = "{http://www.w3.org/2000/svg}"
COLOUR = re.compile("#(?:[0-9a-fA-F]{3}){1,2}")
Numbers: TypeAlias = Callable[[str], float]
"""From the name of an attribute to its number; 0 if the element has none."""


class Shape(NamedTuple):
    """One colour within one outline.  colour: "#rrggbb" or "#rgb"."""

    colour: str
    outline: tuple[Point, ...]


class Drawing(NamedTuple):
    """Shapes from back to front, on a square.  side: of the square, in the units of the outlines."""

    side: float
    shapes: tuple[Shape, ...]


def _path(element: ET.Element, _: Numbers) -> list[Point]:
    return outline(element.get("d", ""))


def _circle(_: ET.Element, number: Numbers) -> list[Point]:
    return ellipse((number("cx"), number("cy")), (number("r"), number("r")))


def _ellipse(_: ET.Element, number: Numbers) -> list[Point]:
    return ellipse((number("cx"), number("cy")), (number("rx"), number("ry")))


def _rect(_: ET.Element, number: Numbers) -> list[Point]:
    left, top, width, height = (number(name) for name in ("x", "y", "width", "height"))
    return [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]


def _polygon(element: ET.Element, _: Numbers) -> list[Point]:
    numbers = numbers_in(element.get("points", ""))
    return list(pairwise(numbers))[::2]


OUTLINES: Mapping[str, tuple[set[str], Callable[[ET.Element, Numbers], list[Point]]]] = {
    "path": ({"d"}, _path),
    "circle": ({"cx", "cy", "r"}, _circle),
    "ellipse": ({"cx", "cy", "rx", "ry"}, _ellipse),
    "rect": ({"x", "y", "width", "height"}, _rect),
    "polygon": ({"points"}, _polygon),
}
"""By element: its own attributes, and the function that gives its outline."""

GROUPS = {"svg": {"viewBox", "width", "height", "version"}, "g": set[str]()}
WORDS = {"title", "desc"}


@lru_cache(maxsize=64)
def read_drawing(svg: bytes) -> Drawing:
    """Return the shapes of a drawing.  Raises CannotDrawError, which says what is not one."""
    try:
        root = ET.fromstring(svg.decode("utf-8-sig"))  # noqa: S314 the caller has refused entities
    except (UnicodeDecodeError, ET.ParseError, ValueError) as error:
        raise CannotDrawError("what is not XML") from error
    box = numbers_in(root.get("viewBox", ""))
    if len(box) != 4 or box[:2] != [0, 0] or box[2] != box[3] or box[2] <= 0:  # noqa: PLR2004 left, top, width, height
        raise CannotDrawError("another canvas than a square that starts at 0 0")
    return Drawing(box[2], tuple(_shapes(root, "#000000")))


def what_cannot_be_drawn(svg: bytes) -> str:
    """Return the first thing in a drawing that is no flat shape, as written; "" if all of it can be drawn."""
    try:
        read_drawing(svg)
    except CannotDrawError as error:
        return str(error)
    return ""


def _shapes(element: ET.Element, colour: str) -> Iterator[Shape]:
    """Yield the shapes of an element and what is in it.  colour: that of the element around it."""
    name = element.tag.removeprefix(SVG)
    if name in WORDS:
        return
    shape = OUTLINES.get(name)
    if not shape and name not in GROUPS:
        raise CannotDrawError(f"<{name.rpartition('}')[2]}>")
    own = shape[0] if shape else GROUPS[name]
    for attribute in element.attrib:
        if attribute not in own and attribute not in {"fill", "id"}:
            raise CannotDrawError(f"{attribute.rpartition('}')[2]}=")
    colour = element.get("fill", colour)
    if not COLOUR.fullmatch(colour):
        raise CannotDrawError(f'fill="{colour}"')
    if shape:
        yield Shape(colour, tuple(shape[1](element, lambda key: _number(element, key))))
    for part in element:
        yield from _shapes(part, colour)


def _number(element: ET.Element, key: str) -> float:
    numbers = numbers_in(element.get(key, "0"))
    if len(numbers) != 1 or not math.isfinite(numbers[0]):
        raise CannotDrawError(f'{key}="{element.get(key)}"')
    return numbers[0]
