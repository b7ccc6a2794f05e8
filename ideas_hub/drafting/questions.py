"""The questions with the limits and choices of their answers, from the model and the vocabulary."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from typing import Any

from ideas_hub.drafting.wording import CHOICES, WORDINGS, Wording
from ideas_hub.formats.schemas import record_schema
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, VOCABULARY_KINDS
from ideas_hub.reading.references import REFERENCES


class Answer(StrEnum):
    """The shape of an answer."""

    LINE = "line"
    LINES = "lines"
    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_OR_NO = "yes or no"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, ready to be asked.

    choices: the possible answers, each an id for the file and a label for people; none for free text.
    synonyms: other words for a choice, each with its id.
    max_length: characters in the answer, or in each of its lines.
    max_items: lines or choices.  Both are None without a limit.
    depends_on: path of the question that must be answered for this one to be asked; "" if none.
    """

    wording: Wording
    answer: Answer
    choices: Mapping[str, str]
    required: bool = False
    max_length: int | None = None
    max_items: int | None = None
    depends_on: str = ""
    synonyms: Mapping[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The question itself; no two are the same."""
        return self.wording.label

    @property
    def id(self) -> str:
        """An id of letters and hyphens, for forms."""
        return "-".join(re.findall("[a-z]+", (self.wording.path or self.wording.heading or self.label).casefold()))

    @property
    def help(self) -> str:
        """What to write, with the limits from the model."""
        items = f"{self.max_items} at most." if self.max_items else ""
        letters = f"{self.max_length} letters at most." if self.max_length and self.answer is Answer.LINE else ""
        return " ".join(filter(None, (self.wording.help, items, letters)))


def questions(hub: Hub) -> tuple[Question, ...]:
    """Return every question, in order, but for those whose answers this hub has no list of."""
    asked = (_question(_in_its_words(wording, hub), record_schema(CaseStudy), hub) for wording in WORDINGS)
    return tuple(question for question in asked if question.choices or not _listed_in(question.wording.path))


def _in_its_words(wording: Wording, hub: Hub) -> Wording:
    """Return a question as this hub asks it."""
    words = hub.vocabulary.lists.questions.get(wording.path)
    if not words:
        return wording
    return replace(wording, label=words.question or wording.label, help=words.hint or wording.help)


def form_questions(hub: Hub) -> tuple[Question, ...]:
    """Return the questions of the public form.

    It takes no pictures: they would be public at once, metadata included.
    """
    return tuple(question for question in questions(hub) if question.wording.public)


def _question(wording: Wording, schema: dict[str, Any], hub: Hub) -> Question:
    if not wording.path:
        return Question(wording, Answer.TEXT, {}, required=wording.required)
    field, required, depends_on = _field(wording.path, schema)
    choices = _choices(wording.path, field, hub)
    return Question(
        wording,
        _answer(field, choices),
        choices,
        required=required,
        max_length=(field.get("items") or field).get("maxLength"),
        max_items=field.get("maxItems"),
        depends_on=depends_on,
        synonyms=_synonyms(wording.path, hub),
    )


def _synonyms(path: str, hub: Hub) -> Mapping[str, str]:
    """Return the ids of the terms that other words name, by word; what names several names none."""
    terms = [kind for kind in VOCABULARY_KINDS if kind.id == _listed_in(path)]
    named: dict[str, set[str]] = {}
    for term in chain.from_iterable(hub.vocabulary.of_kind(kind).values() for kind in terms):
        for word in term.facts.synonyms:
            named.setdefault(word, set()).add(term.id)
    return {word: ids.pop() for word, ids in named.items() if len(ids) == 1}


def _field(path: str, schema: dict[str, Any]) -> tuple[dict[str, Any], bool, str]:
    """Return a field's schema, whether it is required, and the path of the field that it depends on, or "".

    The fields of a group, such as a picture, depend on its first required field.
    """
    outer, _, inner = path.partition(".")
    field = _plain(schema["properties"][outer], schema)
    if not inner:
        return field, outer in schema["required"], ""
    required = field.get("required", ())
    first = f"{outer}.{required[0]}" if required and required[0] != inner else ""
    return _plain(field["properties"][inner], schema), bool(first) and inner in required, first


def _plain(field: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return a field's schema without null as an alternative, and with its reference resolved."""
    plain: dict[str, Any] = next(one for one in field.get("anyOf", [field]) if one.get("type") != "null")
    return schema["$defs"][plain["$ref"].rpartition("/")[2]] if "$ref" in plain else plain


def _answer(field: dict[str, Any], choices: Mapping[str, str]) -> Answer:
    if field.get("type") == "array":
        return Answer.CHOICES if choices else Answer.LINES
    if field.get("type") == "boolean":
        return Answer.YES_OR_NO
    return Answer.CHOICE if choices else Answer.LINE


def _choices(path: str, field: dict[str, Any], hub: Hub) -> Mapping[str, str]:
    """Return the label of each value that a field can have; none if it takes free text."""
    if "enum" in field:
        return {value: CHOICES[path][value] for value in field["enum"]}
    listed_in = _listed_in(path)
    terms = {kind.id: hub.vocabulary.of_kind(kind) for kind in VOCABULARY_KINDS}
    if listed_in in terms:
        return {term.id: term.facts.label for term in terms[listed_in].values()}
    return hub.vocabulary.lists.labels(listed_in) if listed_in else {}


def _listed_in(path: str) -> str:
    """Return the list that a field's values are ids of; "" if none."""
    references = REFERENCES[CASE_STUDIES.id]
    return references.get(path) or references.get(f"{path}.*", "")
