"""The list of every address ever published, so that none is lost: `published.csv` in the repository's root.

A row is `number,kind,id,address`.  A number is given once and stays with its entry: the entry that names an old id in
`redirect_from` takes over the number, and its new id gets a row of its own.  Rows are only ever added.  An address that
was taken down on purpose, and that nothing replaces, has the word "withdrawn" in its place.

`python -m ideas_hub.commands.register` adds the entries that are not in it yet.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.register import HEADER, KINDS, REGISTER_FILE, WITHDRAWN, PublishedAddress, Register
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, Severity, nearest


def read_register(root: Path) -> tuple[Register, list[Problem]]:
    """Return the register of a repository and what is wrong with its file; no file is an empty register."""
    path = root / REGISTER_FILE
    if not path.is_file():
        return Register(), []
    try:
        cells = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error):
        return Register(), [
            Problem(REGISTER_FILE, 0, "it is not a CSV file in UTF-8.", rule="register", fix="Take it back from git.")
        ]
    if not cells or tuple(cells[0]) != HEADER:
        fix = "Take the file back from git; it is changed only by the command python -m ideas_hub.commands.register."
        return Register(), [
            Problem(REGISTER_FILE, 1, f'the first line is not "{",".join(HEADER)}".', rule="register", fix=fix)
        ]
    rows, problems = [], []
    for line, row in enumerate(cells[1:], 2):
        if row and not (mistake := _mistake(row)):
            rows.append(PublishedAddress(int(row[0]), row[1], row[2], row[3], line))
        elif row:
            problems.append(
                Problem(
                    REGISTER_FILE,
                    line,
                    mistake,
                    found=",".join(row),
                    rule="register",
                    fix="Take the line back from git.",
                )
            )
    return Register(tuple(rows)), [*problems, *_given_twice(rows)]


def _mistake(row: list[str]) -> str:
    if len(row) != len(HEADER):
        return f"there are {len(row)} cells where there should be {len(HEADER)}."
    number, kind, entry_id, address = row
    if not (number.isascii() and number.isdecimal()) or int(number) < 1:
        return f'the number "{number}" is not a whole number from 1.'
    if kind not in KINDS:
        return f'"{kind}" is not a kind of entry.'
    if address not in {WITHDRAWN, addresses.document(KINDS[kind], entry_id)}:
        return f'"{address}" is not the address of {kind}/{entry_id}.'
    return ""


def _given_twice(rows: list[PublishedAddress]) -> Iterator[Problem]:
    """A number belongs to entries of one kind, an id to one number: two people may have added rows at the same time."""
    kinds: dict[int, PublishedAddress] = {}
    ids: dict[tuple[str, str], PublishedAddress] = {}
    for row in rows:
        if ids.setdefault((row.kind, row.id), row) is not row or kinds.setdefault(row.number, row).kind != row.kind:
            message = f"{row.kind}/{row.id} or the number {row.number} is given twice."
            fix = "Keep the older line, delete the newer ones and run python -m ideas_hub.commands.register."
            yield Problem(REGISTER_FILE, row.line, message, found=str(row.number), rule="register", fix=fix)


def check_register(register: Register, hub: Hub, unreadable: set[str]) -> list[Problem]:
    """Return a problem for each address that vanished, and an idea for each entry that has no number yet.

    unreadable: files that have problems of their own; what they hold is not missed.
    """
    live = {(entry.kind.id, entry.id) for entry in hub.entries}
    led = {(entry.kind.id, old) for entry in hub.entries for old in entry.facts.redirect_from}
    there = live | led
    # an entry with a mistake of its own may be the one that replaces this; its mistake is told first
    hidden = {kind.id for kind in ENTRY_KINDS if any(file.startswith(f"{kind.folder}/") for file in unreadable)}
    missed = (
        row
        for row in register.rows
        if row.address != WITHDRAWN and row.kind not in hidden and (row.kind, row.id) not in there
    )
    unnumbered = (entry for entry in hub.entries if register.rows and register.number(entry) is None)
    return [*_clashes(hub, live), *(_vanished(row, hub) for row in missed), *map(_not_registered, unnumbered)]


def _vanished(row: PublishedAddress, hub: Hub) -> Problem:
    names = tuple(entry.id for entry in hub.entries if entry.kind.id == row.kind)
    kind = KINDS[row.kind]
    return Problem(
        REGISTER_FILE,
        row.line,
        f"the {kind.singular} {row.id} was published at {row.address}, and nothing is there now.",
        found=row.id,
        nearest=nearest(row.id, names),
        rule="vanished-address",
        fix=f"Add redirect_from: [{row.id}] to the {kind.singular} that takes its place, take the file back (it may not be a draft), "
        f"or write {WITHDRAWN} as its address here if it must stay down.",
    )


def _clashes(hub: Hub, live: set[tuple[str, str]]) -> Iterator[Problem]:
    taken: dict[tuple[str, str], AnyEntry] = {}
    for entry in hub.entries:
        for index, old in enumerate(entry.facts.redirect_from):
            key = (entry.kind.id, old)
            other = taken.setdefault(key, entry)
            message = (
                "is the name of an entry that is still there."
                if key in live
                else f"already leads to {other.id}."
                if other is not entry
                else ""
            )
            if message:
                line = line_of(("redirect_from", index), entry.lines)
                yield Problem(
                    entry.file,
                    line,
                    f'"{old}" {message}',
                    field=f"redirect_from[{index + 1}]",
                    found=old,
                    rule="redirect",
                    fix="Delete it here, or there.",
                )


def _not_registered(entry: AnyEntry) -> Problem:
    return Problem(
        entry.file,
        0,
        "it has no number yet, and so no short address.",
        rule="not-registered",
        severity=Severity.IDEA,
        fix=f"Run python -m ideas_hub.commands.register and add {REGISTER_FILE} to the change.",
    )
