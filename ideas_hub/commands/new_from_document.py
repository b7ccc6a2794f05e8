"""scripts/new --from-docx FILE: a draft from a document, after the questions that it leaves open."""

import sys
from collections.abc import Sequence
from pathlib import Path

from ideas_hub.commands.conversation import converse
from ideas_hub.commands.ending import uninterrupted
from ideas_hub.commands.next_steps import import_report
from ideas_hub.commands.refusing import refuse
from ideas_hub.drafting import asking
from ideas_hub.drafting.documents import Received, draft_of, read_word
from ideas_hub.drafting.questions import Question, questions
from ideas_hub.drafting.updating import write_drafts
from ideas_hub.importing import word
from ideas_hub.importing.refused_file import RefusedFileError, read_bytes
from ideas_hub.problem import printable
from ideas_hub.repository.load import read_hub


def new_from_document(source: Path, root: Path) -> int:
    """Write the draft of a document and print the next steps; return 1 if it is refused."""
    try:
        raw = read_bytes(source, word.MOST_BYTES)
        asked = questions(read_hub(root)[0])
        received = read_word(raw, asked)
    except RefusedFileError as refused:
        return refuse([refused.problem(source.name)])
    sys.stdout.write(_what_is_there(source.name, received))
    answers = dict(received.answers)
    converse(lambda say, read: asking.ask_all(_still_open(asked, received), say, read, answers), answers)
    drafts = [draft_of(received, answers, asked)]
    with uninterrupted():
        outcomes = write_drafts(drafts, root)
    sys.stdout.write(import_report(drafts, outcomes, root))
    return 0


def _what_is_there(name: str, received: Received) -> str:
    rows = [f"   {label}" for label in received.answers] + (["   The text"] if received.text else [])
    return printable(f"{name} has this:") + "\n" + "".join(f"{printable(row)}\n" for row in rows or ["   Nothing"])


def _still_open(asked: Sequence[Question], received: Received) -> list[Question]:
    """Return the questions without those for a part of the text that is needed, if there is a text."""
    return [question for question in asked if not (received.text and question.required and question.wording.heading)]
