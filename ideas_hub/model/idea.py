"""An idea: a short article on something that a group can take away."""

from typing import Annotated, ClassVar

from pydantic import Field

from ideas_hub.model.absent_facts import NoCaseStudyFacts, NoLearningPointFacts, NoProgrammeFacts
from ideas_hub.model.fields import Entry, Id, Line, Record, Sentence


class Author(Record):
    """Who wrote a source, in the role and organisation that the source names."""

    name: Line
    role: Line | None = None
    organisation: Line | None = None


class Idea(NoCaseStudyFacts, NoLearningPointFacts, NoProgrammeFacts, Entry):
    """The front matter of a file in docs/ideas/.  \
published_estimated: the date in words where the source gives none."""  # noqa: D209 schemas publish it

    status: ClassVar[str] = ""

    authors: Annotated[tuple[Author, ...], Field(min_length=1)]
    published_estimated: Line | None = None
    takeaways: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    programmes: tuple[Id, ...] = ()
    regions: tuple[Id, ...] = ()
    themes: tuple[Id, ...] = ()
    communities: tuple[Id, ...] = ()
    figures: tuple[Id, ...] = ()
