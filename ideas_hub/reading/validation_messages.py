"""What to tell an editor about each kind of pydantic error."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
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


WORDS = {
    "cut": ('everything after "#" is left out: "{rest}".', HASH.fix),
    "missing": ("it is missing.", 'Add a line that starts with "{name}:".'),
    "missing_inside": ("it is missing.", "Write {name}: ... in it."),
    "empty": ("it is empty.", "Write a value."),
    "empty_option": ("it is empty.", "Write a value, or leave it out."),
    "literal_error": ('"{found}" is not one of the choices.', ""),
    "too_long": ("it has {size} {what}; the most is {limit}.", "Take out {more} or more."),
    "too_short": ("it has too few items; the least is {least}.", "Add one, or leave the whole list out."),
    "day": ('"{found}" is not a date we can read.', "Write it as year-month-day, such as 2022-08-31."),
    "moment": ('"{found}" is not a date we can read.', "Write it as 2022, 2022-08 or 2022-08-31."),
    "impossible_day": ('"{found}" is not a day in the calendar.', "Check the day, the month and the year."),
    "unlikely_year": ('"{found}" is not a likely date.', "Check the year."),
    "language": ('"{found}" is not the code of a language.', "Write cy for Welsh."),
    "bool_type": ('"{found}" is neither true nor false.', "Write true or false, without quotes."),
    "not_a_number": ('"{found}" is not written as a {whole}number.', "{digits}"),
    "list_for_text": ("it is a list, and one text is expected.", "Write it without brackets or hyphens: {name}: ..."),
    "colon_in_text": ('the colon in "{inside}" cuts the text in two.', "Put quotes around the whole text."),
    "string_type": ('"{found}" is not text.', 'Put quotes around it: "{found}".'),
    "tuple_type": ('"{found}" is not a list.', "Put it in brackets: {name}: [{items}]."),
    "words_for_list": (
        '"{found}" is not a list.',
        "Write each on a row of its own below it, after a hyphen and a space.",
    ),
    "model_type": ('"{found}" is not a set of named facts.', "Write it as {inside}."),
    "dict_type": ('"{found}" is not a set of named facts.', "Write name: value inside it."),
    "string_pattern_mismatch": ('"{found}" is not written as it should be.', "{how}."),
    "one_line": ("it runs over several lines.", "Write it on one line."),
    "raw_mark": ('it has {what} in it: "{mark}".', "Write plain words only."),
    "code": ('it has {what} in it: "{mark}".', 'Write "{plain}" itself.'),
    "several_words": ('"{found}" has a comma in it.', "Write each word as an item of its own: {words}."),
    "placeholder": (
        '"{words}" stands for words that are still to be written.',
        "Write them, or leave the whole fact out until you know.",
    ),
    "ends_too_early": ("it ends before it starts.", "Check the start and the end."),
    "clock_time": ('"{found}" is not a time we can read.', "Write it as 09:30 or 18:30."),
    "time_without_day": ('"{found}" is a time without a day.', NO_DAY_FIX),
    "end_time_alone": ("it says when it ends, and not when it starts.", "Write start_time too."),
    "season_and_day": ('"{found}" is a season, and the start already gives the day.', "Leave out the season."),
    "greater_than_equal": ('"{found}" is too small.', "The least is {ge:g}."),
    "less_than_equal": ('"{found}" is too large.', "The most is {le:g}."),
}
"""What to say of a value, and what to do: by the kind of pydantic's error, or of what people wrote instead."""
DIGITS_ONLY = "Write digits only, such as 1119: no quotes, no comma, no zero in front."
IN_DISPLAY = ' What readers see, such as "£1,119", goes in display.'
SUCH_AS = ", such as {tidied}"
OF_TEXT, OF_LIST = "letters", "items"  # what is counted


def message_of(failure: Failure) -> Message:
    """Return what to tell the editor about a failure."""
    if isinstance(failure.value, Cut):
        return _said("cut", failure, rest=excerpt(failure.value.rest))
    if failure.value is None and failure.error_type in EMPTY_TYPES:
        return _empty(failure)
    if failure.error_type in MESSAGES:
        return MESSAGES[failure.error_type](failure)
    if failure.error_type in WORDS:
        return _said(failure.error_type, failure, **failure.context)
    return Message(f"it is not right ({failure.text}).")


def _said(key: str, failure: Failure, **places: object) -> Message:
    message, fix = (words.format(found=failure.found, name=failure.name, **places) for words in WORDS[key])
    return Message(message, fix)


def _missing(failure: Failure) -> Message:
    return _said("missing_inside" if failure.path[1:] else "missing", failure)


def _empty(failure: Failure) -> Message:
    known = fields_at(failure.path, failure.record).get(failure.name)
    return _said("empty" if known and known.is_required() else "empty_option", failure)


def _not_a_choice(failure: Failure) -> Message:
    expected = str(failure.context.get("expected", "")).replace(" or ", ",").split(",")
    allowed = tuple(part.strip(" '") for part in expected)
    near = KnownIds(allowed, partial(labels_of, allowed)).nearest(failure.found)
    return replace(_said("literal_error", failure), allowed=allowed, nearest=near[0] if near else "")


def labels_of(choices: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each of a field's choices with the words that readers see for it."""
    tables = [table for table in LABELS.values() if set(choices) == set(table)]
    yield from ((choice, [table[choice] for table in tables]) for choice in choices)


def _not_a_language(failure: Failure) -> Message:
    return replace(_said("language", failure), allowed=tuple(NAMES), nearest=code_named(failure.found))


def _too_long(failure: Failure) -> Message:
    limit, value = failure.context.get("max_length", 0), failure.value
    size = len(value.strip()) if isinstance(value, str) else len(value) if isinstance(value, list) else 0
    what = OF_TEXT if isinstance(value, str) else OF_LIST
    return _said("too_long", failure, size=size, what=what, limit=limit, more=size - limit)


def _too_short(failure: Failure) -> Message:
    if failure.value and failure.context.get("min_length", 1) > 1:
        return _said("too_short", failure, least=failure.context["min_length"])
    return _empty(failure)


def _not_a_number(failure: Failure) -> Message:
    digits = DIGITS_ONLY + (IN_DISPLAY if failure.name == "value" else "")
    whole = "whole " if isinstance(failure.value, float) else ""
    return _said("not_a_number", failure, whole=whole, digits=digits)


def _not_text(failure: Failure) -> Message:
    value = failure.value
    if waiting := next(placeholders_in(as_written(value)), None):
        return _said("placeholder", failure, words=excerpt(waiting.words))
    if isinstance(value, list):
        return _said("list_for_text", failure)
    if isinstance(value, dict):
        return _said("colon_in_text", failure, inside=failure.found.strip("{}"))
    return _said("string_type", failure)


def _not_a_list(failure: Failure) -> Message:
    items = ", ".join(filter(None, (item.strip(" -{}()") for item in re.split("[;,]", failure.found))))
    is_words = isinstance(failure.value, str) and (len(failure.value) > len(failure.found) or ". " in failure.found)
    return _said("words_for_list" if is_words else "tuple_type", failure, items=items)


def _not_a_mapping(failure: Failure) -> Message:
    inside = ", ".join(f"{part}: ..." for part in islice(fields_at((*failure.path, ""), failure.record), 3))
    return _said("model_type" if inside else "dict_type", failure, inside=f"{{{inside}}}")


def _wrong_pattern(failure: Failure) -> Message:
    pattern = str(failure.context.get("pattern", ""))
    how = next((fix for start, fix in PATTERN_FIXES.items() if pattern.startswith(start)), "")
    if pattern.startswith(ID_PATTERN) and (tidied := tidy(END_OF_ADDRESS.sub("", str(failure.value)).split("/")[-1])):
        how += SUCH_AS.format(tidied=tidied)
    return _said("string_pattern_mismatch", failure, how=how)


def _raw_mark(failure: Failure) -> Message:
    what, mark, plain = failure.context["what"], excerpt(failure.context["found"]), failure.context["plain"]
    return _said("code" if plain.strip() else "raw_mark", failure, what=what, mark=mark, plain=plain)


def _placeholder(failure: Failure) -> Message:
    return _said("placeholder", failure, words=excerpt(failure.context["found"]))


MESSAGES: dict[str, Callable[[Failure], Message]] = {
    "missing": _missing,
    "extra_forbidden": unknown_field,
    "no_such_question": no_such_question,
    "literal_error": _not_a_choice,
    "language": _not_a_language,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_too_short": _too_short,
    "too_short": _too_short,
    **dict.fromkeys(("int_type", "float_type", "int_parsing", "float_parsing", "finite_number"), _not_a_number),
    "string_type": _not_text,
    **dict.fromkeys(("tuple_type", "list_type"), _not_a_list),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), _not_a_mapping),
    "string_pattern_mismatch": _wrong_pattern,
    "plain_text": _raw_mark,
    "placeholder": _placeholder,
}
"""How to find what to say where that takes more than the words."""
