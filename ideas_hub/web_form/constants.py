"""Constants of a module as JSON: a rule's patterns, words and messages stand in one place, in Python."""

import re
from collections.abc import Collection, Mapping
from types import ModuleType
from typing import Any

from ideas_hub.web_form.patterns import javascript_pattern


def constants_of(module: ModuleType, names: str, patterns: str = "") -> dict[str, Any]:
    """Return constants by name: a set in order, a pattern as `{"re": its source, "flags": its flags}`.

    names, patterns: separated by spaces; patterns are those that the module has as plain text, to compile them late,
    or several of them by name.
    Raises: AttributeError if the module has no such constant; TypeError if it is of no kind that JSON has.
    """
    plain = {name: _as_json(getattr(module, name)) for name in names.split()}
    return plain | {name: _as_json(_compiled(getattr(module, name))) for name in patterns.split()}


def _compiled(pattern: str | Mapping[str, str]) -> re.Pattern[str] | dict[str, re.Pattern[str]]:
    if isinstance(pattern, str):
        return re.compile(pattern)
    return {name: re.compile(inner) for name, inner in pattern.items()}


def _as_json(value: object) -> Any:  # noqa: ANN401 whatever JSON has
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, re.Pattern):
        source, flags = javascript_pattern(value)
        return {"re": source, "flags": flags}
    if isinstance(value, Mapping):
        return {str(key): _as_json(inner) for key, inner in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(map(_as_json, value))
    if isinstance(value, Collection):
        return list(map(_as_json, value))
    raise TypeError(f"{type(value).__name__} has no JSON")
