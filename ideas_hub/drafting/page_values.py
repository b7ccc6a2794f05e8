"""The facts of other people's pages as values of ours, by a map."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ideas_hub.drafting.choices import SEPARATOR
from ideas_hub.drafting.draft import put, value_of
from ideas_hub.drafting.page_map import PageMap
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.drafting.yaml_text import Value
from ideas_hub.importing.html_tree import words_of
from ideas_hub.importing.page_facts import Page
from ideas_hub.importing.values import as_moment
from ideas_hub.problem import excerpt

MOMENTS = ("source_date", "published", "updated", "reviewed")
"""Fields that hold a date and that nobody is asked for."""

MOMENT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
ENGLISH = re.compile(r"en(?:[-_]\w+)?|english", re.IGNORECASE)


class Mapped(NamedTuple):
    """The values of a page, by path.

    used: the names of its facts that they come from.
    known: the words that are one of our terms; unknown: all others, with their facts, and the lists they are not in.
    """

    values: dict[str, Value]
    used: set[str]
    notes: list[str]
    known: set[str]
    unknown: dict[tuple[str, str], list[str]]


def mapped_values(page: Page, page_map: PageMap, asked: Sequence[Question]) -> Mapped:
    """Return the values that a page gives, or that its map gives every page.

    asked: the questions about the kind that it becomes.
    """
    mapped = Mapped({}, set(page_map.leave_out), [], set(), {})
    for question in asked:
        if question.wording.path and question.answer is not Answer.RECORDS:
            mapped.notes.extend(_answer(question, page, page_map, mapped))
    for field in (*MOMENTS, "language"):
        if name := next((name for name in page_map.names_of(field) if page.items(name)), ""):
            mapped.used.add(name)
            mapped.notes.extend(_put_moment_or_language(field, page.items(name)[0], name, mapped.values))
    for (words, names), lists in mapped.unknown.items():
        if words not in mapped.known:
            mapped.notes.append(f'"{excerpt(words)}" ({names}) is none of our {" or ".join(lists)}.')
    for path, value in page_map.always.items():
        if path.partition(".")[0] not in mapped.values:
            put(mapped.values, path, tuple(value) if isinstance(value, list) else value)
    return mapped


def _put_moment_or_language(field: str, words: str, name: str, values: dict[str, Value]) -> Iterator[str]:
    """Put a date, or a language other than English, and yield a note if it cannot be read.  name: of the fact."""
    moment = as_moment(words)
    if field == "language":
        values |= {} if ENGLISH.fullmatch(words) else {field: words.replace("_", "-")}
    elif _is_moment(moment):
        values[field] = moment
    else:
        yield f'"{excerpt(words)}" is no date that can be read ({name}).'


def _is_moment(words: str) -> bool:
    try:
        date.fromisoformat(f"{words}-01-01"[:10])
    except ValueError:
        return False
    return MOMENT.fullmatch(words) is not None


def _answer(question: Question, page: Page, page_map: PageMap, mapped: Mapped) -> Iterator[str]:
    """Put the value of one field, and yield notes on what of it could not be kept."""
    path = question.wording.path
    names = [name for name in page_map.names_of(path) if name in page.facts]
    names = names if question.choices else names[:1]
    items = [words_of(item) for name in names for item in page.items(name)]
    if question.choices:
        items = [part.strip() for item in items for part in SEPARATOR.split(item) if part.strip()]
    if not items:
        return
    mapped.used.update(names)
    terms = {theirs.casefold(): ours for theirs, ours in page_map.terms.items()}
    words = [terms.get(item.casefold(), item) for item in items]
    value, unknown = value_of(question, "\n".join(words))
    if isinstance(value, tuple) and question.max_items and len(value) > question.max_items:
        left = ", ".join(map(str, value[question.max_items :]))
        yield f"There is room for {question.max_items} {path.replace('_', ' ')}; {left} was left out."
        value = value[: question.max_items]
    put(mapped.values, path, value)
    as_they_say = dict(zip(words, items, strict=True))
    mapped.known.update(as_they_say[word] for word in words if word not in unknown)
    for word in unknown:
        named = (as_they_say.get(word, word), ", ".join(names))
        mapped.unknown.setdefault(named, []).append(path.replace("_", " "))
