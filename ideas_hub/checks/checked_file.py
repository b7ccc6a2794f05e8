"""An editor's file as the rules see it, also when its front matter has mistakes: one run should name them all."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate
from typing import Any

from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.languages import other_language, tag_of
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.model.value_paths import Lines, ValuePath, field_name, line_of
from ideas_hub.reading.documents import ParsedFile
from ideas_hub.reading.front_matter import parse_page, parse_yaml
from ideas_hub.reading.markdown import NO_TEXT, MarkdownText, parse
from ideas_hub.reading.prose import NO_PROSE, Passage, Prose, ascii_words, prose_of

ENTRY_FOLDERS = {kind.folder for kind in ENTRY_KINDS}
TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ]")
SEPARATOR = "\0"
"""Separates joined passages; matches no rule's pattern."""

NOT_PROSE = {
    "allow_contact", "alt", "authors", "cite", "code", "credit", "file", "forms", "id", "language", "licence",
    "licence_note", "partners", "path", "redirect_from", "reference", "search_terms", "section", "sections", "source",
    "sources", "synonyms", "term",
}  # fmt: skip
"""Fields whose values are names, references or words to search by; alt text has a rule of its own."""


@dataclass(frozen=True)
class CheckedFile:
    r"""One file.

    file: path from the repository's root.
    raw: the whole file, with `\n` line ends.
    values, lines: the front matter and the line of each value; empty if unreadable.
    body: the text below the front matter.
    prose: its passages and links.
    glossary: every form in which a text may have a word that the glossary explains.
    """

    file: str
    raw: str
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    body: MarkdownText = NO_TEXT
    prose: Prose = NO_PROSE
    glossary: frozenset[str] = frozenset()

    @cached_property
    def is_entry(self) -> bool:
        """Whether it is an entry's file, such as a case study's."""
        folder, _, name = self.file.rpartition("/")
        return folder in ENTRY_FOLDERS and name != "index.md"

    @cached_property
    def is_in_english(self) -> bool:
        """Whether its text is in the language of the hub, for which most rules about words are."""
        tag = self.values.get("language")
        return not isinstance(tag, str) or other_language(tag_of(tag)) is None

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
    def _different_words(self) -> bytes:
        """The vocabulary as one text, a fraction of the whole, in which most words that are looked for are not."""
        return b" ".join(self.vocabulary)

    @cached_property
    def _folded_text(self) -> str:
        return self.joined_text.casefold()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each passage starts in `joined_text`, and where one more would."""
        return tuple(accumulate((len(passage.text) + len(SEPARATOR) for passage in self.passages), initial=0))

    def passages_with_any(self, words: Collection[str]) -> list[Passage]:
        """Return the passages that hold one of some words, in any case, in order.

        words: in lower case.
        """
        likely = [word for word in words if _longest_part(word) in self._different_words]
        found = list(filter(self._folded_text.__contains__, likely))
        folded = self._folded_text.split(SEPARATOR) if found else ()
        return [self.passages[place] for place, text in enumerate(folded) if any(map(text.__contains__, found))]

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


@cache
def _longest_part(words: str) -> bytes:
    return max(ascii_words(words), key=len, default=b"")


def glossary_forms(glossary: Mapping[str, GlossaryTerm]) -> frozenset[str]:
    """Return every form of a glossary's words."""
    return frozenset(form for term in glossary.values() for form in term.forms)


def checked_file(raw: str, file: str, glossary: frozenset[str] = frozenset()) -> CheckedFile:
    r"""Return a file as the rules see it.

    raw: with `\n` line ends and no byte order mark.
    """
    if file.endswith((".yml", ".yaml")):
        parsed = parse_yaml(raw, file)
        return CheckedFile(file, raw, parsed.values, parsed.lines, glossary=glossary)
    if not file.endswith(".md"):
        return CheckedFile(file, raw, glossary=glossary)
    parsed = parse_page(raw, file)
    body = parse(parsed.body, parsed.body_line)
    return CheckedFile(file, raw, parsed.values, parsed.lines, body, prose_of(body), glossary)


def checked_page(opened: ParsedFile, glossary: frozenset[str]) -> CheckedFile:
    """Return a page that has been parsed as the rules see it."""
    facts = opened.parsed
    return CheckedFile(opened.file, opened.text, facts.values, facts.lines, opened.body, opened.prose, glossary)


def values_as_passages(values: Mapping[str, Any] | list[Any], lines: Lines, path: ValuePath = ()) -> Iterator[Passage]:
    """Yield each value that readers meet as a sentence, in the order of the file.

    path: of the values, if they are part of a file's.
    """
    for key, inner in enumerate(values) if isinstance(values, list) else values.items():
        if key in NOT_PROSE:
            continue
        at = (*path, key)
        if isinstance(inner, dict | list):
            yield from values_as_passages(inner, lines, at)
        elif isinstance(inner, str) and inner.strip():
            yield Passage("value", inner, line_of(at, lines), field_name(at))
