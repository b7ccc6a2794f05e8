"""Strict front matter: every value knows its line, and nothing is guessed or lost.

python-frontmatter splits text and front matter; as it comes it hides errors (an unclosed block, a key written
twice, a byte order mark, YAML 1.1's `no` for False, alias bombs) and knows no lines.  It is given our own handler.
YAML is read by PyYAML's C parser as events, and plain values follow the YAML 1.2 core schema
(https://yaml.org/spec/1.2.2/, section 10.3): only `true`, `false`, `null` and decimal numbers are anything but text.
Dates stay text; the model reads them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from ideas_hub.model.value_paths import Lines, ValuePath
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.text_file import HIDDEN
from ideas_hub.reading.yaml_messages import TAB, Mistake, syntax_mistake

MAX_DEPTH = 6
MAX_DIGITS = 18  # a longer number is a reference, not an amount
FENCE = "---"

Plain: TypeAlias = str | int | float | bool | None

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
CONSTANTS = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file said: its values, the line of each, and the text below with its first line."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()


def parse_page(text: str, file: str) -> Parsed:
    """Return the front matter and the body of a Markdown file; mistakes are in `problems`, never raised."""
    handler = StrictYAMLHandler()
    try:
        _refuse_empty_start(text)
        values, _ = frontmatter.parse(text, handler=handler)
    except Mistake as mistake:
        return Parsed(problems=(mistake.problem(file),))
    return Parsed(
        values,
        handler.lines,
        handler.body,
        handler.body_line,
        tuple(mistake.problem(file) for mistake in handler.mistakes),
    )


def parse_yaml(text: str, file: str) -> Parsed:
    """Return the values of a whole YAML file, read as strictly as front matter."""
    composer = _Composer(text, first_line=1)
    try:
        values = composer.document()
    except Mistake as mistake:
        return Parsed(problems=(mistake.problem(file),))
    return Parsed(values, composer.lines, problems=tuple(m.problem(file) for m in composer.mistakes))


def _refuse_empty_start(text: str) -> None:
    """python-frontmatter would drop empty lines in silence and every line number would be wrong."""
    if not text.strip():
        raise Mistake(
            1, "the file is empty.", rule="front-matter", fix="Write its facts and its text, or delete the file."
        )
    if text[:1].isspace():
        raise Mistake(
            1, "the file starts with an empty line or a space.", rule="front-matter", fix='Make "---" the first line.'
        )


class StrictYAMLHandler(YAMLHandler):
    """python-frontmatter's handler for one file: refuses what is unclear and keeps the lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Lines = {}
        self.mistakes: list[Mistake] = []
        self.body = ""
        self.body_line = 1

    def detect(self, text: str) -> bool:  # noqa: ARG002 python-frontmatter hands it over
        """Take every file: one without front matter is a mistake, not another format."""
        return True

    def split(self, text: str) -> tuple[str, str]:
        """Return the block between the two `---` lines and the text below."""
        rows = text.split("\n")
        if rows[0].rstrip() != FENCE:
            raise Mistake(
                1,
                "the file does not start with its facts between two lines of ---.",
                found=excerpt(rows[0]),
                fix='Make the first line "---", then one fact a line, then "---" again.',
                rule="front-matter",
            )
        for number, row in enumerate(rows[1:], 2):
            if row.rstrip() == FENCE:
                self.body_line = number + 1
                self.body = "\n".join(rows[number:])
                return "\n".join(rows[1 : number - 1]), self.body
            if "\t" in row[: len(row) - len(row.lstrip())]:
                raise Mistake(number, TAB.message, found=excerpt(row.strip()), fix=TAB.fix, rule=TAB.rule)
        raise Mistake(
            1,
            "the block of facts is not closed.",
            rule="front-matter",
            fix='Put a line with only "---" after the last fact.',
        )

    def load(self, fm: str, **_settings: object) -> dict[str, Any]:
        """Return the block's values; the lines are kept on the handler."""
        composer = _Composer(fm, first_line=2)
        values = composer.document()
        self.lines, self.mistakes = composer.lines, composer.mistakes
        return values


class _Composer:
    """Turns YAML events into values, lines and mistakes, in one pass."""

    def __init__(self, block: str, first_line: int) -> None:
        self.block, self.first_line = block, first_line
        self.lines: Lines = {}
        self.mistakes: list[Mistake] = []
        self._events: Iterator[yaml.Event] = iter(())

    def document(self) -> dict[str, Any]:
        """Return the one mapping that the block must be."""
        try:
            self._events = iter(yaml.CSafeLoader(self.block).get_event, None)
            return self._document()
        except yaml.MarkedYAMLError as error:
            raise syntax_mistake(error, self.block, self.first_line) from None
        except (yaml.YAMLError, ValueError) as error:
            raise Mistake(
                self.first_line,
                f"the facts cannot be read ({excerpt(error)}).",
                fix="Type the line again, without special characters.",
            ) from None

    def _document(self) -> dict[str, Any]:
        next(self._events)  # the stream starts
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return {}
        event = next(self._events)
        if isinstance(event, yaml.ScalarEvent) and event.value == "":
            return {}
        if not isinstance(event, yaml.MappingStartEvent):
            raise Mistake(
                self._line(event),
                "the facts are not written as `name: value`.",
                found=excerpt(getattr(event, "value", "a list")),
                fix='Write one fact a line, such as "place: Somerset".',
            )
        values: dict[str, Any] = self._mapping(())
        next(self._events)  # the document ends
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise Mistake(self._line(event), "a second block of facts starts here.", fix="Keep all facts in one block.")
        return values

    def _value(self, event: yaml.Event, path: ValuePath) -> Plain | dict[str, Any] | list[Any]:
        self.lines.setdefault(path, self._line(event))
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse_shortcuts(event)
        if isinstance(event, yaml.ScalarEvent):
            self._note_hidden(event)
            return plain_value(event.value) if not event.style else str(event.value)
        if len(path) >= MAX_DEPTH:
            raise Mistake(
                self._line(event),
                "the facts are nested too deeply.",
                fix="Use fewer brackets or steps in.",
                rule="depth",
            )
        return self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._sequence(path)

    def _refuse_shortcuts(self, event: yaml.Event) -> None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        if name := getattr(event, "anchor", None):
            raise Mistake(
                self._line(event),
                f"the value starts with {sign}, which has a special meaning here.",
                found=excerpt(f"{sign}{name}"),
                fix="Put quotes around the value.",
                rule="alias",
            )
        if getattr(event, "tag", None) not in {None, "!"}:
            raise Mistake(
                self._line(event),
                "the value starts with !, which has a special meaning here.",
                found=excerpt(getattr(event, "tag", "")),
                fix="Put quotes around the value.",
                rule="tag",
            )

    def _note_hidden(self, event: yaml.ScalarEvent) -> None:
        r"""A quoted value can spell out what the file itself may not hold, such as `\u202E`."""
        if event.value.isprintable():
            return
        hidden = HIDDEN.search(event.value) or (re.search("\t", event.value) if event.style == '"' else None)
        if hidden:
            code = f"U+{ord(hidden.group()):04X}"
            fix = "Type it again, without a tab or a backslash."
            message = f"the value holds a hidden character, {code}."
            self.mistakes.append(Mistake(self._line(event), message, found=code, fix=fix, rule="hidden-character"))

    def _mapping(self, path: ValuePath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if key is None or getattr(event, "anchor", None) or key == "<<":
                raise Mistake(self._line(event), "this is not the name of a fact.", fix='Write "name: value".')
            at = (*path, key)
            if key in values:
                self.mistakes.append(
                    Mistake(
                        self._line(event),
                        f'"{excerpt(key)}" is written twice (first on line {self.lines[at]}).',
                        found=key,
                        fix="Keep one of the two.",
                        rule="duplicate-key",
                    )
                )
                at = (*path, f"{key} again")
            self.lines[at] = self._line(event)
            value = self._value(next(self._events), at)
            values.setdefault(key, value)
        return values

    def _sequence(self, path: ValuePath) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + self.first_line


def plain_value(text: str) -> Plain:
    """Return what an unquoted value means in the YAML 1.2 core schema; `no`, `012`, `1:30` and dates stay text."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if not text[-1].isdigit():
        return text
    if INTEGER.fullmatch(text) and len(text) <= MAX_DIGITS:
        return int(text)
    if DECIMAL.fullmatch(text):
        return float(text)
    return text
