"""Writes drafts that may have come before: the same story makes no second file, and no hand's work is lost.

The line `draft: true` of an imported draft ends in a comment, such as `# as imported, 1a2b3c4d 5e6f7a8b`: digests of
what it is known by (the page that it was made of, or the title and organisation that it came with), and of the rest of
the file.  By the first a draft is known again whatever its title is now; by the second, whether anybody has changed it.
Whoever publishes it deletes the line with both.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from ideas_hub.drafting.draft import Draft
from ideas_hub.drafting.kinds import NewKind
from ideas_hub.drafting.plain_text import one_line
from ideas_hub.drafting.writing import free_file, names_taken
from ideas_hub.editing.changes import apply_changes
from ideas_hub.reading.files import file_names, read_file
from ideas_hub.reading.front_matter import Parsed, parse_page
from ideas_hub.search.words import fold

DRAFT_LINE = "draft: true\n"
MARK = re.compile(r"^draft: true +# as imported, (?P<story>[0-9a-f]{8}) (?P<rest>[0-9a-f]{8})$", re.MULTILINE)
DRAFT = "draft"
HEADING = re.compile(r"^## +(.+)$", re.MULTILINE)
QUOTES = str.maketrans(dict.fromkeys("\\'\""))
WHOLE_TEXT = "the text"
"""What the part of a text without a heading is called."""


class What(StrEnum):
    """What became of a draft."""

    WRITTEN = "written"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a draft: the path of its file from the root.

    fields: of a file that is kept as it is, the fields and parts of the text in which the draft differs from it.
    is_draft: whether that file is a draft.
    """

    file: str
    what: What
    fields: tuple[str, ...] = ()
    is_draft: bool = True


@dataclass(frozen=True)
class _Existing:
    """A file of the same kind.  text: with `\\n` line ends."""  # noqa: D301

    file: str
    text: str

    @cached_property
    def parsed(self) -> Parsed:
        return parse_page(self.text, self.file)

    @cached_property
    def searched(self) -> str:
        return _searched(self.text)

    @cached_property
    def mark(self) -> re.Match[str] | None:
        return MARK.search(self.text)

    @property
    def is_draft(self) -> bool:
        return self.mark is not None or self.parsed.values.get(DRAFT) is True

    @property
    def is_as_imported(self) -> bool:
        """Whether it is a draft that nobody has changed since."""
        return (
            self.mark is not None
            and self.is_draft
            and self.mark["rest"] == _digest(MARK.sub(DRAFT_LINE.strip(), self.text))
        )


def write_drafts(drafts: Sequence[Draft], root: Path) -> list[Outcome]:
    """Write drafts of documents or bring their files up to date, and return what became of each.

    A new story is written; a draft that is as it was imported is updated.  A draft that somebody has changed, and what
    is no draft any more, is kept.  All are written or none.  Raises OSError.
    """
    changes: dict[str, bytes | None] = {}
    outcomes = []
    kinds = {draft.kind.id: draft.kind for draft in drafts}
    existing = {kind_id: _files_of(kind, root) for kind_id, kind in kinds.items()}
    for draft in drafts:
        text = _marked(draft)
        before = _same_story(draft, existing[draft.kind.id])
        outcome = _outcome(draft, text, before) if before else Outcome(_new_file(draft, root, changes), What.WRITTEN)
        if outcome.what in {What.WRITTEN, What.UPDATED}:
            changes[outcome.file] = text.encode()
        outcomes.append(outcome)
    for folder in {draft.kind.folder for draft in drafts}:
        (root / folder).mkdir(parents=True, exist_ok=True)
    apply_changes(root, changes)
    return outcomes


def _new_file(draft: Draft, root: Path, changes: Mapping[str, object]) -> str:
    return free_file(draft, {*names_taken(draft.kind, root), *(Path(file).name for file in changes)})


class _Files(NamedTuple):
    """The files of a kind: those with a mark by the story in it, and the others."""

    marked: dict[str, _Existing]
    others: list[_Existing]


def _files_of(kind: NewKind, root: Path) -> _Files:
    files = _Files({}, [])
    for name in file_names(root, kind.folder):
        content = read_file(root, f"{kind.folder}/{name}") if name.endswith(".md") else b""
        if isinstance(content, bytes) and content:
            one = _Existing(f"{kind.folder}/{name}", _text(content))
            if one.mark:
                files.marked.setdefault(one.mark["story"], one)
            else:
                files.others.append(one)
    return files


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _same_story(draft: Draft, existing: _Files) -> _Existing | None:
    """Return the file that a draft was written to, by its mark, else by its title and organisation."""
    title, *others = _names(draft.values, draft.kind)
    by_name = (one for one in existing.others if title and _is_named(one, title, others, draft.kind))
    return existing.marked.get(_story(draft)) or next(by_name, None)


def _is_named(one: _Existing, title: str, others: Sequence[str], kind: NewKind) -> bool:
    """Return whether a file has a title, and the same organisation unless either says none."""
    if _searched(title) not in one.searched:  # to parse each file would take long
        return False
    first, *rest = _names(one.parsed.values, kind)
    return first == title and all(not old or not new or old == new for old, new in zip(rest, others, strict=True))


def _names(values: Mapping[str, Any], kind: NewKind) -> list[str]:
    return [fold(one_line(str(values.get(field) or ""))) for field in kind.named_after]


def _searched(text: str) -> str:
    """Return text in lower case on one line, without what YAML may put before a quote."""
    return fold(one_line(text)).translate(QUOTES)


def _story(draft: Draft) -> str:
    """Return a digest of what a story is known by: its origin, or title and organisation, or else all that it says."""
    names = _names(draft.values, draft.kind)
    return _digest(draft.origin or ("\n".join(names) if names[0] else draft.text))


def _digest(text: str) -> str:
    return hashlib.sha256(text.rstrip().encode()).hexdigest()[:8]


def _marked(draft: Draft) -> str:
    """Return the text of a draft with the mark in its line; without that line, as it is."""
    line = f"{DRAFT_LINE.strip()}  # as imported, {_story(draft)} {_digest(draft.text)}\n"
    return draft.text.replace(DRAFT_LINE, line, 1) if draft.values.get(DRAFT) is True else draft.text


def _outcome(draft: Draft, text: str, before: _Existing) -> Outcome:
    if before.text.rstrip() == text.rstrip():
        return Outcome(before.file, What.UNCHANGED)
    if before.is_as_imported:
        return Outcome(before.file, What.UPDATED)
    fields = tuple(_differences(draft, before))
    return Outcome(before.file, What.KEPT if fields else What.UNCHANGED, fields, before.is_draft)


def _differences(draft: Draft, before: _Existing) -> Iterator[str]:
    """Yield the fields that a draft gives and that are not so in a file, then the parts of its text."""
    new = parse_page(draft.text, before.file)
    there = dict(_by_path(before.parsed.values))
    yield from (path for path, value in _by_path(new.values) if path != DRAFT and there.get(path) != value)
    parts = _parts(before.parsed.body)
    yield from (heading for heading, words in _parts(new.body).items() if words and parts.get(heading) != words)


def _by_path(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each value that is given, by field: "title", "period.start"."""
    for field, value in values.items():
        if isinstance(value, Mapping):
            yield from ((f"{field}.{inner}", one) for inner, one in value.items() if one is not None)
        elif value is not None:
            yield field, value


def _parts(body: str) -> dict[str, str]:
    """Return the words of each part of a text by its heading; spaces and line ends do not count."""
    first, *rest = HEADING.split(body)
    parts = {WHOLE_TEXT: first, **dict(zip(rest[::2], rest[1::2], strict=True))}
    return {heading.strip(): " ".join(words.split()) for heading, words in parts.items()}
