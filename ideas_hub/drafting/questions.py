"""The questions with the limits and choices of their answers, from the model and the vocabulary."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple

from ideas_hub.drafting.kinds import CASE_STUDY, NewKind
from ideas_hub.drafting.lists import labels_of, synonyms_of
from ideas_hub.drafting.record_wording import CHOICE_LABELS, record_wordings
from ideas_hub.drafting.wording import GROUPS, MORE, STORY, WORDINGS, Wording
from ideas_hub.model.hub import Hub
from ideas_hub.model.record_schema import record_schema

DATES = frozenset({"period.start", "period.end", "consent.expires"})


class Answer(StrEnum):
    """The shape of an answer."""

    LINE = "line"
    LINES = "lines"
    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_OR_NO = "yes or no"
    RECORDS = "records"


class Part(NamedTuple):
    """A part of each line of an answer in RECORDS.

    listed: the list that its values are ids of, such as "lessons"; "" if none.
    choices: those of that list.
    is_list: it has several items.
    item_field: of items that are records themselves, the field that is asked for; else "".
    """

    listed: str
    choices: Mapping[str, str]
    is_list: bool
    item_field: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question, ready to be asked.

    choices: the possible answers, each an id for the file and a label for people; none for free text.
    synonyms: other words for a choice, each with its id.
    parts: of each line of an answer in RECORDS, by field.
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
    parts: Mapping[str, Part] = field(default_factory=dict)
    kind: NewKind = CASE_STUDY

    @property
    def label(self) -> str:
        """The question itself; no two are the same."""
        return self.wording.label

    @property
    def id(self) -> str:
        """An id of letters and hyphens, for forms."""
        return "-".join(re.findall("[a-z]+", (self.wording.path or self.wording.heading or self.label).casefold()))

    @property
    def is_date(self) -> bool:
        """Whether its answer is a year, a month or a day."""
        return self.wording.path in DATES

    @property
    def group(self) -> str:
        """The questions that it belongs to, if it may stay without an answer."""
        if self.wording.heading:
            return STORY
        return GROUPS.get(self.wording.path.partition(".")[0], MORE)

    @property
    def help(self) -> str:
        """What to write, with the limits from the model."""
        items = f"{self.max_items} at most." if self.max_items else ""
        letters = f"{self.max_length} letters at most." if self.max_length and self.answer is Answer.LINE else ""
        names = [name.replace("_", " ") for name in self.parts]
        lists = sorted(name for name, part in self.parts.items() if part.is_list)
        parts = f"Write {'; '.join(names)}, with a semicolon after each." if names else ""
        several = f"Put a slash with spaces between two {' or '.join(lists)}." if lists else ""
        return " ".join(filter(None, (self.wording.help, parts, several, items, letters)))


def questions(hub: Hub, kind: NewKind = CASE_STUDY) -> tuple[Question, ...]:
    """Return every question about a kind, in order, but for those whose answers this hub has no list of."""
    wordings = WORDINGS if kind is CASE_STUDY else record_wordings(kind)
    asked = (_question(_in_its_words(wording, hub, kind), kind, hub) for wording in wordings)
    return tuple(question for question in asked if question.choices or not kind.listed_in(question.wording.path))


def lists_needed(hub: Hub, kind: NewKind) -> tuple[str, ...]:
    """Return the lists that a kind has to choose from and that are empty in this hub, such as "sources"."""
    needed = record_schema(kind.record).get("required", [])
    lists = dict.fromkeys(filter(None, map(kind.listed_in, needed)))
    return tuple(name for name in lists if not labels_of(name, hub))


def _in_its_words(wording: Wording, hub: Hub, kind: NewKind) -> Wording:
    """Return a question as this hub asks it."""
    words = hub.vocabulary.lists.questions.get(wording.path) if kind is CASE_STUDY else None
    if not words:
        return wording
    return replace(wording, label=words.question or wording.label, help=words.hint or wording.help)


def form_questions(hub: Hub) -> tuple[Question, ...]:
    """Return the questions of the public form.

    It takes no pictures: they would be public at once, metadata included.
    """
    return tuple(question for question in questions(hub) if question.wording.public)


def _question(wording: Wording, kind: NewKind, hub: Hub) -> Question:
    if not wording.path:
        return Question(wording, Answer.TEXT, {}, required=wording.required, kind=kind)
    schema = record_schema(kind.record)
    field_schema, required, depends_on = _field(wording.path, schema)
    choices = _choices(wording.path, field_schema, kind, hub)
    items = _plain(field_schema.get("items", field_schema), schema)
    parts = dict(_parts(wording.path, items, schema, kind, hub))
    return Question(
        wording,
        Answer.RECORDS if parts else _answer(field_schema, choices),
        choices,
        required=required,
        max_length=items.get("maxLength"),
        max_items=field_schema.get("maxItems"),
        depends_on=depends_on,
        synonyms=synonyms_of(kind.listed_in(wording.path), hub),
        parts=parts,
        kind=kind,
    )


def _parts(
    path: str, items: dict[str, Any], schema: dict[str, Any], kind: NewKind, hub: Hub
) -> Iterator[tuple[str, Part]]:
    """Yield the parts of each line of an answer in records, by field.

    What is no word or list of words is written by hand: a row of words has no room for it.
    """
    for name, part in items.get("properties", {}).items():
        plain = _plain(part, schema)
        is_list = plain.get("type") == "array"
        item_field = next(iter(_plain(plain["items"], schema).get("properties", {})), "") if is_list else ""
        if plain.get("type") not in {"integer", "object"}:
            listed = kind.listed_in(f"{path}.*.{name}{item_field and f'.*.{item_field}'}")
            yield name, Part(listed, labels_of(listed, hub) if listed else {}, is_list, item_field)


def _field(path: str, schema: dict[str, Any]) -> tuple[dict[str, Any], bool, str]:
    """Return a field's schema, whether it is required, and the path of the field that it depends on, or "".

    The fields of a group, such as a picture, depend on its first required field.
    """
    outer, _, inner = path.partition(".")
    field_schema = _plain(schema["properties"][outer], schema)
    if not inner:
        return field_schema, outer in schema["required"] and not _may_be_null(schema["properties"][outer]), ""
    required = field_schema.get("required", ())
    first = f"{outer}.{required[0]}" if required and required[0] != inner else ""
    needed = inner in required and (bool(first) or outer in schema["required"])
    return _plain(field_schema["properties"][inner], schema), needed, first


def _may_be_null(schema: dict[str, Any]) -> bool:
    return {"type": "null"} in schema.get("anyOf", ())


def _plain(schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """Return a field's schema without null as an alternative, and with its reference resolved."""
    plain: dict[str, Any] = next(one for one in schema.get("anyOf", [schema]) if one.get("type") != "null")
    return whole["$defs"][plain["$ref"].rpartition("/")[2]] if "$ref" in plain else plain


def _answer(schema: dict[str, Any], choices: Mapping[str, str]) -> Answer:
    if schema.get("type") == "array":
        return Answer.CHOICES if choices else Answer.LINES
    if schema.get("type") == "boolean":
        return Answer.YES_OR_NO
    if schema.get("type") in {"integer", "number"}:
        return Answer.NUMBER
    return Answer.CHOICE if choices else Answer.LINE


def _choices(path: str, schema: dict[str, Any], kind: NewKind, hub: Hub) -> Mapping[str, str]:
    """Return the label of each value that a field can have; none if it takes free text."""
    if "enum" in schema:
        labels = CHOICE_LABELS.get((kind.id, path), {})
        return {value: labels.get(value, value.replace("-", " ").capitalize()) for value in schema["enum"]}
    listed = kind.listed_in(path)
    return labels_of(listed, hub) if listed else {}
