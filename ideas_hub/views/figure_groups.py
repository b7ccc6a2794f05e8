"""Figures that stand together on a page: what is true of all of them is said once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any, TypeVar

from ideas_hub.views.figures import Basis, FigureView
from ideas_hub.views.page import Link

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A figure with its anchor.

    about: the project or case study that it measures; None for the whole programme, or where the group says it.
    length: of its bar in a chart, in percent of the whole; None outside of charts.
    more: where it stands with the others of its subject, on a page that is not its own.
    """

    id: str
    figure: FigureView
    about: Link | None = None
    details: str = ""
    length: float | None = None
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class FigureGroup(Basis):
    """Figures that stand together, with the basis that all of them have: it is said once, and each then lacks it.

    about: the case study or project that all are of.
    """

    rows: tuple[EvidenceRow, ...]
    about: Link | None = None


def grouped(rows: Sequence[EvidenceRow], *, by_study: bool) -> Iterator[FigureGroup]:
    """Yield figures of the same case study, or else on the same base, together; so are neighbours that share none."""
    by_key: dict[object, list[EvidenceRow]] = {}
    for row in rows:
        by_key.setdefault(row.about if by_study else row.figure.base, []).append(row)
    for is_alone, groups in groupby(by_key.values(), key=lambda group: len(group) == 1 and not by_study):
        if is_alone:
            yield FigureGroup(tuple(row for group in groups for row in group))
        else:
            yield from map(group_of, groups)


def group_of(rows: Sequence[EvidenceRow]) -> FigureGroup:
    """Return figures with what is true of all of them taken out of each, to be said once."""
    of_each: dict[str, Any] = {one.name: _same(getattr(row.figure, one.name) for row in rows) for one in fields(Basis)}
    shared = {name: value for name, value in of_each.items() if value}
    left: dict[str, Any] = {name: getattr(Basis(), name) for name in shared if name != "language"}
    about = _same(row.about for row in rows)
    without = (replace(row, figure=replace(row.figure, **left), about=None if about else row.about) for row in rows)
    return FigureGroup(tuple(without), about, **shared)


def _same(values: Iterable[T]) -> T | None:
    """Return the value that all have; None if there is no such."""
    first, *others = values
    return first if all(other == first for other in others) else None
