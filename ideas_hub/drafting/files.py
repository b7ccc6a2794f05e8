"""A file that somebody sends -> drafts, whatever it is: a table, a document, a page or a text."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from ideas_hub.drafting.documents import draft_of, read_text, read_word
from ideas_hub.drafting.draft import Draft, build_draft
from ideas_hub.drafting.page_map import PageMap
from ideas_hub.drafting.pages import drafts_of_pages
from ideas_hub.drafting.questions import Question, questions
from ideas_hub.drafting.table import read_answers
from ideas_hub.importing.archives import START, member_names
from ideas_hub.importing.page_facts import Page, split_page
from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.importing.sheets import table_of
from ideas_hub.importing.text_encoding import decode
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem

OF_WORD = "word/document.xml"


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
            received = read_word(raw, asked)
            return Brought([draft_of(received, received.answers, asked)], [], [])
        if PurePath(name).suffix.casefold() in {".md", ".markdown", ".txt"}:
            return _of_text(name, raw, asked, hub)
        filled = read_answers(table_of(raw), asked, name)
    except RefusedFileError as refused:
        return Brought([], [], [refused.problem(name)])
    drafts = [build_draft(row.answers, asked, unfinished=True) for row in filled.rows]
    return Brought(drafts, filled.notes, filled.problems)


def _of_text(name: str, raw: bytes, asked: Sequence[Question], hub: Hub) -> Brought:
    decoded = decode(raw)
    facts, text, notes = split_page(decoded.text)
    said = [decoded.note] if decoded.note else []
    if facts:
        drafts, problems = drafts_of_pages([Page(name, facts, text, tuple(notes))], PageMap(), hub)
        return Brought(drafts, said, problems)
    received = read_text(text, asked)
    return Brought([draft_of(received, received.answers, asked)], said, [])
