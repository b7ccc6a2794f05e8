"""Mistakes in YAML, in an editor's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import yaml

from ideas_hub.problem import Problem, excerpt


class Mistake(Exception):  # noqa: N818 an editor's mistake, not an error of the program
    """A mistake that was found while parsing; `problem(file)` names it."""

    def __init__(  # noqa: PLR0913 it has what a problem has
        self, line: int, message: str, *, field: str = "", found: str = "", fix: str = "", rule: str = "yaml"
    ) -> None:
        super().__init__(message)
        self.problem = partial(Problem, line=line, message=message, field=field, found=found, fix=fix, rule=rule)


@dataclass(frozen=True, slots=True)
class Advice:
    """What is wrong, and what to do."""

    text: str
    fix: str
    rule: str = "yaml"


TAB = Advice("the line starts with a tab.", "Use spaces instead: two for each step in.", "tab")
SECOND_COLON = Advice(
    "there is a second colon in this line.", 'Put quotes around the value: title: "Walking: a start".'
)
NO_HYPHEN = Advice(
    "the row of a list does not start with a hyphen and a space.", "Write - and a space before the words."
)
OTHER_INDENT = Advice(
    "the hyphen does not stand below the one above.", "Start all items of one list with the same number of spaces."
)
OUT_OF_PLACE = Advice(
    "the line does not follow on from the line above.",
    "Start it where the other facts start, and check that the line above has a space after its colon.",
)
NO_SPACE = Advice("there is no space after the colon.", "Write a space between the colon and the value.")
AFTER_QUOTES = Advice(
    "words follow a closing quotation mark.",
    "Put one pair of quotes around the whole value, and the other kind inside: '\"Hello\", they said'.",
)
AFTER_BRACKETS = Advice("words follow a closing bracket.", "Put quotes around the whole value.")
LINK = Advice("it is written as a link.", "Write plain words only; links belong in the text below the facts.")
OPEN_QUOTE = Advice("a quotation mark is opened and not closed.", "Put the same mark at the end of the value.")
OPEN_BRACKET = Advice(
    "a list in brackets is not closed or a comma is missing.",
    "Close it with ] or }, with a comma between items; put quotes around an item with a mark such as : or # in it.",
)
HASH = Advice(
    'everything after "#" is left out.',
    "Put quotes around the whole value, or move the comment to a line of its own.",
    "cut",
)
CURLY = Advice("curly quotation marks are part of the words here.", 'Put straight ones around the value: "...".')
LIST_BESIDE = Advice(
    "a list starts beside its name.",
    "Write it in brackets, or start each item on a line of its own with a hyphen.",
)
BACKSLASH = Advice(
    "a backslash between quotation marks has a special meaning.", "Leave the backslash out, or write it twice."
)
SECOND_BLOCK = Advice("a second block of facts starts here.", "Keep all facts in one block.")
UNCLEAR = Advice(
    "the line cannot be read as `name: value`.",
    "Check the colon, the quotes and the spaces at the start; lines of one list start alike.",
)
ONE_OF_TWO_OR_AN_ITEM = "Keep one of the two, or start another item with a hyphen."
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
BY_PARSER = (
    ("tab character", TAB),
    ("unexpected end of stream|document indicator", OPEN_QUOTE),
    ("quoted scalar", BACKSLASH),
    ("parsing a flow", OPEN_BRACKET),
    ("mapping values", SECOND_COLON),
    ("sequence entries", LIST_BESIDE),
    ("document start", SECOND_BLOCK),
)
"""What to say where no fault is found in the rows, by a pattern of the parser's own message."""


def second_colon(row: str) -> Advice:
    """Return what to say of a value with a colon in it: the row as it should be, if it has a name."""
    name, value = (key[2], row[key.end() :].strip()) if (key := KEY.match(row)) else ("", "")
    quote = "'" if '"' in value else '"'
    if not value or quote in value:
        return SECOND_COLON
    return Advice(SECOND_COLON.text, f"Put quotes around the value: {name}: {quote}{excerpt(value)}{quote}.")


def stray(row: str) -> Advice:
    """Return what to say of a row without a name and a colon."""
    return Advice(
        f'the line "{excerpt(row)}" is neither a part of this fact nor a fact of its own.',
        'Join it to the line above, or write "name: value".',
    )


def lost_spaces(name: str, group: str, other: str, spaces: int) -> Advice:
    """Return what to say of a fact that starts further left than those around it.

    group: the name of what it may be a part of, or "".
    other: the name of a fact below it that has these spaces before it.
    """
    part = f'a part of "{group}"' if group else "a part of what is above"
    return Advice(
        f'it starts further left than "{other}" below it.',
        f'If "{name}" is {part}, put {_spaces(spaces)} before it; if not, take those before "{other}" away.',
    )


def other_spaces(name: str, spaces: int, other: str, others_spaces: int) -> Advice:
    """Return what to say of a fact that has other spaces before it than the one that it stands beside."""
    return Advice(
        f'there {"is" if spaces == 1 else "are"} {_spaces(spaces)} before "{name}", and {_spaces(others_spaces)} '
        f'before "{other}".',
        f'Start both alike: with {_spaces(others_spaces)} before "{name}".',
    )


def _spaces(count: int) -> str:
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} space" if count == 1 else f"{number} spaces"


def written_twice(line: int, first: int, field: str, name: str, fix: str) -> Mistake:
    """Return a mistake for a name that is there twice.  first: the line where it is there first."""
    return Mistake(
        line, f"it is written twice (first on line {first}).", field=field, found=name, fix=fix, rule="duplicate-key"
    )


def one_of_two(group: str, spaces: int) -> str:
    """Return what to do about a name that is there twice.

    group: the name of the group right above, which it may be a part of; "" for none.
    spaces: before the parts of that group.
    """
    return (
        f'If it is a part of "{group}", put {_spaces(spaces)} before it; if not, keep one of the two.'
        if group
        else "Keep one of the two."
    )


def special(sign: str) -> Advice:
    """Return what to say of a value that starts with a sign of YAML's own."""
    return Advice(
        f"the value starts with {sign}, which has a special meaning here.",
        "Leave it out, or put quotes around the value." if sign in "*`" else "Put quotes around the value.",
    )


def advice_of(error: yaml.MarkedYAMLError) -> Advice:
    """Return what to say of a syntax error by the parser's own message."""
    text = f"{error.context or ''}: {error.problem or ''}"
    return next((advice for pattern, advice in BY_PARSER if re.search(pattern, text)), UNCLEAR)


def mistake_in(rows: Sequence[str], at: int, advice: Advice, first_line: int) -> Mistake:
    """Return a mistake in one of a block's rows, with the field that the row belongs to."""
    return Mistake(
        at + first_line,
        advice.text,
        field=field_in(rows, at),
        found=excerpt(rows[at].strip()),
        fix=advice.fix,
        rule=advice.rule,
    )


KEY = re.compile(r"([ \t]*(?:- +)*)([\w-]+)[ \t]*:(?!/)")


def field_in(rows: Sequence[str], at: int) -> str:
    """Return the field that a row belongs to, such as "could_we_do_this.cost"; "" if none stands in it or above."""
    names: list[str] = []
    column = len(rows[at]) - len(rows[at].lstrip()) + 1
    if own := KEY.match(rows[at]):
        if "\t" in own[1]:
            return own[2]  # nobody knows how far a tab steps in
        names, column = [own[2]], own.start(2)
    for row in reversed(rows[:at]):
        key = KEY.match(row) if column else None
        if key and key.start(2) < column and not (names and row[key.end() :].partition(" #")[0].strip()):
            names.insert(0, key[2])
            column = key.start(2)
    return ".".join(names)
