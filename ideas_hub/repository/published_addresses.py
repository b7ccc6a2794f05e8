"""Addresses that were published before: none may be lost, and each leads to one entry."""

import io
import tarfile
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from ideas_hub.model import addresses
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.fields import Entry, Withdrawn
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import ENTRY_KINDS, Kind
from ideas_hub.model.register import ENTRY_KINDS_BY_ID, REGISTER_FILE, Register
from ideas_hub.model.row_kinds import ROW_KINDS, ROW_KINDS_BY_FILE, TAKEN_DOWN, RowTakenDown
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, nearest
from ideas_hub.reading.front_matter import parse_page
from ideas_hub.reading.rows import parse_rows, rows_with
from ideas_hub.reading.unknown_ids import SINGULAR, not_known
from ideas_hub.repository.git import commit_digest, files_changed_since, run_git

LOST, NOT_OUT = "lost-address", "not-out"
KIND_BY_FOLDER = {kind.folder: kind for kind in ENTRY_KINDS}
ROW_KINDS_BY_ID = {kind.id: kind for kind in ROW_KINDS}
Addressed: TypeAlias = AnyEntry | DataRow[Any]
"""What has a page whose address ends in its id."""


@dataclass(frozen=True, slots=True)
class PublishedId:
    """An id that an entry or a row had.  kind: the id of its kind.  file, line: where that is known from."""

    kind: str
    id: str
    file: str
    line: int = 0


def numbered_ids(register: Register) -> list[PublishedId]:
    """Return the ids that have a number, each with its line in the register."""
    return [PublishedId(row.kind, row.id, REGISTER_FILE, row.line) for row in register.rows]


def ids_published_at(root: Path, commit: str, today: date) -> list[PublishedId]:
    """Return the ids, old ones included, of what a commit published in files that are changed or gone by now.

    An entry that waits for its day today was not published then either.
    Raises UnknownCommitError if the commit is not in this copy of the repository.
    """
    changed = files_changed_since(root, commit, *KIND_BY_FOLDER, *ROW_KINDS_BY_FILE, kinds="DM")
    files = [file for file in changed if file in ROW_KINDS_BY_FILE or _is_entry(file)]
    archive = run_git(root, "archive", commit_digest(root, commit), "--", *files) if files else None
    if not archive:
        return []
    with tarfile.open(fileobj=io.BytesIO(archive)) as members:
        texts = {member.name: read for member in members if (read := members.extractfile(member))}
        return [
            one for file, text in texts.items() for one in _ids_in(file, text.read().decode(errors="replace"), today)
        ]


def _is_entry(file: str) -> bool:
    folder, _, name = file.rpartition("/")
    return folder in KIND_BY_FOLDER and name.endswith(".md")


def _ids_in(file: str, text: str, today: date) -> list[PublishedId]:
    """Return the ids that a file had when it was published; none if it was not."""
    if kind := ROW_KINDS_BY_FILE.get(file):
        rows = rows_with(kind.record, parse_rows(kind, text)[0])
        return [PublishedId(kind.id, one, file) for row in rows for one in _ids_of(row)]
    facts = parse_page(text, file).values
    is_out = facts.get("draft") is not True and str(facts.get("published", "")) <= today.isoformat()
    if not facts or "withdrawn" in facts or not is_out:
        return []
    folder, _, name = file.rpartition("/")
    ids = (name.removesuffix(".md"), *(facts.get("redirect_from") or ()))
    return [PublishedId(KIND_BY_FOLDER[folder].id, one, file) for one in ids]


def find_lost_addresses(
    published: Iterable[PublishedId], hub: Hub, unreadable: set[str], today: date
) -> Iterator[Problem]:
    """Yield a problem for each id that nothing has, nor names as an old one, or whose entry waits for its day.

    hub: with the entries that wait for their day.
    unreadable: files with problems of their own; an entry in one of them may be the one that has the id.
    """
    every = (*_live(hub), *_taken_down(hub))
    owners = {(kind, own): one for kind, one in every for own in (one.id, *one.facts.redirect_from)}
    folders = {kind.id: kind.folder for kind in ENTRY_KINDS} | {kind.id: kind.file for kind in ROW_KINDS}
    uncertain = {kind for kind, path in folders.items() if any(_is_on_the_way(file, path) for file in unreadable)}
    by_id = {(one.kind, one.id): one for one in reversed(list(published))}
    for key, one in by_id.items():
        owner = owners.get(key)
        if owner is None and one.kind not in uncertain:
            yield _lost(one, hub, by_id)
        elif isinstance(owner, Document) and isinstance(owner.facts, Entry) and not owner.facts.is_out(today):
            yield _out_already(owner, one)


def _ids_of(row: DataRow[Any]) -> tuple[str, ...]:
    return (row.id, *row.facts.redirect_from)


def _live(hub: Hub) -> list[tuple[str, Addressed]]:
    """Return what has a page with an id of its own, each with its kind."""
    rows = ((kind.id, row) for kind in ROW_KINDS for row in hub.rows(kind).values())
    return [*((one.kind.id, one) for one in hub.entries), *rows]


def _taken_down(hub: Hub) -> list[tuple[str, Document[Withdrawn] | DataRow[RowTakenDown]]]:
    """Return what had one, each with its kind."""
    rows = ((kind_id, row) for kind_id, some in hub.rows_taken_down.items() for row in some)
    return [*((one.kind.id, one) for one in hub.withdrawn), *rows]


def without_lost_ids(problems: Iterable[Problem], lost: Iterable[Problem]) -> list[Problem]:
    """Return the problems but for those of files that name an entry whose address is lost: once it is, they are right.

    lost: what `find_lost_addresses` found.
    """
    ids = {one.found for one in lost if one.rule == LOST}
    names = {not_known(one, kind.plural) for one in ids for kind in ENTRY_KINDS if kind.plural in SINGULAR}
    files = {f"{one}.md" for one in ids}
    return [
        one
        for one in problems
        if one.message not in names
        and not (one.rule == "broken-link" and one.found.rpartition("/")[2] in files)
        and not (one.rule == NOT_OUT and one.found in ids)
    ]


def _out_already(entry: Document[Any], one: PublishedId) -> Problem:
    day = str(entry.facts.published)
    return Problem(
        entry.file,
        line_of(("published",), entry.lines),
        f'"{day}" is still to come, and {addresses.document(entry.kind, one.id)} is out already.',
        field="published",
        found=day,
        rule="out-already",
        fix="Write the day it first went out.",
    )


def _is_on_the_way(file: str, folder: str) -> bool:
    """Return whether a file is in a folder, is the folder, or is around it."""
    return f"{file}/".startswith(f"{folder}/") or folder.startswith(f"{file}/")


def _lost(one: PublishedId, hub: Hub, published: Container[tuple[str, str]]) -> Problem:
    """Return the problem of an id that nothing has: that of a new entry with nearly this id, if there is one."""
    near = nearest(one.id, [live.id for kind_id, live in _live(hub) if kind_id == one.kind])
    if rows := ROW_KINDS_BY_ID.get(one.kind):
        name, address, example = rows.singular, addresses.row(rows.id, one.id), ""
        fix = (
            f"Write {one.id} in the column redirect_from of the {name} that takes its place. "
            f"If none does, keep the row with its id and {TAKEN_DOWN} as its status, and nothing else."
        )
    else:
        kind = ENTRY_KINDS_BY_ID[one.kind]
        if near and (one.kind, near) not in published:
            return _perhaps_renamed(one, kind, near)
        name, address, example = kind.singular, addresses.document(kind, one.id), "withdrawn: 2026-11-28"
        fix = (
            f"Add redirect_from: [{one.id}] to the {name} that takes its place. "
            "If nothing does, keep the file with one fact: the day it was taken down."
        )
    return Problem(
        one.file,
        one.line,
        f"the {name} {one.id} was published at {address}, and nothing is there now.",
        found=one.id,
        nearest=near,
        rule=LOST,
        fix=fix,
        example=example,
    )


def _perhaps_renamed(one: PublishedId, kind: Kind, near: str) -> Problem:
    return Problem(
        f"{kind.folder}/{near}.md",
        1,
        f"the {kind.singular} {one.id} was published, and nothing is at its address now.",
        field="redirect_from",
        found=one.id,
        rule=LOST,
        fix=f"If it is this one under a new name, write redirect_from: [{one.id}] in the facts here. "
        'Under Actions, "Rename or take down" also changes all that names a page.',
    )


def find_shared_addresses(hub: Hub, register: Register) -> Iterator[Problem]:
    """Yield a problem for each old id that something else has too, and for two entries with one short address."""
    live = {(kind, one.id) for kind, one in _live(hub)}
    gone = {(kind, own) for kind, one in _taken_down(hub) for own in (one.id, *one.facts.redirect_from)}
    claimed: dict[tuple[str, str], Addressed] = {}
    for kind, owner in _live(hub):
        for index, old in enumerate(owner.facts.redirect_from):
            other = claimed.setdefault((kind, old), owner)
            if (kind, old) in live:
                what = SINGULAR[kind] if kind in ROW_KINDS_BY_ID else "an entry"
                yield _claimed(owner, index, f'"{old}" is the name of {what} that is still there.')
            elif (kind, old) in gone:
                yield _claimed(owner, index, f'"{old}" is the name of a page that was taken down.')
            elif other is not owner:
                yield _claimed(owner, index, f'"{old}" already leads to {other.id}.')
    yield from _shared_short_addresses(hub, register)


def _shared_short_addresses(hub: Hub, register: Register) -> Iterator[Problem]:
    short_names: dict[str, tuple[str, str]] = {}
    for entry in hub.entries:
        for one in (*entry.facts.redirect_from, entry.id):
            short = register.short_name(entry.kind.id, one)
            first = short_names.setdefault(short, (entry.kind.id, one))
            if first != (entry.kind.id, one) and not short.isdecimal():
                yield _alike(entry, short, first[1])


def _alike(entry: AnyEntry, short: str, other: str) -> Problem:
    return Problem(
        entry.file,
        0,
        f"its short address, {addresses.short_link(short)}, is that of {other} too.",
        rule="short-address",
        fix="Give the newer of the two files another name.",
    )


def _claimed(entry: Addressed, index: int, message: str) -> Problem:
    return Problem(
        entry.file,
        line_of(("redirect_from", index), entry.lines),
        message,
        field=f"redirect_from[{index + 1}]",
        found=entry.facts.redirect_from[index],
        rule="redirect",
        fix="Delete it here, or there.",
    )
