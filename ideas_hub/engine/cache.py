"""A content-addressed cache in one SQLite file.  Safe to delete.

A key is the SHA-256 of everything that determines a value, `code_version` included.
SQLite lets several builds share the file.  Values that no recent build used are dropped.
"""

import hashlib
import pickle
import sqlite3
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

KEEP_FOR_RUNS = 20  # drop values unused for this many builds
MARK_EVERY_RUNS = 5  # marking in every build would cost more than it saves
KEYS_PER_QUERY = 500
LIBRARIES = ("jinja2", "nh3", "pydantic", "pyromark", "pystemmer", "python-frontmatter", "pyyaml")
"""The libraries that shape what this package stores: the one thing that the engine knows of its users."""

UNREADABLE = (sqlite3.DatabaseError, pickle.PickleError, AttributeError, EOFError, ImportError, LookupError, ValueError)


@cache
def code_version() -> str:
    """Return a digest of the source of the package around this one and of LIBRARIES.

    Computed once: a process that runs on keeps the version it started with.
    """
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for path in sorted(path for path in package.rglob("*") if path.suffix in {".py", ".yml", ".json"}):
        digest.update(path.read_bytes())
    digest.update(" ".join([sys.version, *(f"{name} {version(name)}" for name in LIBRARIES)]).encode())
    return digest.hexdigest()


def cache_key(*parts: object) -> bytes:
    """Return the key of what this version of the code computes from these parts, each known by its `repr`."""
    return hashlib.sha256("\0".join([code_version(), *map(repr, parts)]).encode("utf-8", "surrogatepass")).digest()


def serialise(value: object) -> bytes:
    """Pickle a value for storage."""
    return pickle.dumps(value, protocol=5)


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

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """Return the stored values by key; unknown keys are left out."""
        if self._db is None:
            return {}
        found: dict[bytes, Any] = {}
        wanted = list(keys)
        for start in range(0, len(wanted), KEYS_PER_QUERY):
            some = wanted[start : start + KEYS_PER_QUERY]
            query = f"SELECT key, value FROM entries WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608 only "?"
            try:
                found |= {key: pickle.loads(value) for key, value in self._db.execute(query, some)}  # noqa: S301 ours
            except UNREADABLE:
                return {}
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Store values, given as `serialise` returns them: all, or none if the file cannot be written."""
        self._write("INSERT OR REPLACE INTO entries (key, value, run) VALUES (?, ?, ?)", values.items())

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
        except sqlite3.DatabaseError:
            self._db.rollback()


def _open(folder: Path) -> sqlite3.Connection | None:
    """Return a connection to the cache file, or None if there can be none.  What is not a database is replaced."""
    file = folder / "cache.sqlite"
    for _ in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _connect(file)
        except (OSError, sqlite3.OperationalError):
            break
        except sqlite3.DatabaseError:
            file.unlink(missing_ok=True)
    return None


def _connect(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, timeout=30, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=OFF")
    db.execute("CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB, run INTEGER)")
    db.execute("CREATE TABLE IF NOT EXISTS runs (run INTEGER PRIMARY KEY)")
    return db


def _start_run(db: sqlite3.Connection) -> int:
    """Return the number of this build, and drop what recent builds did not use."""
    run = db.execute("INSERT INTO runs VALUES (NULL)").lastrowid or 1
    if run % MARK_EVERY_RUNS == 0:
        db.execute("DELETE FROM entries WHERE run < ?", (run - KEEP_FOR_RUNS,))
        db.execute("DELETE FROM runs WHERE run < ?", (run - KEEP_FOR_RUNS,))
    return run
