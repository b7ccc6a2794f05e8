"""From typed answers to a draft: values by field, the text, and notes for the editor."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import get_args

from ideas_hub.drafting.choices import match_choices
from ideas_hub.drafting.kinds import CASE_STUDY, NewKind
from ideas_hub.drafting.plain_text import as_markdown, is_empty, lines, one_line, strip_hidden
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.drafting.yaml_text import Value, front_matter, mapping
from ideas_hub.importing.values import as_moment, yes_or_no
from ideas_hub.problem import excerpt
from ideas_hub.reading.yaml_composer import plain_value
from ideas_hub.search.words import fold

MAX_ANSWER = 20_000  # characters; a longer answer is cut, with a note to the editor
MAX_ITEMS = 60  # of a list
MAX_NOTE = 500  # characters of an answer that becomes a note
YES_NO = {"yes": True, "no": False}
MAX_SLUG = 60  # characters
DEFAULT_SLUG = "new-story"
ITEM_END = re.compile(r"\s/(?=\s)")
"""Between the items of a part: they have commas of their own, and a slash without spaces joins words."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Something to be written: a file of its own, or a part of a data file.

    editor_notes: what only a person can decide, a sentence or two each; not part of the file.
    origin: the path of the page that it was made of, by which it is known again; "" for its title.
    """

    values: Mapping[str, Value]
    body: str
    editor_notes: tuple[str, ...] = ()
    kind: NewKind = CASE_STUDY
    origin: str = ""

    @property
    def text(self) -> str:
        """The text of its file, or what it adds to one."""
        return as_file(self.values, self.body) if self.kind.kind else mapping(self.values)

    @property
    def slug(self) -> str:
        """The name that the first of the kind's fields makes; else one that says that it is new."""
        slugs = (slug(str(self.values.get(field, ""))) for field in self.kind.named_after)
        return next(filter(None, slugs), DEFAULT_SLUG if self.kind is CASE_STUDY else f"new-{self.kind.id}")


def as_file(values: Mapping[str, Value], body: str) -> str:
    """Return the text of a file with these facts."""
    return f"{front_matter(values)}\n{body}"


def build_draft(
    answers: Mapping[str, str],
    asked: Sequence[Question],
    *,
    unfinished: bool = False,
    kind: NewKind = CASE_STUDY,
    is_markdown: bool = False,
) -> Draft:
    """Return the draft of some answers, by the label of their question.

    unfinished: mark the draft as one, so that it is not published.
    is_markdown: answers that become parts of the text are clean Markdown already, and not plain words.
    """
    values: dict[str, Value] = {"draft": True} if unfinished and kind.can_wait else {}
    parts: list[str] = []
    notes: list[str] = []
    given = ((question, answers.get(question.label, "")) for question in asked)
    for question, answer in ((question, answer) for question, answer in given if not is_empty(answer)):
        most = len(answer) if is_markdown and question.answer is Answer.TEXT else MAX_ANSWER
        text = strip_hidden(answer[:most])
        notes += too_long(question, answer, most)
        if question.answer is not Answer.TEXT:
            value, unknown = value_of(question, text)
            put(values, question.wording.path, value)
            notes += [*_without_room(question, text), *_not_listed(question, unknown)]
        elif question.wording.whole_text or question.wording.heading:
            parts.append(_part(question.wording.heading, text if is_markdown else as_markdown(text)))
        elif not _add_terms(values, text, [one for one in asked if one.wording.path in question.wording.adds_to]):
            notes.append(f"{question.label} {excerpt(one_line(text), MAX_NOTE)}")
    return Draft(in_order(values, kind), "\n".join(filter(None, parts)), tuple(notes), kind)


def too_long(question: Question, answer: str, most: int = MAX_ANSWER) -> Iterator[str]:
    """Yield a note if an answer has more characters than are kept of it."""
    if len(answer) > most:
        yield f'The answer to "{question.label}" has {len(answer):,} letters; only the first {most:,} are here.'


def _part(heading: str, markdown: str) -> str:
    """Return a part of the text; "" without words."""
    return (f"## {heading}\n\n" if heading else "") + f"{markdown}\n" if markdown else ""


def _not_listed(question: Question, unknown: Sequence[str]) -> Iterator[str]:
    yield from (f'"{excerpt(words)}" is not one of the answers to "{question.label}".' for words in unknown)


def _without_room(question: Question, text: str) -> Iterator[str]:
    """Yield a note if an answer names several choices where one alone can be kept."""
    if question.answer is Answer.CHOICE and len(named := named_by(question, text)) > 1:
        kept, *others = (question.choices[choice] for choice in named)
        yield f'"{question.label}" has room for one. {kept} is in the file, {" and ".join(others)} not.'


def in_order(values: Mapping[str, Value], kind: NewKind) -> dict[str, Value]:
    """Return values in the order of their record, with null for what it needs and may be null."""
    nulls = dict.fromkeys(_needed_even_empty(kind))
    return {name: values.get(name) for name in kind.record.model_fields if name in values or name in nulls}


def _needed_even_empty(kind: NewKind) -> Iterator[str]:
    """Yield the fields that the record needs, and that may be null."""
    for name, field in kind.record.model_fields.items():
        if field.is_required() and type(None) in get_args(field.annotation):
            yield name


def value_of(question: Question, text: str) -> tuple["Value", tuple[str, ...]]:
    """Return the value of an answer, None if it has none, and any words that match none of the choices."""
    if question.choices:
        ids, unknown = named_by(question, text), match_choices(text, question.choices, question.synonyms)[1]
        return (ids if question.answer is Answer.CHOICES else ids[0]) if ids else None, tuple(unknown[:MAX_ITEMS])
    if question.answer is Answer.RECORDS:
        return _records(question, lines(text)[:MAX_ITEMS])
    if question.answer is Answer.LINES:
        return lines(text)[:MAX_ITEMS] or None, ()
    line = as_moment(one_line(text)) if question.is_date else one_line(text)
    if question.answer is Answer.YES_OR_NO and (said := yes_or_no(line)) in YES_NO:
        return YES_NO[said], ()
    return plain_value(line) if question.answer is Answer.NUMBER else line or None, ()


def named_by(question: Question, text: str) -> tuple[str, ...]:
    """Return the choices that an answer names, each once."""
    return tuple(dict.fromkeys(match_choices(text, question.choices, question.synonyms)[0]))


def _records(question: Question, rows: Sequence[str]) -> tuple["Value", tuple[str, ...]]:
    """Return a record for each line, with its parts in their order, and words that are none of the choices."""
    records, unknown = [], []
    for row in rows:
        cells = map(str.strip, row.split(";", len(question.parts) - 1))
        record: dict[str, Value] = {name: cell for name, cell in zip(question.parts, cells, strict=False) if cell}
        for name, part in question.parts.items():
            if name in record:
                items = ITEM_END.split(str(record[name])) if part.is_list else [str(record[name])]
                chosen = [_chosen(item.strip(), part.choices) for item in items if item.strip()]
                unknown += [words for _, others in chosen for words in others]
                values = tuple({part.item_field: value} if part.item_field else value for value, _ in chosen)
                record[name] = values if part.is_list else values[0]
        records.append(record)
    return tuple(records) or None, tuple(unknown)


def _chosen(words: str, choices: Mapping[str, str]) -> tuple[str, Sequence[str]]:
    """Return the one choice that some words name, else the words themselves, and those that name none or several."""
    if not choices:
        return words, ()
    ids, others = match_choices(words, choices, numbered=False)
    return ids[0] if ids else words, others if len(set(ids)) < 2 else [words]  # noqa: PLR2004 each has room for one


def _add_terms(values: dict[str, Value], text: str, lists: Sequence[Question]) -> bool:
    """Add the terms that an answer names to their fields; return whether it said nothing else and all had room."""
    is_done = bool(lists)
    for question in lists:
        path, most = question.wording.path, question.max_items or (1 if question.answer is Answer.CHOICE else MAX_ITEMS)
        ids, unknown = match_choices(text, question.choices, question.synonyms, numbered=False)
        there = values.get(path, ())
        named = tuple(dict.fromkeys((*(there if isinstance(there, tuple) else (str(there),)), *ids)))
        if ids and len(named) <= most:
            values[path] = named if question.answer is Answer.CHOICES else named[0]
        is_done = is_done and len(named) <= most
        text = "\n".join(unknown)
    return is_done and not text


def put(values: dict[str, Value], path: str, value: Value) -> None:
    """Set a field, such as "title" or "period.start"; None sets nothing."""
    outer, _, inner = path.partition(".")
    group = values.get(outer, {})
    if value is not None:
        values[outer] = {**group, inner: value} if inner and isinstance(group, Mapping) else value


def slug(text: str) -> str:
    """Return a text as lower-case ASCII letters and digits joined by hyphens, cut between words; "" if it has none."""
    name = "-".join(re.findall("[a-z0-9]+", fold(text).replace("'", "")))
    return name if len(name) <= MAX_SLUG else name[: MAX_SLUG + 1].rpartition("-")[0] or name[:MAX_SLUG]


def free_name(name: str, *taken: Container[object]) -> str:
    """Return a name, with a number from 2 behind it if it is taken."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(one for one in names if not any(one in ids for ids in taken))
