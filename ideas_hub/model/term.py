"""A term of the vocabulary, and the small closed lists."""

from collections.abc import Iterator, Mapping
from typing import Annotated, get_args

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.fields import Code, Id, Record, Reference
from ideas_hub.model.text_fields import Form, Line, OtherWord, Sentence, Word

GENERAL = "general"
"""The name of the drawing where no theme has one of its own."""


class Term(Record):
    """The front matter of a page in docs/themes, docs/regions or docs/communities.

    phrase: how the term reads after "Case studies": "for carers", "in the north", "about arts and culture".
    code: the official code of a region; `code_name` in docs/vocabulary.yml says whose.
    """

    label: Line
    phrase: Line
    definition: Sentence
    synonyms: tuple[OtherWord, ...] = ()
    broader: Reference | None = None
    code: Code | None = None


class Activity(Record):
    """Something people do together, under one theme."""

    label: Line
    theme: Reference


def _fields_of(record: type[Record], within: str = "") -> Iterator[str]:
    """Yield the path of each field of a record, those of a group such as "period.start" too."""
    for name, field in record.model_fields.items():
        yield f"{within}{name}"
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, Record):
                yield from _fields_of(part, f"{within}{name}.")


CASE_STUDY_FIELDS = tuple(dict.fromkeys(_fields_of(CaseStudy)))


def _case_study_field(path: str) -> str:
    if path not in CASE_STUDY_FIELDS:
        raise PydanticCustomError("no_such_question", "no case study has this field", {"fields": CASE_STUDY_FIELDS})
    return path


class QuestionWords(Record):
    """How this hub asks for a field of a case study, where that differs from every hub's words."""

    question: Line | None = None
    hint: Sentence | None = None


class Sector(Record):
    """A field that organisations work in.  theme: that of its work, for those that stories are wanted from."""

    label: Line
    theme: Reference | None = None


class Lists(Record):
    """All of docs/vocabulary.yml: the small lists, each an id and its label in the order shown.

    code_name: what a region's code is called.
    questions: by the path of the field, such as "region" or "could_we_do_this.cost".
    """

    activities: dict[Id, Activity] = Field(default_factory=dict)
    delivery: dict[Id, Line] = Field(default_factory=dict)
    aims: dict[Code, Sentence] = Field(default_factory=dict)
    topics: dict[Id, Line] = Field(default_factory=dict)
    audiences: dict[Id, Line] = Field(default_factory=dict)
    sectors: dict[Id, Sector] = Field(default_factory=dict)
    cost_bands: dict[Id, Line] = Field(default_factory=dict)
    code_name: Line = "Code"
    questions: dict[Annotated[str, AfterValidator(_case_study_field)], QuestionWords] = Field(default_factory=dict)

    def labels(self, name: str) -> Mapping[str, str]:
        """Return the labels of one list by id, in the order shown.  name: of the list, such as "delivery"."""
        values: Mapping[str, str | Activity | Sector] = getattr(self, name)
        return {value: one if isinstance(one, str) else one.label for value, one in values.items()}


class GlossaryTerm(Record):
    """A word that a reader may not know.  forms: as it stands in running text."""

    term: Word
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]
    meaning: Sentence
    more: Sentence | None = None
