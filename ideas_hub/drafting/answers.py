"""What a person typed becomes values by field, the text, and a note of what only a person can decide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ideas_hub.drafting.draft import Draft
from ideas_hub.drafting.plain_text import as_markdown, lines, one_line, strip_hidden
from ideas_hub.drafting.questions import Answer, Choice, Question
from ideas_hub.drafting.wording import FILLED_IN
from ideas_hub.drafting.yaml_text import Value
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.problem import excerpt

LONGEST_ANSWER = 20_000  # letters; a longer answer is cut, and the cut is told
LONGEST_LIST = 60
SHOWN_WORDS = 500  # of an answer that goes to a person
YES, NO = {"yes", "y", "true"}, {"no", "n", "false"}
BETWEEN = re.compile(r"\s*(?:[,;\n]|$)\s*")


def build_draft(words: Mapping[str, str], asked: Sequence[Question], day: date, *, unfinished: bool = False) -> Draft:
    """Return the draft that answers make.  words: by the label of their question.  day: on which it is made."""
    answers = {question: words.get(question.label, "") for question in asked}
    values: dict[str, Value] = {FILLED_IN: day}
    parts, notes = [], []
    for question, text in answers.items():
        if not text.strip():
            continue
        short = strip_hidden(text[:LONGEST_ANSWER])
        if len(text) > LONGEST_ANSWER:
            notes.append(
                f'The answer to "{question.label}" has {len(text):,} letters; only the first {LONGEST_ANSWER:,} are here.'
            )
        if question.wording.heading:
            parts.append(f"## {question.wording.heading}\n\n{as_markdown(short)}\n")
        elif question.wording.path:
            value, unknown = value_of(question, short)
            _put(values, question.wording.path.split("."), value)
            notes += [f'"{excerpt(one)}" is not one of the answers to "{question.label}".' for one in unknown]
        else:
            notes.append(f"{question.label} {excerpt(one_line(short), SHOWN_WORDS)}")
    if unfinished:
        values["draft"] = True
    return Draft(
        {name: values[name] for name in CaseStudy.model_fields if name in values}, "\n".join(parts), tuple(notes)
    )


def value_of(question: Question, text: str) -> tuple[Value | None, tuple[str, ...]]:
    """Return the value that an answer stands for, None when it stands for none, and the words that are none of the choices."""
    if question.answer in {Answer.CHOICE, Answer.CHOICES}:
        named = list(chosen(text, question.choices))
        ids = tuple(dict.fromkeys(choice.id for choice in named if isinstance(choice, Choice)))
        unknown = tuple(words for words in named if isinstance(words, str))[:LONGEST_LIST]
        value: Value | None = ids or None
        return ((ids[0] if ids else None) if question.answer is Answer.CHOICE else value), unknown
    if question.answer is Answer.LINES:
        return lines(text)[:LONGEST_LIST] or None, ()
    line = one_line(text)
    if question.answer is Answer.YES_OR_NO and line.casefold() in YES | NO:
        return line.casefold() in YES, ()
    return line or None, ()


def chosen(text: str, choices: Sequence[Choice]) -> Iterator[Choice | str]:
    """Yield each choice that an answer names by its label, its id or its number from 1, and the words that name none.

    Answers stand between commas, semicolons or line ends; a label may have commas in it, so the longest that fits is taken.
    """
    names = {str(number): choice for number, choice in enumerate(choices, 1)}
    names |= {choice.id.casefold(): choice for choice in choices} | {
        choice.label.casefold(): choice for choice in choices
    }
    longest_first = sorted(names, key=lambda name: -len(name))
    rest = "\n".join(lines(text))
    while rest:
        folded = rest.casefold()
        name = next((n for n in longest_first if folded.startswith(n) and BETWEEN.match(rest, len(n))), "")
        words = rest[: len(name)] if name else BETWEEN.split(rest, maxsplit=1)[0]
        if words:
            yield names[name] if name else words
        between = BETWEEN.match(rest, len(words))
        rest = rest[between.end() :] if between else ""


def _put(values: dict[str, Value], path: list[str], value: Value | None) -> None:
    if value is None:
        return
    name, *inner = path
    if not inner:
        values[name] = value
        return
    record = values.setdefault(name, {})
    if isinstance(record, dict):
        _put(record, inner, value)
