"""Front matter values and Markdown as runs of words that a reader meets: paragraphs, items, headings, cells."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from ideas_hub.model.value_paths import Lines, ValuePath, field_name, line_of

Shape = Literal["paragraph", "item", "heading", "cell", "value"]

HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+(.*?))?\s*#*\s*$")
UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
TABLE_ROW = re.compile(r"\s{0,3}\|")
TABLE_RULE = re.compile(r"\s{0,3}\|?\s*:?-{2,}:?\s*(?:\|\s*:?-*:?\s*)*$")
REFERENCE = re.compile(r"\s{0,3}\[[^\]]+\]:")
MARK = re.compile(
    rf"(?P<item>\s*(?:[-*+]|\d{{1,3}}[.)])\s+)|\s{{0,3}}#{{1,6}}(?:\s|#*\s*$)|{TABLE_ROW.pattern}|{REFERENCE.pattern}"
)
"""What starts an item, a heading, a row of a table or the address of a link."""
LINK = re.compile(r"!?\[([^\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
ADDRESS = re.compile(r"<?\bhttps?://[^\s<>)\]]+>?|<[^\s<>@]+@[^\s<>]+>")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
MARKS = re.compile(r"\*+|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])|\\(?=[^\w\s]|_)")
NOT_PROSE = {
    "allow_contact", "search_terms", "synonyms", "forms", "redirect_from", "section", "sections", "source", "sources", "cite",
    "licence", "licence_note", "credit", "file", "code", "id", "reference", "authors", "partners", "alt", "term",
}  # fmt: skip
"""Fields whose values are names, references or words to search by; alt text has a rule of its own."""


class Passage(NamedTuple):
    r"""A run of words without Markdown's marks; `\n` stands where the file's line ends.

    line: where it starts.  field: the front matter field, or "" in the text.  level: of a heading, 1 to 6.
    """

    shape: Shape
    text: str
    line: int
    field: str = ""
    level: int = 0

    def line_at(self, offset: int) -> int:
        """Return the file's line of a place in the text; a front matter value has one line."""
        return self.line if self.field else self.line + self.text.count("\n", 0, offset)


def strip_markdown(markdown: str) -> str:
    """Return the words of a piece of Markdown: link targets, bare addresses, code and emphasis marks are gone."""
    if "`" in markdown:
        markdown = CODE_SPAN.sub(" ", markdown)
    if "[" in markdown:
        markdown = LINK.sub(r"\1", markdown)
    if "/" in markdown or "<" in markdown:
        markdown = ADDRESS.sub(" ", markdown)
    return MARKS.sub("", markdown) if "*" in markdown or "_" in markdown or "\\" in markdown else markdown


def values_as_passages(values: Mapping[str, Any], lines: Lines) -> Iterator[Passage]:
    """Yield each value that readers meet as a sentence, in the order of the file."""
    yield from _within(values, (), lines)


def _within(value: Mapping[str, Any] | list[Any], path: ValuePath, lines: Lines) -> Iterator[Passage]:
    for key, inner in enumerate(value) if isinstance(value, list) else value.items():
        if key in NOT_PROSE:
            continue
        at = (*path, key)
        if isinstance(inner, dict | list):
            yield from _within(inner, at, lines)
        elif isinstance(inner, str) and inner.strip():
            yield Passage("value", strip_markdown(inner), line_of(at, lines), field_name(at))


def body_as_passages(prose: Iterable[tuple[int, str]]) -> Iterator[Passage]:
    """Yield the passages of a Markdown text in order.  prose: its rows outside code, each with its line."""
    shape: Shape = "paragraph"
    rows: list[str] = []
    start = 1
    for number, full_row in (*prose, (0, "")):
        row = QUOTE.sub("", full_row) if ">" in full_row else full_row
        marked = row != "" and not row[0].isalpha()  # no mark starts with a letter
        if marked and rows and shape == "paragraph" and UNDERLINE.match(row):
            yield Passage("heading", strip_markdown("\n".join(rows)), start, level=1 if "=" in row else 2)
            rows = []
            continue
        mark = MARK.match(row) if marked else None
        if rows and (mark or not row.strip()):
            yield Passage(shape, strip_markdown("\n".join(rows)), start)
            rows = []
        if mark and mark["item"] is None:
            yield from _apart(row, number)
        elif row.strip():
            if not rows:
                shape, start = ("item", number) if mark else ("paragraph", number)
            rows.append(row[mark.end() :] if mark else row)


def _apart(row: str, number: int) -> Iterator[Passage]:
    """Yield what stands in a row that no other row belongs to: a heading or the cells of a table; nothing for a link's address."""
    if heading := HEADING.match(row):
        yield Passage("heading", strip_markdown(heading[2] or ""), number, level=len(heading[1]))
    elif TABLE_ROW.match(row):
        yield from _cells(row, number)


def _cells(row: str, number: int) -> Iterator[Passage]:
    if not TABLE_RULE.match(row):
        for cell in row.strip().strip("|").split("|"):
            if cell.strip():
                yield Passage("cell", strip_markdown(cell.strip()), number)
