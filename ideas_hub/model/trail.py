"""A trail: the steps towards something that a group wants to do, each resting on what others learned."""

from typing import Annotated, ClassVar

from pydantic import Field

from ideas_hub.model.absent_facts import (
    NoEventFacts,
    NoIdeaFacts,
    NoLearningPointFacts,
    NoPlace,
    NoProgrammeFacts,
    NoProjectFacts,
    NoToolFacts,
    NoWhoFor,
)
from ideas_hub.model.entries import CouldWeDoThis, NamesEntry, Requirements
from ideas_hub.model.fields import Entry, Record, Reference
from ideas_hub.model.text_fields import Line, Sentence

MIN_STEPS, MAX_STEPS = 2, 12


class RestsOn(NamesEntry):
    """What a step rests on; exactly one of learning_point, case_study, project, programme and tool."""

    kinds = ("learning_point", "case_study", "project", "programme", "tool")

    learning_point: Reference | None = None
    case_study: Reference | None = None
    project: Reference | None = None
    programme: Reference | None = None
    tool: Reference | None = None
    how: Sentence | None = None


class TrailStep(Record):
    """A step.  text: what to do, and why.  takes: what it needs, as far as a source says."""

    title: Line
    text: Sentence
    takes: Requirements | None = None
    rests_on: Annotated[tuple[RestsOn, ...], Field(min_length=1)]


class Trail(
    NoProjectFacts,
    NoPlace,
    NoWhoFor,
    NoLearningPointFacts,
    NoProgrammeFacts,
    NoIdeaFacts,
    NoToolFacts,
    NoEventFacts,
    Entry,
):
    """The front matter of a file in docs/trails/.  could_we_do_this: what all the steps take together."""

    regions: ClassVar[tuple[()]] = ()
    status: ClassVar[str] = ""

    could_we_do_this: CouldWeDoThis | None = None
    steps: Annotated[tuple[TrailStep, ...], Field(min_length=MIN_STEPS, max_length=MAX_STEPS)]
    themes: Annotated[tuple[Reference, ...], Field(max_length=3)] = ()
    communities: Annotated[tuple[Reference, ...], Field(max_length=4)] = ()
