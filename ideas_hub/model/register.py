"""The short address of every entry, which never changes: it stands on printed sheets, in reports and in feeds.

The entries of the first days have a number, kept in `published.csv`, to which nothing is added any more.  Every other
entry has a name made from its kind and id, so there is nothing to keep.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry
from ideas_hub.model.kinds import ENTRY_KINDS, Kind

REGISTER_FILE = "published.csv"
REGISTER_COLUMNS = ("number", "kind", "id")

LETTERS = "bcdfghjkmnpqrstvwxyz"  # no vowel, so no word is made by chance; none that looks like a number
LETTERS_IN_NAME = 7  # 1.28 thousand million names: among ten thousand entries two are alike once in 25 hubs

ENTRY_KINDS_BY_ID: Mapping[str, Kind] = {kind.id: kind for kind in ENTRY_KINDS}


@dataclass(frozen=True, slots=True)
class NumberedEntry:
    """A row of the register.  line: in the file, from 1."""

    number: int
    kind: str
    id: str
    line: int


@dataclass(frozen=True)
class Register:
    """The entries that have a number, in the order of the file."""

    rows: tuple[NumberedEntry, ...] = ()

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, str], int]:
        return {(row.kind, row.id): row.number for row in reversed(self.rows)}

    @cached_property
    def _first_ids(self) -> Mapping[int, str]:
        return {row.number: row.id for row in reversed(self.rows)}

    def short_name(self, kind: str, entry_id: str) -> str:
        """Return the last part of the short address that belongs to an id: its number, else `made_name`."""
        number = self._numbers.get((kind, entry_id))
        return str(number) if number else made_name(kind, entry_id)

    def short_name_of(self, entry: Document[Entry]) -> str:
        """Return the last part of an entry's short address: that of the first id that it ever had."""
        return self.short_name(entry.kind.id, self.first_id_of(entry))

    def first_id_of(self, entry: Document[Entry]) -> str:
        """Return the id that an entry was first published under."""
        ids = (*entry.facts.redirect_from, entry.id)
        numbers = [number for one in ids if (number := self._numbers.get((entry.kind.id, one)))]
        return self._first_ids[numbers[0]] if numbers else ids[0]


def made_name(kind: str, entry_id: str) -> str:
    """Return the name made from an entry's kind and id: seven letters, always the same."""
    rest = int.from_bytes(sha256(f"{kind}/{entry_id}".encode()).digest())
    name = ""
    for _ in range(LETTERS_IN_NAME):
        rest, letter = divmod(rest, len(LETTERS))
        name += LETTERS[letter]
    return name
