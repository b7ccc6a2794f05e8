"""Large values by name, a file each: they need not fit in memory together.  Safe to delete.

Each file starts with its checksum, and one that does not fit counts as absent, as does anything else that is odd.
What no build used for two months is dropped.
"""

import os
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

CHECKSUM_BYTES = sha256().digest_size
DAY = 24 * 60 * 60  # in seconds; a file's last use is known to the day
MAX_UNUSED_SECONDS = 60 * DAY


class FileCache:
    """A folder of values.

    folder: None turns caching off, and so does one that cannot be used.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def has(self, name: str) -> bool:
        """Return whether there is a value of this name; `get` may yet find it damaged."""
        return self._folder is not None and (self._folder / name).is_file()

    def get(self, name: str) -> bytes | None:
        """Return a value, or None if it is unknown or damaged."""
        try:
            stored = (self._folder / name).read_bytes() if self._folder and self.has(name) else b""
        except OSError:
            return None
        checksum, value = stored[:CHECKSUM_BYTES], stored[CHECKSUM_BYTES:]
        return value if checksum == _checksum(name, value) else None

    def put(self, name: str, value: bytes) -> None:
        """Store a value whole or not at all: a build may be interrupted, and two may run at once."""
        if self._folder is None:
            return
        part = self._folder / f"{name}.{os.getpid()}.part"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(_checksum(name, value) + value)
                part.replace(self._folder / name)
            finally:
                part.unlink(missing_ok=True)

    def drop_unused(self, used: Iterable[str]) -> None:
        """Delete what no build has used for two months.

        used: the names that this build used.
        """
        names, now = set(used), time.time()
        with suppress(OSError):
            for path in self._folder.iterdir() if self._folder else ():
                age = now - path.stat().st_mtime
                if path.name in names:
                    if age > DAY:
                        os.utime(path)
                elif age > MAX_UNUSED_SECONDS:
                    _delete(path)


def _checksum(name: str, value: bytes) -> bytes:
    return sha256(name.encode() + b"\0" + value).digest()


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
