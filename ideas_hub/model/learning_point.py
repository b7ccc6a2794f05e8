"""A learning point: what carries over to the next group, with the projects that show it."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ideas_hub.model.absent_facts import NoCaseStudyFacts, NoIdeaFacts, NoProgrammeFacts
from ideas_hub.model.fields import Entry, Id, Line, Record, Sentence


class Showing(Record):
    """An entry that shows a learning point; exactly one of case_study, project and programme.

    basis: `stated` where the source itself ties it to the point, `inferred` where we read it so.
    """

    case_study: Id | None = None
    project: Id | None = None
    programme: Id | None = None
    basis: Literal["stated", "inferred"]
    section: Line | None = None
    how: Sentence | None = None

    def entries(self) -> Iterator[tuple[str, str]]:
        """Yield the kind and the id of each entry that it names; a sound one names one."""
        named = (("case_study", self.case_study), ("project", self.project), ("programme", self.programme))
        yield from ((kind, entry_id) for kind, entry_id in named if entry_id)


class LearningPoint(NoCaseStudyFacts, NoProgrammeFacts, NoIdeaFacts, Entry):
    """The front matter of a file in docs/learning-points/.  number: as the source counts; none for a section lesson."""

    regions: ClassVar[tuple[()]] = ()
    status: ClassVar[str] = ""

    kind: Literal["enabler", "barrier", "recommendation", "section-lesson"]
    number: Annotated[int, Field(strict=True, ge=1)] | None = None
    group: Line | None = None
    statement: Sentence
    try_this: tuple[Sentence, ...] = ()
    audience: Annotated[tuple[Id, ...], Field(min_length=1)]
    topics: Annotated[tuple[Id, ...], Field(min_length=1, max_length=3)]
    themes: Annotated[tuple[Id, ...], Field(max_length=3)] = ()
    communities: Annotated[tuple[Id, ...], Field(max_length=4)] = ()
    evidenced_by: tuple[Showing, ...] = ()
    figures: tuple[Id, ...] = ()
