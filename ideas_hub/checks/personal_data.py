"""The gate for personal data: nothing that identifies a person gets into a file, its front matter or its name.

Problems show only a part of the words found: a log is stored longer, and read by more people, than the file.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.checks.identifier_rows import candidate_rows, normalise
from ideas_hub.checks.personal_identifiers import IDENTIFIERS, PAIR, Identifier, find_identifiers
from ideas_hub.model.value_paths import field_name
from ideas_hub.problem import Problem, Severity

RULE = "personal-data"
COORDINATE = re.compile(r"\d{1,2}\.\d{3,}")
COORDINATE_COLUMNS = re.compile(r"lat|lon|lng", re.IGNORECASE)
LETTERS_SHOWN = 2  # at each end
MOST_IN_A_FILE = 1000  # a file with more is a list of people, and need not be read to its end
PLACE_FIX = "Name the town or the district, or round to two decimals."
FIX = {
    "a full postcode": "Write the area alone, such as the town or the first half of the postcode.",
    "a date of birth": "Write an age group, such as people over 60.",
    "an exact place on the map": PLACE_FIX,
}
ALLOW = "If it is an organisation's own public contact, say so in the facts at the top with allow_contact."
ALLOW_OTHER = "If it is some other number, say in the facts at the top what it is, with allow_contact."
EXAMPLE = 'allow_contact: [{item: "%s", why: The public contact of our office}]'
ITEMS = {
    "a telephone number": "01632 960000",
    "an e-mail address": "office@charity.example",
    "a full postcode": "ZZ1 1ZZ",
}


def find_personal_data(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each identifier that nothing allows, and an idea for each allowance that nothing needs."""
    allowed = _allowed(checked.values.get("allow_contact"))
    innermost = {line: path for path, line in checked.lines.items()}
    body_line = checked.body.first_line if checked.body.source else checked.raw.count("\n") + 2
    used: set[str] = set()
    found = ((number, *one) for number, row in candidate_rows(checked.raw) for one in find_identifiers(row))
    for number, identifier, words in islice(found, MOST_IN_A_FILE):
        shape = identifier.shape(words)
        field = "" if number >= body_line else field_name(innermost.get(number, ()))
        if not field.startswith("allow_contact"):
            used.add(shape)
        if shape not in allowed:
            yield _problem(checked, number, field, identifier, words)
    if checked.file.endswith(".csv"):
        yield from _coordinates_in_columns(checked)
    yield from _unused_allowances(checked, allowed, used)


@lru_cache(maxsize=50_000)  # a preview asks again at every change
def find_personal_data_in_name(file: str) -> tuple[Problem, ...]:
    """Return a problem for each kind of identifier in a file's name."""
    name = file.rpartition("/")[2]
    stem = name.partition(".")[0]
    found: dict[str, str] = {}
    for spelling in (name, re.sub(r"[-_]+", " ", stem), re.sub(r"[-_ ]+", "", stem)):
        for identifier, words in find_identifiers(spelling) if any(candidate_rows(spelling)) else ():
            found.setdefault(identifier.name, redacted(words))
    return tuple(
        Problem(
            file,
            0,
            f"there is {identifier} in the file's name: {words}.",
            found=words,
            fix="Give the file another name, such as walking-together.md.",
            rule=RULE,
        )
        for identifier, words in found.items()
    )


def redacted(words: str) -> str:
    """Return enough of the words to find them again in the file, and no more."""
    return f"{words[:LETTERS_SHOWN]}…{words[-LETTERS_SHOWN:]}"


def _problem(checked: CheckedFile, number: int, field: str, identifier: Identifier, words: str) -> Problem:
    fix = FIX.get(identifier.name, "Delete it.")
    allow = ALLOW if identifier.can_be_public else ALLOW_OTHER
    can_allow = checked.file.endswith(".md")
    return Problem(
        checked.file,
        number,
        f"there is {identifier.name} here: {redacted(words)}.",
        field=field,
        found=redacted(words),
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
            message = f"there is an exact place on the map here: {found}."
            yield Problem(checked.file, number, message, found=found, fix=PLACE_FIX, rule=RULE)


def _unused_allowances(checked: CheckedFile, allowed: frozenset[str], used: set[str]) -> Iterator[Problem]:
    items = checked.values.get("allow_contact")
    for index, one in enumerate(items if allowed and isinstance(items, list) else ()):
        item = str(one.get("item") or "") if isinstance(one, dict) else ""
        if item and used.isdisjoint(_shapes(item)):
            yield Problem(
                checked.file,
                checked.lines.get(("allow_contact", index), 1),
                f"nothing in this file needs {redacted(item)} to be allowed.",
                field=f"allow_contact[{index + 1}]",
                found=redacted(item),
                fix="Delete it, or write it exactly as in the text.",
                rule=RULE,
                severity=Severity.IDEA,
            )
