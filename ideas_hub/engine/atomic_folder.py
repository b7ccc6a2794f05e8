"""Replace a folder in one step: at every moment, and after a kill at any, the target is one build, whole.

Beside the target stands `.NAME.staging`, known by the note in it, and nothing else beside the target is touched:

    new/    what the build writes
    spare/  the folder swapped out last; it is brought up to date and exchanged with the target by one rename
    aside/  where a system cannot exchange: the old target between two renames, in which there is no target

A file that builds do not change is one file in both folders (a hard link), so that an edit copies nothing.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

NOTE = "made-by-a-build.txt"
NOTE_TEXT = "The build before the last one, for the next to use. It may be deleted when no build is running.\n"
TRIES, PAUSE = 200, 0.1  # how often, and how many seconds apart, to ask whether another build has ended

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h
NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


class TargetError(Exception):
    """The folder may not or cannot be replaced; it is as it was."""


class Mark(NamedTuple):
    """A file that every built site has, and no folder of anybody else.  start: its first bytes."""

    name: str
    start: bytes


@dataclass(slots=True)
class Stage:
    """What the target will hold.

    folder: for the new files; empty at first.
    unchanged: the files of the target that stay as they are: the inode of each by its path in the target.
    """

    folder: Path
    unchanged: Mapping[str, int] = field(default_factory=dict)


@contextmanager
def atomic_replace(target: Path, *, mark: Mark, forbidden: Iterable[Path]) -> Iterator[Stage]:
    """Yield a stage; after the block, the target holds the stage's new files and its unchanged ones, and no others.

    If anything fails, the target stays byte for byte as it was.
    mark: a folder is replaced only if it is new, empty, or has this file.
    forbidden: folders that the target may not be, hold or lie in.
    Raises: TargetError, OSError.
    """
    target, *own = (Path(os.path.realpath(path)) for path in (target, *forbidden))  # a link stays, and leads there
    _refuse_unsafe(target, mark, own)
    target.parent.mkdir(parents=True, exist_ok=True)
    staging = target.with_name(f".{target.name}.staging")
    with _locked(staging, target):
        _recover(staging, target)
        stage = Stage(staging / "new")
        stage.folder.mkdir()
        try:
            yield stage
            _update(f"{staging}/spare", stage, target)
            _refuse_unsafe(target, mark, own)  # somebody may have put files there meanwhile
            _swap(staging, target)
        finally:
            _recover(staging, target)


def _refuse_unsafe(target: Path, mark: Mark, own: list[Path]) -> None:
    if (
        any(path.is_relative_to(target) for path in (Path.home(), *own))
        or any(target.is_relative_to(path) for path in own)
        or (target / ".git").exists()
    ):
        raise TargetError(
            f"{target} holds more than a built site, so it is not replaced. Name an empty or a new folder."
        )
    there = next(path for path in (target, *target.parents) if os.path.lexists(path))
    if not there.is_dir():
        raise TargetError(f"{there} is a file, not a folder. Name an empty or a new folder.")
    if there != target:
        return
    if os.path.ismount(target):
        raise _mount_point(target)
    if any(target.iterdir()) and not _has_mark(target, mark):
        raise TargetError(
            f"{target} has files in it but not the {mark.name} of a built site, so it is not replaced. "
            f"Name an empty or a new folder. If it is a site from before there was a {mark.name}, delete it once."
        )


def _has_mark(folder: Path, mark: Mark) -> bool:
    file = folder / mark.name
    return file.is_file() and not file.is_symlink() and file.read_bytes().startswith(mark.start)


def _mount_point(target: Path) -> TargetError:
    return TargetError(f"{target} is a mount point, which no rename can replace. Name a folder in it: {target}/site.")


@contextmanager
def _locked(staging: Path, target: Path) -> Iterator[None]:
    """Make the staging folder and keep other builds out of it.  The lock ends with its process, however that ends."""
    note = staging / NOTE
    if os.path.lexists(staging) and not note.is_file() and (not staging.is_dir() or any(staging.iterdir())):
        raise TargetError(f"{staging} is in the way: no build has made it. Move it elsewhere, or name another folder.")
    staging.mkdir(exist_ok=True)
    with note.open("a", encoding="utf-8", buffering=1) as file:
        for _ in range(TRIES):
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(PAUSE)
        else:
            raise TargetError(f"Another build is writing {target}. Build once more when it has ended.")
        if not file.tell():
            file.write(NOTE_TEXT)
        yield


def _recover(staging: Path, target: Path) -> None:
    """Remove what a build was writing, and finish or undo an exchange by two renames."""
    shutil.rmtree(staging / "new", ignore_errors=True)
    if (staging / "aside").exists():
        if target.exists():
            shutil.rmtree(staging / "spare", ignore_errors=True)
        (staging / "aside").rename(staging / "spare" if target.exists() else target)


def _update(spare: str, stage: Stage, target: Path) -> None:
    """Bring the spare up to date: the target's unchanged files as hard links, the new files, and no others."""
    kept: set[str] = set()
    if os.path.isdir(spare):  # noqa: PTH112 text paths: Path objects for tens of thousands of files take seconds
        _prune(spare, len(spare) + 1, stage.unchanged, kept)
    missing = [path for path in stage.unchanged if path not in kept]
    for folder in dict.fromkeys(path.rpartition("/")[0] for path in missing):
        os.makedirs(f"{spare}/{folder}", exist_ok=True)  # noqa: PTH103 text paths
    for path in missing:
        try:
            os.link(f"{target}/{path}", f"{spare}/{path}")
        except OSError:  # a file system without hard links: the copy counts as changed in the next build
            shutil.copy2(f"{target}/{path}", f"{spare}/{path}")
    _merge(str(stage.folder), spare)


def _prune(folder: str, start: int, unchanged: Mapping[str, int], kept: set[str]) -> None:
    """Delete all but unchanged files, which are added to those kept, and folders that are empty then.

    start: where, in a path, that below the spare begins.
    """
    before = len(kept)
    with os.scandir(folder) as entries:
        for entry in list(entries):
            if entry.is_dir(follow_symlinks=False):
                _prune(entry.path, start, unchanged, kept)
            elif unchanged.get(entry.path[start:]) == entry.inode():
                kept.add(entry.path[start:])
            else:
                os.unlink(entry.path)  # noqa: PTH108 text paths
    if len(kept) == before:
        os.rmdir(folder)  # noqa: PTH106 text paths


def _merge(source: str, target: str) -> None:
    """Move a file or a folder to another path; what is in a folder that is there already joins it."""
    if not os.path.isdir(target):  # noqa: PTH112 text paths
        os.rename(source, target)  # noqa: PTH104 text paths
        return
    with os.scandir(source) as entries:
        for entry in list(entries):
            _merge(entry.path, f"{target}/{entry.name}")


def _swap(staging: Path, target: Path) -> None:
    """Exchange the spare and the target, if there is one."""
    try:
        if target.exists() and _exchange(staging / "spare", target):
            return
        if target.exists():
            target.rename(staging / "aside")
        (staging / "spare").rename(target)
    except OSError as error:
        if error.errno == errno.EBUSY:
            raise _mount_point(target) from None
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (man 2 rename); return False, with nothing done, where there is no such step."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 and renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno() if renameat2 else errno.ENOSYS
    if number not in NO_EXCHANGE:
        raise OSError(number, os.strerror(number), str(other))
    return False
