"""An event: when and where people met, or are to meet; a milestone is what changed for them, and nobody's meeting."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ideas_hub.model.absent_facts import (
    NoCaseStudyFacts,
    NoIdeaFacts,
    NoLearningPointFacts,
    NoProgrammeFacts,
    NoToolFacts,
    NoTrailFacts,
)
from ideas_hub.model.fields import Entry, Flag, Reference, WebPage
from ideas_hub.model.text_fields import Line, Sentence
from ideas_hub.model.when import When


class Event(NoCaseStudyFacts, NoLearningPointFacts, NoProgrammeFacts, NoIdeaFacts, NoToolFacts, NoTrailFacts, Entry):
    """The front matter of a file in docs/events/.  summary: what happened there, or what will.

    held_by: names of organisations.  learned: ids of learning points.
    joining: the public page that says how to take part, for as long as it is to come.
    """

    status: ClassVar[str] = ""

    kind: Literal["webinar", "meeting", "conference", "festival", "deadline", "milestone"]
    when: When
    place: Line | None = None
    online: Flag = False
    region: Reference
    held_by: tuple[Line, ...] = ()
    who_for: Sentence | None = None
    learned: tuple[Reference, ...] = ()
    joining: WebPage | None = None
    themes: Annotated[tuple[Reference, ...], Field(max_length=3)] = ()
    communities: Annotated[tuple[Reference, ...], Field(max_length=4)] = ()

    @property
    def regions(self) -> tuple[str, ...]:
        """Its one region, as other kinds list theirs."""
        return (self.region,)

    @property
    def is_milestone(self) -> bool:
        """Whether it changed something for people, and is nothing to go to."""
        return self.kind == "milestone"
