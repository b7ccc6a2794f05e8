"""The gate for personal data: nothing that identifies a person gets into a file, its front matter or its name.

Problems show only a part of the words found: a log is stored longer, and read by more people, than the file.
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from ideas_hub.checks.checked_file import SEPARATOR, CheckedFile
from ideas_hub.checks.identifier_rows import candidate_rows, may_spell_address, normalise, parts_with_signs
from ideas_hub.checks.personal_identifiers import IDENTIFIERS, PAIR, Identifier, find_identifiers
from ideas_hub.model.value_paths import field_name
from ideas_hub.problem import Problem, Severity

RULE = "personal-data"
BIRTH = "a date of birth"
COORDINATE = re.compile(r"\d{1,2}\.\d{3,}")
COORDINATE_COLUMNS = re.compile(r"lat|lon|lng", re.IGNORECASE)
AROUND_A_BREAK = 150  # characters on either side of a row's end
LETTERS_SHOWN = 2  # at each end
MOST_IN_A_FILE = 1000  # a file with more is a list of people, and need not be read to its end
FOUND = "there is {name} here: {found}."
FOUND_IN_NAME = "there is {name} in the file's name: {found}."
RENAME = "Give the file another name, such as walking-together.md."
PLACE_FIX = "Name the town or the district, or round to two decimals."
FIX = {
    "a full postcode": "Write the area alone, such as the town or the first half of the postcode.",
    "a home address": "Name the town or the district alone.",
    BIRTH: "Write an age group, such as people over 60.",
    "an exact place on the map": PLACE_FIX,
}
OTHER_FIX = "Delete it."
ALLOW = "If it is an organisation's own public contact, say so in the facts at the top with allow_contact."
ALLOW_OTHER = "If it is some other number, say in the facts at the top what it is, with allow_contact."
EXAMPLE = 'allow_contact: [{item: "%s", why: The public contact of our office}]'
ITEMS = {
    "a telephone number": "01632 960000",
    "an e-mail address": "office@charity.example",
    "a full postcode": "ZZ1 1ZZ",
}
UNUSED = "nothing in this file needs {found} to be allowed."
UNUSED_FIX = "Delete it, or write it exactly as in the text."


class Found(NamedTuple):
    """An identifier that was found, with its line, its field, and its words."""

    line: int
    field: str
    identifier: Identifier
    words: str


def find_personal_data(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each identifier that nothing allows, and an idea for each allowance that nothing needs."""
    allowed = _allowed(checked.values.get("allow_contact"))
    used: set[str] = set()
    found = chain(_as_written(checked), _as_met(checked, used))
    for number, field, identifier, words in islice(found, MOST_IN_A_FILE):
        shape = identifier.shape(words)
        if not field.startswith("allow_contact"):
            used.add(shape)
        if shape not in allowed:
            yield _problem(checked, number, field, identifier, words)
    if checked.file.endswith(".csv"):
        yield from _coordinates_in_columns(checked)
    yield from _unused_allowances(checked, allowed, used)


def _as_written(checked: CheckedFile) -> Iterator[Found]:
    """Yield what the rows of a file hold, as they are there."""
    innermost = {line: path for path, line in checked.lines.items()}
    body_line = checked.body.first_line if checked.body.source else checked.raw.count("\n") + 2
    rows = checked.raw.split("\n")
    for number, row in candidate_rows(checked.raw):
        in_text = number >= body_line
        field = "" if in_text else field_name(innermost.get(number, ()))
        around = rows[max(0, number - 2) : number + 1] if in_text else [row]
        for identifier, words in find_identifiers(row):
            if identifier.name != BIRTH or _is_birth(words, around):
                yield Found(number, field, identifier, words)


def _is_birth(words: str, rows: list[str]) -> bool:
    """Return whether a day is still somebody's date of birth if it is read with the rows around it."""
    around = " ".join(row if row.lstrip()[:1].isalnum() else f"\0{row}" for row in rows)
    return any(identifier.name == BIRTH and words == found for identifier, found in find_identifiers(around))


def _as_met(checked: CheckedFile, known: Container[str]) -> Iterator[Found]:
    """Yield what only a reader of the page meets: what goes on over the end of a row, or has marks within it.

    known: the shapes of what was found as it is written; they are asked for when that is done.
    """
    raw, rows = checked.raw.split("\n"), list(_rows_as_met(checked))
    for place, row in candidate_rows("\n".join(row for _, _, row in rows)):
        line, field, _ = rows[place - 1]
        line = min(line, len(raw))  # the name of a line break, &#10;, makes a row that the file does not have
        for identifier, words in find_identifiers(row) if row not in raw[line - 1] else ():
            if identifier.shape(words) not in known:
                yield Found(line, field, identifier, words)


def _rows_as_met(checked: CheckedFile) -> Iterator[tuple[int, str, str]]:
    """Yield each row of each passage, and the words where two of them meet, with line and field.

    Passages without signs of identifiers are left out.
    """
    passages, joined = checked.passages, checked.joined_text
    may_be_spelt = may_spell_address(joined)
    for passage in passages if may_be_spelt else (passages[place] for place in parts_with_signs(joined, SEPARATOR)):
        rows = passage.text.split("\n")
        for step, row in enumerate(rows):
            line = passage.line if passage.field else passage.line + step
            yield line, passage.field, row
            if step + 1 < len(rows):
                after = rows[step + 1]
                before = row if len(row) < AROUND_A_BREAK else row[-AROUND_A_BREAK:].partition(" ")[2]
                after = after if len(after) < AROUND_A_BREAK else after[:AROUND_A_BREAK].rpartition(" ")[0]
                yield line, passage.field, f"{before} {after}"


@lru_cache(maxsize=50_000)  # a preview asks again at every change
def find_personal_data_in_name(file: str) -> tuple[Problem, ...]:
    """Return a problem for each kind of identifier in a file's name."""
    name = file.rpartition("/")[2]
    stem = name.partition(".")[0]
    met: dict[str, str] = {}
    for spelling in (name, re.sub(r"[-_]+", " ", stem), re.sub(r"[-_ ]+", "", stem)):
        for identifier, words in find_identifiers(spelling) if any(candidate_rows(spelling)) else ():
            met.setdefault(identifier.name, redacted(words))
    return tuple(
        Problem(
            file,
            0,
            FOUND_IN_NAME.format(name=kind, found=found),
            found=found,
            fix=RENAME,
            rule=RULE,
        )
        for kind, found in met.items()
    )


def redacted(words: str) -> str:
    """Return enough of the words to find them again in the file, and no more."""
    return f"{words[:LETTERS_SHOWN]}…{words[-LETTERS_SHOWN:]}"


def _problem(checked: CheckedFile, number: int, field: str, identifier: Identifier, words: str) -> Problem:
    found = redacted(words)
    fix = FIX.get(identifier.name, OTHER_FIX)
    allow = ALLOW if identifier.can_be_public else ALLOW_OTHER
    can_allow = checked.file.endswith(".md")
    return Problem(
        checked.file,
        number,
        FOUND.format(name=identifier.name, found=found),
        field=field,
        found=found,
        fix=f"{fix} {allow}" if can_allow else fix,
        example=EXAMPLE % ITEMS[identifier.name] if can_allow and identifier.name in ITEMS else "",
        rule=RULE,
    )


def _allowed(items: object) -> frozenset[str]:
    """Return the shapes of all items that the front matter allows and gives a reason for."""
    given = [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []
    words = [str(one.get("item") or "") for one in given if str(one.get("why") or "").strip()]
    return frozenset(shape for item in words if item for shape in _shapes(item))


def _shapes(item: str) -> Iterator[str]:
    return (identifier.shape(normalise(item)) for identifier in IDENTIFIERS)


def _coordinates_in_columns(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each row of a CSV file with coordinates in columns of their own, named in the header."""
    header, *rows = checked.raw.split("\n")
    if not COORDINATE_COLUMNS.search(header):
        return
    for number, row in enumerate(rows, 2):
        if (match := COORDINATE.search(row)) and not PAIR.search(row):
            found = redacted(match.group())
            message = FOUND.format(name="an exact place on the map", found=found)
            yield Problem(checked.file, number, message, found=found, fix=PLACE_FIX, rule=RULE)


def _unused_allowances(checked: CheckedFile, allowed: frozenset[str], used: set[str]) -> Iterator[Problem]:
    items = checked.values.get("allow_contact")
    for index, one in enumerate(items if allowed and isinstance(items, list) else ()):
        item = str(one.get("item") or "") if isinstance(one, dict) else ""
        if item and used.isdisjoint(_shapes(item)):
            found = redacted(item)
            yield Problem(
                checked.file,
                checked.lines.get(("allow_contact", index), 1),
                UNUSED.format(found=found),
                field=f"allow_contact[{index + 1}]",
                found=found,
                fix=UNUSED_FIX,
                rule=RULE,
                severity=Severity.IDEA,
            )
