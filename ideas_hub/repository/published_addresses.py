"""Addresses that were published before: none may be lost, and each leads to one entry."""

import io
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.register import ENTRY_KINDS_BY_ID, REGISTER_FILE, Register
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, nearest
from ideas_hub.reading.front_matter import parse_page
from ideas_hub.repository.git import commit_digest, files_changed_since, run_git

KIND_BY_FOLDER = {kind.folder: kind for kind in ENTRY_KINDS}


@dataclass(frozen=True, slots=True)
class PublishedId:
    """An id that an entry had.  file, line: where that is known from."""

    kind: str
    id: str
    file: str
    line: int = 0


def numbered_ids(register: Register) -> list[PublishedId]:
    """Return the ids that have a number, each with its line in the register."""
    return [PublishedId(row.kind, row.id, REGISTER_FILE, row.line) for row in register.rows]


def ids_published_at(root: Path, commit: str, today: date) -> list[PublishedId]:
    """Return the ids, old ones included, of those entries of a commit whose files are changed or gone by now.

    An entry that waits for its day today was not published then either.
    Raises UnknownCommitError if the commit is not in this copy of the repository.
    """
    files = [file for file in files_changed_since(root, commit, *KIND_BY_FOLDER, kinds="DM") if _is_entry(file)]
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
    """Yield a problem for each id that no entry has, nor names as an old one, or whose entry waits for its day.

    hub: with the entries that wait for their day.
    unreadable: files with problems of their own; an entry in one of them may be the one that has the id.
    """
    owners = {
        (one.kind.id, own): one for one in (*hub.entries, *hub.withdrawn) for own in (one.id, *one.facts.redirect_from)
    }
    uncertain = {kind.id for kind in ENTRY_KINDS if any(_is_on_the_way(file, kind.folder) for file in unreadable)}
    for key, one in {(one.kind, one.id): one for one in reversed(list(published))}.items():
        owner = owners.get(key)
        if owner is None and one.kind not in uncertain:
            yield _lost(one, hub)
        elif owner and isinstance(owner.facts, Entry) and not owner.facts.is_out(today):
            yield _out_already(owner, one)


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


def _lost(one: PublishedId, hub: Hub) -> Problem:
    kind = ENTRY_KINDS_BY_ID[one.kind]
    return Problem(
        one.file,
        one.line,
        f"the {kind.singular} {one.id} was published at {addresses.document(kind, one.id)}, and nothing is there now.",
        found=one.id,
        nearest=nearest(one.id, [entry.id for entry in hub.entries if entry.kind is kind]),
        rule="lost-address",
        fix=f"Add redirect_from: [{one.id}] to the {kind.singular} that takes its place. "
        "If nothing does, keep the file with one fact: the day it was taken down.",
        example="withdrawn: 2026-11-28",
    )


def find_shared_addresses(hub: Hub, register: Register) -> Iterator[Problem]:
    """Yield a problem for each old id that another entry has too, and for two entries with one short address."""
    live = {(entry.kind.id, entry.id) for entry in hub.entries}
    claimed: dict[tuple[str, str], AnyEntry] = {}
    short_names: dict[str, tuple[str, str]] = {}
    for entry in hub.entries:
        for index, old in enumerate(entry.facts.redirect_from):
            key = (entry.kind.id, old)
            other = claimed.setdefault(key, entry)
            if key in live:
                yield _claimed(entry, index, f'"{old}" is the name of an entry that is still there.')
            elif other is not entry:
                yield _claimed(entry, index, f'"{old}" already leads to {other.id}.')
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


def _claimed(entry: AnyEntry, index: int, message: str) -> Problem:
    return Problem(
        entry.file,
        line_of(("redirect_from", index), entry.lines),
        message,
        field=f"redirect_from[{index + 1}]",
        found=entry.facts.redirect_from[index],
        rule="redirect",
        fix="Delete it here, or there.",
    )
