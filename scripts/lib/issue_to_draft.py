"""Turn an issue into a draft, for .github/workflows/story.yml: read GITHUB_EVENT_PATH, write a proposal.

    issue_to_draft.py PROPOSAL

The form's answers are untrusted data. They are read from the event's JSON and passed on in a file,
which neither a shell nor a GitHub expression interprets.
"""

import json
import os
import sys
from pathlib import Path

from proposal import write_proposal

from ideas_hub.checks import reports
from ideas_hub.commands.check import problems_in
from ideas_hub.commands.new import drafts_of_issue
from ideas_hub.drafting.draft import Draft
from ideas_hub.drafting.issue_form import form_of
from ideas_hub.drafting.plain_text import one_line
from ideas_hub.drafting.writing import write_draft
from ideas_hub.repository.load import read_hub

ROOT = Path(__file__).resolve().parents[2]
WELCOME = """\
This draft was made from the form in #{number}. Nothing is published until an editor merges it.

For the editor:

1. Read it against the style guide, in the tab "Files changed". The pencil there opens the editor.
2. Fix what the check below lists, and decide about the rest.
3. Ask in #{number} for what is missing. Ask for a picture in private, never there: issues are public, and so is all \
that a picture hides.
4. Press "Ready for review". That starts the checks of the whole site.

Closes #{number}
"""


def story(event: dict[str, object], root: Path) -> tuple[Path, str] | None:
    """Write the draft of an event's issue, and return its path and the pull request's text.

    None if the issue is not from the form.
    """
    issue = event["issue"]
    if not isinstance(issue, dict):
        return None
    text = str(issue.get("body") or "").encode("utf-8", "replace")
    drafts = drafts_of_issue(text, read_hub(root)[0], form_of(root))
    if not drafts:
        return None
    path = write_draft(drafts[0], root)
    return path, request_text(drafts[0], int(issue["number"]), reports.summary_report(problems_in(root, [path])))


def request_text(one: Draft, number: int, check: str) -> str:
    """Return the text of the pull request, in Markdown.

    number: of the issue.
    check: the check's summary, in which typed text is escaped.
    """
    notes = "".join(f"    {one_line(note)}\n" for note in one.editor_notes)  # as code: no mentions, no links
    left = f"## Left to a person\n\n{notes}\n" if notes else ""
    return f"{WELCOME.format(number=number)}\n{left}{check}"


def main() -> int:
    """Write the proposal; return 1 if there is no draft."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    written = story(event, ROOT)
    if written is None:
        return 1
    path, body = written
    number = int(event["issue"]["number"])
    changes = {path.relative_to(ROOT).as_posix(): path.read_bytes()}
    write_proposal(Path(sys.argv[1]), f"story-{number}", f"A story from the form, #{number}", body, changes)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
