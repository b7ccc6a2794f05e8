"""Bytes by key, in one SQLite file.  Safe to delete.

Each value has a checksum, and one that does not fit counts as absent, as does anything else that is odd.
SQLite lets several builds share the file.  Values that no recent build used are dropped.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

FILE = "cache.sqlite"
KEEP_FOR_RUNS = 20  # drop values unused for this many builds
MARK_EVERY_RUNS = 5  # marking in every build would cost more than it saves
KEYS_PER_QUERY = 500
LAYOUT = 2  # of the tables; a file with another layout is replaced


class Cache:
    """Values by key, in one SQLite file.  An unreadable file counts as empty."""

    def __init__(self, folder: Path | None) -> None:
        """Open the cache in a folder, which is created if need be; None turns caching off."""
        self._folder = folder
        self._db = _open(folder) if folder else None
        self._run = 0  # this build's number, from its first write on

    @property
    def enabled(self) -> bool:
        """Whether values are stored for the next build."""
        return self._db is not None

    def reopen(self) -> "Cache":
        """Return the same cache for another thread or process: a connection to SQLite must not be shared."""
        other = Cache(self._folder)
        other._run = self._run
        return other

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return the stored values by key; those that are unknown or damaged are left out."""
        if self._db is None:
            return {}
        found: dict[bytes, bytes] = {}
        wanted = list(keys)
        for start in range(0, len(wanted), KEYS_PER_QUERY):
            some = wanted[start : start + KEYS_PER_QUERY]
            query = f"SELECT key, value, checksum FROM entries WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608 only "?"
            try:
                rows = self._db.execute(query, some)
                found |= {
                    key: value
                    for key, value, checksum in rows
                    if isinstance(value, bytes) and _checksum(key, value) == checksum
                }
            except sqlite3.DatabaseError as error:
                self._note(error)
                return {}
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Store values: all, or none if the file cannot be written."""
        rows = ((key, value, _checksum(key, value)) for key, value in values.items())
        self._write("INSERT OR REPLACE INTO entries (key, value, checksum, run) VALUES (?, ?, ?, ?)", rows)

    def mark(self, used: Iterable[bytes]) -> None:
        """Note that this build used these values, so that they are not dropped."""
        self._write("UPDATE entries SET run = ?2 WHERE key = ?1", ((key,) for key in used), every=MARK_EVERY_RUNS)

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]], *, every: int = 1) -> None:
        """Execute a statement for each row, with this build's number as the last parameter.

        every: do it only in builds whose number is a multiple of this.
        """
        if self._db is None:
            return
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._run = self._run or _start_run(self._db)
            if self._run % every == 0:
                self._db.executemany(statement, ((*row, self._run) for row in rows))
            self._db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._note(error)

    def _note(self, error: sqlite3.DatabaseError) -> None:
        """Undo a transaction that failed.  A damaged file is deleted: the next build starts a new one."""
        if type(error) is sqlite3.DatabaseError and self._folder:  # its subclasses tell of a full or read-only disk
            self._db = None
            _delete(self._folder / FILE)
        if self._db:
            with suppress(sqlite3.DatabaseError):
                self._db.rollback()


def _checksum(key: bytes, value: bytes) -> int:
    return crc32(value, crc32(key))


def _open(folder: Path) -> sqlite3.Connection | None:
    """Return a connection to the cache file, or None if there can be none.  What is not a database is replaced."""
    file = folder / FILE
    for _ in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _connect(file)
        except (OSError, sqlite3.OperationalError):
            break
        except sqlite3.DatabaseError:
            _delete(file)
    return None


def _delete(file: Path) -> None:
    with suppress(OSError):
        file.unlink()


def _connect(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, timeout=30, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=OFF")
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables != (0,) and db.execute("PRAGMA user_version").fetchone() != (LAYOUT,):
        db.close()
        raise sqlite3.DatabaseError("another layout")
    db.execute(f"PRAGMA user_version={LAYOUT}")  # before the tables: another build may be opening the file
    db.execute("CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB, checksum INTEGER, run INTEGER)")
    db.execute("CREATE TABLE IF NOT EXISTS runs (run INTEGER PRIMARY KEY)")
    return db


def _start_run(db: sqlite3.Connection) -> int:
    """Return the number of this build, and drop what recent builds did not use."""
    run = db.execute("INSERT INTO runs VALUES (NULL)").lastrowid or 1
    if run % MARK_EVERY_RUNS == 0:
        db.execute("DELETE FROM entries WHERE run < ?", (run - KEEP_FOR_RUNS,))
        db.execute("DELETE FROM runs WHERE run < ?", (run - KEEP_FOR_RUNS,))
    return run
