"""An editor's file as the rules see it, also when its front matter has mistakes: one run should name them all."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, Self

from ideas_hub.checks.fact_passages import values_as_passages
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.model.value_paths import Lines
from ideas_hub.reading.front_matter import FENCE, Parsed, parse_page, parse_yaml
from ideas_hub.reading.markdown import NO_TEXT, MarkdownText, parse
from ideas_hub.reading.prose import NO_PROSE, Passage, Prose, ascii_words, prose_of

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
    body: the text below the front matter.
    prose: its passages and links.
    """

    file: str
    raw: str
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    body: MarkdownText = NO_TEXT
    prose: Prose = NO_PROSE

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
    def _values(self) -> tuple[Passage, ...]:
        return tuple(values_as_passages(self.values, self.lines))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All that readers meet: the values that are sentences, then the body."""
        return (*self._values, *self.prose.passages)

    @cached_property
    def vocabulary(self) -> frozenset[bytes]:
        """The different words of all passages (see `ascii_words`)."""
        return self.prose.vocabulary.union(ascii_words(" ".join([passage.text for passage in self._values])))

    @cached_property
    def joined_text(self) -> str:
        """The text of all passages, joined by SEPARATOR, for a rule that searches them all at once."""
        return SEPARATOR.join(passage.text for passage in self.passages)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each passage starts in `joined_text`, and where one more would."""
        return tuple(accumulate((len(passage.text) + len(SEPARATOR) for passage in self.passages), initial=0))

    def passages_with_any(self, words: Collection[str]) -> list[Passage]:
        """Return the passages that hold one of some words, in any case, in order.

        words: in lower case.
        """
        if not words:
            return []
        folded = self.joined_text.casefold().split(SEPARATOR)
        places = {place for word in words for place, text in enumerate(folded) if word in text}
        return [self.passages[place] for place in sorted(places)]

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
    def digest(self) -> bytes:
        """Identifies the forms in a cache key."""
        return hashlib.sha256(repr(sorted(self.forms)).encode()).digest()


def checked_file(raw: str, file: str) -> CheckedFile:
    r"""Return a file as the rules see it.

    raw: with `\n` line ends and no byte order mark.
    """
    if file.endswith((".yml", ".yaml")):
        parsed = parse_yaml(raw, file)
        return CheckedFile(file, raw, parsed.values, parsed.lines)
    if not file.endswith(".md"):
        return CheckedFile(file, raw)
    return checked_page(raw, file, parse_page(raw, file))


def checked_page(
    raw: str, file: str, parsed: Parsed, body: MarkdownText = NO_TEXT, prose: Prose = NO_PROSE
) -> CheckedFile:
    """Return a Markdown file as the rules see it.

    parsed: its facts.
    body, prose: its text, if that has been parsed already.
    """
    if not (parsed.values or parsed.body):
        body = parse(*_below_front_matter(raw))
        return CheckedFile(file, raw, body=body, prose=prose_of(body))
    if body is NO_TEXT:
        body = parse(parsed.body, parsed.body_line)
        prose = prose_of(body)
    return CheckedFile(file, raw, parsed.values, parsed.lines, body, prose)


def _below_front_matter(raw: str) -> tuple[str, int]:
    """Return the body of a file whose front matter cannot be read, and its first line."""
    rows = raw.split("\n")
    for number, row in enumerate(rows[1:], 2):
        if row.rstrip() == FENCE:
            return "\n".join(rows[number:]), number + 1
    return "", 1
