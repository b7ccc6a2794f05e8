"""What to tell an editor about each kind of pydantic error."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from ideas_hub.model.fields_at import fields_at
from ideas_hub.model.labels import LABELS
from ideas_hub.model.languages import NAMES, code_named
from ideas_hub.model.placeholders import placeholders_in
from ideas_hub.model.text_fields import Cut
from ideas_hub.model.value_paths import as_written
from ideas_hub.problem import excerpt
from ideas_hub.reading.failures import Failure, Message
from ideas_hub.reading.near_words import KnownIds, tidy
from ideas_hub.reading.unknown_fields import no_such_question, unknown_field
from ideas_hub.reading.yaml_messages import HASH

EMPTY_TYPES = {
    "string_type", "tuple_type", "list_type", "dict_type", "bool_type", "int_type", "clock_time",
    "float_type", "model_type", "model_attributes_type", "day", "moment", "literal_error",
}  # fmt: skip
"""Kinds of error that only mean "empty" when there is no value."""

NO_DAY_FIX = "Write the whole day, such as start: 2026-12-03, or leave out the time."
ID_PATTERN = "^[a-z0-9]+"
CODE_PATTERN = "^[A-Za-z0-9]+"
END_OF_ADDRESS = re.compile(r"/*(?:/index)?(?:\.html?|\.md|/)?(?:[?#].*)?$")
PATTERN_FIXES = {
    ID_PATTERN: "Use lower-case words joined by hyphens",
    CODE_PATTERN: "Write letters and digits, with single hyphens between them",
    "^https": "Write the whole address of the website, such as https://www.example.org",
    "^M": "Write the outline as an SVG path that starts with M",
    "^[A-Z]": "Write a reference number such as AB-0042, never a name",
}
"""What to write, by the start of the pattern that the value did not match."""


def message_of(failure: Failure) -> Message:
    """Return what to tell the editor about a failure."""
    if isinstance(failure.value, Cut):
        return Message(f'everything after "#" is left out: "{excerpt(failure.value.rest)}".', HASH.fix)
    if failure.value is None and failure.error_type in EMPTY_TYPES:
        return _empty(failure)
    if failure.error_type in MESSAGES:
        return MESSAGES[failure.error_type](failure)
    return Message(f"it is not right ({failure.text}).")


def _missing(failure: Failure) -> Message:
    return Message(
        "it is missing.",
        f"Write {failure.name}: ... in it." if failure.path[1:] else f'Add a line that starts with "{failure.name}:".',
    )


def _empty(failure: Failure) -> Message:
    known = fields_at(failure.path, failure.record).get(failure.name)
    return Message(
        "it is empty.", "Write a value." if known and known.is_required() else "Write a value, or leave it out."
    )


def _not_a_choice(failure: Failure) -> Message:
    expected = str(failure.context.get("expected", "")).replace(" or ", ",").split(",")
    allowed = tuple(part.strip(" '") for part in expected)
    near = KnownIds(allowed, partial(_labels_of, allowed)).nearest(failure.found)
    return Message(f'"{failure.found}" is not one of the choices.', "", allowed, near[0] if near else "")


def _labels_of(choices: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each of a field's choices with the words that readers see for it."""
    tables = [table for table in LABELS.values() if set(choices) == set(table)]
    yield from ((choice, [table[choice] for table in tables]) for choice in choices)


def _too_long(failure: Failure) -> Message:
    limit, value = failure.context.get("max_length", 0), failure.value
    size = len(value.strip()) if isinstance(value, str) else len(value) if isinstance(value, list) else 0
    what = "characters" if isinstance(value, str) else "items"
    return Message(f"it has {size} {what}; the most is {limit}.", f"Take out {size - limit} or more.")


def _too_short(failure: Failure) -> Message:
    if failure.value and failure.context.get("min_length", 1) > 1:
        least = failure.context["min_length"]
        return Message(f"it has too few items; the least is {least}.", "Add one, or leave the whole list out.")
    return _empty(failure)


def _not_a_date(failure: Failure, fix: str = "Write it as year-month-day, such as 2022-08-31.") -> Message:
    return Message(f'"{failure.found}" is not a date we can read.', fix)


def _not_a_number(failure: Failure) -> Message:
    fix = "Write digits only, such as 1119: no quotes, no comma, no zero in front."
    if failure.name == "value":
        fix += ' What readers see, such as "£1,119", goes in display.'
    whole = "whole " if isinstance(failure.value, float) else ""
    return Message(f'"{failure.found}" is not written as a {whole}number.', fix)


def _not_text(failure: Failure) -> Message:
    value = failure.value
    if waiting := next(placeholders_in(as_written(value)), None):
        return _placeholder(waiting.words)
    if isinstance(value, list):
        return Message(
            "it is a list, and one text is expected.", f"Write it without brackets or hyphens: {failure.name}: ..."
        )
    if isinstance(value, dict):
        return Message(
            f'the colon in "{failure.found.strip("{}")}" cuts the text in two.', "Put quotes around the whole text."
        )
    return Message(f'"{failure.found}" is not text.', f'Put quotes around it: "{failure.found}".')


def _placeholder(words: str) -> Message:
    message = f'"{excerpt(words)}" stands for words that are still to be written.'
    return Message(message, "Write them, or leave the whole fact out until you know.")


def _not_a_list(failure: Failure) -> Message:
    items = ", ".join(filter(None, (item.strip(" -{}()") for item in re.split("[;,]", failure.found))))
    is_words = isinstance(failure.value, str) and (len(failure.value) > len(failure.found) or ". " in failure.found)
    fix = "Write each on a row of its own below it, after a hyphen and a space."
    return Message(
        f'"{failure.found}" is not a list.', fix if is_words else f"Put it in brackets: {failure.name}: [{items}]."
    )


def _not_a_mapping(failure: Failure) -> Message:
    inside = ", ".join(f"{part}: ..." for part in islice(fields_at((*failure.path, ""), failure.record), 3))
    return Message(
        f'"{failure.found}" is not a set of named facts.',
        f"Write it as {{{inside}}}." if inside else "Write name: value inside it.",
    )


def _wrong_pattern(failure: Failure) -> Message:
    pattern = str(failure.context.get("pattern", ""))
    fix = next((fix for start, fix in PATTERN_FIXES.items() if pattern.startswith(start)), "")
    if pattern.startswith(ID_PATTERN) and (tidied := tidy(END_OF_ADDRESS.sub("", str(failure.value)).split("/")[-1])):
        fix = f"{fix}, such as {tidied}"
    return Message(f'"{failure.found}" is not written as it should be.', f"{fix}.")


def _raw_mark(failure: Failure) -> Message:
    what, found, plain = failure.context["what"], excerpt(failure.context["found"]), failure.context["plain"]
    fix = f'Write "{plain}" itself.' if plain.strip() else "Write plain words only."
    return Message(f'it has {what} in it: "{found}".', fix)


MESSAGES: dict[str, Callable[[Failure], Message]] = {
    "missing": _missing,
    "extra_forbidden": unknown_field,
    "no_such_question": no_such_question,
    "literal_error": _not_a_choice,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "day": _not_a_date,
    "moment": lambda f: _not_a_date(f, "Write it as 2022, 2022-08 or 2022-08-31."),
    "impossible_day": lambda f: Message(
        f'"{f.found}" is not a day in the calendar.', "Check the day, the month and the year."
    ),
    "unlikely_year": lambda f: Message(f'"{f.found}" is not a likely date.', "Check the year."),
    "language": lambda f: Message(
        f'"{f.found}" is not the code of a language.', "Write cy for Welsh.", tuple(NAMES), code_named(f.found)
    ),
    "bool_type": lambda f: Message(f'"{f.found}" is neither true nor false.', "Write true or false, without quotes."),
    **dict.fromkeys(("int_type", "float_type", "int_parsing", "float_parsing", "finite_number"), _not_a_number),
    "string_type": _not_text,
    "tuple_type": _not_a_list,
    "list_type": _not_a_list,
    "model_type": _not_a_mapping,
    "model_attributes_type": _not_a_mapping,
    "dict_type": _not_a_mapping,
    "string_pattern_mismatch": _wrong_pattern,
    "one_line": lambda _: Message("it runs over several lines.", "Write it on one line."),
    "plain_text": _raw_mark,
    "several_words": lambda f: Message(
        f'"{f.found}" has a comma in it.', f"Write each word as an item of its own: {f.context['words']}."
    ),
    "placeholder": lambda f: _placeholder(f.context["found"]),
    "ends_too_early": lambda _: Message("it ends before it starts.", "Check the start and the end."),
    "clock_time": lambda f: Message(f'"{f.found}" is not a time we can read.', "Write it as 09:30 or 18:30."),
    "time_without_day": lambda f: Message(f'"{f.found}" is a time without a day.', NO_DAY_FIX),
    "end_time_alone": lambda _: Message("it says when it ends, and not when it starts.", "Write start_time too."),
    "season_and_day": lambda f: Message(
        f'"{f.found}" is a season, and the start already gives the day.', "Leave out the season."
    ),
    "greater_than_equal": lambda f: Message(f'"{f.found}" is too small.', f"The least is {f.context.get('ge', 0):g}."),
    "less_than_equal": lambda f: Message(f'"{f.found}" is too large.', f"The most is {f.context.get('le', 0):g}."),
}
"""The message for each kind of pydantic error."""
