"""The flat shapes of a drawing: what they enclose, and what is refused."""

import pytest

from ideas_hub.reading.svg_paths import Point
from ideas_hub.reading.svg_shapes import read_drawing, what_cannot_be_drawn

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">{}</svg>'


def outline(shape: str) -> tuple[Point, ...]:
    return read_drawing(SVG.format(shape).encode()).shapes[0].outline


def area_and_box(shape: str) -> tuple[float, ...]:
    """Return what a shape encloses, and its left, top, right and bottom, to whole units."""
    points = outline(shape)
    sides = zip(points, (*points[1:], points[0]), strict=True)
    area = abs(sum(x * down - across * y for (x, y), (across, down) in sides)) / 2
    lefts, tops = zip(*points, strict=True)
    return tuple(round(value) for value in (area, min(lefts), min(tops), max(lefts), max(tops)))


SQUARE = (100, 10, 10, 20, 20)
HALF_CIRCLE = (353, 0, 105, 30, 120)
QUARTER_CIRCLE = (79, 50, 50, 60, 60)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ('<rect x="10" y="10" width="10" height="10"/>', SQUARE),
        ('<polygon points="10,10 20,10 20,20 10,20"/>', SQUARE),
        ('<path d="M10 10h10v10H10z"/>', SQUARE),
        ('<path d="M10,10L20,10V20h-10Z"/>', SQUARE),
        ('<path d="m10 10 10 0 0 10-10 0z"/>', SQUARE),
        ('<path d="M10 10Q15 10 20 10V20Q15 20 10 20"/>', SQUARE),
        ('<path d="M60 60V50C54.477 50 50 54.477 50 60z"/>', QUARTER_CIRCLE),
        ('<path d="M50 60C50 54.5 54.5 50 60 50S70 54.5 70 60z"/>', (157, 50, 50, 70, 60)),
        ('<path d="M1e1 10h1e1v10H10z"/>', SQUARE),
        ('<circle cx="15" cy="15" r="5"/>', (79, 10, 10, 20, 20)),
        ('<ellipse cx="15" cy="15" rx="5" ry="2"/>', (31, 10, 13, 20, 17)),
        ('<path d="M0 120a15 15 0 0 1 30 0z"/>', HALF_CIRCLE),
        ('<path d="M0 120a15 15 0 0130 0z"/>', HALF_CIRCLE),
        ('<path d="M0 120A3 3 0 0 1 30 120z"/>', HALF_CIRCLE),
        ('<path d="M30 120a15 15 0 0 0-30 0z"/>', HALF_CIRCLE),
        ('<path d="M60 60V50a10 10 0 1 1-10 10z"/>', (236, 50, 50, 70, 70)),
        ('<path d="M60 60V50a10 10 0 0 0-10 10z"/>', QUARTER_CIRCLE),
        ('<path d="M40 60A20 10 90 0 1 60 60z"/>', (314, 40, 40, 60, 60)),
    ],
)
def test_a_shape_encloses_what_it_does_in_a_browser(shape: str, expected: tuple[int, ...]) -> None:
    """The specification's grammar: commands of either case, repeated, flags without a space between."""
    assert area_and_box(shape) == expected


def test_shapes_keep_their_order_and_take_their_colour_from_around_them() -> None:
    group = '<g id="petals" fill="#f0a8c8"><circle r="1"/><circle r="2" fill="#fff"/></g>'
    drawing = read_drawing(SVG.format(f'<title>A mark</title>{group}<rect width="1"/>').encode())

    assert drawing.side == 120
    assert [shape.colour for shape in drawing.shapes] == ["#f0a8c8", "#fff", "#000000"]


@pytest.mark.parametrize(
    ("shape", "part"),
    [
        ('<path d="M0 0h9v9z" stroke="#000"/>', "stroke="),
        ('<path d="M0 0h9v9z" opacity=".5"/>', "opacity="),
        ('<path d="M0 0h9v9z" style="fill:red"/>', "style="),
        ('<g transform="scale(2)"/>', "transform="),
        ('<rect width="9" height="9" rx="2"/>', "rx="),
        ('<path d="M0 0h9v9z" fill="none"/>', 'fill="none"'),
        ('<path d="M0 0h9v9z" fill="url(#a)"/>', 'fill="url(#a)"'),
        ("<linearGradient/>", "<linearGradient>"),
        ("<text>A</text>", "<text>"),
        ('<path d="M0 0h9v9zM1 1h2v2z"/>', "a path of several parts"),
        ('<path d="h9v9z"/>', "a path of several parts"),
        ('<path d="M0 0h9"/>', "a path without an inside"),
        ('<path d="M0 0h9v9t1 1z"/>', 'the path "t1 1z"'),
        ('<path d="M0 0h9v9l1z"/>', 'the path "l1"'),
        ('<path d="M0 0h9v9z1"/>', 'the path "z1"'),
        ('<circle r="5mm"/>', '"5mm"'),
        ('<circle r="1e999"/>', 'r="1e999"'),
    ],
)
def test_whatever_is_no_flat_shape_is_named(shape: str, part: str) -> None:
    """None is ever drawn wrong."""
    assert what_cannot_be_drawn(SVG.format(shape).encode()) == part


@pytest.mark.parametrize("box", ["", "0 0 120 60", "10 0 120 120", "0 0 0 0", "0 0 120"])
def test_the_canvas_is_a_square(box: str) -> None:
    svg = SVG.replace("0 0 120 120", box).encode()

    assert what_cannot_be_drawn(svg) == "another canvas than a square that starts at 0 0"


def test_what_is_no_drawing_is_named() -> None:
    assert what_cannot_be_drawn(b"<svg") == "what is not XML"
