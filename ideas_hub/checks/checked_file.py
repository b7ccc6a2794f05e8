"""An editor's file as the rules see it, even when its facts have mistakes: one run should name them all."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any

from ideas_hub.checks.passages import Passage, body_as_passages, strip_markdown, values_as_passages
from ideas_hub.model.kinds import ALL_KINDS
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.model.value_paths import Lines
from ideas_hub.reading.front_matter import FENCE, Parsed, parse_page, parse_yaml
from ideas_hub.reading.markdown_limits import lines_outside_code

TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ]")
BETWEEN = "\0"
"""Stands between passages where they are looked through at once: no part of a word, and nothing that a rule looks for."""


@dataclass(frozen=True)
class CheckedFile:
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
        return tuple(lines_outside_code(self.body, self.body_line))

    @cached_property
    def plain_body(self) -> str:
        """The text below the facts without Markdown's marks."""
        return strip_markdown(self.body)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that readers meet: the facts that are sentences, then the text."""
        return (*values_as_passages(self.values, self.lines), *self.body_passages)

    @cached_property
    def body_passages(self) -> tuple[Passage, ...]:
        """The passages of the text below the facts."""
        return tuple(body_as_passages(self.prose))

    @cached_property
    def spoken(self) -> str:
        """The words of all passages as one text, for a rule that looks through them all at once; BETWEEN parts them."""
        return BETWEEN.join(passage.text for passage in self.passages)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each passage starts in `spoken`; the last is where one more would."""
        return tuple(accumulate((len(passage.text) + 1 for passage in self.passages), initial=0))

    @cached_property
    def in_capitals(self) -> tuple[Passage, ...]:
        """The passages with two capital letters in a row."""
        return tuple(self.passages_with(TWO_CAPITALS))

    def passages_with(self, sign: re.Pattern[str]) -> Iterator[Passage]:
        """Yield the passages in which a pattern is found, in order.  sign: one that cannot span BETWEEN.

        It is quick when the pattern starts with a literal or a set: Python then skips what cannot start a match.
        """
        at = 0
        while found := sign.search(self.spoken, at):
            index = bisect_right(self._starts, found.start())
            yield self.passages[index - 1]
            at = self._starts[index]


@dataclass(frozen=True)
class GlossaryForms:
    """What a rule may know beside the text itself.  forms: words of the glossary as they stand in a text, with their ids."""

    forms: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, glossary: Mapping[str, GlossaryTerm]) -> GlossaryForms:
        """Return what a glossary lets the rules know."""
        return cls(tuple((form, term) for term, word in glossary.items() for form in word.forms))

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The forms alone."""
        return frozenset(form for form, _ in self.forms)

    @cached_property
    def digest(self) -> str:
        """The same for the same words."""
        return hashlib.sha256(repr(self.forms).encode()).hexdigest()

    def __repr__(self) -> str:
        """Return what a cache's key needs."""
        return f"Known({self.digest})"


def checked_file(raw: str, file: str, parsed: Parsed | None = None) -> CheckedFile:
    r"""Return a file's text as the rules see it.  raw: with `\n` line ends and no byte order mark.

    parsed: what it says, if a Markdown or YAML file has been parsed already.
    """
    if file.endswith((".yml", ".yaml")):
        parsed = parsed or parse_yaml(raw, file)
        return CheckedFile(file, raw, parsed.values, parsed.lines)
    if not file.endswith(".md"):
        return CheckedFile(file, raw)
    parsed = parsed or parse_page(raw, file)
    if parsed.values or parsed.body:
        return CheckedFile(file, raw, parsed.values, parsed.lines, parsed.body, parsed.body_line)
    body, line = _below_the_facts(raw)
    return CheckedFile(file, raw, body=body, body_line=line)


def _below_the_facts(raw: str) -> tuple[str, int]:
    """Return the body of a file whose facts cannot be read, and its first line."""
    rows = raw.split("\n")
    for number, row in enumerate(rows[1:], 2):
        if row.rstrip() == FENCE:
            return "\n".join(rows[number:]), number + 1
    return "", 1
