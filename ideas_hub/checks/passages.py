"""Front matter values and Markdown as runs of words that a reader meets: paragraphs, items, headings, cells."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from ideas_hub.model.value_paths import Lines, ValuePath, field_name, line_of
from ideas_hub.reading.markdown_limits import CODE_SPAN

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
"""What starts an item, a heading, a row of a table or a link's definition."""

LINK = re.compile(r"!?\[([^\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
ADDRESS = re.compile(r"<?\bhttps?://[^\s<>)\]]+>?|<[^\s<>@]+@[^\s<>]+>")
EMPHASIS_AND_ESCAPES = re.compile(r"\*+|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])|\\(?=[^\w\s]|_)")
NOT_PROSE = {
    "allow_contact", "alt", "authors", "cite", "code", "credit", "file", "forms", "id", "licence", "licence_note",
    "partners", "redirect_from", "reference", "search_terms", "section", "sections", "source", "sources", "synonyms",
    "term",
}  # fmt: skip
"""Fields whose values are names, references or words to search by; alt text has a rule of its own."""


class Passage(NamedTuple):
    r"""A run of words without Markdown's marks; its `\n` are the file's line ends.

    line: where it starts.
    field: the front matter field, or "" in the body.
    level: of a heading, 1 to 6.
    """

    shape: Shape
    text: str
    line: int
    field: str = ""
    level: int = 0

    def line_at(self, offset: int) -> int:
        """Return the file's line at an offset in the text; a front matter value counts as one line."""
        return self.line if self.field else self.line + self.text.count("\n", 0, offset)


def strip_markdown(markdown: str) -> str:
    """Return the words of a piece of Markdown, without link targets, bare addresses, code and emphasis marks."""
    if "`" in markdown:
        markdown = CODE_SPAN.sub(" ", markdown)
    if "[" in markdown:
        markdown = LINK.sub(r"\1", markdown)
    if "/" in markdown or "<" in markdown:
        markdown = ADDRESS.sub(" ", markdown)
    return (
        EMPHASIS_AND_ESCAPES.sub("", markdown) if "*" in markdown or "_" in markdown or "\\" in markdown else markdown
    )


def values_as_passages(values: Mapping[str, Any], lines: Lines) -> Iterator[Passage]:
    """Yield each value that readers meet as a sentence, in the order of the file."""
    yield from _nested_values(values, (), lines)


def _nested_values(value: Mapping[str, Any] | list[Any], path: ValuePath, lines: Lines) -> Iterator[Passage]:
    for key, inner in enumerate(value) if isinstance(value, list) else value.items():
        if key in NOT_PROSE:
            continue
        at = (*path, key)
        if isinstance(inner, dict | list):
            yield from _nested_values(inner, at, lines)
        elif isinstance(inner, str) and inner.strip():
            yield Passage("value", strip_markdown(inner), line_of(at, lines), field_name(at))


def body_as_passages(prose: Iterable[tuple[int, str]]) -> Iterator[Passage]:
    """Yield the passages of a Markdown text in order.

    prose: its rows outside code, each with its line.
    """
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
            yield from _heading_or_cells(row, number)
        elif row.strip():
            if not rows:
                shape, start = ("item", number) if mark else ("paragraph", number)
            rows.append(row[mark.end() :] if mark else row)


def _heading_or_cells(row: str, number: int) -> Iterator[Passage]:
    """Yield the heading or the cells in a row that is a block by itself; nothing for a link's definition."""
    if heading := HEADING.match(row):
        yield Passage("heading", strip_markdown(heading[2] or ""), number, level=len(heading[1]))
    elif TABLE_ROW.match(row):
        yield from _cells(row, number)


def _cells(row: str, number: int) -> Iterator[Passage]:
    if not TABLE_RULE.match(row):
        for cell in row.strip().strip("|").split("|"):
            if cell.strip():
                yield Passage("cell", strip_markdown(cell.strip()), number)
