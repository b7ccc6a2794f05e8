"""From YAML events to values, the line of each, and mistakes.

PyYAML's C parser gives the events.  Unquoted values follow the YAML 1.2 core schema
(https://yaml.org/spec/1.2.2/, section 10.3): only `true`, `false`, `null` and decimal numbers are anything but text.
Dates stay text; the model reads them.
"""

import re
from collections.abc import Iterator
from typing import Any, Self, TypeAlias

import yaml

from ideas_hub.model.value_paths import Lines, ValuePath, field_name
from ideas_hub.problem import excerpt
from ideas_hub.reading import yaml_messages as messages
from ideas_hub.reading.hidden_characters import HIDDEN, is_all_visible, kind_of
from ideas_hub.reading.yaml_faults import syntax_mistake
from ideas_hub.reading.yaml_indents import group_above
from ideas_hub.reading.yaml_losses import IN_BRACKETS, NAME_WITHOUT_SPACE, cut_by_comment, joined_rows, lost_row, span
from ideas_hub.reading.yaml_messages import Mistake
from ideas_hub.reading.yaml_slips import read_as_meant

MAX_DEPTH = 6
MAX_VALUES = 10_000  # in one block; the fullest data file of a hub has one for thirty characters
MAX_DIGITS = 18  # a longer number is a reference, not an amount

Plain: TypeAlias = str | int | float | bool | None

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
SPELT_CONTROL = re.compile("[\t\r]")
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


class YamlComposer:
    """Turns a block of YAML into values, lines and mistakes in one pass.

    lines: of every value, by path.  mistakes: those that leave the rest readable.
    """

    def __init__(self, block: str, first_line: int) -> None:
        self.lines: Lines = {}
        self._block, self.mistakes = read_as_meant(block, first_line)
        self._repeated = set[ValuePath]()  # where a name is there twice
        self._first_line = first_line
        self._may_hide = "\\" in block or not is_all_visible(block)
        self._events: Iterator[yaml.Event] = iter(())
        self._count = 0
        self._rows = self._block.split("\n")
        self._brackets = 0  # around the value that is read
        self._end_of_name = 0

    def values(self) -> dict[str, Any]:
        """Return the one mapping that the block must be; an empty block is an empty mapping.

        Raises: Mistake if the block cannot be read.
        """
        try:
            self._events = iter(yaml.CSafeLoader(self._block).get_event, None)
            return self._document()
        except yaml.MarkedYAMLError as error:
            raise syntax_mistake(error, self._block, self._first_line) from None
        except (yaml.YAMLError, ValueError) as error:
            raise Mistake(
                self._first_line,
                f"the facts cannot be read ({excerpt(error)}).",
                fix="Type the line again, without special characters.",
            ) from None

    def _document(self) -> dict[str, Any]:
        next(self._events)  # the stream starts
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return {}
        event, values = next(self._events), {}
        if isinstance(event, yaml.MappingStartEvent):
            values = self._mapping(())
        elif not isinstance(event, yaml.ScalarEvent) or event.value:
            at = self._line(event) - self._first_line
            if NAME_WITHOUT_SPACE.match(self._rows[at]):
                raise messages.mistake_in(self._rows, at, messages.NO_SPACE, self._first_line)
            raise Mistake(
                self._line(event),
                "the facts are not written as `name: value`.",
                found=excerpt(getattr(event, "value", "a list")),
                fix='Write one fact a line, such as "place: Newtown".',
            )
        next(self._events)  # the document ends
        if not isinstance(event := next(self._events), yaml.StreamEndEvent):
            raise Mistake(self._line(event), messages.SECOND_BLOCK.text, fix=messages.SECOND_BLOCK.fix)
        return values

    def _value(self, event: yaml.Event, path: ValuePath) -> Plain | dict[str, Any] | list[Any]:
        self.lines.setdefault(path, self._line(event))
        self._refuse_shortcuts(event, path)
        self._count += 1
        if self._count > MAX_VALUES:
            message = f"there are more than {MAX_VALUES:,} facts."
            raise Mistake(self._line(event), message, fix="Leave out what is not needed.", rule="many-values")
        if isinstance(event, yaml.ScalarEvent):
            self._note_hidden_character(event, path)
            return self._scalar(event)
        if len(path) >= MAX_DEPTH:
            raise Mistake(
                self._line(event),
                "the facts are nested too deeply.",
                field=field_name(path[:1]),
                fix="Use fewer brackets or steps in.",
                rule="depth",
            )
        is_in_brackets = bool(getattr(event, "flow_style", False))
        if is_in_brackets and IN_BRACKETS.match(self._block, span(event)[1]):
            raise messages.mistake_in(self._rows, self._line(event) - self._first_line, messages.HASH, self._first_line)
        self._brackets += is_in_brackets
        values = self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._sequence(path)
        self._brackets -= is_in_brackets
        return values

    def _scalar(self, event: yaml.ScalarEvent) -> Plain:
        """Return what a scalar means, as a `Cut` if a comment takes a part of it away."""
        if event.style in {"|", ">"}:
            return joined_rows(event.value) if event.style == "|" else event.value
        if not self._brackets and (lost := lost_row(self._rows, event)):
            raise messages.mistake_in(self._rows, *lost, self._first_line)
        value = event.value if event.style else plain_value(event.value)
        if "#" not in self._block:
            return value
        is_text, in_brackets = isinstance(value, str), self._brackets > 0
        cut = cut_by_comment(
            self._block, event, is_text=is_text, in_brackets=in_brackets, end_of_name=self._end_of_name
        )
        return value if cut is None else cut

    def _refuse_shortcuts(self, event: yaml.Event, path: ValuePath) -> None:
        """Refuse anchors, aliases (a few lines of them can expand to gigabytes) and tags."""
        if name := getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            found, rule = f"{sign}{name}", "alias"
        elif tag := getattr(event, "tag", None):
            sign, found, rule = "!", str(tag), "tag"
        else:
            return
        advice = messages.special(sign)
        raise Mistake(
            self._line(event), advice.text, field=field_name(path), found=excerpt(found), fix=advice.fix, rule=rule
        )

    def _note_repeated_name(self, event: yaml.Event, name: str, path: ValuePath) -> None:
        """Report a name that is there twice; of one item only the first, as a hyphen may be missing."""
        is_of_item = any(isinstance(part, int) for part in path[-2:])
        if not (is_of_item and path[:-1] in self._repeated):
            field, first, line = excerpt(field_name(path)), self.lines[path], self._line(event)
            group = ("", 0) if is_of_item else group_above(self._rows, line - self._first_line)
            fix = messages.ONE_OF_TWO_OR_AN_ITEM if is_of_item else messages.one_of_two(*group)
            self.mistakes.append(messages.written_twice(line, first, field, name, fix))
        self._repeated.add(path[:-1])

    def _note_hidden_character(self, event: yaml.ScalarEvent, path: ValuePath) -> None:
        r"""Note a character that a quoted value spells out and the file itself may not hold, such as `\u202E`."""
        if not self._may_hide:
            return
        is_spelt = event.style == '"' and SPELT_CONTROL.search(event.value)
        if is_all_visible(event.value) and not is_spelt:
            return
        if hidden := HIDDEN.search(event.value) or SPELT_CONTROL.search(event.value):
            code = f"U+{ord(hidden.group()[0]):04X}"
            self.mistakes.append(
                Mistake(
                    self._line(event),
                    f"the value holds {kind_of(hidden.group())}, {code}.",
                    field=field_name(path),
                    found=code,
                    fix="Type it again, without a tab or a backslash.",
                    rule="hidden-character",
                )
            )

    def _mapping(self, path: ValuePath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if key is None or getattr(event, "anchor", None) or key == "<<":
                fix = 'Write "name: value".'
                raise Mistake(self._line(event), "this is not the name of a fact.", field=field_name(path), fix=fix)
            key_path = (*path, key)
            if isinstance(event, yaml.ScalarEvent):
                self._note_hidden_character(event, key_path)
                self._end_of_name = span(event)[1]
            if key in values:
                self._note_repeated_name(event, key, key_path)
                key_path = (*path, f"{key} again")
            self.lines[key_path] = self._line(event)
            value = self._value(next(self._events), key_path)
            values.setdefault(key, value)
        return values

    def _sequence(self, path: ValuePath) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + self._first_line


class WrittenNumber(float):
    """A number that is printed as it was written: 3.10 may be a section, and 3.1 is another."""

    def __new__(cls, text: str) -> Self:
        """Return the number; its text stays with it."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    text: str

    def __str__(self) -> str:
        """Return the number as it was written."""
        return self.text

    def __reduce__(self) -> tuple[type["WrittenNumber"], tuple[str]]:
        """Pickle the text."""
        return WrittenNumber, (self.text,)


def plain_value(text: str) -> Plain:
    """Return what an unquoted value means in the YAML 1.2 core schema; `no`, `012`, `1:30` and dates stay text."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if INTEGER.fullmatch(text) and len(text) <= MAX_DIGITS:
        return int(text)
    if not DECIMAL.fullmatch(text):
        return text
    number = float(text)
    return number if str(number) == text else WrittenNumber(text)
