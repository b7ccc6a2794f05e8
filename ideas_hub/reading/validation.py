"""A file's values against its record: the record, or problems that an editor can act on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from ideas_hub.model.value_paths import Lines, ValuePath, as_written, field_name, line_of
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.failures import Failure
from ideas_hub.reading.front_matter import Parsed
from ideas_hub.reading.lost_indents import with_indents
from ideas_hub.reading.unknown_fields import WORDS_AFTER_A_COMMA
from ideas_hub.reading.validation_messages import message_of

R = TypeVar("R", bound=BaseModel)

MAX_PROBLEMS = 100  # in one file; a file with more is the wrong file
ID = re.compile("[a-z0-9-]+")
MISSING, UNKNOWN, WRONG, NOT_A_LIST = "missing", "unknown-fact", "wrong-value", "not-a-list"
RULES: dict[str, str] = dict.fromkeys(get_args(ErrorType), WRONG) | {
    "missing": MISSING,
    "extra_forbidden": UNKNOWN,
    "tuple_type": NOT_A_LIST,
}
"""The rule that each kind of pydantic's errors breaks, as people name it; our own kinds have plain names."""

REPEATED, MANY = "repeated-item", "many-values"
IN_THE_LIST_ALREADY, DELETE_ONE = '"{words}" is in the list already, as number {number}.', "Delete one of the two."
MANY_MORE, COMPARE = "{count} more values are wrong.", "Compare the facts with those of another file of this kind."


def validate(parsed: Parsed, record: type[R], file: str) -> tuple[R | None, list[Problem]]:
    """Return the values as a record, or None if they do not fit it, and what is wrong with them."""
    parsed = with_indents(parsed, record, file)
    problems = list(parsed.problems)
    if problems and not parsed.values:
        return None, problems
    problems += _repeated_items(parsed.values, parsed.lines, file)
    try:
        return record.model_validate(parsed.values), problems
    except ValidationError as error:
        return None, [*problems, *_explain(error, record, parsed.values, parsed.lines, file)]


def _explain(
    error: ValidationError, record: type[BaseModel], values: dict[str, Any], lines: Lines, file: str
) -> list[Problem]:
    """Return one problem for each value that the record refused.

    A union of types refuses a value once for each type; such doubles are dropped.
    So is a missing field where a misspelt one suggests it.
    """
    problems: dict[tuple[int, str, str], Problem] = {}
    errors = (details for details in error.errors(include_url=False) if not _only_lost_items(details))
    for details in islice(errors, MAX_PROBLEMS):
        problem = _problem(details, record, values, lines, file)
        problems.setdefault((problem.line, problem.field, problem.message), problem)
    more = error.error_count() - MAX_PROBLEMS
    if more > 0:
        problems[0, "", ""] = Problem(file, 1, MANY_MORE.format(count=f"{more:,}"), fix=COMPARE, rule=MANY)
    return _one_of_each(problems.values())


def _one_of_each(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without those that another one explains.

    An unknown field beside the only one that is missing is that one under another name; of several that have no value
    the first says it: they are words after a comma.
    """
    by_record: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        by_record[problem.field.rpartition(".")[0], problem.rule].append(problem)
    for (record, rule), unknown in list(by_record.items()):
        missing = by_record.get((record, MISSING), [])
        if rule == UNKNOWN and len(unknown) == len(missing) == 1 and not unknown[0].nearest:
            name = missing[0].field.rpartition(".")[2]
            by_record[record, rule] = [replace(unknown[0], nearest=name, fix="")]
        elif rule == UNKNOWN:
            cut = [one for one in unknown if one.fix == WORDS_AFTER_A_COMMA]
            by_record[record, rule] = [one for one in unknown if one not in cut[1:]]
        near = {one.nearest for one in by_record[record, rule]} if rule == UNKNOWN else set()
        by_record[record, MISSING] = [one for one in missing if one.field.rpartition(".")[2] not in near]
    return [problem for some in by_record.values() for problem in some]


def _repeated_items(values: object, lines: Lines, file: str, path: ValuePath = ()) -> Iterator[Problem]:
    """Yield a problem for each item that is in its list already."""
    first: dict[tuple[bool, str], int] = {}
    for key, value in enumerate(values) if isinstance(values, list) else _items(values):
        at = (*path, key)
        if isinstance(key, int) and isinstance(value, str | dict) and (words := as_written(value)).strip():
            is_id = ID.fullmatch(words) is not None
            same = (is_id, words if is_id else " ".join(words.casefold().split()))
            if (other := first.setdefault(same, key)) != key:
                yield Problem(
                    file,
                    line_of(at, lines),
                    IN_THE_LIST_ALREADY.format(words=excerpt(words), number=other + 1),
                    field=field_name(at),
                    found=excerpt(words),
                    rule=REPEATED,
                    fix=DELETE_ONE,
                )
        if isinstance(value, list | dict):
            yield from _repeated_items(value, lines, file, at)


def _items(values: object) -> Iterable[tuple[str | int, object]]:
    return values.items() if isinstance(values, dict) else ()


def _only_lost_items(details: ErrorDetails) -> bool:
    """Return whether a list is too short only because its items, reported themselves, do not count."""
    given = details["input"]
    return details["type"] == "too_short" and len(given) >= details["ctx"]["min_length"]


def _problem(
    details: ErrorDetails, record: type[BaseModel], values: dict[str, Any], lines: Lines, file: str
) -> Problem:
    path, value = _locate(details["loc"], values)
    failure = Failure(details["type"], record, path, value, details.get("ctx", {}), details["msg"])
    message = message_of(failure)
    return Problem(
        file,
        line_of(path, lines),
        message.text,
        field=field_name(path),
        found=failure.found,
        allowed=message.allowed,
        nearest=message.nearest,
        fix=message.fix,
        rule=RULES.get(failure.error_type, failure.error_type.replace("_", "-")),
    )


def _locate(location: ValuePath, values: object) -> tuple[ValuePath, object]:
    """Return the path in the file of pydantic's location, and the value there, or None if there is none.

    pydantic's location also names the branch of a union, which is not in the file.
    """
    path: list[str | int] = []
    for position, part in enumerate(location):
        last = position == len(location) - 1
        if isinstance(values, dict) and (part in values or (last and part != "[key]")):
            path.append(part)
            values = values.get(part)
        elif isinstance(values, list) and isinstance(part, int) and part < len(values):
            path.append(part)
            values = values[part]
    return tuple(path), path[-1] if location[-1:] == ("[key]",) else values
