"""scripts/new: make something new from answers in the terminal, or case studies from a spreadsheet or an issue."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

if __name__ == "__main__":  # the imports below take a second; Ctrl+C may come in it, and no hostile file is worth it
    from ideas_hub.commands.ending import end_at_ctrl_c

    end_at_ctrl_c()

    from ideas_hub.commands.refusing import refuse_hostile_tables

    refuse_hostile_tables(sys.argv[1:])

from ideas_hub.commands.check import ROOT
from ideas_hub.commands.ending import ended, uninterrupted
from ideas_hub.commands.new_from_table import new_from_table
from ideas_hub.commands.next_steps import editor_notes, next_steps
from ideas_hub.drafting import asking, issue_form
from ideas_hub.drafting.data_records import CannotBeMadeError
from ideas_hub.drafting.draft import Draft, build_draft
from ideas_hub.drafting.kinds import NEW_KINDS
from ideas_hub.drafting.questions import Question, form_questions
from ideas_hub.drafting.writing import questions_about, write_draft
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem, printable
from ideas_hub.repository.load import read_hub

KEPT = """
This is what you answered, to keep:

{text}

"""
NOT_YET = "\nSome answers are missing, and a {kind} cannot wait half done as a draft can.\n"


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Write the drafts and print the next steps; return 1 if nothing was written, 2 without such a file or kind."""
    options = _options(arguments)
    if status := _missing(options.from_table or options.from_issue):
        return status
    if options.from_table:
        return new_from_table(options.from_table, root)
    hub, problems = read_hub(root)
    if options.write_forms:
        (root / issue_form.FORM).write_bytes(issue_form.story_form(form_questions(hub)).encode())
        sys.stdout.write(f"Written: {issue_form.FORM}\n")
        return 0
    if options.kind and not asking.kind_named(options.kind):
        sys.stderr.write(f"{asking.no_such_kind(options.kind)}\n")
        return 2
    try:
        drafts = _drafts(options, hub, root, problems)
        paths = _write(drafts, hub, root)
    except CannotBeMadeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(_report(drafts, paths, root))
    return 0 if paths else 1


def _missing(source: Path | None) -> int:
    """Say why a file cannot be read, and return the exit status for it; 0 if it can."""
    if source and not os.path.isfile(source):  # noqa: PTH113 a Path raises an error for a name that is too long
        sys.stderr.write(f"There is no file {printable(str(source))}.\n")
        return 2
    if source and not os.access(source, os.R_OK):
        sys.stderr.write(f"{printable(str(source))} may not be read.\n")
        return 1
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/new",
        description="Make something new from your answers, or case studies from a spreadsheet or an issue.",
    )
    source = parser.add_mutually_exclusive_group()
    kinds = ", ".join(kind.id for kind in NEW_KINDS)
    source.add_argument("kind", nargs="?", metavar="KIND", help=f"what to make, without being asked: {kinds}")
    source.add_argument(
        "--from-table",
        "--from-csv",
        type=Path,
        metavar="FILE",
        help="make a draft of each row of a spreadsheet (.xlsx, CSV), or bring the drafts of its rows up to date; "
        f"the site has the empty one, at {addresses.TEMPLATE}",
    )
    source.add_argument("--from-issue", type=Path, metavar="FILE", help="make a file from the text of the issue form")
    source.add_argument(
        "--write-forms", action="store_true", help="make GitHub's form for stories again, with all there is to choose"
    )
    return parser.parse_args(arguments)


def _write(drafts: Sequence[Draft], hub: Hub, root: Path) -> list[Path]:
    """Write the drafts and return their files; print the text of those that cannot be written."""
    paths: list[Path] = []
    try:
        with uninterrupted():
            for one in drafts:
                paths.append(write_draft(one, root, hub.figures))  # noqa: PERF401 those written stay known
    except (CannotBeMadeError, OSError):
        sys.stdout.write("".join(KEPT.format(text=one.text.rstrip()) for one in drafts[len(paths) :]))
        raise
    return paths


def _drafts(options: argparse.Namespace, hub: Hub, root: Path, problems: Sequence[Problem]) -> list[Draft]:
    if options.from_issue:
        return drafts_of_issue(options.from_issue.read_bytes(), hub, issue_form.form_of(root))
    return drafts_of_answers(hub, root, problems, options.kind or "")


def drafts_of_answers(hub: Hub, root: Path, problems: Sequence[Problem], name: str = "") -> list[Draft]:
    """Ask in the terminal; return one draft, unfinished if the writer stopped early, or none without any answer.

    problems: those that keep content from the hub.
    name: of the kind; asked for if empty.
    Raises CannotBeMadeError.
    """
    words: dict[str, str] = {}
    kind = asking.kind_named(name) if name else None
    asked: tuple[Question, ...] = ()
    stopped = False
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    at_ctrl_c = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        kind = kind or asking.ask_which(_say, input)
        asked = questions_about(kind, hub, root, problems)
        asking.ask_all(asked, _say, input, words)
    except (EOFError, KeyboardInterrupt):
        stopped = True
        sys.stderr.write("\nStopped. What you answered so far is kept.\n" if any(words.values()) else "\nStopped.\n")
    finally:
        signal.signal(signal.SIGINT, at_ctrl_c)
    if not kind or not any(words.values()):
        return []
    one = build_draft(words, asked, unfinished=stopped, kind=kind)
    if kind.can_wait or not asking.left_open(asked, words):
        return [one]
    sys.stdout.write(NOT_YET.format(kind=kind.name) + KEPT.format(text=one.text.rstrip()))
    return []


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 the command talks


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


def _report(drafts: Sequence[Draft], paths: Sequence[Path], root: Path) -> str:
    if not paths:
        return "Nothing was written.\n"
    rows = []
    for one, path in zip(drafts, paths, strict=True):
        rows += [f"Written: {path.relative_to(root).as_posix()}", *editor_notes(one)]
    return "\n".join([*rows, "", next_steps(drafts, paths, root)])


if __name__ == "__main__":
    raise SystemExit(ended(main))
