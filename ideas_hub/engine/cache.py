"""What was made from the same content before: one file on disk, keyed by everything that matters, safe to delete.

A key is the SHA-256 of the content and of `code_version`: this package's own source and the libraries that shape what it makes.
SQLite keeps two builds at once from harming each other; what no build used for a while is dropped.
"""

import hashlib
import pickle
import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

KEPT_RUNS = 20  # a value that the last twenty builds did not use goes
MARKED_EACH = 5  # builds
LIBRARIES = ("jinja2", "markdown", "nh3", "pydantic", "pystemmer", "python-frontmatter", "pyyaml")


@lru_cache(maxsize=1)
def code_version() -> str:
    """Return a digest of this package's source and of the libraries that shape its output."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(path.read_bytes())
    digest.update(" ".join([sys.version, *(f"{name} {version(name)}" for name in LIBRARIES)]).encode())
    return digest.hexdigest()


def cache_key(*parts: object) -> bytes:
    """Return the key of a value made from these parts by this version of the code."""
    return hashlib.sha256("\0".join([code_version(), *map(repr, parts)]).encode("utf-8", "surrogatepass")).digest()


def serialise(value: object) -> bytes:
    """Return a value as it is kept."""
    return pickle.dumps(value, protocol=5)


class Cache:
    """Values by key, in one SQLite file; a file that cannot be used is as good as an empty one."""

    def __init__(self, folder: Path | None) -> None:
        """Open the cache in a folder; None keeps nothing."""
        self._folder = folder
        self._base = self._open(folder) if folder else None
        self._run = 0  # this build's number, once it has kept something

    @property
    def kept(self) -> bool:
        """Whether anything is kept for the next build."""
        return self._base is not None

    def opened_again(self) -> "Cache":
        """Return the same cache for another thread or process, which must not share a connection to SQLite."""
        again = Cache(self._folder)
        again._run = self._run
        return again

    def _open(self, folder: Path) -> sqlite3.Connection | None:
        file = folder / "made.sqlite"
        for _ in range(2):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                base = sqlite3.connect(file, timeout=30, isolation_level=None)
                base.execute("PRAGMA journal_mode=WAL")
                base.execute("PRAGMA synchronous=OFF")
                base.execute("CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, value BLOB, run INTEGER)")
                base.execute("CREATE TABLE IF NOT EXISTS runs (run INTEGER PRIMARY KEY)")
            except sqlite3.OperationalError:
                return None
            except sqlite3.DatabaseError:
                file.unlink(missing_ok=True)  # not a database: a fresh one costs only time
                continue
            return base
        return None

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """Return the values that are there, by key."""
        if self._base is None:
            return {}
        found: dict[bytes, Any] = {}
        wanted = list(keys)
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            try:
                for key, value in self._base.execute(f"SELECT key, value FROM made WHERE key IN ({marks})", part):  # noqa: S608 only marks
                    found[key] = pickle.loads(value)  # noqa: S301 written by this same account below
            except (sqlite3.DatabaseError, pickle.PickleError, AttributeError, EOFError, ImportError):
                return {}
        return found

    def put(self, made: Mapping[bytes, bytes]) -> None:
        """Keep new values, given as `packed`."""
        self._change(
            lambda base, run: base.executemany(
                "INSERT OR REPLACE INTO made VALUES (?, ?, ?)", ((key, value, run) for key, value in made.items())
            )
        )

    def mark(self, used: Iterable[bytes]) -> None:
        """Note which values were of use; those that the last builds did not use are dropped."""
        self._change(
            lambda base, run: (
                run % MARKED_EACH == 0  # marking at every build would cost more than it saves
                and base.executemany("UPDATE made SET run = ? WHERE key = ?", ((run, key) for key in used))
            )
        )

    def _change(self, change: Callable[[sqlite3.Connection, int], object]) -> None:
        """Change the file in one go or not at all.  change: takes the number of this build."""
        if self._base is None:
            return
        try:
            self._base.execute("BEGIN IMMEDIATE")
            self._run = self._run or _begin(self._base)
            change(self._base, self._run)
            self._base.execute("COMMIT")
        except sqlite3.DatabaseError:
            self._base.rollback()


def _begin(base: sqlite3.Connection) -> int:
    """Return the number of this build, and drop what the builds before it did not use."""
    run = base.execute("INSERT INTO runs VALUES (NULL)").lastrowid or 1
    if run % MARKED_EACH == 0:
        for table in ("made", "runs"):
            base.execute(f"DELETE FROM {table} WHERE run < ?", (run - KEPT_RUNS,))  # noqa: S608 two names from the line above
    return run
