"""The sections of an entry as its page, Markdown copy and feed show them: a class and a macro for each shape."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, Self, TypeAlias, TypeVar

from ideas_hub.model import sections
from ideas_hub.model.sections import Section
from ideas_hub.views.figures import FigureView
from ideas_hub.views.page import Fact, Link

Row = TypeVar("Row")

SIDE_BY_SIDE = {section.id for section in sections.SECTIONS if section.side_by_side}


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """The other end of a link between a learning point and its evidence.

    how: how it shows, in a sentence or two; may be "".
    """

    link: Link
    kind: str
    how: str


@dataclass(frozen=True)
class EntrySection(Generic[Row]):
    """A section with what stands below its heading; id, title and anchor are as in `model/sections.py`."""

    id: str
    title: str
    anchor: str
    note: str
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, section: Section, rows: Iterable[Row]) -> Self:
        """Return a section with these rows."""
        return cls(section.id, section.title, section.anchor, section.note, tuple(rows))

    @property
    def shape(self) -> str:
        """The name of the macro that shows it: that of its class, in small letters."""
        return type(self).__name__.lower()


class Sentence(EntrySection[str]):
    """One sentence."""


class Bullets(EntrySection[str]):
    """Points, each a sentence or two."""


class Facts(EntrySection[Fact]):
    """Labels, each with a text or links."""


class Figures(EntrySection[FigureView]):
    """Numbers, each with its base and its source."""


class Evidence(EntrySection[EvidenceLink]):
    """Links, each with how the other end shows or teaches it."""


class Links(EntrySection[Link]):
    """Links."""


class Body(EntrySection[str]):
    """The text below the facts, as safe HTML, without a heading of its own."""


AnySection: TypeAlias = EntrySection[Any]


@dataclass(frozen=True, slots=True)
class SectionBox:
    """Consecutive sections that stand beside each other, or all below each other."""

    side_by_side: bool
    sections: tuple[AnySection, ...]


def in_order(some: Iterable[AnySection]) -> tuple[AnySection, ...]:
    """Return the sections that have a row, in the order of `SECTIONS`."""
    order = [section.id for section in sections.SECTIONS]
    return tuple(sorted((one for one in some if one.rows), key=lambda one: order.index(one.id)))


def in_boxes(some: Iterable[AnySection]) -> tuple[SectionBox, ...]:
    """Return sections as a page arranges them."""
    boxes = groupby(some, key=lambda one: one.id in SIDE_BY_SIDE)
    return tuple(SectionBox(side_by_side, tuple(box)) for side_by_side, box in boxes)
