"""Incremental output: a file already present and unchanged in the previous site is reused, not rendered.

A file is known by its key, a digest of everything it depends on.
As in git's index, a file with the recorded size, mtime and inode is assumed unchanged.
Paths are text here: Path objects for tens of thousands of files cost more than writing them.
"""

import hashlib
import os
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ideas_hub.engine.cache import Cache
from ideas_hub.engine.key import code_version, make_key


class OutputFile(NamedTuple):
    """A file to write.

    path: relative to the site's root.  key: digest of every input.  render: returns the bytes.
    """

    path: str
    key: bytes
    render: Callable[[], bytes]

    @classmethod
    def of_bytes(cls, path: str, content: bytes) -> "OutputFile":
        """Return an output file with known bytes."""
        return cls(path, hashlib.sha256(content).digest(), partial(bytes, content))


class FileRecord(NamedTuple):
    """A file as it was written.  fingerprint: size in bytes, mtime in nanoseconds, inode."""

    key: bytes
    fingerprint: tuple[int, int, int]

    @property
    def inode(self) -> int:
        """The file itself, under whatever name."""
        return self.fingerprint[2]


@dataclass(frozen=True, slots=True)
class PreviousBuild:
    """The site that will be replaced.

    records: of its files, by path.  groups: the paths of files written together, by the group's key.
    """

    folder: Path = Path()
    records: Mapping[str, FileRecord] = field(default_factory=dict)
    groups: Mapping[bytes, tuple[str, ...]] = field(default_factory=dict)


class Written(NamedTuple):
    """A file of the new site.  reused: it is in the previous site already, and unchanged."""

    path: str
    record: FileRecord
    reused: bool


def reuse_group(key: bytes, previous: PreviousBuild) -> list[Written] | None:
    """Return the files of a group, all reused; None if any is missing or changed, or the key is unknown."""
    paths = previous.groups.get(key)
    if paths is None or not all(_is_unchanged(path, previous) for path in paths):
        return None
    return [Written(path, previous.records[path], reused=True) for path in paths]


def write(files: Iterable[OutputFile], folder: Path, previous: PreviousBuild) -> list[Written]:
    """Write files below a folder, which is created if need be, except those that can be reused."""
    folders: set[str] = set()
    written = []
    for path, key, render in files:
        record = previous.records.get(path)
        reused = record is not None and record.key == key and _is_unchanged(path, previous)
        if record is None or not reused:
            target = f"{folder}/{path}"
            parent = target.rpartition("/")[0]
            if parent not in folders:
                os.makedirs(parent, exist_ok=True)  # noqa: PTH103 text paths
                folders.add(parent)
            record = FileRecord(key, _write(target, render()))
        written.append(Written(path, record, reused))
    return written


def written_by_others(folder: Path, key: bytes) -> list[Written]:
    """Return the files that are below a folder already, each with this key."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        Written(path.relative_to(folder).as_posix(), FileRecord(key, _fingerprint(path.stat())), reused=False)
        for path in paths
    ]


def _is_unchanged(path: str, previous: PreviousBuild) -> bool:
    """Return whether a file of the previous site is as it was written."""
    try:
        stat = os.stat(f"{previous.folder}/{path}", follow_symlinks=False)  # noqa: PTH116 text paths
    except OSError:
        return False
    return _fingerprint(stat) == previous.records[path].fingerprint


def _write(target: str, content: bytes) -> tuple[int, int, int]:
    with open(target, "wb", buffering=0) as file:  # noqa: PTH123 text paths
        left = memoryview(content)
        while left:  # a disk that fills up takes a part, and refuses the rest
            left = left[file.write(left) :]
        return _fingerprint(os.fstat(file.fileno()))


def _fingerprint(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def load_previous(folder: Path | None, cache: Cache) -> PreviousBuild:
    """Return what `save_manifest` recorded of a folder; empty if nothing, or if no folder is given."""
    if folder is None:
        return PreviousBuild()
    key = _manifest_key(folder)
    stored = cache.get([key]).get(key)
    previous: PreviousBuild = pickle.loads(stored) if stored else PreviousBuild(folder)  # noqa: S301 see save_manifest
    return previous


def save_manifest(folder: Path, groups: Sequence[tuple[bytes, Sequence[Written]]], cache: Cache) -> None:
    """Record the files of a folder for the next build.

    folder: where the site will be, not where it was written.  groups: each group's key, b"" if unknown, and its files.
    """
    records = {file.path: file.record for _, files in groups for file in files}
    paths = {key: tuple(file.path for file in files) for key, files in groups if key}
    cache.put({_manifest_key(folder): pickle.dumps(PreviousBuild(folder, records, paths), protocol=5)})


def _manifest_key(folder: Path) -> bytes:
    return make_key(kind="manifest", code=code_version(), folder=str(folder.absolute()))
