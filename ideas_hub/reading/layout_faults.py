"""Parts that GitHub shows otherwise than they were meant: cells left out, words as code, stars that are not bold."""

import re
from collections.abc import Iterator

from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.markdown import Event, MarkdownText

CELL_END = re.compile(r"(?<!\\)\|")
CODE_SIGN = r"(?m)[{}=$\\|`]|<[\w/!]|;\s*$|\w\(|^\s*# |(?:^|\s)--?\w|\w\.\w"
SMALL = r"[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]*['\u2019,]?"
PROSE = (
    rf"\s*(?:(?:[-*+•]|\d{{1,2}}[.)]) +[^\W\d_]+[,'\u2019-]?[ \w]*? [^\W\d_]+(?!\S*:\s)|\#{{2,6}} +\S"
    rf"|[>*_\"'(\u201c\u2018 ]*[A-ZÀ-ÖØ-Þ][\w'\u2019-]*,?(?: [\w'\u2019£%,-]+){{0,9}}? {SMALL} {SMALL}"
    rf"|(?:{SMALL} ){{3}}[^\n:]*[.!?\u2026]\s*$|[^\W\d_a-zA-ZÀ-ÿ])"
)
"""A heading, an item of two words, a capital with two small words after it, a row of words that ends as a sentence."""
LOOKED_AT = 500  # characters of a block
HALF = r"(?<![\\*\w])\*\*(?:(?=[^\s*])| +(?=[^\W\d_][^*\n]*\*\*))|(?<![\\_\w])__(?=[^\W_])|\A[\s>|]?\*\* +(?=[^\W\d_])"
"""What would open bold words; with a space after it, in a row of its own or with its other half."""
OTHER_HALF = r"(?<=[^\s*\\])\*\*(?![*\w])|(?<=[^\W_])__(?!\w)"


def find_layout_faults(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for each cell of a table that is left out, and for each half of bold marks without the other."""
    if "|" in text.source:
        yield from _lost_cells(text, file)
    if "**" in text.source or "__" in text.source:
        yield from _half_marks(text, file)


def is_prose(code: str) -> bool:
    """Return whether indented code is words that were never meant as code."""
    return bool(re.match(PROSE, code[:LOOKED_AT])) and not re.search(CODE_SIGN, code)


def _lost_cells(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for each row of a table with more cells than its head, unless they are empty."""
    columns = 0
    for event in text.events:
        if event.kind == "open" and event.name == "Table":
            columns = len(event.value)
        elif event.kind == "open" and event.name == "TableRow":
            cells = CELL_END.split(text.slice(event).strip().removeprefix("|"))
            if lost := "|".join(cells[columns:]).strip("| "):
                message = f'the row has more cells than the table has columns, so "{excerpt(lost)}" is left out.'
                fix = "Give each column a heading, and write \\| for a | among the words."
                yield Problem(file, text.line_at(event.start), message, found=excerpt(lost), fix=fix, rule="lost-cell")


def _half_marks(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for each ** or __ without its other half, but not for the stars of a note and of its word."""
    is_open = has_notes = False
    after_words: list[Problem] = []
    for place, row in _rows_with_marks(text):
        half, other = re.search(HALF, row), re.search(OTHER_HALF, row)
        if half and half.start() <= 1 and after_words:
            has_notes = True
        elif half:
            is_open = not re.search(OTHER_HALF, row[half.end() :])
            yield _half_mark(half, "closed", text.line_at(place), file)
        elif other and is_open:
            is_open = False  # the end of what was reported
        elif other:
            after_words.append(_half_mark(other, "opened", text.line_at(place), file))
    if not has_notes and "\\*" not in text.source:
        yield from after_words


def _rows_with_marks(text: MarkdownText) -> Iterator[tuple[int, str]]:
    """Yield each row of words that has such signs left in it, with its place, and with one character on either side."""
    before = Event("", "", None, 0, 0)
    for event in text.events:
        is_address = before.kind == "open" and before.name == "Link" and before.value["dest_url"] == event.value
        is_words = event.kind == "text" and before.name != "CodeBlock" and not is_address
        if is_words and ("**" in event.value or "__" in event.value):
            yield event.start, text.encoded[max(0, event.start - 1) : event.end + 1].decode("utf-8", "replace")
        before = event


def _half_mark(half: re.Match[str], what: str, line: int, file: str) -> Problem:
    sign, row = half.group().strip(" \n>|"), half.string
    found = excerpt(row[half.start() :] if what == "closed" else row[: half.end()][-50:])
    message = f'{sign} is not {what} in this paragraph, so the signs are shown: "{found}".'
    fix = f"Write {sign} right before and right after the words, or leave it out."
    return Problem(file, line, message, found=found, fix=fix, rule="half-mark")
