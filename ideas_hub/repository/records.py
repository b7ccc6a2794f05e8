"""Every record whose facts name what is in other files, wherever it was read."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from pydantic import BaseModel

from ideas_hub.model.kinds import ALL_KINDS, EVIDENCE_PAGE, HOME_PAGE, ORGANISATIONS, PROJECTS
from ideas_hub.model.value_paths import ValuePath
from ideas_hub.reading.data_files import EVIDENCE_FILE, LISTS_FILE, MAP_FILE
from ideas_hub.repository.raw_content import RawContent

RecordRead: TypeAlias = tuple[str, BaseModel | Mapping[str, object], Mapping[ValuePath, int], str]
"""Its kind (see `REFERENCES`), facts, lines and file."""


def records_with_ids(raw: RawContent, only: Collection[str] | None = None) -> list[RecordRead]:
    """Return every record whose facts name others.

    only: files; of documents whose facts can be trusted, none but theirs.  None for all.
    """
    kinds = (*ALL_KINDS, HOME_PAGE, EVIDENCE_PAGE)
    tables = [(PROJECTS, row) for row in raw.projects] + [(ORGANISATIONS, row) for row in raw.organisations]
    documents = (one for kind in kinds for one in raw.documents[kind.id] if only is None or one.file in only)
    return [
        *((document.kind.id, document.facts, document.lines, document.file) for document in documents),
        *((one.kind.id, one.parsed.values, one.parsed.lines, one.file) for one in raw.broken if one.kind in kinds),
        *((kind, row.facts, row.lines, row.file) for kind, row in tables),
        ("evidence", raw.evidence or {}, raw.evidence_lines, EVIDENCE_FILE),
        ("lists", raw.lists or {}, raw.lists_lines, LISTS_FILE),
        ("map", raw.drawing or {}, raw.drawing_lines, MAP_FILE),
    ]


def files_in_doubt(raw: RawContent, what: str, is_right: Callable[[Any], bool]) -> set[str]:
    """Return the documents' files that use a value that is not right.  what: the values are, as in a Use."""
    return {file for value, files in raw.users.get(what, {}).items() if not is_right(value) for file in files}
