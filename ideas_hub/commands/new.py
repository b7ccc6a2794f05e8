"""scripts/new: draft case studies from answers in the terminal, a spreadsheet or an issue, and write their files."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

if __name__ == "__main__":  # the imports below take a second, and Ctrl+C may come in it
    from ideas_hub.commands.ending import end_at_ctrl_c

    end_at_ctrl_c()

from ideas_hub.checks import reports
from ideas_hub.commands.check import ROOT, problems_in
from ideas_hub.commands.ending import ended, uninterrupted
from ideas_hub.drafting import asking, draft, issue_form, table
from ideas_hub.drafting.draft import Draft, build_draft
from ideas_hub.drafting.questions import form_questions, questions
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.problem import printable
from ideas_hub.repository.load import read_hub

READ_IT = "Next: open the file and read it through. Then run scripts/check, and scripts/serve to see the page."
UNFINISHED = "Each file says draft: true. Delete that line when the story is ready: until then it is not published."


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Write the drafts and print the next steps; return 1 if nothing was written, 2 if a file does not exist."""
    options = _options(arguments)
    hub, _ = read_hub(root)
    if options.write_forms:
        (root / issue_form.FORM).write_bytes(issue_form.story_form(form_questions(hub)).encode())
        sys.stdout.write(f"Written: {issue_form.FORM}\n")
        return 0
    source: Path | None = options.from_csv or options.from_issue
    if source and not os.path.isfile(source):  # noqa: PTH113 a Path raises an error for a name that is too long
        sys.stderr.write(f"There is no file {printable(str(source))}.\n")
        return 2
    if source and not os.access(source, os.R_OK):
        sys.stderr.write(f"{printable(str(source))} may not be read.\n")
        return 1
    if source is None:
        drafts = drafts_of_answers(hub)
    elif options.from_csv:
        drafts = drafts_of_table(source, hub)
    else:
        drafts = drafts_of_issue(source.read_bytes(), hub, issue_form.form_of(root))
    with uninterrupted():
        paths = [draft.write_draft(one, root) for one in drafts]
    sys.stdout.write(_next_steps(drafts, paths, root))
    return 0 if paths else 1


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/new",
        description="Make the file of a new case study: from your answers, a spreadsheet or an issue.",
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--from-csv",
        type=Path,
        metavar="FILE",
        help=f"make a draft of each row; the site has the empty spreadsheet, at {addresses.TEMPLATE}",
    )
    source.add_argument("--from-issue", type=Path, metavar="FILE", help="make a file from the text of the issue form")
    source.add_argument(
        "--write-forms", action="store_true", help="make GitHub's form for stories again, with all there is to choose"
    )
    return parser.parse_args(arguments)


def drafts_of_answers(hub: Hub) -> list[Draft]:
    """Ask in the terminal; return one draft, unfinished if the writer stopped early, or none without any answer."""
    asked = questions(hub)
    words: dict[str, str] = {}
    stopped = False
    at_ctrl_c = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        asking.ask_all(asked, lambda text: print(text, flush=True), input, words)  # noqa: T201 the command talks
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\nStopped. What you answered so far is kept.\n" if words else "\nStopped.\n")
        stopped = True
    finally:
        signal.signal(signal.SIGINT, at_ctrl_c)
    return [build_draft(words, asked, unfinished=stopped)] if words else []


def drafts_of_table(source: Path, hub: Hub) -> list[Draft]:
    """Return an unfinished draft of each row, so that none is published by mistake."""
    asked = questions(hub)
    rows, problems = table.read_rows(source.read_bytes(), asked, source.name)
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    return [build_draft(row, asked, unfinished=True) for row in rows]


def drafts_of_issue(raw: bytes, hub: Hub, form: bytes = b"") -> list[Draft]:
    """Return the draft in the text of an issue, or none if the text is not from the form.

    form: as it is in the repository, which may be older than the questions.
    """
    asked = form_questions(hub)
    text = raw.decode("utf-8", "replace")
    words = issue_form.read_issue(text, asked, issue_form.PROMISES, issue_form.labels_in_form(form))
    if not any(words.values()):
        sys.stderr.write("This is not the text of the form: none of its questions is in it.\n")
        return []
    return [build_draft(words, asked)]


def _next_steps(drafts: Sequence[Draft], paths: list[Path], root: Path) -> str:
    if not paths:
        return "Nothing was written.\n"
    rows = []
    for one, path in zip(drafts, paths, strict=True):
        rows.append(f"Written: {path.relative_to(root).as_posix()}")
        rows += (f"  For an editor to decide: {printable(note)}" for note in one.editor_notes)
    steps = [READ_IT, *([UNFINISHED] if any(one.values.get("draft") for one in drafts) else [])]
    return "\n".join([*rows, "", reports.text_report(problems_in(root, paths)), "", *steps, ""])


if __name__ == "__main__":
    raise SystemExit(ended(main))
