"""A file that somebody sends -> drafts, whatever it is: a table, a document, a page or a text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from ideas_hub.drafting.documents import Received, draft_of, read_text, read_word
from ideas_hub.drafting.draft import Draft
from ideas_hub.drafting.page_map import PageMap
from ideas_hub.drafting.pages import drafts_of_pages
from ideas_hub.drafting.questions import Question, questions
from ideas_hub.drafting.table import drafts_of_rows, read_answers
from ideas_hub.importing.archives import OF_WORD, START, member_names
from ideas_hub.importing.page_facts import Page, split_page
from ideas_hub.importing.refused_file import RefusedFileError, refuse_if_large
from ideas_hub.importing.sheets import MOST_BYTES_OF_TEXT, table_of
from ideas_hub.importing.text_encoding import decode, is_text
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem

OTHER_KIND = "file-kind"
NAMED_AFTER = "The document has no title, so it is named after its file."
IN_WORD = "If it is a story, save it as a Word document (.docx), or copy its words into one."


class Brought(NamedTuple):
    """What a file became: unfinished drafts, what a person should know of all of it, and what was refused."""

    drafts: list[Draft]
    notes: list[str]
    problems: list[Problem]


def drafts_of_file(name: str, raw: bytes, hub: Hub) -> Brought:
    """Return the drafts in a file; one that is not read is a problem.

    name: its ending tells a page (.md) and a text (.txt) from a table; all else its content tells.
    """
    asked = questions(hub)
    try:
        if raw.startswith(START) and OF_WORD in member_names(raw):
            return _of_document(name, read_word(raw, asked), asked)
        if PurePath(name).suffix.casefold() in {".md", ".markdown", ".txt"}:
            return _of_text(name, raw, asked, hub)
        filled = read_answers(table_of(raw), asked, name)
    except RefusedFileError as refused:
        problem = refused.problem(name)
        more = IN_WORD if refused.rule == OTHER_KIND else ""
        return Brought([], [], [replace(problem, fix=" ".join(filter(None, [problem.fix, more])))])
    return Brought(drafts_of_rows(filled.rows, asked), filled.notes, filled.problems)


def _of_document(name: str, received: Received, asked: Sequence[Question]) -> Brought:
    if not received.answers and not received.text:
        return Brought([], received.notes, [Problem(name, 0, "there are no words in it.", rule="no-text")])
    answers = dict(received.answers)
    title = next(question.label for question in asked if question.wording.path == "title")
    if title not in answers:
        answers[title] = re.sub(r"[\W_]+", " ", PurePath(name).stem).strip().capitalize()
        received = received._replace(notes=[*received.notes, NAMED_AFTER])
    return Brought([draft_of(received, answers, asked)], [], [])


def _of_text(name: str, raw: bytes, asked: Sequence[Question], hub: Hub) -> Brought:
    refuse_if_large(len(raw), MOST_BYTES_OF_TEXT)
    decoded = decode(raw)
    if not is_text(decoded.text):
        raise RefusedFileError("this is no text.", rule=OTHER_KIND)
    facts, text, notes = split_page(decoded.text)
    said = [decoded.note] if decoded.note else []
    if facts:
        drafts, problems = drafts_of_pages([Page(name, facts, text, tuple(notes))], PageMap(), hub)
        return Brought(drafts, said, problems)
    brought = _of_document(name, read_text(text, asked), asked)
    return brought._replace(notes=[*said, *brought.notes])
