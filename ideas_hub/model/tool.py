"""A tool: something that a group can print and use, such as a survey, a form or a guide for a talk."""

from typing import Annotated, ClassVar

from pydantic import Field

from ideas_hub.model.absent_facts import (
    NoCaseStudyFacts,
    NoEventFacts,
    NoIdeaFacts,
    NoLearningPointFacts,
    NoPlace,
    NoProgrammeFacts,
    NoTrailFacts,
)
from ideas_hub.model.fields import Entry, Record, Reference
from ideas_hub.model.text_fields import Line, Sentence


class ToolQuestion(Record):
    """A question that a tool asks.

    answers: a box to tick for each; without any there is room to write.
    group: its heading; questions with the same one follow each other.
    lines: of room to write; where the editor does not say, `LINES`, and none below answers.
    """

    question: Sentence
    answers: tuple[Line, ...] = ()
    note: Sentence | None = None
    group: Line | None = None
    lines: Annotated[int, Field(strict=True, ge=0, le=20)] | None = None

    @property
    def room(self) -> int:
        """How many lines there are to write on."""
        return self.lines if self.lines is not None else 0 if self.answers else LINES


LINES = 2


class Tool(
    NoCaseStudyFacts, NoPlace, NoLearningPointFacts, NoProgrammeFacts, NoIdeaFacts, NoEventFacts, NoTrailFacts, Entry
):
    """The front matter of a file in docs/tools/.  say_first: what people read, or hear, before they answer."""

    regions: ClassVar[tuple[()]] = ()
    status: ClassVar[str] = ""

    who_for: Sentence
    say_first: tuple[Sentence, ...] = ()
    questions: Annotated[tuple[ToolQuestion, ...], Field(min_length=1)]
    take_care: tuple[Sentence, ...] = ()
    themes: Annotated[tuple[Reference, ...], Field(max_length=3)] = ()
    communities: Annotated[tuple[Reference, ...], Field(max_length=4)] = ()
