"""An editor's file as the rules see it, even when its facts have mistakes: one run should name them all."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ideas_hub.checks.passages import Passage, body_as_passages, values_as_passages
from ideas_hub.front_matter import FENCE, Lines, parse_page, parse_yaml
from ideas_hub.kinds import ALL_KINDS
from ideas_hub.plain_markdown import prose_rows


@dataclass(frozen=True)
class Text:
    """One file.  kind: the id of its kind, "" for any other.  raw: all of it.  values, lines: its facts, empty if unreadable."""

    file: str
    raw: str
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    @cached_property
    def kind(self) -> str:
        """The id of the kind of document that it is, such as "case-studies"; "" for any other file."""
        folder, _, name = self.file.rpartition("/")
        return "" if name == "index.md" else next((kind.id for kind in ALL_KINDS if kind.folder == folder), "")

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The file's rows as they stand; the first is line 1."""
        return tuple(self.raw.split("\n"))

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """The rows of the body outside code, each with its line."""
        return tuple(prose_rows(self.body, self.body_line))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that readers meet: the facts that are sentences, then the text."""
        return (*values_as_passages(self.values, self.lines), *self.body_passages)

    @cached_property
    def body_passages(self) -> tuple[Passage, ...]:
        """The passages of the text below the facts."""
        return tuple(body_as_passages(self.body, self.body_line))


@dataclass(frozen=True)
class Known:
    """What a rule may know beside the text itself.  forms: words of the glossary as they stand in a text, with their ids."""

    forms: tuple[tuple[str, str], ...] = ()

    @cached_property
    def digest(self) -> str:
        """The same for the same words."""
        return hashlib.sha256(repr(self.forms).encode()).hexdigest()

    def __repr__(self) -> str:
        """Return what a cache's key needs."""
        return f"Known({self.digest})"


def read_text(raw: str, file: str) -> Text:
    r"""Return a file's text as the rules see it.  raw: with `\n` line ends and no byte order mark."""
    if file.endswith((".yml", ".yaml")):
        parsed = parse_yaml(raw, file)
        return Text(file, raw, parsed.values, parsed.lines)
    if not file.endswith(".md"):
        return Text(file, raw)
    parsed = parse_page(raw, file)
    if parsed.values or parsed.body:
        return Text(file, raw, parsed.values, parsed.lines, parsed.body, parsed.body_line)
    body, line = _below_the_facts(raw)
    return Text(file, raw, body=body, body_line=line)


def _below_the_facts(raw: str) -> tuple[str, int]:
    """Return the body of a file whose facts cannot be read, and its first line."""
    rows = raw.split("\n")
    for number, row in enumerate(rows[1:], 2):
        if row.rstrip() == FENCE:
            return "\n".join(rows[number:]), number + 1
    return "", 1
