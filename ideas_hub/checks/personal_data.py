"""The gate for personal data: nothing that points to a person gets into a file, its facts, its notes or its name.

Found words are shown only in part: what a check prints is kept longer, and by more people, than the file itself.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.personal_identifiers import (
    IDENTIFIERS,
    PAIR,
    Identifier,
    found_in_row,
    readable,
    rows_that_may_hold,
)
from ideas_hub.model.value_paths import field_name
from ideas_hub.problem import Problem, Severity

RULE = "personal-data"
CELL = re.compile(r"\d{1,2}\.\d{3,}")
PLACE_COLUMNS = re.compile(r"lat|lon|lng", re.IGNORECASE)
SHOWN_AT_EACH_END = 2
FIX = {
    "a full postcode": "Write the area alone, such as the town or the first half of the postcode.",
    "a date of birth": "Write an age group, such as people over 60.",
    "an exact place on the map": "Name the town or the district, or round to two decimals.",
}
ALLOW = "If it is an organisation's own public contact, say so in the facts at the top with allow_contact."
ALLOW_OTHER = "If it is some other number, say in the facts at the top what it is, with allow_contact."
EXAMPLE = 'allow_contact: [{item: "%s", why: The public number of our office}]'
ITEMS = {
    "a telephone number": "01632 960000",
    "an e-mail address": "office@charity.example",
    "a full postcode": "ZZ1 1ZZ",
}


def find_personal_data(text: CheckedFile, _known: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each item of personal data in a file that nothing allows, and for each allowance not needed."""
    allowed = _allowed(text.values.get("allow_contact"))
    used: set[str] = set()
    for number, row in rows_that_may_hold(text.raw):
        for identifier, words in found_in_row(row):
            shape, field = identifier.shape(words), _field_at(text, number)
            if not field.startswith("allow_contact"):
                used.add(shape)
            if shape not in allowed:
                yield _problem(text, number, field, identifier, words)
    if text.file.endswith(".csv"):
        yield from _columns(text)
    yield from _unused(text, allowed, used)


@lru_cache(maxsize=50_000)  # a preview asks again at every change
def check_name(file: str) -> tuple[Problem, ...]:
    """Return a problem for each item of personal data in a file's or a folder's name."""
    return tuple(_in_name(file))


def _in_name(file: str) -> Iterator[Problem]:
    name = file.rpartition("/")[2].partition(".")[0]
    seen: set[str] = set()
    for spelling in (file.rpartition("/")[2], re.sub(r"[-_]+", " ", name), re.sub(r"[-_ ]+", "", name)):
        for identifier, words in found_in_row(spelling) if any(rows_that_may_hold(spelling)) else ():
            if identifier.name not in seen:
                seen.add(identifier.name)
                message = f"there is {identifier.name} in the file's name: {redacted(words)}."
                yield Problem(
                    file,
                    0,
                    message,
                    found=redacted(words),
                    rule=RULE,
                    fix="Give the file another name, such as walking-together.md.",
                )


def redacted(words: str) -> str:
    """Return enough of the words to find them again in the file, and not more."""
    start, end = words[:SHOWN_AT_EACH_END], words[-SHOWN_AT_EACH_END:]
    return f"{start}…{end}"


def _problem(text: CheckedFile, number: int, field: str, identifier: Identifier, words: str) -> Problem:
    fix = FIX.get(identifier.name, "Delete it.")
    allow = ALLOW if identifier.can_be_public else ALLOW_OTHER
    can_allow = text.file.endswith(".md")
    return Problem(
        text.file, number, f"there is {identifier.name} here: {redacted(words)}.", field=field, found=redacted(words), rule=RULE,
        fix=f"{fix} {allow}" if can_allow else fix,
        example=EXAMPLE % ITEMS[identifier.name] if can_allow and identifier.name in ITEMS else "",
    )  # fmt: skip


def _field_at(text: CheckedFile, number: int) -> str:
    """Return the field that a line of the facts belongs to, "" for a line of the text or a comment."""
    if number >= text.body_line and text.body:
        return ""
    return next((field_name(path) for path, line in reversed(text.lines.items()) if line == number), "")


def _allowed(items: object) -> frozenset[str]:
    """Return the shapes of all items that the facts allow and give a reason for."""
    given = [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []
    words = [str(one.get("item") or "") for one in given if str(one.get("why") or "").strip()]
    return frozenset(identifier.shape(readable(item)) for item in words if item for identifier in IDENTIFIERS)


def _columns(text: CheckedFile) -> Iterator[Problem]:
    """A table's co-ordinates stand in columns of their own, so no row says what they are."""
    header = text.rows[0].casefold() if text.rows else ""
    if not PLACE_COLUMNS.search(header):
        return
    for number, row in enumerate(text.rows[1:], 2):
        if (match := CELL.search(row)) and not PAIR.search(row):
            fix = FIX["an exact place on the map"]
            message = f"there is an exact place on the map here: {redacted(match.group())}."
            yield Problem(text.file, number, message, found=redacted(match.group()), rule=RULE, fix=fix)


def _unused(text: CheckedFile, allowed: frozenset[str], used: set[str]) -> Iterator[Problem]:
    items = text.values.get("allow_contact")
    for index, one in enumerate(items if allowed and isinstance(items, list) else ()):
        item = str(one.get("item") or "") if isinstance(one, dict) else ""
        if item and not any(identifier.shape(readable(item)) in used for identifier in IDENTIFIERS):
            line = text.lines.get(("allow_contact", index), 1)
            yield Problem(
                text.file, line, f"nothing in this file needs {redacted(item)} to be allowed.", field=f"allow_contact[{index + 1}]",
                found=redacted(item), rule=RULE, severity=Severity.IDEA, fix="Delete it, or write it exactly as in the text.",
            )  # fmt: skip
