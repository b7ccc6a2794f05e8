"""Mistakes in YAML, in an editor's words."""

import re
from dataclasses import dataclass
from functools import partial

import yaml

from ideas_hub.problem import Problem, excerpt


class Mistake(Exception):  # noqa: N818 an editor's mistake, not an error of the program
    """A mistake that was found while parsing; `problem(file)` names it."""

    def __init__(self, line: int, message: str, *, found: str = "", fix: str = "", rule: str = "yaml") -> None:
        super().__init__(message)
        self.problem = partial(Problem, line=line, message=message, found=found, fix=fix, rule=rule)


@dataclass(frozen=True, slots=True)
class _SyntaxMessage:
    """A YAML syntax error in an editor's words.

    pattern: found in the parser's own message.
    at_start: whether the line to mend is where the unfinished thing began.
    """

    pattern: str
    text: str
    fix: str
    at_start: bool = False
    rule: str = "yaml"


TAB = _SyntaxMessage(
    "tab character", "the line starts with a tab.", "Use spaces instead: two for each step in.", rule="tab"
)
SECOND_COLON = _SyntaxMessage(
    "mapping values", "there is a second colon in this line.", 'Put quotes around the value: title: "Walking: a start".'
)
OUT_OF_PLACE = _SyntaxMessage(
    "",
    "the line does not follow on from the line above.",
    "Start it where the other facts start, and check that the line above has a space after its colon.",
)
NO_SPACE = _SyntaxMessage("", "there is no space after the colon.", "Write a space between the colon and the value.")
AFTER_QUOTES = _SyntaxMessage(
    "",
    "words follow a closing quotation mark.",
    "Put one pair of quotes around the whole value, and check that the line above closes its own.",
)
UNCLEAR = _SyntaxMessage(
    "",
    "the line cannot be read as `name: value`.",
    "Check the colon, the quotes and the spaces at the start; lines of one list start alike.",
)
SYNTAX_MESSAGES = (
    TAB,
    _SyntaxMessage(
        "unexpected end of stream|document indicator",
        "a quotation mark is opened and not closed.",
        "Put the same mark at the end of the value.",
        at_start=True,
    ),
    _SyntaxMessage(
        "quoted scalar",
        "a backslash between quotation marks has a special meaning.",
        "Leave the backslash out, or write it twice.",
    ),
    _SyntaxMessage(
        "parsing a flow",
        "a list in brackets is not closed or a comma is missing.",
        "Close it with ] or }, with a comma between items.",
        at_start=True,
    ),
    SECOND_COLON,
    _SyntaxMessage(
        "sequence entries",
        "a list starts beside its name.",
        "Write it in brackets, or start each item on a line of its own with a hyphen.",
    ),
    _SyntaxMessage(
        "start any token|an alias|an anchor| tag|node content",
        "the value starts with a character that has a special meaning here.",
        "Put quotes around the value.",
    ),
    _SyntaxMessage("simple key", UNCLEAR.text, UNCLEAR.fix, at_start=True),
    UNCLEAR,
)
NO_SPACE_HERE = re.compile(r"[a-z_]+:[^\s:/]")
COLON = re.compile(r":(?:\s|$)")
QUOTED = re.compile(r"""(?:- +)?(?:[\w-]+: *)?["']""")


def syntax_mistake(error: yaml.MarkedYAMLError, block: str, first_line: int) -> Mistake:
    """Return a YAML syntax error as a mistake; its line is the one to mend, as far as the parser knows."""
    parser_text = f"{error.context or ''}: {error.problem or ''}"
    message = next(message for message in SYNTAX_MESSAGES if re.search(message.pattern, parser_text))
    marks = (error.context_mark, error.problem_mark) if message.at_start else (error.problem_mark, error.context_mark)
    rows = block.split("\n")
    at = min(next((mark.line for mark in marks if mark), 0), len(rows) - 1)
    row = rows[at].strip()
    if "\t" in rows[at][: len(rows[at]) - len(rows[at].lstrip())]:
        message = TAB
    elif message is SECOND_COLON and len(COLON.findall(row)) == 1:
        message = OUT_OF_PLACE
    elif message.text == UNCLEAR.text and NO_SPACE_HERE.match(row):
        message = NO_SPACE
    elif message is UNCLEAR and QUOTED.match(row):
        message = AFTER_QUOTES
    return Mistake(at + first_line, message.text, found=excerpt(row), fix=message.fix, rule=message.rule)
