"""Values as front matter that the strict reader reads back unchanged.

Text that YAML could read as anything else is put in double quotes, where only the quote and the backslash are special.
Control characters, which would need escapes, must be stripped before (see plain_text).
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from ideas_hub.reading.front_matter import FENCE
from ideas_hub.reading.yaml_composer import plain_value

Scalar: TypeAlias = str | int | float | bool | date | None
Group: TypeAlias = "Mapping[str, Value]"
Value: TypeAlias = "Scalar | tuple[str | Group, ...] | Group"

# a letter first, then no colon, hash, bracket or quote that YAML could interpret
PLAIN = re.compile(r"[^\W\d_][\w ,.()'\u2019/&\u2013\u2014£%?!+-]*")
DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
INDENT = "  "


def front_matter(values: Mapping[str, Value]) -> str:
    """Return values as a front matter block, with the `---` lines around it."""
    return f"{FENCE}\n{mapping(values)}{FENCE}\n"


def mapping(values: Group, indent: str = "", step: str = INDENT) -> str:
    """Return values as lines of YAML, each behind an indent; what is within steps in further."""
    return "".join(_entry(scalar(name), value, indent, step) for name, value in values.items())


def _entry(name: str, value: Value, indent: str, step: str) -> str:
    if isinstance(value, Mapping):
        return f"{indent}{name}:\n{mapping(value, indent + step, step)}"
    if isinstance(value, tuple):
        if all(map(_is_plain_id, value)):
            return f"{indent}{name}: [{', '.join(map(str, value))}]\n"
        return f"{indent}{name}:\n" + "".join(f"{indent}{step}- {_item(item, indent + step)}" for item in value)
    return f"{indent}{name}: {scalar(value)}\n"


def _item(item: "str | Group", indent: str) -> str:
    if isinstance(item, Mapping):
        return mapping(item, f"{indent}  ").removeprefix(f"{indent}  ")
    return f"{scalar(item)}\n"


def _is_plain_id(item: "str | Group") -> bool:
    return isinstance(item, str) and ID.fullmatch(item) is not None and plain_value(item) == item


def scalar(value: Scalar) -> str:
    """Return one value as YAML; between double quotes JSON and YAML escape alike."""
    text = value.isoformat() if isinstance(value, date) else value
    return text if isinstance(text, str) and _needs_no_quotes(text) else json.dumps(text, ensure_ascii=False)


def _needs_no_quotes(text: str) -> bool:
    if text != text.strip() or plain_value(text) != text:
        return False
    return PLAIN.fullmatch(text) is not None or DATE.fullmatch(text) is not None
