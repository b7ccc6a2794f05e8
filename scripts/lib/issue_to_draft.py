"""Turns the issue of an event into a draft, for .github/workflows/story.yml: reads GITHUB_EVENT_PATH, writes GITHUB_OUTPUT.

What somebody typed into the form is data from end to end.  It is read here from the event's JSON, and leaves as base64,
whose letters no shell and no expression of GitHub's can take for anything else.
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
from ideas_hub.repository.assemble import read_hub

ROOT = Path(__file__).resolve().parents[2]
LONGEST_OUTPUT = 90_000  # of base64; a variable of the environment can hold 128 KiB
LONGEST_BODY = 60_000  # letters; a pull request's text can have 65,536
WELCOME = """\
This draft was made from the form in #{number}. Nothing of it is published until an editor merges it.

For the editor:

1. Read it against the style guide, in the tab "Files changed". The pencil there opens the editor.
2. Mend what the check below names, and decide what is left to a person.
3. Ask in #{number} for what is missing. Ask for a picture in private, never there: issues are public, and so is all that a picture hides.
4. Press "Ready for review". That starts the checks of the whole site.

Closes #{number}
"""


def story(event: dict[str, object], root: Path) -> tuple[Path, str] | None:
    """Write the draft of an event's issue and return its file and the text of its pull request; None when it is not the form's."""
    issue = event["issue"]
    if not isinstance(issue, dict):
        return None
    drafts = drafts_of_issue(str(issue.get("body") or "").encode("utf-8", "replace"), read_hub(root)[0])
    if not drafts:
        return None
    path = draft.write_draft(drafts[0], root)
    return path, request_text(drafts[0], int(issue["number"]), reports.summary_report(problems_in(root, [path])))


def request_text(made: Draft, number: int, check: str) -> str:
    """Return the text of the pull request.  check: what the check found, as Markdown in which nothing typed can act as mark-up."""
    notes = "".join(
        f"    {one_line(note)}\n" for note in made.for_a_person
    )  # four spaces make it code: it mentions and links nobody
    left = f"## Left to a person\n\n{notes}\n" if notes else ""
    return f"{WELCOME.format(number=number)}\n{left}{check}"[:LONGEST_BODY]


def main() -> int:
    """Write the outputs `file`, `text` and `request` of the step; return 1 when there is nothing to draft."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    made = story(event, ROOT)
    if made is None:
        return 1
    path, body = made
    encoded = {"text": path.read_bytes(), "request": body.encode()}
    outputs = {name: base64.b64encode(content).decode() for name, content in encoded.items()}
    if max(map(len, outputs.values())) > LONGEST_OUTPUT:
        print(
            "The story is too long for a draft made by a program. An editor can read it in the issue.", file=sys.stderr
        )
        return 1
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as file:
        file.write(
            "".join(
                f"{name}={value}\n" for name, value in {"file": path.relative_to(ROOT).as_posix(), **outputs}.items()
            )
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
