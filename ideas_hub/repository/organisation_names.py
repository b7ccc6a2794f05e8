"""Names of organisations in the facts of others: an id stands for the name, and a name without a record is an idea."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel

from ideas_hub.engine.csv_text import FORMULA
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.kinds import CASE_STUDIES, EVENTS, PROGRAMMES
from ideas_hub.model.organisation import Organisation, name_key
from ideas_hub.model.row_kinds import ORGANISATION_ROWS, PROJECT_ROWS
from ideas_hub.model.value_paths import ValuePath, field_name, line_of
from ideas_hub.problem import Problem, Severity, excerpt, nearest
from ideas_hub.reading.references import values_at_path

R = TypeVar("R", bound=BaseModel)
RecordRead: TypeAlias = tuple[str, object, Mapping[ValuePath, int], str]
"""Kind, facts, lines and file of what names organisations."""
NAMING = {
    CASE_STUDIES.id: ("organisation", "partners.*"),
    PROGRAMMES.id: ("owner.*", "funder.*", "areas.*.lead"),
    EVENTS.id: ("held_by.*",),
    PROJECT_ROWS.id: ("organisation", "partners.*", "funders.*"),
}
"""By kind: the fields that name organisations.  `*` stands for every item of a list."""
MOST_GUESSES = 200  # names for which the nearest is looked for; each is compared with all


def names_by_id(organisations: Iterable[DataRow[Organisation]]) -> dict[str, str]:
    """Return the name of each organisation by its id, and by those that it had."""
    return {one: row.facts.name for row in organisations for one in (*row.facts.redirect_from, row.id)}


def with_names(one: Document[Any], names: Mapping[str, str]) -> Document[Any]:
    """Return a document with the names of organisations where it has their ids.  names: by id."""
    facts = _with_names(one.facts, NAMING.get(one.kind.id, ()), names)
    return one if facts is one.facts else replace(one, facts=facts)


def row_with_names(row: DataRow[Any], names: Mapping[str, str]) -> DataRow[Any]:
    """Return a project's row with names in the same way; any other as it is."""
    facts = _with_names(row.facts, NAMING[PROJECT_ROWS.id] if row.file == PROJECT_ROWS.file else (), names)
    return row if facts is row.facts else replace(row, facts=facts)


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


def find_unknown_names(organisations: list[DataRow[Organisation]], records: Iterable[RecordRead]) -> Iterator[Problem]:
    """Yield an idea for each name that no organisation has; none at all where the hub lists no organisations."""
    names = [name for row in organisations for name in (row.id, *row.facts.names)]
    by_word = {name_key(name).replace(" ", "-"): name for name in names}
    known = {name_key(name) for name in (*names, *(old for row in organisations for old in row.facts.redirect_from))}
    guessed: dict[str, str] = {}
    for kind, facts, lines, file in records if known else ():
        for path, name in _names_in(facts, NAMING.get(kind, ())):
            key = name_key(name)
            if key in known:
                continue
            if len(guessed) < MOST_GUESSES:
                guessed.setdefault(key, by_word.get(nearest(key, by_word), ""))
            yield Problem(
                file,
                line_of(path, lines),
                f'no organisation on record is called "{excerpt(name)}", so it stands as plain words.',
                field=f"column {path[0]}" if file == PROJECT_ROWS.file else field_name(path),
                found=excerpt(name),
                nearest=guessed.get(key, ""),
                rule="no-record",
                fix="" if guessed.get(key) else f"Add a row to {ORGANISATION_ROWS.file} if a source tells of it.",
                severity=Severity.IDEA,
            )


def _names_in(facts: object, patterns: Iterable[str]) -> Iterator[tuple[ValuePath, str]]:
    """Yield each name that these fields give, with its path; one that a spreadsheet would run has a problem already."""
    for pattern in patterns:
        for path, name in values_at_path(facts, pattern.split(".")):
            if isinstance(name, str) and not FORMULA.search(name):
                yield path, name
