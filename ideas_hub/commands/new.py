"""scripts/new: make something new from answers in the terminal, or from files as people have them."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

if __name__ == "__main__":  # the imports below take a second; Ctrl+C may come in it, and no hostile file is worth it
    from ideas_hub.commands.ending import end_at_ctrl_c

    end_at_ctrl_c()

    from ideas_hub.commands.refusing import refuse_hostile_files

    refuse_hostile_files(sys.argv[1:])

from ideas_hub.commands.check import ROOT
from ideas_hub.commands.conversation import converse
from ideas_hub.commands.ending import ended, uninterrupted
from ideas_hub.commands.new_from_document import new_from_document
from ideas_hub.commands.new_from_pages import new_from_pages
from ideas_hub.commands.new_from_table import new_from_table
from ideas_hub.commands.next_steps import editor_notes, next_steps
from ideas_hub.commands.refusing import DOCUMENT_OPTION, TABLE_OPTIONS
from ideas_hub.drafting import asking, issue_form
from ideas_hub.drafting.data_records import CannotBeMadeError
from ideas_hub.drafting.draft import Draft, build_draft
from ideas_hub.drafting.issue_text import markdown_answers
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


def _folder(name: str) -> Path:
    """Return the path of a folder.  Raises ArgumentTypeError if there is none."""
    if not os.path.isdir(name):  # noqa: PTH112 a Path raises an error for a name that is too long
        raise argparse.ArgumentTypeError(f"there is no folder {printable(name)}")
    return Path(name)


SOURCES = (
    (
        TABLE_OPTIONS,
        "FILE",
        Path,
        f"make a draft of each row of a table (.xlsx, CSV), or update it; the empty table is at {addresses.TEMPLATE}",
    ),
    ((DOCUMENT_OPTION,), "FILE", Path, "make a draft of a document (.docx), and ask what it leaves open"),
    (("--from-markdown",), "FOLDER", _folder, "make drafts of pages that were made for another system"),
    (("--from-issue",), "FILE", Path, "make a file from the text of the issue form"),
)
MAP = "what those pages call their facts and terms; without it, one to fill in is printed"


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Write the drafts and print the next steps; return 1 if nothing was written, 2 without such a file or kind."""
    options = _options(arguments)
    for source in (options.from_table, options.from_docx, options.from_issue, options.map):
        if status := _missing(source):
            return status
    if options.from_table:
        return new_from_table(options.from_table, root)
    if options.from_docx:
        return new_from_document(options.from_docx, root)
    if options.from_markdown:
        return new_from_pages(options.from_markdown, options.map, root)
    return _from_words(options, root)


def _from_words(options: argparse.Namespace, root: Path) -> int:
    """Make something new of answers in the terminal or in an issue, or the forms that ask for them."""
    hub, problems = read_hub(root)
    if options.write_forms:
        for file, text in issue_form.issue_forms(hub).items():
            (root / file).write_bytes(text.encode())
            sys.stdout.write(f"Written: {file}\n")
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
    parser = argparse.ArgumentParser(prog="scripts/new", description=__doc__.partition(": ")[2])
    source = parser.add_mutually_exclusive_group()
    kinds = ", ".join(kind.id for kind in NEW_KINDS)
    source.add_argument("kind", nargs="?", metavar="KIND", help=f"what to make, without being asked: {kinds}")
    for names, metavar, kind, words in SOURCES:
        source.add_argument(*names, type=kind, metavar=metavar, help=words)
    parser.add_argument("--map", type=Path, metavar="FILE", help=MAP)
    source.add_argument("--write-forms", action="store_true", help="make GitHub's forms for stories again")
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

    def ask(say: asking.Say, read: asking.Read) -> None:
        nonlocal kind, asked
        kind = kind or asking.ask_which(say, read)
        asked = questions_about(kind, hub, root, problems)
        asking.ask_all(asked, say, read, words)

    stopped = converse(ask, words)
    if not kind or not any(words.values()):
        return []
    one = build_draft(words, asked, unfinished=stopped, kind=kind)
    if kind.can_wait or not asking.left_open(asked, words):
        return [one]
    sys.stdout.write(NOT_YET.format(kind=kind.name) + KEPT.format(text=one.text.rstrip()))
    return []


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
    clean, notes = markdown_answers(words, asked)
    draft = build_draft(clean, asked, is_markdown=True)
    return [replace(draft, editor_notes=(*draft.editor_notes, *notes))]


def _report(drafts: Sequence[Draft], paths: Sequence[Path], root: Path) -> str:
    if not paths:
        return "Nothing was written.\n"
    rows = []
    for one, path in zip(drafts, paths, strict=True):
        rows += [f"Written: {path.relative_to(root).as_posix()}", *editor_notes(one)]
    return "\n".join([*rows, "", next_steps(drafts, paths, root)])


if __name__ == "__main__":
    raise SystemExit(ended(main))
