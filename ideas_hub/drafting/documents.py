"""A document -> answers: which of our questions its headings, tables and labels are, and the Markdown below each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag

from ideas_hub.drafting.columns import NO_MATCH, Headings, Rank
from ideas_hub.drafting.draft import Draft, build_draft
from ideas_hub.drafting.page_links import published_address
from ideas_hub.drafting.plain_text import as_markdown
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.importing.github_markdown import github_as_html
from ideas_hub.importing.html_headings import tidy_headings
from ideas_hub.importing.html_parts import CELLS, HEADINGS
from ideas_hub.importing.html_tree import tidy_html
from ideas_hub.importing.markdown_writer import write_markdown
from ideas_hub.importing.personal_data import without_personal_data
from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.importing.word import word_as_html
from ideas_hub.problem import excerpt

LABELLED = re.compile(r"(?P<label>[^:?\n]{2,80}[:?])\s+(?P<words>\S.*)")
TITLE = "title"
ROWS = ["li", "p", "tr"]
PAIR = 2  # cells of a row with a question and its answer
NUMBER = re.compile(r"(?:\d{1,2}[.)]?)?")
HEADS = {"question answer", "question your answer", "question response", "questions answers", "no. question answer"}
"""The first row of a table of questions and answers, where it has one."""

IN_TEXT = 3
"""The level of the highest heading below that of a question."""


class Received(NamedTuple):
    """What a document says.

    answers: by the label of their question; those of several lines are Markdown.
    text: Markdown that answers no question of ours by name; "" if all of it does.
    notes: what a person should know.
    """

    answers: dict[str, str]
    text: str
    notes: list[str]


def read_word(raw: bytes, asked: Sequence[Question]) -> Received:
    """Return what a document of a word processor says.  Raises RefusedFileError."""
    html, notes = word_as_html(raw)
    return _received(html, notes, asked)


def read_text(text: str, asked: Sequence[Question]) -> Received:
    """Return what a text says in which each new line is one.  Raises RefusedFileError."""
    return _received(github_as_html(text, line_breaks=True), [], asked)


def _received(html: str, notes: Sequence[str], asked: Sequence[Question]) -> Received:
    try:
        tree, more = tidy_html(html, published_address)
        received = read_document(tree, asked)
    except ValueError as error:
        raise RefusedFileError(str(error), rule="depth") from error
    said = [without_personal_data(note)[0] for note in (*notes, *more)]
    return received._replace(notes=[*said, *received.notes])


def draft_of(received: Received, answers: Mapping[str, str], asked: Sequence[Question]) -> Draft:
    """Return the unfinished draft of a document.

    answers: those of the document, and those that somebody typed since.
    """
    texts = {question.label for question in asked if question.answer is Answer.TEXT}
    clean = {
        label: as_markdown(words) if label in texts and words != received.answers.get(label) else words
        for label, words in answers.items()
    }
    draft = build_draft(clean, asked, unfinished=True, is_markdown=True)
    body = "\n".join(filter(None, [f"{received.text}\n" if received.text else "", draft.body]))
    return replace(draft, body=body, editor_notes=(*received.notes, *draft.editor_notes))


def read_document(tree: BeautifulSoup, asked: Sequence[Question]) -> Received:
    """Return the answers in a tidied tree (see `html_tree`).

    A heading that is one of our questions starts its answer, and the next such heading ends it.  A table of two columns
    whose first names our questions, and rows such as "Place: Conwy", are answers too.
    """
    reader = _Reader(asked)
    for part in list(tree.find_all(recursive=False)):
        reader.read(part)
    return _without_personal_data(reader.received())


class _Reader:
    """Reads a document part by part.

    below: the parts below each heading that is a question, by its label; "" for those above the first.
    """

    def __init__(self, asked: Sequence[Question]) -> None:
        self._by_label = {question.label: question for question in asked}
        self._title = next((question.label for question in asked if question.wording.path == TITLE), "")
        self._headings = Headings(asked)
        self._answers: dict[str, str] = {}
        self._notes: list[str] = []
        self._below: dict[str, list[Tag]] = {"": []}
        self._current, self._level = "", HEADINGS[-1]

    def read(self, part: Tag) -> None:
        words = " ".join(part.get_text(" ").split())
        is_heading = part.name in HEADINGS
        match = self._headings.match(words) if is_heading else NO_MATCH
        if match.rank > Rank.TIDIED and part.name > self._level:
            match = NO_MATCH  # a heading within an answer is likely a part of it
        answers = _answers_of_table(part, self._headings) or self._answer_of_row(part, words)
        if match.label and match.label not in self._below:
            self._current, self._level = match.label, part.name
            self._below[match.label] = []
            if match.rank is Rank.NEAREST:
                self._notes.append(f'"{excerpt(words)}" is read as "{match.label}".')
        elif is_heading and not self._answers and not any(self._below.values()):
            self._answers[self._title] = words
        elif answers and self._answers.keys().isdisjoint(answers):
            self._answers.update(answers)
        else:
            self._below[self._current].append(part)

    def _answer_of_row(self, part: Tag, words: str) -> dict[str, str]:
        """Return the answer in a row such as "Place: Conwy", by label; none if it is an ordinary paragraph."""
        row = LABELLED.fullmatch(words) if part.name == "p" else None
        label = self._headings.match(row["label"], guess=False).label if row else ""
        return {label: row["words"]} if row and label and self._by_label[label].answer is not Answer.TEXT else {}

    def received(self) -> Received:
        """Return what was read."""
        found = {label: _answer(parts, self._by_label[label]) for label, parts in self._below.items() if label}
        answers = self._answers | {label: answer for label, answer in found.items() if answer}
        return Received(answers, _markdown(self._below[""], "", top_level=2), self._notes)


def _answer(below: Sequence[Tag], question: Question) -> str:
    """Return what stands below a heading as the answer to its question."""
    if question.answer is Answer.TEXT:
        return _markdown(below, question.label, top_level=IN_TEXT)
    rows = [row for part in below for row in _rows(part)]
    return "\n".join(rows) if question.answer in {Answer.LINES, Answer.CHOICES, Answer.RECORDS} else " ".join(rows)


def _rows(part: Tag) -> Iterator[str]:
    """Yield the words of a part, a line for each item, paragraph or row of a table."""
    for row in part.find_all(ROWS) or [part]:
        own = [text for text in row.strings if text.find_parent(ROWS) in {row, None} or row is part]
        if words := " ".join("".join(own).split()):
            yield words


def _markdown(parts: Sequence[Tag], title: str, top_level: int) -> str:
    """Return parts of a tree, which they leave, as Markdown."""
    own = BeautifulSoup("", "html.parser")
    own.extend([part.extract() for part in parts])
    list(tidy_headings(own, title, top_level))
    return write_markdown(own)


def _answers_of_table(part: Tag, headings: Headings) -> dict[str, str]:
    """Return the answers in a table of questions and answers, by label; none if it is another table."""
    if part.name != "table":
        return {}
    rows = [[cell.get_text(" ", strip=True) for cell in row.find_all([*CELLS])] for row in part.find_all("tr")]
    pairs = [row[1:] if len(row) > PAIR and NUMBER.fullmatch(row[0]) else row for row in rows]
    pairs = pairs[1:] if " ".join(pairs[0]).casefold() in HEADS else pairs
    known: dict[str, str] = {}
    for question, answer in (pair for pair in pairs if len(pair) == PAIR):
        if label := headings.match(question, guess=False).label:
            known[label] = answer
    return known if len(known) == len(pairs) else {}


def _without_personal_data(received: Received) -> Received:
    clean: dict[str, str] = {}
    notes = list(received.notes)
    for label, words in received.answers.items():
        clean[label], more = without_personal_data(words)
        notes += more
    text, more = without_personal_data(received.text)
    return Received(clean, text, [*notes, *more])
