"""From typed answers to a draft: values by field, the text, and notes for the editor, written to a new file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ideas_hub.drafting.choices import match_choices
from ideas_hub.drafting.plain_text import as_markdown, lines, one_line, strip_hidden
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.drafting.yaml_text import Value, front_matter
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.problem import excerpt
from ideas_hub.search.words import fold

MAX_ANSWER = 20_000  # characters; a longer answer is cut, with a note to the editor
MAX_ITEMS = 60  # of a list
MAX_NOTE = 500  # characters of an answer that becomes a note
YES, NO = {"yes", "y", "true"}, {"no", "n", "false"}
MAX_SLUG = 60  # characters
DEFAULT_SLUG = "new-story"


@dataclass(frozen=True, slots=True)
class Draft:
    """The content of a file to be.

    editor_notes: what only a person can decide, a sentence or two each; not part of the file.
    """

    values: Mapping[str, Value]
    body: str
    editor_notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The file's text."""
        return f"{front_matter(self.values)}\n{self.body}"


def build_draft(answers: Mapping[str, str], asked: Sequence[Question], *, unfinished: bool = False) -> Draft:
    """Return the draft of some answers.

    answers: by the label of their question.
    unfinished: mark the draft as one, so that it is not published.
    """
    values: dict[str, Value] = {"draft": True} if unfinished else {}
    parts, notes = [], []
    for question in asked:
        answer = answers.get(question.label, "")
        if not answer.strip():
            continue
        text = strip_hidden(answer[:MAX_ANSWER])
        if len(answer) > MAX_ANSWER:
            size = f"has {len(answer):,} letters; only the first {MAX_ANSWER:,} are here."
            notes.append(f'The answer to "{question.label}" {size}')
        if question.wording.heading:
            parts.append(f"## {question.wording.heading}\n\n{as_markdown(text)}\n")
        elif question.wording.path:
            value, unknown = value_of(question, text)
            _put(values, question.wording.path, value)
            notes += [f'"{excerpt(words)}" is not one of the answers to "{question.label}".' for words in unknown]
        elif not _add_terms(values, text, [one for one in asked if one.wording.path in question.wording.adds_to]):
            notes.append(f"{question.label} {excerpt(one_line(text), MAX_NOTE)}")
    in_order = {name: values[name] for name in CaseStudy.model_fields if name in values}
    return Draft(in_order, "\n".join(parts), tuple(notes))


def value_of(question: Question, text: str) -> tuple["Value | None", tuple[str, ...]]:
    """Return the value of an answer, None if it has none, and any words that match none of the choices."""
    if question.choices:
        named, unknown = match_choices(text, question.choices, question.synonyms)
        ids = tuple(dict.fromkeys(named))
        return (ids if question.answer is Answer.CHOICES else ids[0]) if ids else None, tuple(unknown[:MAX_ITEMS])
    if question.answer is Answer.LINES:
        return lines(text)[:MAX_ITEMS] or None, ()
    line = one_line(text)
    if question.answer is Answer.YES_OR_NO and line.casefold() in YES | NO:
        return line.casefold() in YES, ()
    return line or None, ()


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


def _put(values: dict[str, Value], path: str, value: "Value | None") -> None:
    """Set a field, such as "title" or "period.start"; None sets nothing."""
    outer, _, inner = path.partition(".")
    group = values.get(outer, {})
    if value is not None:
        values[outer] = {**group, inner: value} if inner and isinstance(group, Mapping) else value


def write_draft(draft: Draft, root: Path) -> Path:
    """Write a draft among the case studies under a name that no other file has, and return its path."""
    folder, slug, number = root / CASE_STUDIES.folder, draft_slug(draft), 1
    while True:
        path = folder / f"{slug}{f'-{number}' if number > 1 else ''}.md"
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(draft.text)
        except FileExistsError:
            number += 1
        else:
            return path


def draft_slug(draft: Draft) -> str:
    """Return the slug of a draft's title, else of its organisation, else `DEFAULT_SLUG`."""
    slugs = (slug(str(draft.values.get(field, ""))) for field in ("title", "organisation"))
    return next(filter(None, slugs), DEFAULT_SLUG)


def slug(text: str) -> str:
    """Return a text as lower-case ASCII letters and digits joined by hyphens, cut between words; "" if it has none."""
    name = "-".join(re.findall("[a-z0-9]+", fold(text).replace("'", "")))
    return name if len(name) <= MAX_SLUG else name[: MAX_SLUG + 1].rpartition("-")[0] or name[:MAX_SLUG]
