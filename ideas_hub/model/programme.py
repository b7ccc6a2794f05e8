"""A programme: who ran it, who paid, what it offered, and whether it is still open."""

from typing import Annotated, Literal

from pydantic import Field

from ideas_hub.model.absent_facts import NoCaseStudyFacts, NoIdeaFacts, NoLearningPointFacts
from ideas_hub.model.fields import Day, Entry, Flag, Id, Line, Moment, Number, Record, Sentence


class Amount(Record):
    """A sum of money, with the pot it comes from and the date it was true.  value: pounds."""

    display: Line
    value: Number
    up_to: Flag = False
    covers: Sentence
    as_of: Moment | None = None
    source: Id
    section: Line | None = None


class Relation(Record):
    """How one programme stands to another, in words."""

    programme: Id
    how: Sentence


class Area(Record):
    """A place that a programme worked in, and who led there."""

    name: Line
    lead: Line
    note: Sentence | None = None


class Programme(NoCaseStudyFacts, NoLearningPointFacts, NoIdeaFacts, Entry):
    """The front matter of a file in docs/programmes/."""

    owner: Annotated[tuple[Line, ...], Field(min_length=1)]
    funder: tuple[Line, ...] = ()
    launched: Moment | None = None
    closes: Moment | Day | None = None
    status: Literal["open", "closed", "completed", "unknown"]
    closed_note: Sentence | None = None
    amounts: tuple[Amount, ...] = ()
    part_of: Id | None = None
    related: tuple[Relation, ...] = ()
    who_for: Sentence
    offer: tuple[Sentence, ...] = ()
    areas: tuple[Area, ...] = ()
    figures: tuple[Id, ...] = ()
    regions: tuple[Id, ...] = ()
    themes: tuple[Id, ...] = ()
    communities: tuple[Id, ...] = ()
