"""The words of a text as its readers meet them: paragraphs, items, headings and cells, and the words of its links."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Literal, NamedTuple

from ideas_hub.reading.bare_addresses import BARE, MISREAD
from ideas_hub.reading.foreign_marks import HALF_LINK
from ideas_hub.reading.markdown import Event, MarkdownText

Shape = Literal["paragraph", "item", "heading", "column", "cell", "value"]
LEAVES: dict[str, Shape] = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "TableCell": "cell",
}
WORDLESS_BLOCKS = frozenset({"Heading", "TableCell"})  # they count even without words
INLINE = frozenset({"Emphasis", "Strikethrough", "Image"})
WORDLESS_LINKS = frozenset({"Autolink", BARE, MISREAD, "Email"})


TEMPLATE = re.compile(r"\{\{[^{}\n]*(?:\}\}|$)|\{%[^\n]*?(?:%\}|$)")
"""What another system would fill in; it is refused, and no words."""

LETTERS_AND_DIGITS = bytes(code if bytes([code]).isalnum() else ord(" ") for code in range(256))
"""A table for bytes.translate: ASCII letters and digits stay, every other byte becomes a space."""


class Passage(NamedTuple):
    r"""A run of words without Markdown's marks; `\n` stands where the file's line ends.

    shape: "column" is a heading cell of a table, "value" a fact of the front matter.
    line: where it starts.
    field: the front matter field, or "" in the text.
    level: of a heading, 1 to 6.
    is_bold: a paragraph of nothing but bold words.
    """

    shape: Shape
    text: str
    line: int
    field: str = ""
    level: int = 0
    is_bold: bool = False

    def line_at(self, offset: int) -> int:
        """Return the file's line of a place in the text; a front matter value has one line."""
        return self.line if self.field else self.line + bisect_left(_line_ends(self.text), offset)


@lru_cache(maxsize=1)  # a text with one mistake may hold thousands
def _line_ends(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer("\n", text))


class LinkWords(NamedTuple):
    """The words of a link.

    is_bare: they are the address itself, written without words.
    """

    words: str
    line: int
    is_bare: bool


class Prose(NamedTuple):
    """What readers meet of a text, in order.

    words: see `ascii_words`.
    vocabulary: the different ones.
    """

    passages: tuple[Passage, ...] = ()
    links: tuple[LinkWords, ...] = ()
    words: tuple[bytes, ...] = ()
    vocabulary: frozenset[bytes] = frozenset()


NO_PROSE = Prose()


def prose_of(text: MarkdownText) -> Prose:
    """Return the passages and links of a text; code is left out, and so is an address written without words."""
    reader = _ProseReader(text)
    for event in text.events:
        reader.read(event)
    words = tuple(ascii_words(" ".join([passage.text for passage in reader.passages])))
    return Prose(tuple(reader.passages), tuple(reader.links), words, frozenset(words))


def ascii_words(text: str) -> list[bytes]:
    """Return the runs of ASCII letters and digits in a text, in order and in lower case.

    Much faster than a regular expression, to dismiss what cannot be in a text: a phrase with other letters falls into
    the same runs wherever it is used, so a phrase whose runs are missing is missing.
    """
    return text.casefold().encode("utf-8", "surrogatepass").translate(LETTERS_AND_DIGITS).split()


class _ProseReader:
    """Collects words until the block that holds them ends."""

    def __init__(self, text: MarkdownText) -> None:
        self.passages: list[Passage] = []
        self.links: list[LinkWords] = []
        self._text = text
        self._block = ""
        self._level = 0
        self._words: list[str] = []
        self._first_line = self._line = 0
        self._open_links: list[tuple[Event, int]] = []
        self._starts_item = self._in_table_head = False
        self._bold = self._not_bold = 0

    def read(self, event: Event) -> None:
        """Take one event."""
        kind, name = event.kind, event.name
        if kind in {"text", "code"}:
            self._read_words(event)
        elif kind == "break":
            if not self._words:
                self._first_line = self._line = self._text.line_at(event.start)
            self._words.append("\n")
            self._line += 1
        elif name == "Link":
            self._read_link(event)
        elif name == "Strong":
            self._bold += 1 if kind == "open" else -1
        elif name and name not in INLINE:
            self._read_block(event)

    def _read_words(self, event: Event) -> None:
        line = self._text.line_at(event.start)
        if not self._words:
            self._first_line = line
        elif line > self._line:
            self._words.append("\n" * (line - self._line))  # code, or a link's address, may go on over a line's end
        words = event.value if event.kind == "text" else " "
        self._words.append(TEMPLATE.sub("\u2026", words) if "{" in words else words)
        self._line = line
        self._not_bold += event.kind == "code" or not (self._bold or event.value.isspace())

    def _read_block(self, event: Event) -> None:
        """Start or end a block; words that stand in a tight list's item are in no other."""
        if self._words or self._block in WORDLESS_BLOCKS:
            self._add_passage()
        name, is_open = event.name, event.kind == "open"
        self._block = name if is_open else ""
        if name in WORDLESS_BLOCKS:
            self._first_line = self._text.line_at(event.start)
            self._level = int(event.value["level"][1]) if is_open and name == "Heading" else 0
        elif name == "Item":
            self._starts_item = is_open
        elif name == "TableHead":
            self._in_table_head = is_open

    def _add_passage(self) -> None:
        words, shape, is_bold = "".join(self._words), LEAVES.get(self._block, "paragraph"), not self._not_bold
        self._words, self._not_bold = [], 0
        if shape == "cell" and self._in_table_head:
            shape = "column"
        if self._block == "CodeBlock" or not (words.strip() or shape in {"heading", "column"}):
            return
        if self._starts_item and shape == "paragraph":
            shape, self._starts_item = "item", False
        is_bold = is_bold and shape == "paragraph"
        self.passages.append(Passage(shape, words, self._first_line, "", self._level, is_bold))

    def _read_link(self, event: Event) -> None:
        if event.kind == "open":
            self._open_links.append((event, len(self._words)))
            return
        opened, place = self._open_links.pop()
        words, is_bare = "".join(self._words[place:]), opened.value["link_type"] in WORDLESS_LINKS
        is_half = opened.value["link_type"] == BARE and place and HALF_LINK.search(self._words[place - 1])
        if not is_half:
            self.links.append(LinkWords(words, self._text.line_at(opened.start), is_bare))
        if is_bare:
            self._words[place:] = [" "]
