"""Turn an issue into a draft, for .github/workflows/story.yml: read GITHUB_EVENT_PATH, write GITHUB_OUTPUT.

The form's answers are untrusted data. They are read from the event's JSON and passed on as base64,
which neither a shell nor a GitHub expression can interpret.
"""

import base64
import json
import os
import sys
from pathlib import Path

from ideas_hub.checks import reports
from ideas_hub.commands.check import problems_in
from ideas_hub.commands.new import drafts_of_issue
from ideas_hub.drafting import draft
from ideas_hub.drafting.draft import Draft
from ideas_hub.drafting.plain_text import one_line
from ideas_hub.repository.load import read_hub

ROOT = Path(__file__).resolve().parents[2]
MAX_OUTPUT = 90_000  # characters of base64; an environment variable can hold 128 KiB
MAX_BODY = 60_000  # characters; a pull request can have 65,536
WELCOME = """\
This draft was made from the form in #{number}. Nothing of it is published until an editor merges it.

For the editor:

1. Read it against the style guide, in the tab "Files changed". The pencil there opens the editor.
2. Mend what the check below names, and decide what is left to a person.
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
    drafts = drafts_of_issue(str(issue.get("body") or "").encode("utf-8", "replace"), read_hub(root)[0])
    if not drafts:
        return None
    path = draft.write_draft(drafts[0], root)
    return path, request_text(drafts[0], int(issue["number"]), reports.summary_report(problems_in(root, [path])))


def request_text(one: Draft, number: int, check: str) -> str:
    """Return the text of the pull request, in Markdown.

    number: of the issue.
    check: the check's summary, in which typed text is escaped.
    """
    notes = "".join(f"    {one_line(note)}\n" for note in one.editor_notes)  # as code: no mentions, no links
    left = f"## Left to a person\n\n{notes}\n" if notes else ""
    return f"{WELCOME.format(number=number)}\n{left}{check}"[:MAX_BODY]


def main() -> int:
    """Write the step's outputs `file`, `text` and `request`; return 1 if there is no draft."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    proposal = story(event, ROOT)
    if proposal is None:
        return 1
    path, body = proposal
    text, request = (base64.b64encode(content).decode() for content in (path.read_bytes(), body.encode()))
    if max(len(text), len(request)) > MAX_OUTPUT:
        print(
            "The story is too long for a draft made by a program. An editor can read it in the issue.", file=sys.stderr
        )
        return 1
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as file:
        file.write(f"file={path.relative_to(ROOT).as_posix()}\ntext={text}\nrequest={request}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
