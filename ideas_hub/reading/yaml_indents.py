"""Facts with too many or too few spaces before them: which one is odd, and how many it should have."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ideas_hub.reading import yaml_messages as messages
from ideas_hub.reading.yaml_messages import Advice

FACT = re.compile(r"(?P<start> *(?:- +)*)(?P<name>[\w .()/&+'-]*?[\w)]):(?:[ \t]+(?P<value>.*)|$)")
NO_VALUE = re.compile(r"\s*(?:#.*)?")


class Fact(NamedTuple):
    """A row that starts a fact.

    row: its place among the rows.
    column: where its name starts; both count from 0.
    opens: it has no value of its own, so that those below may be its parts.
    """

    row: int
    column: int
    name: str
    opens: bool


def odd_one(rows: Sequence[str], at: int) -> tuple[int, Advice] | None:
    """Return the fact whose spaces do not fit, and what to say of it; None if the row starts no fact or is the first.

    at: the row of the first fact that cannot stand below the one above it.
    """
    facts = list(_facts(rows))
    place = next((number for number, fact in enumerate(facts) if fact.row == at), 0)
    if not place:
        return None
    here, above = facts[place], facts[place - 1]
    below = facts[place + 1] if place + 1 < len(facts) else None
    if above.column > here.column:
        is_above = below is not None and below.column == here.column
        return _with_spaces(*((above, here) if is_above else (here, above)))
    first = place - 1
    while first and not facts[first - 1].opens and facts[first - 1].column < here.column:
        first -= 1
    before = facts[first - 1] if first else None  # as far in as this one, or the name of what these are parts of
    if before and (_same(before, here) or before.column >= above.column or (below and _same(below, here))):
        return facts[first].row, messages.lost_spaces(facts[first].name, _group(facts[:first]), here.name, here.column)
    return _with_spaces(here, above)


def group_above(rows: Sequence[str], at: int) -> tuple[str, int]:
    """Return the group that ends right above a fact, which may have been one of its parts, and the column of those.

    The name is "" where none ends there.  No row is looked at above the group.
    """
    here = next(_facts(rows[at : at + 1]), None)
    above = _facts_upwards(rows, at)
    part = next(above, None)
    if here and part and part.column > here.column:
        start = next((fact for fact in above if fact.column <= here.column), None)
        return (start.name, part.column) if start and start.opens else ("", 0)
    return "", 0


def _facts_upwards(rows: Sequence[str], at: int) -> Iterator[Fact]:
    for row in range(at - 1, -1, -1):
        yield from _facts(rows[row : row + 1])


def _facts(rows: Sequence[str]) -> Iterator[Fact]:
    for number, row in enumerate(rows):
        if match := FACT.match(row):
            yield Fact(number, len(match["start"]), match["name"], bool(NO_VALUE.fullmatch(match["value"] or "")))


def _same(one: Fact, other: Fact) -> bool:
    return one.column == other.column


def _group(facts: Sequence[Fact]) -> str:
    """Return the name of the last fact that others may be parts of; "" if there is none."""
    return next((fact.name for fact in reversed(facts) if fact.opens), "")


def _with_spaces(odd: Fact, other: Fact) -> tuple[int, Advice]:
    return odd.row, messages.other_spaces(odd.name, odd.column, other.name, other.column)
