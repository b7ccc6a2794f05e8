"""Writes values as front matter that the strict reader reads back as the same values.

What could be taken for anything but text is put between double quotes, in which only the quote and the backslash are
special; control characters, which a quoted text would have to spell out, are not written at all (see plain_text).
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from ideas_hub.reading.front_matter import FENCE, plain_value

Scalar: TypeAlias = str | int | float | bool | date
Value: TypeAlias = "Scalar | tuple[str, ...] | Mapping[str, Value]"

PLAIN = re.compile(
    r"[^\W\d_][\w ,.()'\u2019/&\u2013\u2014£%?!+-]*"
)  # letters first, and no colon, hash, bracket or quote that YAML may read
DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
STEP = "  "


def front_matter(values: Mapping[str, Value]) -> str:
    """Return values as the block between the two lines of `---`, these lines included."""
    return f"{FENCE}\n{_mapping(values, '')}{FENCE}\n"


def _mapping(values: Mapping[str, Value], step: str) -> str:
    return "".join(_entry(name, value, step) for name, value in values.items())


def _entry(name: str, value: Value, step: str) -> str:
    if isinstance(value, Mapping):
        return f"{step}{name}:\n{_mapping(value, step + STEP)}"
    if isinstance(value, tuple):
        if all(map(_is_plain_id, value)):
            return f"{step}{name}: [{', '.join(value)}]\n"
        return f"{step}{name}:\n" + "".join(f"{step}{STEP}- {scalar(item)}\n" for item in value)
    return f"{step}{name}: {scalar(value)}\n"


def _is_plain_id(text: str) -> bool:
    return ID.fullmatch(text) is not None and plain_value(text) == text


def scalar(value: Scalar) -> str:
    """Return one value as YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    text = value.isoformat() if isinstance(value, date) else value
    return text if _may_stand_bare(text) else quoted(text)


def quoted(text: str) -> str:
    """Return text between double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _may_stand_bare(text: str) -> bool:
    if text != text.strip() or plain_value(text) != text:
        return False
    return PLAIN.fullmatch(text) is not None or DATE.fullmatch(text) is not None
