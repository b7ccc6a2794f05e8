"""All that one file gives by itself, found in one go: its document, what is wrong with it, and its words for the search.

It depends on nothing but the file's name, its bytes and the glossary's words.  So a file is read once, and again only when it
changes, by all processors; what files say of each other is looked at later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ideas_hub import text_file
from ideas_hub.cache import Cache
from ideas_hub.checks.run import Found, check_read
from ideas_hub.checks.text import Known, read_text
from ideas_hub.documents import Document, document_of, open_file
from ideas_hub.front_matter import Parsed
from ideas_hub.glossary_links import Forms
from ideas_hub.kinds import ENTRY_KINDS, Kind, kind_named
from ideas_hub.making import make_each
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.problem import Problem
from ideas_hub.records import words_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave.

    document: None when its facts cannot be trusted; `parsed` is then what it says, unchecked.  problems: that keep it from
    being published.  found: by the rules for texts.
    """

    file: str
    kind: Kind
    document: Document[Any] | None
    parsed: Parsed
    problems: tuple[Problem, ...]
    found: Found


def read_all(root: Path, files: Mapping[str, Kind], glossary: Mapping[str, GlossaryTerm], cache: Cache) -> list[Reading]:
    """Return what each file gives, in the order of the files."""
    words = (Forms(glossary), Known.of(glossary))
    raws = [(kind.id, file, text_file.load(root / file, file), words) for file, kind in files.items()]
    return make_each("reading", _read, raws, cache)


def _read(raw: tuple[str, str, bytes | Problem, tuple[Forms, Known]]) -> Reading:
    kind_id, file, content, (forms, known) = raw
    opened = open_file(kind_named(kind_id), file, content)
    document, problems = document_of(opened, forms)
    if document and document.kind in ENTRY_KINDS:
        document = replace(document, words=words_of(document.facts, document.article))
    found = check_read(read_text(opened.text, file, opened.parsed), known)
    parsed = Parsed() if document or not opened.parsed else opened.parsed
    return Reading(file, opened.kind, document, parsed, (*opened.problems, *problems), found)
