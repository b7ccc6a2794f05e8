"""The outline that the path of an SVG draws, with its arcs and curves cut into short straight lines.

Source: https://www.w3.org/TR/SVG2/paths.html, and its appendix on arcs.
"""

import math
import re
from collections.abc import Iterator
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
FLAG = re.compile(r"[\s,]*([01])")  # optimised files leave out what would part flags from the next number
COMMAND = re.compile(r"\s*([MLHVCSQAZ])((?:[^A-Za-z]|[eE](?=[-+\d]))*)", re.IGNORECASE)
ARGUMENTS = {"M": "nn", "L": "nn", "H": "n", "V": "n", "C": "nnnnnn", "S": "nnnn", "Q": "nnnn", "A": "nnnffnn", "Z": ""}
"""What each command takes: n for a number, f for a flag."""

STEP = math.radians(2)
"""The angle that one straight line of an arc spans."""

CURVE_STEPS = 32


class CannotDrawError(ValueError):
    """A drawing holds something other than flat shapes; the message names it."""


def numbers_in(text: str) -> list[float]:
    """Return the numbers of a list.  Raises CannotDrawError if there is anything else."""
    numbers, rest = [], text
    while match := NUMBER.match(rest):
        numbers.append(float(match[1]))
        rest = rest[match.end() :]
    if rest.strip(" \t\r\n,"):
        raise CannotDrawError(f'"{text[:40]}"')
    return numbers


def ellipse(centre: Point, radii: Point) -> list[Point]:
    """Return the outline of an ellipse whose axes are level and upright."""
    return [_on_ellipse(centre, radii, 0, STEP * step) for step in range(round(2 * math.pi / STEP))]


def outline(path: str) -> list[Point]:
    """Return the one outline of a path.  Raises CannotDrawError for one of several parts, or what is no path."""
    pen = _Pen()
    for letter, arguments in _commands(path):
        pen.follow(letter, arguments)
    if len(pen.points) < 3:  # noqa: PLR2004 the least that holds a colour
        raise CannotDrawError("a path without an inside")
    return pen.points


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its arguments; one that is followed by several sets of them is repeated."""
    rest = path.strip()
    while rest:
        match = COMMAND.match(rest)
        if not match:
            raise CannotDrawError(f'the path "{rest[:20]}"')
        letter, arguments = match[1], match[2].strip(" \t\r\n,")
        rest = rest[match.end() :]
        while True:
            numbers, arguments = _taken(letter, arguments)
            yield letter, numbers
            if not arguments:
                break
            letter = {"M": "L", "m": "l"}.get(letter, letter)


def _taken(letter: str, text: str) -> tuple[list[float], str]:
    """Return the arguments of one command, and the text after them."""
    numbers, whole = [], text
    for kind in ARGUMENTS[letter.upper()]:
        match = (NUMBER if kind == "n" else FLAG).match(text)
        if not match:
            raise CannotDrawError(f'the path "{letter}{whole[:20]}"')
        numbers.append(float(match[1]))
        text = text[match.end() :]
    if not ARGUMENTS[letter.upper()] and text:
        raise CannotDrawError(f'the path "{letter}{whole[:20]}"')
    return numbers, text.strip(" \t\r\n,")


class _Pen:
    """Follows the commands of a path.  control: the last point that pulled a curve, for one that goes on smoothly."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.at: Point = (0, 0)
        self.control: Point | None = None
        self.closed = False

    def follow(self, letter: str, numbers: list[float]) -> None:
        """Add what one command draws."""
        left, top = self.at if letter.islower() else (0, 0)
        command = letter.upper()
        if command != "Z" and (self.closed or (command == "M") == bool(self.points)):
            raise CannotDrawError("a path of several parts")
        if command == "Z":
            self.closed = True
        elif command == "A":
            radii, turn, large, sweep, end = numbers[:2], numbers[2], numbers[3], numbers[4], numbers[5:]
            self._add(_arc(self.at, (radii[0], radii[1]), turn, (large > 0, sweep > 0), (end[0] + left, end[1] + top)))
        elif command == "H":
            self._add([(numbers[0] + left, self.at[1])])
        elif command == "V":
            self._add([(self.at[0], numbers[0] + top)])
        else:
            ends = [(x + left, y + top) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            self._line_or_curve(command, ends)

    def _line_or_curve(self, command: str, ends: list[Point]) -> None:
        if command == "S":
            pulled = self.control or self.at
            ends = [(2 * self.at[0] - pulled[0], 2 * self.at[1] - pulled[1]), *ends]
        self._add(_curve([self.at, *ends]) if command in "CSQ" else ends)
        self.control = ends[-2] if command in "CS" else None

    def _add(self, points: list[Point]) -> None:
        self.points += points
        self.at = points[-1]
        self.control = None


def _curve(pulls: list[Point]) -> list[Point]:
    """Return points along a Bézier curve: from its first point to its last, pulled by those between."""
    last = len(pulls) - 1
    steps = (step / CURVE_STEPS for step in range(1, CURVE_STEPS + 1))
    weights = [[math.comb(last, n) * (1 - t) ** (last - n) * t**n for n in range(last + 1)] for t in steps]
    return [(_weighed(some, [x for x, _ in pulls]), _weighed(some, [y for _, y in pulls])) for some in weights]


def _weighed(weights: list[float], values: list[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def _arc(start: Point, radii: Point, degrees: float, flags: tuple[bool, bool], end: Point) -> list[Point]:
    """Return points along an arc, without its start.

    degrees: by which its ellipse is turned.  flags: the long way round, clockwise.
    """
    turn, (large, clockwise) = math.radians(degrees), flags
    wide, high = abs(radii[0]), abs(radii[1])
    if not wide or not high or start == end:
        return [end]
    x, y = _turned(((start[0] - end[0]) / 2, (start[1] - end[1]) / 2), -turn)
    if (too_small := math.hypot(x / wide, y / high)) > 1:
        wide, high = wide * too_small, high * too_small
    away = math.sqrt(max(0, 1 / ((x / wide) ** 2 + (y / high) ** 2) - 1)) * (-1 if large == clockwise else 1)
    across, down = away * wide * y / high, -away * high * x / wide
    middle = _turned((across, down), turn)
    centre = middle[0] + (start[0] + end[0]) / 2, middle[1] + (start[1] + end[1]) / 2
    first = math.atan2((y - down) / high, (x - across) / wide)
    swept = (math.atan2((-y - down) / high, (-x - across) / wide) - first) % (2 * math.pi)
    swept -= 0 if clockwise else 2 * math.pi
    steps = max(1, math.ceil(abs(swept) / STEP))
    along = [_on_ellipse(centre, (wide, high), turn, first + swept * step / steps) for step in range(1, steps)]
    return [*along, end]


def _on_ellipse(centre: Point, radii: Point, turn: float, angle: float) -> Point:
    x, y = _turned((radii[0] * math.cos(angle), radii[1] * math.sin(angle)), turn)
    return centre[0] + x, centre[1] + y


def _turned(point: Point, angle: float) -> Point:
    (x, y), sine, cosine = point, math.sin(angle), math.cos(angle)
    return x * cosine - y * sine, x * sine + y * cosine
