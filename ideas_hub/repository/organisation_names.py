"""Names of organisations in the facts of others: an id stands for the name, and a name without a record is an idea."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from ideas_hub.engine.csv_text import FORMULA
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.organisation import Organisation, name_key
from ideas_hub.model.row_kinds import ORGANISATION_ROWS, RowTakenDown
from ideas_hub.model.value_paths import ValuePath, values_at_path
from ideas_hub.problem import Problem, Severity, excerpt, nearest
from ideas_hub.reading.references import place_of
from ideas_hub.reading.rows import rows_with
from ideas_hub.reading.uses import NAMES, NAMING
from ideas_hub.repository.raw_content import RawContent
from ideas_hub.repository.records import files_in_doubt, records_with_ids

R = TypeVar("R", bound=BaseModel)
D = TypeVar("D", Document[Any], DataRow[Any])
MOST_GUESSES = 50
NO_RECORD = "no-record"


def names_by_id(organisations: Iterable[DataRow[Organisation]]) -> dict[str, str]:
    """Return the name of each organisation by its id, and by those that it had."""
    return {one: row.facts.name for row in organisations for one in (*row.facts.redirect_from, row.id)}


def with_names(one: D, kind_id: str, names: Mapping[str, str]) -> D:
    """Return a document or a row with the names of organisations where it has their ids.  names: by id."""
    facts = _with_names(one.facts, NAMING.get(kind_id, ()), names)
    return one if facts is one.facts else replace(one, facts=facts)


def _with_names(facts: R, patterns: Iterable[str], names: Mapping[str, str]) -> R:
    for pattern in patterns:
        field, _, rest = pattern.partition(".")
        value = getattr(facts, field, None)
        named = _named(value, rest.removeprefix("*").lstrip("."), names)
        if named != value:
            facts = facts.model_copy(update={field: named})
    return facts


def _named(value: object, field: str, names: Mapping[str, str]) -> object:
    """Return a value with names for ids.  field: of each item, that has the name; "" for the item itself."""
    if isinstance(value, tuple):
        return tuple(_named(item, field, names) for item in value)
    if isinstance(value, BaseModel):
        return _with_names(value, (field,), names)
    return names.get(value, value) if isinstance(value, str) else value


def find_unknown_names(raw: RawContent) -> Iterator[Problem]:
    """Yield an idea for each name that no organisation has; none at all where the hub lists no organisations.

    An id of one that was taken down should be put right: a page has nothing else to show for it.
    """
    names = [name for row in raw.organisations for name in (row.id, *row.facts.names)]
    gone = {row.id for row in rows_with(RowTakenDown, raw.rows[ORGANISATION_ROWS.id])}
    known = {
        name_key(name) for name in (*names, *(old for row in raw.organisations for old in row.facts.redirect_from))
    }
    nearest_name = _NearestNames(names)
    files = files_in_doubt(raw, NAMES, lambda name: name_key(name) in known)
    for kind, facts, lines, file in records_with_ids(raw, files) if names else ():
        for path, name in _names_in(facts, NAMING.get(kind, ())):
            if name_key(name) not in known:
                place = place_of(kind, path, lines, file)
                yield _taken_down(place, name) if name in gone else _unknown(place, name, nearest_name.of(name))


def _names_in(facts: object, patterns: Iterable[str]) -> Iterator[tuple[ValuePath, str]]:
    """Yield each name that these fields give, with its path; a formula is left out, as it has its problem already."""
    for pattern in patterns:
        for path, name in values_at_path(facts, pattern.split(".")):
            if isinstance(name, str) and not FORMULA.search(name):
                yield path, name


def _taken_down(place: Problem, name: str) -> Problem:
    found = excerpt(name)
    return replace(
        place,
        message=f'"{found}" is the id of an organisation that was taken down, so pages show it as it is.',
        found=found,
        fix="Write its name, or leave it out.",
        rule=NO_RECORD,
        severity=Severity.SHOULD_FIX,
    )


def _unknown(place: Problem, name: str, near: str) -> Problem:
    found = excerpt(name)
    return replace(
        place,
        message=f'no organisation on record is called "{found}", so it is shown as plain text.',
        found=found,
        nearest=near,
        fix="" if near else f"Add a row to {ORGANISATION_ROWS.file} if a source mentions it.",
        rule=NO_RECORD,
        severity=Severity.IDEA,
    )


class _NearestNames:
    """The nearest name to each of a few that are unknown; each is compared with all."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {_with_hyphens(name): name for name in names}
        self._found: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the name most like one that is unknown; "" for none, and for one too many."""
        key = _with_hyphens(name)
        if key not in self._found and len(self._found) < MOST_GUESSES:
            self._found[key] = self._names.get(nearest(key, self._names), "")
        return self._found.get(key, "")


def _with_hyphens(name: str) -> str:
    return name_key(name).replace(" ", "-")
