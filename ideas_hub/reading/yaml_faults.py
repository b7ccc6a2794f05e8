"""Where a block of facts stops being YAML: the row to mend, which is often above the one where a parser gives up."""

import re
from collections.abc import Iterator, Sequence

import yaml

from ideas_hub.reading import yaml_messages as messages
from ideas_hub.reading.yaml_indents import odd_one
from ideas_hub.reading.yaml_losses import NAME_WITHOUT_SPACE
from ideas_hub.reading.yaml_messages import Advice, Mistake
from ideas_hub.reading.yaml_slips import BULLET

ROW = re.compile(
    r"(?P<start> *(?:- +)*)(?:(?P<key>[\w .()/&+'-]*?[\w)]|\"[^\"]*\"|'[^']*'):(?:[ \t]+|$))?(?P<value>.*)"
)
FACT = re.compile(r"[ \t]*(?:- +)?[\w-]+:(?:\s|$)")
ITEM = re.compile(r" *- ")
QUOTED_ITEM = re.compile(r""" *- +(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?""")
COMMENT = re.compile(r"\s*(?:#.*)?")
BLOCK_END = re.compile(r"(?:---|\.\.\.)\s*")
FACT_IN_QUOTES = re.compile(r"""\s*(?:"[^"]*"|'[^']*'):(?:\s|$)""")
LIKE_AN_ITEM = re.compile(rf"\s*(?:[\"']|{BULLET})")
AFTER_SPACE = re.compile(r"\s#")
BLOCK_TEXT = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?")
COLON = re.compile(r":(?:\s|$)")
IN_BRACKETS = re.compile(r"""[\[\]{},"']|:(?=\s)|(?<![^\s,\[{])#|\n[\w-]+:(?=\s)""")
NAME_AT_START = re.compile(r"[\w-]+:(?:\s|$)")
QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)
FACT_BELOW = re.compile(r"\n *(?:- +)?[\w-]+:\s")
CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab"
SPECIAL = "@`%*&!|>?,"


def syntax_mistake(error: yaml.MarkedYAMLError, block: str, first_line: int) -> Mistake:
    """Return a YAML syntax error as a mistake, with the line and the field to mend."""
    rows = block.split("\n")
    mark = error.problem_mark or error.context_mark
    stop = min(mark.line if mark else 0, len(rows) - 1)
    at, advice = next(_faults(rows, stop), (stop, messages.advice_of(error)))
    if not rows[at].strip():
        at = max((above for above in range(at) if rows[above].strip()), default=at)
    return messages.mistake_in(rows, at, advice, first_line)


def _faults(rows: Sequence[str], stop: int) -> Iterator[tuple[int, Advice]]:
    """Yield each row up to the one where the parser gave up that has a fault, with what to say of it."""
    columns: dict[int, int] = {}  # where facts start, and the first row of each
    at, above, above_column, has_value = 0, -1, 0, False
    while at <= stop and rows[at].rstrip() != "...":
        row = rows[at]
        match = ROW.match(row)
        if not match or COMMENT.fullmatch(row) or BLOCK_END.fullmatch(row):
            at += 1
            continue
        column, key, value = len(match["start"]), match["key"], match["value"].strip()
        yield from _fault_at_start(rows, at)
        if key and has_value and (column not in columns or column > above_column):
            first = at if column >= min(columns) else columns[min(columns)]
            yield odd_one(rows, at) or (first, messages.OUT_OF_PLACE)
        start = len(row) - len(match["value"])
        advice, last = _fault_in(rows, at, start, stop) if key or "-" in match["start"] else (None, at)
        if advice:
            yield last, advice
        if not key and "-" not in match["start"]:
            yield from _fault_of_loose_words(rows, at, above, above_column)
        elif not key and last < stop and FACT.match(rows[last + 1]) and _indent(rows[last + 1]) >= column:
            yield at, messages.NO_SPACE if NAME_WITHOUT_SPACE.match(row) else messages.UNCLEAR
        elif key:
            columns = {one: first for one, first in columns.items() if one <= column} | {
                column: columns.get(column, at)
            }
            above, above_column = at, column
            has_value = not COMMENT.fullmatch(value) and not BLOCK_TEXT.fullmatch(value)
        at = last + 1


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _fault_at_start(rows: Sequence[str], at: int) -> Iterator[tuple[int, Advice]]:
    """Yield what is wrong with how a row starts; below an item in quotes no words can go on."""
    if "\t" in rows[at][: _indent(rows[at])]:
        yield at, messages.TAB
    above = next((row for row in reversed(rows[:at]) if not COMMENT.fullmatch(row)), "")
    if QUOTED_ITEM.fullmatch(above):
        lists = {_indent(row) for row in rows[:at] if ITEM.match(row) and _indent(row) <= _indent(above)}
        if ITEM.match(rows[at]) and _indent(rows[at]) not in lists:
            yield at, messages.OTHER_INDENT
        elif LIKE_AN_ITEM.match(rows[at]) and not FACT_IN_QUOTES.match(rows[at]):
            yield at, messages.NO_HYPHEN


def _fault_of_loose_words(rows: Sequence[str], at: int, above: int, column: int) -> Iterator[tuple[int, Advice]]:
    """Yield what is wrong with a row that has neither a name nor a hyphen.

    above, column: the row of the fact above, and where that starts.
    """
    row = rows[at]
    if NAME_WITHOUT_SPACE.match(row):
        yield at, messages.NO_SPACE
    elif above < 0:
        yield at, messages.UNCLEAR
    elif _indent(row) <= column:
        yield at, messages.stray(row.strip())
    elif AFTER_SPACE.search(rows[above]):
        yield above, messages.HASH


def _fault_in(rows: Sequence[str], at: int, start: int, stop: int) -> tuple[Advice | None, int]:
    """Return what is wrong with the value that starts here, if anything, and the row of the fault, or of its end."""
    value = rows[at][start:].strip()
    if COMMENT.fullmatch(value):
        return None, at
    if value[:1] in {'"', "'"}:
        return _fault_in_quotes(rows, at, start)
    if value[:1] in {"[", "{"}:
        return _fault_in_brackets(rows, at, start)
    if BLOCK_TEXT.fullmatch(value):
        return None, _end_of_block_text(rows, at)
    has_colon = COLON.search(AFTER_SPACE.split(value)[0])
    if at < stop and not has_colon:
        return None, at  # the parser took it
    advice = messages.second_colon(rows[at]) if has_colon else None
    if value.startswith("- ") or value == "-":
        advice = messages.LIST_BESIDE
    elif value[0] in CURLY:
        advice = messages.CURLY
    elif value[0] in SPECIAL:
        advice = messages.special(value[0])
    return advice, at


def _end_of_block_text(rows: Sequence[str], at: int) -> int:
    column = _indent(rows[at])
    last = at
    for below in range(at + 1, len(rows)):
        if rows[below].strip() and _indent(rows[below]) <= column:
            break
        last = below
    return last


def _fault_in_quotes(rows: Sequence[str], at: int, start: int) -> tuple[Advice | None, int]:
    end = _end_of_quotes(rows, at, start)
    if end is None:
        return messages.OPEN_QUOTE, at
    last, after = end
    if COMMENT.fullmatch(rows[last][after:]):
        return None, last
    return messages.AFTER_QUOTES, at


def _end_of_quotes(rows: Sequence[str], at: int, start: int) -> tuple[int, int] | None:
    """Return where a quoted value ends, as row and column; None if a fact starts before that, or nothing ends it."""
    quote = rows[at][start:].lstrip()[0]
    inside = re.compile(r'(?:[^"\\]|\\.|\\$)*"' if quote == '"' else r"(?:[^']|'')*'")
    column = rows[at].index(quote, start) + 1
    for last in range(at, len(rows)):
        if last > at and (FACT.match(rows[last]) or _is_next_item(rows, at, last)):
            return None
        if end := inside.match(rows[last], column):
            return last, end.end()
        column = 0
    return None


def _is_next_item(rows: Sequence[str], at: int, below: int) -> bool:
    """Return whether both rows are items of one list: a hyphen below one that starts a value starts another."""
    start = ITEM.match(rows[at])
    return start is not None and rows[below].startswith(start[0])


def _fault_in_brackets(rows: Sequence[str], at: int, start: int) -> tuple[Advice | None, int]:
    """Return what is wrong with a list or a set of facts in brackets, if anything, and the row; else where it ends."""
    below = next((number + 1 for number in range(at + 1, len(rows)) if NAME_AT_START.match(rows[number])), len(rows))
    text = "\n".join(rows[at:below])
    depth, place, row, item = 0, start, at, start  # item: where a quotation mark would open one
    while sign := IN_BRACKETS.search(text, place):
        row += text.count("\n", place, sign.start())
        mark, place = sign[0], sign.end()
        if mark[0] == "\n":
            return messages.OPEN_BRACKET, at
        if mark == "#":
            return messages.HASH, row
        if mark in {'"', "'"}:
            if item < 0 or text[item : sign.start()].strip():
                item = -1
                continue  # it stands within an item
            quoted = QUOTED.match(text, sign.start())
            if not quoted or FACT_BELOW.search(quoted[0]):
                return messages.OPEN_QUOTE, row
            row, place, item = row + quoted[0].count("\n"), quoted.end(), -1
            continue
        item = place
        depth += (mark in "[{") - (mark in "]}")
        if depth == 0 and mark in "]}":
            rest = text[place:].split("\n", 1)[0]
            advice = messages.LINK if rest.startswith("(") else messages.AFTER_BRACKETS
            return (None, row) if COMMENT.fullmatch(rest) else (advice, at)
    return messages.OPEN_BRACKET, at
