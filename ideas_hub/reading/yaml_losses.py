"""What a plain or quoted value of YAML loses in silence: what a # hides, and rows that join the value above."""

import re

import yaml

from ideas_hub.model.text_fields import Cut
from ideas_hub.reading.yaml_messages import NO_SPACE, OPEN_QUOTE, OUT_OF_PLACE, Advice

BESIDE = re.compile(r"[ \t]+(#.*)")
BELOW = re.compile(r"(?:[ \t]*\n)+( *)(#.*)")
IN_BRACKETS = re.compile(r"[\s,]*(#.*)")
START_OF_ROW = re.compile(r"( *)((?:- +)*)(.*:\s)?")
NAME = re.compile(r"[a-z_]+:(?:\s|$)")
NAME_WITHOUT_SPACE = re.compile(r"\s*(?:- +)?[a-z_]+:[^\s:/]")
SAME_PARAGRAPH = re.compile(r"(?<!\n)\n(?![\s>#|*+-]|\d+[.)] )")
"""A line end within a block of text that does not start a paragraph, a list or anything else of Markdown."""


def joined_rows(text: str) -> str:
    """Return the text of a `|` block as words on one line, as far as it is one paragraph."""
    return SAME_PARAGRAPH.sub(" ", text.strip("\n"))


def cut_by_comment(
    block: str, event: yaml.ScalarEvent, *, is_text: bool, in_brackets: bool, end_of_name: int
) -> Cut | None:
    """Return a value as one that a comment cuts short; None without a comment, or with one that is surely meant so.

    is_text: whether the value is no number, nothing empty and neither true nor false.
    in_brackets: whether the value stands in a list or a set of facts in brackets.
    end_of_name: where the last name of a fact ends in the block.
    """
    comment = _in_brackets(block, event, end_of_name) if in_brackets else _outside(block, event)
    if not comment or (comment[1:2] in {"", " ", "\t", "#"} and (event.style or not is_text)):
        return None
    cut = Cut(event.value)
    cut.rest = comment
    return cut


def _in_brackets(block: str, event: yaml.ScalarEvent, end_of_name: int) -> str:
    start, end = span(event)
    before = "" if event.value else block[end_of_name:start].partition("#")[2]
    match = IN_BRACKETS.match(block, end)
    return f"#{before}".strip() if before else match[1] if match else ""


def _outside(block: str, event: yaml.ScalarEvent) -> str:
    """Return the comment beside a value, or below it where a further row of a plain value would stand."""
    start, end = span(event)
    if match := BESIDE.match(block, end):
        return match[1]
    if event.style or not (match := BELOW.match(block, end)):
        return ""
    row = START_OF_ROW.match(block[block.rfind("\n", 0, start) + 1 : start])
    indent, hyphens, name = row.groups("") if row else ("", "", "")
    column = len(indent) + (len(hyphens) if name else len(hyphens.rstrip()) - 1)
    return match[2] if len(match[1]) > column else ""


def lost_row(rows: list[str], event: yaml.ScalarEvent) -> tuple[int, Advice] | None:
    """Return the row to mend where YAML takes an item or a fact for more words of the value above."""
    at_first, at_last = (mark.line if mark else 0 for mark in (event.start_mark, event.end_mark))
    for at in range(at_first + 1, min(at_last + 1, len(rows))):
        if event.style:
            if NAME.match(rows[at]):
                return at_first, OPEN_QUOTE
        elif rows[at].lstrip().startswith("- "):
            return at, OUT_OF_PLACE
        elif NAME_WITHOUT_SPACE.match(rows[at]):
            return at, NO_SPACE
    return None


def span(event: yaml.Event) -> tuple[int, int]:
    """Return where an event starts and ends in the block."""
    return (event.start_mark.index if event.start_mark else 0, event.end_mark.index if event.end_mark else 0)
