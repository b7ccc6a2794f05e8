"""An editor's file as the rules see it, also when its front matter has mistakes: one run should name them all."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, Self

from ideas_hub.checks.passages import Passage, body_as_passages, strip_markdown, values_as_passages
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.model.value_paths import Lines
from ideas_hub.reading.front_matter import FENCE, Parsed, parse_page, parse_yaml
from ideas_hub.reading.markdown_limits import lines_outside_code

ENTRY_FOLDERS = {kind.folder for kind in ENTRY_KINDS}
TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ]")
SEPARATOR = "\0"
"""Separates joined passages; matches no rule's pattern."""


@dataclass(frozen=True)
class CheckedFile:
    r"""One file.

    file: path from the repository's root.
    raw: the whole file, with `\n` line ends.
    values, lines: the front matter and the line of each value; empty if unreadable.
    body: the text below the front matter, from line `body_line` on.
    """

    file: str
    raw: str
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    @cached_property
    def is_entry(self) -> bool:
        """Whether it is an entry's file, such as a case study's."""
        folder, _, name = self.file.rpartition("/")
        return folder in ENTRY_FOLDERS and name != "index.md"

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The rows of the whole file; the first is line 1."""
        return tuple(self.raw.split("\n"))

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """The rows of the body outside code, each with its line."""
        return tuple(lines_outside_code(self.body, self.body_line))

    @cached_property
    def plain_body(self) -> str:
        """The body without Markdown's marks."""
        return strip_markdown(self.body)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that readers meet: the values that are sentences, then the body."""
        return (*values_as_passages(self.values, self.lines), *self.body_passages)

    @cached_property
    def body_passages(self) -> tuple[Passage, ...]:
        """The passages of the body."""
        return tuple(body_as_passages(self.prose))

    @cached_property
    def joined_text(self) -> str:
        """The text of all passages, joined by SEPARATOR, for a rule that searches them all at once."""
        return SEPARATOR.join(passage.text for passage in self.passages)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each passage starts in `joined_text`, and where one more would."""
        return tuple(accumulate((len(passage.text) + len(SEPARATOR) for passage in self.passages), initial=0))

    @cached_property
    def passages_in_capitals(self) -> tuple[Passage, ...]:
        """The passages with two capital letters in a row."""
        return tuple(self.passages_with(TWO_CAPITALS))

    def passages_with(self, pattern: re.Pattern[str]) -> Iterator[Passage]:
        """Yield the passages in which a pattern is found, in order.

        pattern: one that cannot match SEPARATOR.
        Fast if it starts with a literal or a set: the search then skips what cannot start a match.
        """
        at = 0
        while match := pattern.search(self.joined_text, at):
            index = bisect_right(self._starts, match.start())
            yield self.passages[index - 1]
            at = self._starts[index]


@dataclass(frozen=True)
class GlossaryForms:
    """The words of the glossary, in every form in which a text may have them."""

    forms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, glossary: Mapping[str, GlossaryTerm]) -> Self:
        """Return the forms of a glossary's words."""
        return cls(frozenset(form for term in glossary.values() for form in term.forms))

    @cached_property
    def _digest(self) -> str:
        return hashlib.sha256(repr(sorted(self.forms)).encode()).hexdigest()

    def __repr__(self) -> str:
        """Return a short text that identifies the forms in a cache key."""
        return f"GlossaryForms({self._digest})"


def checked_file(raw: str, file: str, parsed: Parsed | None = None) -> CheckedFile:
    r"""Return a file as the rules see it.

    raw: with `\n` line ends and no byte order mark.
    parsed: the content of a Markdown or YAML file, if it has been parsed already.
    """
    if file.endswith((".yml", ".yaml")):
        parsed = parsed or parse_yaml(raw, file)
        return CheckedFile(file, raw, parsed.values, parsed.lines)
    if not file.endswith(".md"):
        return CheckedFile(file, raw)
    parsed = parsed or parse_page(raw, file)
    if parsed.values or parsed.body:
        return CheckedFile(file, raw, parsed.values, parsed.lines, parsed.body, parsed.body_line)
    body, line = _below_front_matter(raw)
    return CheckedFile(file, raw, body=body, body_line=line)


def _below_front_matter(raw: str) -> tuple[str, int]:
    """Return the body of a file whose front matter cannot be read, and its first line."""
    rows = raw.split("\n")
    for number, row in enumerate(rows[1:], 2):
        if row.rstrip() == FENCE:
            return "\n".join(rows[number:]), number + 1
    return "", 1
