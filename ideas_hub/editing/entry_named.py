"""Find the entry that an editor means by a name or a file."""

from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.problem import nearest, printable
from ideas_hub.repository.raw_content import RawContent


class CannotBeDoneError(Exception):
    """Why an entry cannot be changed, in one sentence or two."""


def entry_named(raw: RawContent, name: str) -> Document[Any]:
    """Return the entry with an id or a file, such as `soldering` or `case_studies/soldering.md`.

    Raises CannotBeDoneError if there is none, if there are several, or if its file has mistakes.
    """
    entries = [entry for kind in ENTRY_KINDS for entry in raw.documents[kind.id]]
    named = [entry for entry in entries if name in {entry.id, entry.file}]
    if len(named) > 1:
        raise CannotBeDoneError(f"There are several: name one of {', '.join(entry.file for entry in named)}.")
    if named:
        return named[0]
    broken = {one.file for one in raw.broken}
    files = [f"{kind.folder}/{name}.md" for kind in ENTRY_KINDS]
    if with_mistakes := [file for file in (name, *files) if file in broken]:
        raise CannotBeDoneError(f"{with_mistakes[0]} has mistakes. Fix them first: scripts/check {with_mistakes[0]}")
    near = nearest(name, [entry.id for entry in entries])
    suggestion = f' Did you mean "{near}"?' if near else ""
    raise CannotBeDoneError(f"There is no entry {printable(name)}.{suggestion}")
