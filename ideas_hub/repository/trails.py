"""What trails rest on and doors lead to: nothing that readers cannot open."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel

from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry
from ideas_hub.model.kinds import ENTRY_KINDS, HOME_FILE, HOME_PAGE, PAGE_KINDS, TRAILS
from ideas_hub.model.moments import moment_words
from ideas_hub.model.value_paths import ValuePath, values_at_path
from ideas_hub.problem import Problem, Severity, excerpt, nearest
from ideas_hub.reading.documents import files_of
from ideas_hub.reading.files import find_obstacle
from ideas_hub.reading.references import REFERENCES, place_of
from ideas_hub.repository.published_addresses import NOT_OUT
from ideas_hub.repository.raw_content import RawContent
from ideas_hub.repository.records import records_with_ids

Entries: TypeAlias = Mapping[str, Mapping[str, Document[Entry] | None]]
"""By the plural of their kind and their id, as `REFERENCES` names both; None for one that was taken down."""


def find_trail_faults(raw: RawContent, today: date) -> Iterator[Problem]:
    """Yield a problem for each step that rests on what is not out, and for each door to such a trail."""
    entries = _entries(raw)
    days = {trail.file: trail.facts.published for trail in raw.documents[TRAILS.id]}
    for kind_id, facts, lines, file in records_with_ids(raw):
        if kind_id in {TRAILS.id, HOME_PAGE.id}:
            day = max(today, days.get(file) or today)
            for path, what, named in _named(kind_id, facts):
                if why := _why_not_out(entries[what], named, day):
                    others = [one for one in entries[what] if not _why_not_out(entries[what], one, day)]
                    yield replace(
                        place_of(kind_id, path, lines, file),
                        message=f'"{excerpt(named)}" {why}.',
                        found=excerpt(named),
                        nearest=nearest(named, others),
                        rule=NOT_OUT,
                        fix="Name another, or take it out.",
                        severity=Severity.SHOULD_FIX if file == HOME_FILE else Severity.MUST_FIX,
                    )


def _named(kind_id: str, facts: BaseModel | Mapping[str, object]) -> Iterator[tuple[ValuePath, str, str]]:
    """Yield the path of each id in the facts that names an entry, the plural of its kind, and the id."""
    plurals = {kind.plural for kind in ENTRY_KINDS}
    for pattern, what in REFERENCES[kind_id].items():
        for path, value in values_at_path(facts, pattern.split(".")) if what in plurals else ():
            if isinstance(value, str):
                yield path, what, value


def _entries(raw: RawContent) -> Entries:
    return {
        kind.plural: {
            **{one.id: one for one in raw.documents[kind.id]},
            **{one.id: None for one in raw.withdrawn if one.kind is kind},
        }
        for kind in ENTRY_KINDS
    }


def _why_not_out(entries: Mapping[str, Document[Entry] | None], entry_id: str, day: date) -> str:
    """Return why readers cannot open an entry on a day, after its id; "" if they can, or if nobody knows the id."""
    if entry_id not in entries:
        return ""
    entry = entries[entry_id]
    if not entry:
        return "was taken down"
    if entry.facts.draft:
        return "is a draft, which is not published"
    published = entry.facts.published
    return f"is published on {moment_words(str(published))}" if published and published > day else ""


def find_door_faults(raw: RawContent, root: Path) -> Iterator[Problem]:
    """Yield a problem for each page of a door that is not there, and for each id that another door has already."""
    pages = [file.removeprefix("docs/") for file, kind in files_of(root).items() if kind in PAGE_KINDS]
    for home in raw.documents[HOME_PAGE.id]:
        ids = [door.id for door in home.facts.doors]
        for number, door in enumerate(home.facts.doors):
            if door.id in ids[:number]:
                yield replace(
                    _place(home, ("doors", number, "id"), door.id),
                    message=f'"{door.id}" is already the id of another door.',
                    rule="repeated-id",
                    fix="Give one of the two another id.",
                )
            for index, file in enumerate(door.pages):
                if file not in pages and not find_obstacle(root, f"docs/{file}"):
                    yield replace(
                        _place(home, ("doors", number, "pages", index), file),
                        message=f'"{excerpt(file)}" is not a page of this hub.',
                        nearest=nearest(file, pages),
                        rule="broken-link",
                        fix="Write the path of a page below docs/, such as about.md.",
                    )


def _place(document: Document[Any], path: ValuePath, found: str) -> Problem:
    return replace(place_of(document.kind.id, path, document.lines, document.file), found=excerpt(found))
