"""The register: every address ever published, with its number, so that no published link breaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS, Kind

REGISTER_FILE = "published.csv"
REGISTER_COLUMNS = ("number", "kind", "id", "address")
WITHDRAWN = "withdrawn"
"""In place of the address of an entry that was taken down for good."""

ENTRY_KINDS_BY_ID: Mapping[str, Kind] = {kind.id: kind for kind in ENTRY_KINDS}


@dataclass(frozen=True, slots=True)
class PublishedAddress:
    """A row of the register.  line: in the file, from 1; 0 if the row is new."""

    number: int
    kind: str
    id: str
    address: str
    line: int


@dataclass(frozen=True)
class Register:
    """Every address ever published, in the order of the file."""

    rows: tuple[PublishedAddress, ...] = ()

    @cached_property
    def _by_id(self) -> Mapping[tuple[str, str], PublishedAddress]:
        return {(row.kind, row.id): row for row in reversed(self.rows)}

    @cached_property
    def _first_ids(self) -> Mapping[int, str]:
        return {row.number: row.id for row in reversed(self.rows)}

    def row(self, kind: str, entry_id: str) -> PublishedAddress | None:
        """Return the row of an id, or None if it was never published."""
        return self._by_id.get((kind, entry_id))

    def number_of(self, entry: Document[Entry]) -> int | None:
        """Return an entry's number, under its current id or an old one; None if it has none yet."""
        rows = [row for name in (entry.id, *entry.facts.redirect_from) if (row := self.row(entry.kind.id, name))]
        return rows[0].number if rows else None

    def first_id_of(self, entry: Document[Entry]) -> str:
        """Return the id that an entry was first published under; its current id if it has no number yet."""
        number = self.number_of(entry)
        return entry.id if number is None else self._first_ids[number]


def with_new_entries(register: Register, hub: Hub) -> Register:
    """Return the register with a row for every entry: new rows last, oldest entry first, numbers counting on."""
    rows = list(register.rows)
    highest = max((row.number for row in rows), default=0)
    for entry in sorted(hub.entries, key=lambda e: (e.facts.sort_date, ENTRY_KINDS.index(e.kind), e.id)):
        if register.row(entry.kind.id, entry.id):
            continue
        number = register.number_of(entry)
        if number is None:
            number = highest = highest + 1
        rows.append(PublishedAddress(number, entry.kind.id, entry.id, addresses.document(entry.kind, entry.id), 0))
    return Register(tuple(rows))


def register_csv(register: Register) -> str:
    """Return the text of the register's file."""
    lines = [REGISTER_COLUMNS, *((str(row.number), row.kind, row.id, row.address) for row in register.rows)]
    return "".join(f"{','.join(line)}\n" for line in lines)
