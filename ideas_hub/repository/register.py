"""Read and check the register, `published.csv`: every address ever published, so that none is lost.

A row is `number,kind,id,address`.  A number is assigned once and stays with its entry: an entry that names an old id in
`redirect_from` takes over its number, and its new id gets a row of its own.  Rows are only ever added.  An address that
was taken down on purpose, and that nothing replaces, has the word "withdrawn" in its place.

`.venv/bin/python -m ideas_hub.commands.register` adds the entries that are not in it yet.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.register import (
    ENTRY_KINDS_BY_ID,
    REGISTER_COLUMNS,
    REGISTER_FILE,
    WITHDRAWN,
    PublishedAddress,
    Register,
)
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, Severity, nearest
from ideas_hub.reading.files import is_there, read_file

COMMAND = ".venv/bin/python -m ideas_hub.commands.register"

TAKE_BACK = (
    f"Take it back from git: git checkout {REGISTER_FILE}. "
    f"A hub that has published nothing yet starts with this one line: {','.join(REGISTER_COLUMNS)}"
)

_problem = partial(Problem, REGISTER_FILE, rule="register")


def read_register(root: Path) -> tuple[Register, list[Problem]]:
    """Return the register of a repository and what is wrong with its file.

    Without the file every old address would vanish unseen.  A hub that has published nothing yet has its first line.
    """
    if not is_there(root, REGISTER_FILE):
        return Register(), [_problem(0, "it is missing: no address that was published is known.", fix=TAKE_BACK)]
    content = read_file(root, REGISTER_FILE)
    if isinstance(content, Problem):
        return Register(), [content]
    try:
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error):
        return Register(), [_problem(0, "it is not a CSV file in UTF-8.", fix="Take it back from git.")]
    if not lines or tuple(lines[0]) != REGISTER_COLUMNS:
        return Register(), [
            _problem(
                1,
                f'the first line is not "{",".join(REGISTER_COLUMNS)}".',
                fix=f"Take the file back from git; it is changed only by the command {COMMAND}.",
            )
        ]
    rows, problems = list[PublishedAddress](), list[Problem]()
    for line, cells in enumerate(lines[1:], 2):
        if cells and (mistake := _mistake(cells)):
            problems.append(_problem(line, mistake, found=",".join(cells), fix="Take the line back from git."))
        elif cells:
            rows.append(PublishedAddress(int(cells[0]), cells[1], cells[2], cells[3], line))
    return Register(tuple(rows)), [*problems, *_double_assignments(rows)]


def _mistake(cells: list[str]) -> str:
    if len(cells) != len(REGISTER_COLUMNS):
        return f"there are {len(cells)} cells where there should be {len(REGISTER_COLUMNS)}."
    number, kind, entry_id, address = cells
    if not (number.isascii() and number.isdecimal()) or int(number) < 1:
        return f'the number "{number}" is not a whole number from 1.'
    if kind not in ENTRY_KINDS_BY_ID:
        return f'"{kind}" is not a kind of entry.'
    if address not in {WITHDRAWN, addresses.document(ENTRY_KINDS_BY_ID[kind], entry_id)}:
        return f'"{address}" is not the address of {kind}/{entry_id}.'
    return ""


def _double_assignments(rows: Iterable[PublishedAddress]) -> Iterator[Problem]:
    """Report numbers or ids that were assigned twice (concurrent edits)."""
    by_number: dict[int, PublishedAddress] = {}
    by_id: dict[tuple[str, str], PublishedAddress] = {}
    for row in rows:
        first = by_number.setdefault(row.number, row)
        if by_id.setdefault((row.kind, row.id), row) is not row or first.kind != row.kind:
            yield _problem(
                row.line,
                f"{row.kind}/{row.id} or the number {row.number} is given twice.",
                found=str(row.number),
                fix=f"Keep the older line, delete the newer ones and run {COMMAND}.",
            )


def find_register_problems(register: Register, hub: Hub, unreadable: set[str]) -> Iterator[Problem]:
    """Yield a problem for each address that vanished or leads to two entries, and an idea for entries without number.

    unreadable: files that have problems of their own; the entries in them are not reported as vanished.
    """
    live = {(entry.kind.id, entry.id) for entry in hub.entries}
    yield from _clashes(hub, live)
    found = live | {(entry.kind.id, old) for entry in hub.entries for old in entry.facts.redirect_from}
    # an entry with a mistake of its own may be the one that replaces a vanished one; its mistake is reported first
    uncertain = {kind.id for kind in ENTRY_KINDS if any(_is_on_the_way(file, kind.folder) for file in unreadable)}
    for row in register.rows:
        if row.address != WITHDRAWN and row.kind not in uncertain and (row.kind, row.id) not in found:
            yield _vanished(row, hub)
    for entry in hub.entries:
        if register.rows and register.number_of(entry) is None:
            yield Problem(
                entry.file,
                0,
                "it has no number yet, and so no short address.",
                rule="not-registered",
                severity=Severity.IDEA,
                fix=f"Run {COMMAND} and add {REGISTER_FILE} to the change.",
            )


def _is_on_the_way(file: str, folder: str) -> bool:
    """Return whether a file is in a folder, is the folder, or is around it."""
    return f"{file}/".startswith(f"{folder}/") or folder.startswith(f"{file}/")


def _vanished(row: PublishedAddress, hub: Hub) -> Problem:
    kind = ENTRY_KINDS_BY_ID[row.kind].singular
    return _problem(
        row.line,
        f"the {kind} {row.id} was published at {row.address}, and nothing is there now.",
        found=row.id,
        nearest=nearest(row.id, [entry.id for entry in hub.entries if entry.kind.id == row.kind]),
        rule="vanished-address",
        fix=f"Add redirect_from: [{row.id}] to the {kind} that takes its place, take the file back "
        f"(it may not be a draft), or write {WITHDRAWN} as its address here if it must stay down.",
    )


def _clashes(hub: Hub, live: set[tuple[str, str]]) -> Iterator[Problem]:
    """Report old ids that are still an entry's own, or that two entries claim."""
    claimed: dict[tuple[str, str], AnyEntry] = {}
    for entry in hub.entries:
        for index, old in enumerate(entry.facts.redirect_from):
            key = (entry.kind.id, old)
            other = claimed.setdefault(key, entry)
            if key in live or other is not entry:
                yield Problem(
                    entry.file,
                    line_of(("redirect_from", index), entry.lines),
                    f'"{old}" is the name of an entry that is still there.'
                    if key in live
                    else f'"{old}" already leads to {other.id}.',
                    field=f"redirect_from[{index + 1}]",
                    found=old,
                    rule="redirect",
                    fix="Delete it here, or there.",
                )
