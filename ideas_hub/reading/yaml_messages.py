"""The mistakes that front matter can have as YAML, said in an editor's words."""

import re
from dataclasses import dataclass

import yaml

from ideas_hub.problem import Problem, excerpt


class Mistake(Exception):  # noqa: N818 an editor's mistake, not an error of the program
    """A mistake found while reading, with its line in the file."""

    def __init__(self, line: int, message: str, *, found: str = "", fix: str = "", rule: str = "yaml") -> None:
        super().__init__(message)
        self.line, self.message, self.found, self.fix, self.rule = line, message, found, fix, rule

    def problem(self, file: str) -> Problem:
        return Problem(file, self.line, self.message, found=self.found, fix=self.fix, rule=self.rule)


@dataclass(frozen=True, slots=True)
class _Told:
    """A YAML error in an editor's words.  pattern: what the parser says.  at_start: the line to mend is where the thing began."""

    pattern: str
    message: str
    fix: str
    at_start: bool = False
    rule: str = "yaml"


TAB = _Told("tab character", "the line starts with a tab.", "Use spaces instead: two for each step in.", rule="tab")
SECOND_COLON = _Told(
    "mapping values", "there is a second colon in this line.", 'Put quotes around the value: title: "Walking: a start".'
)
OUT_OF_PLACE = _Told(
    "",
    "the line does not follow on from the line above.",
    "Start it where the other facts start, and check that the line above has a space after its colon.",
)
NO_SPACE = _Told("", "there is no space after the colon.", "Write a space between the colon and the value.")
AFTER_QUOTES = _Told(
    "",
    "words follow a closing quotation mark.",
    "Put one pair of quotes around the whole value, and check that the line above closes its own.",
)
UNCLEAR = _Told(
    "",
    "the line cannot be read as `name: value`.",
    "Check the colon, the quotes and the spaces at the start; lines of one list start alike.",
)
SYNTAX = (
    TAB,
    _Told(
        "unexpected end of stream|document indicator",
        "a quotation mark is opened and not closed.",
        "Put the same mark at the end of the value.",
        at_start=True,
    ),
    _Told(
        "quoted scalar",
        "a backslash between quotation marks has a special meaning.",
        "Leave the backslash out, or write it twice.",
    ),
    _Told(
        "parsing a flow",
        "a list in brackets is not closed or a comma is missing.",
        "Close it with ] or }, with a comma between items.",
        at_start=True,
    ),
    SECOND_COLON,
    _Told(
        "sequence entries",
        "a list starts beside its name.",
        "Write it in brackets, or start each item on a line of its own with a hyphen.",
    ),
    _Told(
        "start any token|an alias|an anchor| tag|node content",
        "the value starts with a character that has a special meaning here.",
        "Put quotes around the value.",
    ),
    _Told("simple key", UNCLEAR.message, UNCLEAR.fix, at_start=True),
    UNCLEAR,
)
NO_SPACE_HERE = re.compile(r"[a-z_]+:[^\s:/]")
COLON = re.compile(r":(?:\s|$)")
QUOTED = re.compile(r"""(?:- +)?(?:[\w-]+: *)?["']""")


def syntax_mistake(error: yaml.MarkedYAMLError, block: str, first_line: int) -> Mistake:
    """Say a YAML error in an editor's words; the line is the one to mend, where YAML knows it."""
    said = f"{error.context or ''}: {error.problem or ''}"
    told = next(told for told in SYNTAX if re.search(told.pattern, said))
    marks = (error.context_mark, error.problem_mark) if told.at_start else (error.problem_mark, error.context_mark)
    rows = block.split("\n")
    at = min(next((mark.line for mark in marks if mark), 0), len(rows) - 1)
    row = rows[at].strip()
    if "\t" in rows[at][: len(rows[at]) - len(rows[at].lstrip())]:
        told = TAB
    elif told is SECOND_COLON and len(COLON.findall(row)) == 1:
        told = OUT_OF_PLACE
    elif told.message == UNCLEAR.message and NO_SPACE_HERE.match(row):
        told = NO_SPACE
    elif told is UNCLEAR and QUOTED.match(row):
        told = AFTER_QUOTES
    return Mistake(at + first_line, told.message, found=excerpt(row), fix=told.fix, rule=told.rule)
