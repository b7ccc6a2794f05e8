"""Files that came with an issue become drafts, and words on what became of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from attachments import MOST_FILES, Attachment, download

from ideas_hub.drafting.draft import Draft, in_order
from ideas_hub.drafting.files import Brought, drafts_of_file
from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.updating import DRAFT, Outcome, What, write_drafts
from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.model.hub import Hub
from ideas_hub.problem import first_of_each_kind

PART = re.compile(r"^## (.+)\n", re.MULTILINE)
IN_ANSWERS = "It is in the story: its words stand below the answers, under the same headings."
OTHERWISE = "A file says otherwise for {fields}. The story has what was answered."
NO_STORY = "There is no story in it."
TOO_MANY = "Only the first {most} files are read. Send the others in a form of their own: {names}."
SAID = {
    What.WRITTEN: "Written: {file}.",
    What.UPDATED: "Brought up to date: {file}.",
    What.UNCHANGED: "In the hub already, just as it is here: {file}.",
}
KEPT = {
    True: "Kept as it is, as somebody has worked on it: {file}. This one says something else for: {fields}.",
    False: "Kept as it is, as it is no draft any more: {file}. This one says something else for: {fields}.",
}


class Sent(NamedTuple):
    """A file that came with an issue.  said: what became of it, a sentence or two each."""

    name: str
    brought: Brought
    said: list[str]


def fetch(attachments: Sequence[Attachment], hub: Hub) -> tuple[list[Sent], list[str]]:
    """Return what is in the first files, and a note on those that are not read."""
    sent = [Sent(one.name, _brought(one, hub), []) for one in attachments[:MOST_FILES]]
    others = ", ".join(one.name for one in attachments[MOST_FILES:])
    return sent, [TOO_MANY.format(most=MOST_FILES, names=others)] if others else []


def _brought(attachment: Attachment, hub: Hub) -> Brought:
    try:
        return drafts_of_file(attachment.name, download(attachment.address), hub)
    except RefusedFileError as refused:
        return Brought([], [], [refused.problem(attachment.name)])


def with_files(story: Draft, sent: Sequence[Sent], hub: Hub) -> tuple[Draft, list[Sent]]:
    """Return a story with the files that tell one, and all files; those that are in it have no draft of their own.

    What was answered counts, and the texts of the files go below the answers.
    """
    headings = [question.wording.heading for question in questions(hub)]
    rest: list[Sent] = []
    for one in sent:
        if len(one.brought.drafts) == 1:
            story = _with_draft(story, one.brought.drafts[0], headings)
            rest.append(Sent(one.name, one.brought._replace(drafts=[]), [IN_ANSWERS]))
        else:
            rest.append(one)
    return story, rest


def _with_draft(story: Draft, other: Draft, headings: Sequence[str]) -> Draft:
    facts = {name: value for name, value in other.values.items() if name != DRAFT and value is not None}
    given = {name: value for name, value in story.values.items() if value is not None}
    fields = ", ".join(name for name in facts if given.get(name, facts[name]) != facts[name])
    notes = [OTHERWISE.format(fields=fields)] if fields else []
    return replace(
        story,
        values=in_order({**facts, **given}, story.kind),
        body=_joined((story.body, other.body), headings),
        editor_notes=(*story.editor_notes, *other.editor_notes, *notes),
    )


def _joined(bodies: Sequence[str], headings: Sequence[str]) -> str:
    """Return texts as one: what has one heading below it, in the order of headings, and others behind."""
    parts: dict[str, list[str]] = {"": [], **{heading: [] for heading in headings}}
    for body in bodies:
        first, *rest = PART.split(body)
        for heading, words in (("", first), *zip(rest[::2], rest[1::2], strict=True)):
            parts.setdefault(heading, []).extend(filter(None, [words.strip()]))
    rows = [row for heading, words in parts.items() if words for row in ([f"## {heading}"] if heading else []) + words]
    return "\n\n".join(rows) + "\n" if rows else ""


def write(sent: Sequence[Sent], root: Path) -> list[str]:
    """Write the drafts of files, say of each what became of it, and return the paths of what is to be proposed."""
    proposed: dict[str, None] = {}
    for one in sent:
        outcomes = write_drafts(one.brought.drafts, root)
        for draft, outcome in zip(one.brought.drafts, outcomes, strict=True):
            one.said.append(_sentence(outcome))
            if outcome.what in {What.WRITTEN, What.UPDATED}:
                proposed[outcome.file] = None
                one.said.extend(f"  For an editor: {note}" for note in draft.editor_notes)
    return list(proposed)


def _sentence(outcome: Outcome) -> str:
    words = KEPT[outcome.is_draft] if outcome.what is What.KEPT else SAID[outcome.what]
    return words.format(file=outcome.file, fields=", ".join(outcome.fields))


def account(sent: Sequence[Sent]) -> Iterator[str]:
    """Yield rows that say what became of each file, with words of theirs that are still to be made safe."""
    for one in sent:
        refused = (" ".join((one.full_message, *one.advice())) for one in first_of_each_kind(one.brought.problems))
        rows = [*one.said, *(f"Not used: {words}" for words in refused), *one.brought.notes]
        yield one.name
        yield from (f"  {row}" for row in rows or [NO_STORY])
