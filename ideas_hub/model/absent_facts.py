"""The facts that only one kind of entry has, empty: a record takes those of the other kinds from here.

So every entry answers each of them, and nobody need ask which kind it is.
They stand beside the base record and not in it: pydantic would take them for the defaults of the fields themselves.
"""

from typing import ClassVar


class NoPlace:
    """The place of an entry that is neither a case study nor an event: none."""

    place: ClassVar[str] = ""


class NoWhoFor:
    """Who an entry that is no programme, tool or event is for, in words: nothing."""

    who_for: ClassVar[str] = ""


class NoProjectFacts:
    """What an entry that is not a case study says of a group and its project: nothing."""

    organisation: ClassVar[str] = ""
    partners: ClassVar[tuple[()]] = ()
    activities: ClassVar[tuple[()]] = ()
    delivery: ClassVar[tuple[()]] = ()
    worked: ClassVar[tuple[()]] = ()
    did_not_work: ClassVar[tuple[()]] = ()
    evidence: ClassVar[None] = None


class NoCaseStudyFacts(NoProjectFacts):
    """What an entry that is neither a case study nor a trail says it takes to do the same: nothing."""

    could_we_do_this: ClassVar[None] = None


class NoLearningPointFacts:
    """What an entry that is not a learning point teaches: nothing."""

    statement: ClassVar[str] = ""
    try_this: ClassVar[tuple[()]] = ()
    topics: ClassVar[tuple[()]] = ()
    evidenced_by: ClassVar[tuple[()]] = ()


class NoProgrammeFacts:
    """What an entry that is not a programme says of who runs it and what it offers: nothing."""

    owner: ClassVar[tuple[()]] = ()
    funder: ClassVar[tuple[()]] = ()
    closed_note: ClassVar[None] = None
    offer: ClassVar[tuple[()]] = ()
    areas: ClassVar[tuple[()]] = ()


class NoIdeaFacts:
    """What an entry that is not an idea takes from an article: nothing."""

    authors: ClassVar[tuple[()]] = ()
    takeaways: ClassVar[tuple[()]] = ()


class NoToolFacts:
    """What an entry that is not a tool asks: nothing."""

    say_first: ClassVar[tuple[()]] = ()
    questions: ClassVar[tuple[()]] = ()
    take_care: ClassVar[tuple[()]] = ()


class NoEventFacts:
    """When an entry that is not an event was, and who held it: nothing."""

    when: ClassVar[None] = None
    held_by: ClassVar[tuple[()]] = ()


class NoTrailFacts:
    """The steps of an entry that is not a trail: none."""

    steps: ClassVar[tuple[()]] = ()
