"""The questions with what the model and the vocabulary say of their answers: required, how long, how many, which choices."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ideas_hub.drafting.wording import CHOICES, WORDINGS, Where, Wording
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.reading.references import REFERENCES


class Answer(StrEnum):
    """What an answer is made of."""

    LINE = "line"
    LINES = "lines"
    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_OR_NO = "yes or no"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers there are.  id: what the file says.  label: what people read."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question, ready to be asked.

    longest: letters in the answer, or in each of its lines.  most: how many lines or choices.  Both None where there is no limit.
    depends_on: the question without whose answer this one makes no sense.
    """

    wording: Wording
    answer: Answer
    required: bool = False
    longest: int | None = None
    most: int | None = None
    choices: tuple[Choice, ...] = ()
    depends_on: str = ""

    @property
    def label(self) -> str:
        """The question itself; no two are the same."""
        return self.wording.label

    @property
    def id(self) -> str:
        """A name of letters and hyphens, for forms."""
        return "-".join(re.findall("[a-z]+", (self.wording.path or self.wording.heading or self.label).casefold()))

    @property
    def help(self) -> str:
        """What to write, with the limits that the model sets."""
        limits = [
            f"{self.most} at most." if self.most else "",
            f"{self.longest} letters at most." if self.longest and self.answer is Answer.LINE else "",
        ]
        return " ".join(part for part in (self.wording.help, *limits) if part)


def questions(hub: Hub) -> tuple[Question, ...]:
    """Return every question, in order."""
    schema = CaseStudy.model_json_schema()
    return tuple(_question(wording, schema, hub) for wording in WORDINGS)


def form_questions(hub: Hub) -> tuple[Question, ...]:
    """Return the questions of the public form: it takes no pictures, which would be public at once, with all that is hidden in them."""
    return tuple(question for question in questions(hub) if question.wording.where is Where.EVERYWHERE)


def _question(wording: Wording, schema: dict[str, Any], hub: Hub) -> Question:
    if not wording.path:
        return Question(wording, Answer.TEXT, required=wording.needed)
    field, required, first = _field(wording.path, schema)
    choices = _choices(wording.path, field, hub)
    return Question(
        wording,
        _answer(field, choices),
        required=required,
        longest=(field.get("items") or field).get("maxLength"),
        most=field.get("maxItems"),
        choices=choices,
        depends_on=first,
    )


def _field(path: str, schema: dict[str, Any]) -> tuple[dict[str, Any], bool, str]:
    """Return what the schema says of a field, whether it must be there, and the field without which it makes no sense, or "".

    A group of facts, such as a picture, stands or falls with the first one that it needs.
    """
    outer, _, inner = path.partition(".")
    field = _plain(schema["properties"][outer], schema)
    if not inner:
        return field, outer in schema["required"], ""
    needed = field.get("required", ())
    first = f"{outer}.{needed[0]}" if needed and needed[0] != inner else ""
    return _plain(field["properties"][inner], schema), bool(first) and inner in needed, first


def _plain(field: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return a field's schema without "or nothing", and with what it refers to in place."""
    some = [choice for choice in field.get("anyOf", [field]) if choice.get("type") != "null"]
    one: dict[str, Any] = some[0]
    return schema["$defs"][one["$ref"].rpartition("/")[2]] if "$ref" in one else one


def _answer(field: dict[str, Any], choices: tuple[Choice, ...]) -> Answer:
    if field.get("type") == "array":
        return Answer.CHOICES if choices else Answer.LINES
    if field.get("type") == "boolean":
        return Answer.YES_OR_NO
    return Answer.CHOICE if choices else Answer.LINE


def _choices(path: str, field: dict[str, Any], hub: Hub) -> tuple[Choice, ...]:
    if "enum" in field:
        return tuple(Choice(value, CHOICES[path][value]) for value in field["enum"])
    references = REFERENCES[CASE_STUDIES.id]
    what = references.get(path) or references.get(f"{path}.*")
    return tuple(Choice(term, label) for term, label in _labels(what, hub).items()) if what else ()


def _labels(what: str, hub: Hub) -> dict[str, str]:
    vocabulary = hub.vocabulary
    terms = {"themes": vocabulary.themes, "regions": vocabulary.regions, "communities": vocabulary.communities}
    if what in terms:
        return {term: document.facts.label for term, document in terms[what].items()}
    listed: dict[str, Any] = getattr(vocabulary.lists, what)
    return {term: getattr(value, "label", value) for term, value in listed.items()}
