"""Facts that have lost the spaces before them: each is reported, and read as a part of the fact that it belongs to."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any, get_origin

from pydantic import BaseModel

from ideas_hub.model.fields_at import fields_at
from ideas_hub.model.value_paths import ValuePath, line_of
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.front_matter import Parsed


def with_indents(parsed: Parsed, record: type[BaseModel], file: str) -> Parsed:
    """Return a file's values as they were meant, and a problem for each fact whose rows have lost their spaces."""
    given: object = parsed.values  # of a word in the glossary, whatever stands there
    if not isinstance(given, dict) or given.keys() <= record.model_fields.keys():
        return parsed
    values, lines, above, found = deepcopy(parsed.values), dict(parsed.lines), "", dict[str, list[str]]()
    for name, value in parsed.values.items():
        above = name if name in record.model_fields else above
        if name in record.model_fields or not (home := _home_of(name, value, above, record)):
            continue
        found.setdefault(home, []).append(name)
        place = _put(values, home, name)
        lines |= {(*place, *path[1:]): line for path, line in lines.items() if path[:1] == (name,)}
    problems = (lost_indent(file, line_of((names[0],), lines), names, home) for home, names in found.items())
    return replace(parsed, values=values, lines=lines, problems=(*parsed.problems, *problems))


def lost_indent(file: str, line: int, names: Sequence[str], home: str) -> Problem:
    """Return the problem of facts that stand at the start of their rows, and belong to another one.

    line: of the first.
    """
    first, words, several = excerpt(names[0]), f'"{excerpt(home)}"', f" and {len(names) - 1} more" * bool(names[1:])
    message = f'there are no spaces before "{first}"{several}, {"parts" if several else "which is a part"} of {words}.'
    fix = (
        f"Put them below {words}, with two spaces before each."
        if several
        else (f"Put it with the other parts of {words}, with as many spaces before it as they have.")
    )
    return Problem(file, line, message, field=first, found=first, fix=fix, rule="lost-indent")


def _home_of(name: str, value: object, above: str, record: type[BaseModel]) -> str:
    """Return the field that a fact belongs to: the one above it, or the only kind of table with such rows; else ""."""
    if above and _fits(name, value, above, record):
        return above
    tables = (other for other in record.model_fields if isinstance(value, dict) and _is_table(other, record))
    return next((other for other in tables if _fits(name, value, other, record)), "")


def _fits(name: str, value: object, field: str, record: type[BaseModel]) -> bool:
    parts: Collection[str] = fields_at((field, ""), record)
    inside = parts if parts is not record.model_fields else ()
    if not _is_table(field, record):
        return name in inside
    return value.keys() <= set(inside) if isinstance(value, dict) else isinstance(value, str) and not inside


def _is_table(field: str, record: type[BaseModel]) -> bool:
    return get_origin(record.model_fields[field].annotation) is dict


def _put(values: dict[str, Any], home: str, name: str) -> ValuePath:
    """Move a fact into another, or into the last of its items, and return its new path."""
    value, inside = values.pop(name), values.get(home)
    if isinstance(inside, list) and inside and isinstance(inside[-1], dict):
        inside[-1].setdefault(name, value)
        return (home, len(inside) - 1, name)
    values[home] = {name: value, **inside} if isinstance(inside, dict) else {name: value}
    return (home, name)
