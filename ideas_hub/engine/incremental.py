"""The files of the site: one that stands already in the folder that will be replaced is kept, not made again.

A file is known by a key, the digest of everything it depends on.  That folder is trusted as far as git trusts a work tree: a
file whose size, time and number on the disk are those noted when it was written has what was written.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ideas_hub.engine.cache import Cache, cache_key, serialise


class OutputFile(NamedTuple):
    """A file to be.  path: below the site's folder.  key: of all that its content depends on.  make: returns the content."""

    path: str
    key: bytes
    make: Callable[[], bytes]


class FileRecord(NamedTuple):
    """A file that was written.  stamp: its size in bytes, its time in nanoseconds and its number on the disk."""

    key: bytes
    stamp: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PreviousBuild:
    """The folder that will be replaced.

    noted: of each file when it was written.  parts: the files that were made together, by the key of what they hang on.
    """

    folder: Path = Path()
    noted: Mapping[str, FileRecord] = field(default_factory=dict)
    parts: Mapping[bytes, tuple[str, ...]] = field(default_factory=dict)


class Written(NamedTuple):
    """What became of a file.  kept: it stands in the folder that will be replaced, as it should be."""

    path: str
    noted: FileRecord
    kept: bool


def output_file(path: str, content: bytes) -> OutputFile:
    """Return a file whose content is there."""
    return OutputFile(path, hashlib.sha256(content).digest(), partial(bytes, content))


def reuse_group(key: bytes, before: PreviousBuild) -> list[Written] | None:
    """Return the files of a part if all can be kept; None: some must be made, or it is not known."""
    names = before.parts.get(key)
    if names is None or not all(_is_there(f"{before.folder}/{name}", before.noted[name]) for name in names):
        return None
    return [Written(name, before.noted[name], kept=True) for name in names]


def write_group(
    key: bytes, make: Callable[[], Iterable[OutputFile]], folder: Path, before: PreviousBuild
) -> list[Written]:
    """Write the files of a part but those that can be kept, all when nothing that they hang on has changed.  key: empty where that is not known."""
    names = before.parts.get(key)
    if names is None:
        return write(make(), folder, before)
    made: dict[str, OutputFile] = {}

    def once_more(name: str) -> bytes:
        """Return a file that the folder before has lost."""
        if not made:
            made.update((one.path, one) for one in make())
        return made[name].make()

    return write([OutputFile(name, before.noted[name].key, partial(once_more, name)) for name in names], folder, before)


def write(made: Iterable[OutputFile], folder: Path, before: PreviousBuild) -> list[Written]:
    """Write files into a folder, but those that can be kept where they are."""
    folders: set[str] = set()
    written = []
    for path, key, make in made:
        noted = before.noted.get(path)
        if noted and noted.key == key and _is_there(f"{before.folder}/{path}", noted):
            written.append(Written(path, noted, kept=True))
            continue
        target = f"{folder}/{path}"
        parent = target.rpartition("/")[0]
        if parent not in folders:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103 as everywhere here: a path object for each of ten thousands of files costs more than writing it
            folders.add(parent)
        written.append(Written(path, FileRecord(key, _write(target, make())), kept=False))
    return written


def _is_there(path: str, noted: FileRecord) -> bool:
    """Return whether a file is as it was when it was noted."""
    try:
        return _stamp(os.stat(path, follow_symlinks=False)) == noted.stamp  # noqa: PTH116
    except OSError:
        return False


def _write(target: str, content: bytes) -> tuple[int, int, int]:
    with open(target, "wb", buffering=0) as file:  # noqa: PTH123
        file.write(content)
        return _stamp(os.fstat(file.fileno()))


def _stamp(seen: os.stat_result) -> tuple[int, int, int]:
    return seen.st_size, seen.st_mtime_ns, seen.st_ino


def load_previous(folder: Path | None, cache: Cache) -> PreviousBuild:
    """Return what is known of a folder that is about to be replaced; None: nothing is replaced."""
    if folder is None:
        return PreviousBuild()
    key = _key(folder)
    noted, parts = cache.get([key]).get(key, ({}, {}))
    return PreviousBuild(folder, noted, parts)


def save_manifest(folder: Path, by_part: Sequence[tuple[bytes, Sequence[Written]]], cache: Cache) -> None:
    """Keep what is known of the files that will stand in a folder.  by_part: the files of each part, with its key or none."""
    noted = {one.path: one.noted for _, written in by_part for one in written}
    parts = {key: tuple(one.path for one in written) for key, written in by_part if key}
    cache.put({_key(folder): serialise((noted, parts))})


def _key(folder: Path) -> bytes:
    return cache_key("output", str(folder.absolute()))
