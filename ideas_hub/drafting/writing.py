"""Writes a draft: a new file under a name that no other has, or one more record in a data file."""

from collections.abc import Container, Iterable
from pathlib import Path

from ideas_hub.drafting.data_records import MISTAKES, CannotBeMadeError, columns_of, with_record
from ideas_hub.drafting.draft import Draft, free_name
from ideas_hub.drafting.kinds import TERM_FOLDERS, NewKind
from ideas_hub.drafting.questions import Question, lists_needed, questions
from ideas_hub.editing.changes import apply_changes
from ideas_hub.model.hub import Hub
from ideas_hub.model.row_kinds import ROW_KINDS_BY_FILE
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.documents import NOT_DOCUMENTS
from ideas_hub.reading.files import file_names, is_there, read_file
from ideas_hub.reading.unknown_ids import LISTED_IN


def questions_about(kind: NewKind, hub: Hub, root: Path, problems: Iterable[Problem] = ()) -> tuple[Question, ...]:
    """Return what to ask about a new one of a kind, in this repository.

    problems: those that keep content from the hub.
    Raises CannotBeMadeError without anything to choose from where a choice is needed, or if its data file has mistakes.
    """
    if any(problem.file == kind.file and problem.severity is Severity.MUST_FIX for problem in problems):
        raise CannotBeMadeError(MISTAKES.format(file=kind.file))
    for what in lists_needed(hub, kind):
        message = f"A new {kind.name} has to name one of the {what}, and there are none yet: {LISTED_IN[what]}."
        raise CannotBeMadeError(message)
    asked = questions(hub, kind)
    rows = ROW_KINDS_BY_FILE.get(kind.file)
    columns = columns_of(rows, _content(root, kind.file)) if rows else ()
    return tuple(question for question in asked if not columns or question.wording.path in columns)


def _content(root: Path, file: str) -> bytes:
    """Return the bytes of a data file; none if it is not there.  Raises CannotBeMadeError if it is no ordinary file."""
    content = read_file(root, file) if is_there(root, file) else b""
    if isinstance(content, Problem):
        raise CannotBeMadeError(MISTAKES.format(file=file))
    return content


def write_draft(draft: Draft, root: Path, taken: Container[str] = ()) -> Path:
    """Write a draft, and return the path of its file.

    taken: ids that no record of a data file may have.
    Raises CannotBeMadeError if the data file cannot take it.
    """
    if not draft.kind.kind:
        apply_changes(root, {draft.kind.file: with_record(draft, _content(root, draft.kind.file), taken)})
        return root / draft.kind.file
    path = root / free_file(draft, names_taken(draft.kind, root))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(draft.text)
    return path


def free_file(draft: Draft, taken: Iterable[str]) -> str:
    """Return the path, from the root, of a new file for a document: named after its title, with no name that is taken.

    taken: names of files.
    """
    return f"{draft.kind.folder}/{free_name(draft.slug, {name.removesuffix('.md') for name in taken})}.md"


def names_taken(kind: NewKind, root: Path) -> set[str]:
    """Return the names of files that a new document of a kind may not have."""
    folders = TERM_FOLDERS if kind.folder in TERM_FOLDERS else (kind.folder,)
    return {*NOT_DOCUMENTS, *(name for one in folders for name in file_names(root, one))}
