"""Turn an issue into drafts, for .github/workflows/story.yml: read GITHUB_EVENT_PATH, write a proposal.

    issue_to_draft.py PROPOSAL

What was typed and what was attached is untrusted data. It is read from the event's JSON and from GitHub,
and passed on in a file, which neither a shell nor a GitHub expression interprets.

Prints "why=", and behind it one word if there is nothing to propose: see `Why`.
"""

import json
import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from attachments import PICTURE, attachments_in, without
from file_to_draft import Sent, account, fetch, with_files, write
from proposal import write_proposal

from ideas_hub.checks import reports
from ideas_hub.commands.check import SUMMARY, problems_in
from ideas_hub.commands.new import drafts_of_issue
from ideas_hub.drafting.issue_form import LABEL, form_of
from ideas_hub.drafting.plain_text import one_line, strip_hidden
from ideas_hub.drafting.writing import write_draft
from ideas_hub.repository.load import read_hub

ROOT = Path(__file__).resolve().parents[2]
STORY, FILE = "A story from the form, #{number}", "From a file, #{number}"
WELCOME = """\
{what} in #{number}. Nothing is published until an editor merges it.

For the editor:

1. Read it against the style guide, in the tab "Files changed". The pencil there opens the editor.
2. Fix what the check below lists, and decide about the rest.
3. Ask in #{number} for what is missing. Ask for a picture in private, never there: issues are public, and so is all \
that a picture hides.
4. {ready}

Closes #{number}
"""
FROM_FORM = "This draft was made from the form"
FROM_FILE = "This was made from what was attached"
READY = 'Press "Ready for review". That starts the checks of the whole site.'
UNFINISHED = (
    "A story from a file says `draft: true`, and is not published before somebody deletes that line. "
    f"Delete it where a story is ready. {READY}"
)
PICTURES = (
    "There are pictures in the issue, which are public with all that they hide. "
    "Save them, and take them out of its text: the three dots, Edit."
)


class Why(StrEnum):
    """Why there is nothing to propose."""

    NOTHING = "nothing"
    """There are no answers, and no file."""

    REFUSED = "refused"
    """No file can be used."""

    THERE = "there"
    """All of it is in the hub already, or a file that somebody has worked on is in its place."""


class Drafts(NamedTuple):
    """What an issue became: the paths of what is to be proposed, and words about it in Markdown."""

    files: list[str]
    text: str
    why: Why | None = None


def drafts_of(event: dict[str, object], root: Path, repository: str) -> Drafts:
    """Write the drafts of an event's issue."""
    issue = event["issue"] if isinstance(event["issue"], dict) else {}
    number, typed = int(issue.get("number") or 0), strip_hidden(str(issue.get("body") or ""))
    hub, _ = read_hub(root)
    attached = attachments_in(typed, repository)
    words = without(attached, typed).encode()
    stories = drafts_of_issue(words, hub, form_of(root)) if label_of(event) == LABEL else []
    sent, notes = fetch(attached, hub)
    files: list[str] = []
    for story in stories:
        whole, sent = with_files(story, sent, hub)
        files.append(write_draft(whole, root).relative_to(root).as_posix())
        notes += whole.editor_notes
    files += write(sent, root)
    notes += [PICTURES] if PICTURE.search(typed) else []
    if not files:
        return Drafts([], without_drafts(sent, notes), why_nothing(sent))
    check = reports.summary_report(problems_in(root, [root / file for file in files]))
    return Drafts(files, request_text(number, sent, notes, check, is_story=bool(stories)))


def label_of(event: dict[str, object]) -> str:
    """Return the label that was given."""
    label = event.get("label")
    return str(label.get("name")) if isinstance(label, dict) else ""


def why_nothing(sent: Sequence[Sent]) -> Why:
    """Return why nothing became of the files."""
    if any(one.said for one in sent):
        return Why.THERE
    return Why.REFUSED if sent else Why.NOTHING


def without_drafts(sent: Sequence[Sent], notes: Sequence[str]) -> str:
    """Return the words about an issue that nothing became of."""
    return f"## Nothing to propose\n\n{_as_code([*account(sent), *notes])}"


def request_text(number: int, sent: Sequence[Sent], notes: Sequence[str], check: str, *, is_story: bool) -> str:
    """Return the text of the pull request, in Markdown.

    number: of the issue.
    notes: what only a person can decide.
    check: the check's summary, in which typed text is escaped.
    is_story: whether the questions of the form were answered.
    """
    ready = UNFINISHED if any(one.brought.drafts for one in sent) else READY
    welcome = WELCOME.format(what=FROM_FORM if is_story else FROM_FILE, number=number, ready=ready)
    files = f"## What became of each file\n\n{_as_code([*account(sent)])}\n" if sent else ""
    left = f"## Left to a person\n\n{_as_code(notes)}\n" if notes else ""
    return f"{welcome}\n{files}{left}{check}"


def _as_code(rows: Sequence[str]) -> str:
    """Return rows, indented as they are, as a block of code: no mentions, no links."""
    indents = (" " * (len(row) - len(row.lstrip(" "))) for row in rows)
    return "".join(f"    {indent}{one_line(row)}\n" for indent, row in zip(indents, rows, strict=True))


def main() -> int:
    """Write the proposal, or to the summary of the job why there is none."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    drafts = drafts_of(event, ROOT, os.environ["GITHUB_REPOSITORY"])
    if drafts.why:
        Path(os.environ[SUMMARY]).write_text(drafts.text, encoding="utf-8")
    else:
        is_story, number = label_of(event) == LABEL, int(event["issue"]["number"])
        changes = {file: (ROOT / file).read_bytes() for file in drafts.files}
        title = (STORY if is_story else FILE).format(number=number)
        branch = f"{'story' if is_story else 'file'}-{number}"
        write_proposal(Path(sys.argv[1]), branch, title, drafts.text, changes)
    print(f"why={drafts.why or ''}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
