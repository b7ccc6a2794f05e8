"""One figure, one value: what readers see of a figure says its value, and the entry's own text does not differ."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import isclose
from typing import Any

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.checks.numbers import Number, is_number, numbers_in
from ideas_hub.model.value_paths import ValuePath, field_name, line_of
from ideas_hub.problem import Problem, Severity, excerpt

ROUNDED = re.compile(r"\b(?:about|around|roughly|approx\w*|circa|some|c\.|or so)(?!\w)|[~≈]", re.IGNORECASE)
BEYOND = re.compile(
    r"\b(?:over|more than|above|at least|under|below|less than|fewer than|nearly|almost|up to|or more|just)\b|[<>+]",
    re.IGNORECASE,
)
RANGE = re.compile(r"\s*(?:to|and|or|[-\u2013])\s*£?\s*", re.IGNORECASE)
TIMES = re.compile(r"\s*[x\u00d7*]\s*", re.IGNORECASE)
SHARE = re.compile(r"\s*(?:/|(?:in|of|out of)(?:\s+(?:every|the|all))?)\s*", re.IGNORECASE)
MEASURES = re.compile(r"\b(second|minute|hour|day|night|week|fortnight|month|year|mile|metre|kilometre)s?\b")
AND_A_HALF = re.compile(r"\b(?:an?|one) (\w+) and a half\b", re.IGNORECASE)
OTHER_THOUSANDS = re.compile(r"(?<=\d)[ .\u066c](?=\d{3}(?!\d))")
"""Marks of thousands that mean something else as well: 7 402, 7.402."""
CONVERSIONS = tuple(factor for one in (4, 7, 12, 14, 24, 30, 52, 60, 365, 1000, 3600) for factor in (one, 1 / one))
"""Between units of time or length: 2 weeks for 14 days."""
NEAR_SHARE = 0.025
"""How far from a share its words may be: "a third" for 34%, "1 in 5" for 18%."""
RULE, OTHER_VALUE = "display-value", 'it says "{display}", and the value is {value}.'
FIX = "Correct whichever is wrong: readers see the one, data and charts have the other."


def find_displays_of_other_values(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each figure or sum of money whose `display` has numbers, and none of them is its value."""
    for path, figure in _with_display(checked.values):
        display, value = figure["display"], figure["value"]
        if not says(display, value, str(figure.get("unit", ""))):
            at = (*path, "display")
            yield Problem(
                checked.file,
                line_of(at, checked.lines),
                OTHER_VALUE.format(display=excerpt(display), value=value),
                field=field_name(at),
                found=display,
                fix=FIX,
                rule=RULE,
                severity=Severity.SHOULD_FIX,
            )


def _with_display(values: object, path: ValuePath = ()) -> Iterator[tuple[ValuePath, Mapping[str, Any]]]:
    """Yield each group of facts that has a number as its value, and words for it, with its path."""
    if isinstance(values, dict):
        if isinstance(values.get("display"), str) and is_number(values.get("value")):
            yield path, values
        for key, value in values.items():
            yield from _with_display(value, (*path, key))
    elif isinstance(values, list):
        for index, value in enumerate(values):
            yield from _with_display(value, (*path, index))


def says(words: str, value: float, unit: str) -> bool:
    """Return whether these words may stand for a value: rounded, as a share, in pence, or without any number."""
    if words.strip("£%").replace(",", "") == str(value):
        return True
    plain = AND_A_HALF.sub(r"1.5 \1", words)
    return _says(plain, value, unit) or _says(OTHER_THOUSANDS.sub("", plain), value, unit)


def _says(words: str, value: float, unit: str) -> bool:
    numbers = numbers_in(words)
    if not numbers:
        return True
    measured_otherwise = set(MEASURES.findall(words.casefold())) - set(MEASURES.findall(unit.casefold()))
    slack = 1.0 if BEYOND.search(words) else 0.5 if ROUNDED.search(words) else 0.0
    sizes = [abs(value) * factor for factor in ((1, *CONVERSIONS) if measured_otherwise else (1,))]
    pairs = [(words[one.end : other.start], one.value, other.value) for one, other in pairwise(numbers)]
    return any(_is_near(number, size, slack) for number in numbers for size in sizes) or any(
        _spans(between, one, other, size) for between, one, other in pairs for size in sizes
    )


def _is_near(number: Number, size: float, slack: float) -> bool:
    """Return whether a number says a size.

    slack: by how many of its last place it may be off.
    """
    if not number.last_place:
        return abs(number.value - size) <= NEAR_SHARE or abs(number.value * 100 - size) <= NEAR_SHARE * 100
    if number.is_scaled:
        slack = max(slack, 0.5)
    off = slack * number.last_place or (0 if float(size).is_integer() else min(number.last_place, 1) / 2)
    readings = (number.value, number.value / 100) if number.in_hundredths else (number.value,)
    return any(isclose(reading, size) or abs(reading - size) <= off + 1e-9 for reading in readings)


def _spans(between: str, one: float, other: float, size: float) -> bool:
    """Return whether two numbers are a range around a size, a share such as "1 in 4", or its factors.

    between: the words between them.
    """
    if RANGE.fullmatch(between):
        return one <= size <= other
    if TIMES.fullmatch(between):
        return isclose(one * other, size)
    share = one / other if other and SHARE.fullmatch(between) else None
    return share is not None and (abs(share - size) <= NEAR_SHARE or abs(share * 100 - size) <= NEAR_SHARE * 100)
