"""A learning point: what carries over to the next group, with the projects that show it."""

from typing import Annotated, Literal

from pydantic import Field

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


class LearningPoint(Entry):
    """The front matter of a file in docs/learning-points/.  number: as the source counts; none for a section lesson."""

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
