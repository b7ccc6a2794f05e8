"""A term of the vocabulary, and the small closed lists."""

from typing import Annotated

from pydantic import Field, StringConstraints

from ideas_hub.model.fields import AimId, Id, Line, Record, Sentence


class Term(Record):
    """The front matter of a page in docs/themes, docs/regions or docs/communities.

    phrase: how the term reads after "Case studies": "for carers", "in the South West", "about arts and culture".
    code: the ONS code of an NHS region.
    """

    label: Line
    phrase: Line
    definition: Sentence
    synonyms: tuple[Line, ...] = ()
    broader: Id | None = None
    code: Annotated[str, StringConstraints(pattern=r"^E[0-9]{8}$")] | None = None


class Activity(Record):
    """Something people do together, under one theme."""

    label: Line
    theme: Id


class Lists(Record):
    """All of docs/vocabulary.yml: the small lists, each an id and its label in the order shown."""

    activities: dict[Id, Activity]
    delivery: dict[Id, Line]
    aims: dict[AimId, Sentence]
    topics: dict[Id, Line]
    audiences: dict[Id, Line]
    cost_bands: dict[Id, Line]


class GlossaryTerm(Record):
    """A word that a reader may not know.  forms: as it stands in running text."""

    term: Line
    forms: Annotated[tuple[Line, ...], Field(min_length=1)]
    meaning: Sentence
    more: Sentence | None = None
