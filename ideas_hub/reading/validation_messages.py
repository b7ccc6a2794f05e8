"""Turns what pydantic says into problems that an editor can act on."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ideas_hub.model.value_paths import Lines, ValuePath, field_name, line_of
from ideas_hub.problem import Problem, excerpt, nearest

SHOWN_PROBLEMS = 100  # of one file; a file with more is not what it should be
EMPTY_KINDS = {
    "string_type",
    "tuple_type",
    "list_type",
    "dict_type",
    "bool_type",
    "int_type",
    "float_type",
    "model_type",
    "model_attributes_type",
    "day",
    "moment",
    "literal_error",
}


@dataclass(frozen=True, slots=True)
class _Refused:
    """One value that the record refused.  path: where it stands.  context: what pydantic tells about the rule."""

    record: type[BaseModel]
    path: ValuePath
    value: object
    context: dict[str, Any]
    text: str

    @property
    def name(self) -> str:
        """The name of the field, or of the field whose item it is."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def found(self) -> str:
        return excerpt(as_written(self.value))


@dataclass(frozen=True, slots=True)
class _Told:
    """The same in an editor's words."""

    message: str
    fix: str = ""
    allowed: tuple[str, ...] = ()
    nearest: str = ""


Teller: TypeAlias = Callable[[_Refused], _Told]


def explain(
    error: ValidationError, record: type[BaseModel], values: dict[str, Any], lines: Lines, file: str
) -> list[Problem]:
    """Return one problem for each thing that the record refused."""
    problems: dict[tuple[int, str, str], Problem] = {}
    for details in islice(error.errors(include_url=False), SHOWN_PROBLEMS):
        problem = _problem(details, record, values, lines, file)
        problems.setdefault((problem.line, problem.field, problem.message), problem)
    misspelt = {problem.nearest for problem in problems.values() if problem.rule == "extra-forbidden"}
    return [problem for problem in problems.values() if problem.rule != "missing" or problem.field not in misspelt]


def _problem(
    details: ErrorDetails, record: type[BaseModel], values: dict[str, Any], lines: Lines, file: str
) -> Problem:
    path, kind = _within(details["loc"], values), details["type"]
    value = path[-1] if details["loc"][-1:] == ("[key]",) else _value_at(path, values)
    refused = _Refused(record, path, value, details.get("ctx", {}), details["msg"])
    teller = _empty if value is None and kind in EMPTY_KINDS else TELLERS.get(kind, _other)
    told = teller(refused)
    return Problem(
        file,
        line_of(path, lines),
        told.message,
        field=field_name(path),
        found=refused.found,
        allowed=told.allowed,
        nearest=told.nearest,
        fix=told.fix,
        rule=kind.replace("_", "-"),
    )


def _within(path: ValuePath, values: object) -> ValuePath:
    """Leave out the names of union branches, which pydantic adds to a path and no file has."""
    kept: list[str | int] = []
    at = values
    for position, part in enumerate(path):
        last = position == len(path) - 1
        if isinstance(at, dict) and (part in at or (last and part != "[key]")):
            kept.append(part)
            at = at.get(part)
        elif isinstance(at, list) and isinstance(part, int) and part < len(at):
            kept.append(part)
            at = at[part]
    return tuple(kept)


def _value_at(path: ValuePath, values: Any) -> object:  # noqa: ANN401 what a file holds can be anything
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def as_written(value: object) -> str:
    """Return a value as an editor would write it: `true`, `[a, b]`, `{start: 2021}`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(as_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {as_written(part)}' for key, part in value.items())}}}"
    return str(value)


def _fields_at(path: ValuePath, record: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields that are known where the path ends."""
    model: type[BaseModel] | None = record
    for part in path[:-1]:
        if isinstance(part, str) and model and part in model.model_fields:
            model = _model_in(model.model_fields[part].annotation)
    return model.model_fields if model else {}


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in found if model), None)


def _missing(refused: _Refused) -> _Told:
    inside = len(refused.path) > 1
    return _Told(
        "it is missing.",
        f"Write {refused.name}: ... in it." if inside else f'Add a line that starts with "{refused.name}:".',
    )


def _empty(refused: _Refused) -> _Told:
    known = _fields_at(refused.path, refused.record).get(refused.name)
    return _Told(
        "it is empty.", "Write a value." if known and known.is_required() else "Write a value, or leave it out."
    )


def _unknown_field(refused: _Refused) -> _Told:
    allowed = tuple(_fields_at(refused.path, refused.record))
    near = nearest(refused.name, allowed)
    return _Told(
        f'"{excerpt(refused.name)}" is not a field we know.',
        "" if near else "Check the spelling, or leave it out.",
        allowed,
        near,
    )


def _choice(refused: _Refused) -> _Told:
    expected = str(refused.context.get("expected", "")).replace(" or ", ",").split(",")
    allowed = tuple(part.strip(" '") for part in expected)
    return _Told(f'"{refused.found}" is not one of the choices.', "", allowed, nearest(refused.found, allowed))


def _too_long(refused: _Refused) -> _Told:
    limit, value = refused.context.get("max_length", 0), refused.value
    size = len(value.strip()) if isinstance(value, str) else len(value) if isinstance(value, list) else 0
    what = "characters" if isinstance(value, str) else "items"
    return _Told(f"it has {size} {what}; the most is {limit}.", f"Take out {size - limit} or more.")


def _too_short(refused: _Refused) -> _Told:
    least = refused.context.get("min_length", 1)
    if least > 1 and refused.value:
        return _Told(f"it has too few items; the least is {least}.", "Add one, or leave the whole list out.")
    return _empty(refused)


def _date(refused: _Refused) -> _Told:
    return _Told(f'"{refused.found}" is not a date we can read.', "Write it as year-month-day, such as 2022-08-31.")


def _moment(refused: _Refused) -> _Told:
    return _Told(f'"{refused.found}" is not a date we can read.', "Write it as 2022, 2022-08 or 2022-08-31.")


def _no_such_day(refused: _Refused) -> _Told:
    return _Told(f'"{refused.found}" is not a day in the calendar.', "Check the day, the month and the year.")


def _unlikely_year(refused: _Refused) -> _Told:
    return _Told(f'"{refused.found}" is not a likely date.', "Check the year.")


def _truth(refused: _Refused) -> _Told:
    return _Told(f'"{refused.found}" is neither true nor false.', "Write true or false, without quotes.")


def _number(refused: _Refused) -> _Told:
    fix = "Write digits only, such as 1119: no quotes, no comma, no zero in front."
    if refused.name == "value":
        fix += ' What readers see, such as "£1,119", goes in display.'
    return _Told(
        f'"{refused.found}" is not written as a {"whole " if isinstance(refused.value, float) else ""}number.', fix
    )


def _text(refused: _Refused) -> _Told:
    value = refused.value
    if isinstance(value, list):
        return _Told(
            "it is a list, and one text is expected.", f"Write it without brackets or hyphens: {refused.name}: ..."
        )
    if isinstance(value, dict):
        return _Told(
            f'the colon in "{refused.found.strip("{}")}" cuts the text in two.', "Put quotes around the whole text."
        )
    return _Told(f'"{refused.found}" is not text.', f'Put quotes around it: "{refused.found}".')


def _list(refused: _Refused) -> _Told:
    return _Told(f'"{refused.found}" is not a list.', f"Put it in brackets: {refused.name}: [{refused.found}].")


def _facts(refused: _Refused) -> _Told:
    inside = ", ".join(f"{part}: ..." for part in islice(_fields_at((*refused.path, ""), refused.record), 3))
    return _Told(
        f'"{refused.found}" is not a set of named facts.',
        f"Write it as {{{inside}}}." if inside else "Write name: value inside it.",
    )


def _pattern(refused: _Refused) -> _Told:
    pattern = str(refused.context.get("pattern", ""))
    fix = next((fix for start, fix in PATTERN_FIXES.items() if pattern.startswith(start)), "")
    tidy = "-".join(re.findall("[a-z0-9]+", refused.found.casefold()))
    if pattern.startswith(ID_PATTERN) and tidy:
        fix = f"{fix}, such as {tidy}"
    return _Told(f'"{refused.found}" is not written as it should be.', f"{fix}.")


def _lines(_refused: _Refused) -> _Told:
    return _Told("it runs over several lines.", "Write it on one line.")


def _html(refused: _Refused) -> _Told:
    return _Told(f'it has HTML in it: "{refused.found}".', "Write plain words only.")


def _period(_refused: _Refused) -> _Told:
    return _Told("the period ends before it starts.", "Check start and end.")


def _too_small(refused: _Refused) -> _Told:
    return _Told(f'"{refused.found}" is too small.', f"The least is {refused.context.get('ge', 0):g}.")


def _too_large(refused: _Refused) -> _Told:
    return _Told(f'"{refused.found}" is too large.', f"The most is {refused.context.get('le', 0):g}.")


def _other(refused: _Refused) -> _Told:
    return _Told(f"it is not right ({refused.text}).")


ID_PATTERN = "^[a-z0-9]+"
PATTERN_FIXES = {
    ID_PATTERN: "Use lower-case words joined by hyphens",
    "^O": "Write O1 to O9",
    "^E": "Write the ONS code, such as E40000006",
    "^[A-Z]": "Write a reference number such as TC-0042, never a name",
}
TELLERS: dict[str, Teller] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "literal_error": _choice,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "day": _date,
    "moment": _moment,
    "impossible_day": _no_such_day,
    "unlikely_year": _unlikely_year,
    "bool_type": _truth,
    "int_type": _number,
    "float_type": _number,
    "int_parsing": _number,
    "float_parsing": _number,
    "finite_number": _number,
    "string_type": _text,
    "tuple_type": _list,
    "list_type": _list,
    "model_type": _facts,
    "model_attributes_type": _facts,
    "dict_type": _facts,
    "string_pattern_mismatch": _pattern,
    "one_line": _lines,
    "plain_text": _html,
    "period": _period,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
}
"""For each kind of pydantic error, who tells it."""
