"""What the facts of a file use that other files or the day can prove wrong: gathered once, when the file is read.

So all files are checked at once, value by value, and only those that use a wrong one are looked at closely.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pydantic import BaseModel

from ideas_hub.model.kinds import CASE_STUDIES, EVENTS, PROGRAMMES
from ideas_hub.model.row_kinds import PROJECT_ROWS
from ideas_hub.model.value_paths import values_at_path
from ideas_hub.reading.references import REFERENCES

NAMING = {
    CASE_STUDIES.id: ("organisation", "partners.*"),
    PROGRAMMES.id: ("owner.*", "funder.*", "areas.*.lead"),
    EVENTS.id: ("held_by.*",),
    PROJECT_ROWS.id: ("organisation", "partners.*", "funders.*"),
}
"""By kind: the fields that name organisations.  `*` stands for every item of a list."""
PAST = ("updated", "reviewed", "source_date", "consent.withdrawn", "amounts.*.as_of")
"""What has happened, of entries and sources; the day itself may be today."""

NAMES, DAYS = "names of organisations", "days in the past"
Use: TypeAlias = tuple[str, Any]
"""What a value is, and the value as the facts have it: ("themes", "walking"), with the id of a theme; NAMES or DAYS."""
Users: TypeAlias = Mapping[str, Mapping[Any, list[str]]]
"""The files that use each value, by what it is."""


def uses_of(kind_id: str, facts: BaseModel) -> tuple[Use, ...]:
    """Return all that a record uses, each once."""
    return tuple(dict.fromkeys(_values(kind_id, facts)))


def _values(kind_id: str, facts: BaseModel) -> Iterator[Use]:
    patterns = *REFERENCES.get(kind_id, {}).items(), *((one, NAMES) for one in NAMING.get(kind_id, ())), *_DAYS
    for pattern, what in patterns:
        yield from ((what, value) for _, value in values_at_path(facts, pattern.split(".")))


_DAYS = tuple((pattern, DAYS) for pattern in PAST)


def users_of(uses: Iterable[tuple[str, Iterable[Use]]]) -> Users:
    """Return the files that use each value.  uses: by file."""
    users: defaultdict[str, defaultdict[Any, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file, some in uses:
        for what, value in some:
            users[what][value].append(file)
    return users
