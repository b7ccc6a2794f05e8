"""Replace a folder as a whole or not at all, even if the process is killed."""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


class TargetError(Exception):
    """The folder may not be replaced: it holds more than build output, or another build replaced it meanwhile."""


@dataclass(slots=True)
class Stage:
    """What the target will hold.

    folder: for the new files; empty at first.
    unchanged: paths, relative to the target, of files that stay as they are.
    """

    folder: Path
    unchanged: Collection[str] = ()


@contextmanager
def atomic_replace(target: Path, *, forbidden: Iterable[Path]) -> Iterator[Stage]:
    """Yield a stage; after the block, the target holds the stage's new files and its unchanged ones, and no others.

    If the block fails, the target stays byte for byte as it was.  Leftovers of killed processes are cleared up first.
    forbidden: folders that the target may not be, hold or lie in.
    Raises: TargetError.
    """
    target = target.resolve()  # follow links: files are moved in from a sibling, which must be on the same disk
    _refuse_unsafe(target, forbidden)
    target.parent.mkdir(parents=True, exist_ok=True)
    _recover(target)
    token = _token(target)
    stage = Stage(_sibling(target, "new"))
    shutil.rmtree(stage.folder, ignore_errors=True)
    stage.folder.mkdir()
    try:
        yield stage
        if not stage.unchanged:
            _swap(stage.folder, target)
        elif _token(target) == token:
            _apply(stage, target)
        else:
            raise TargetError(f"Another build replaced {target} meanwhile. Build once more.")
    finally:
        shutil.rmtree(stage.folder, ignore_errors=True)


def _refuse_unsafe(target: Path, forbidden: Iterable[Path]) -> None:
    protected = [Path.home(), *(path.resolve() for path in forbidden)]
    if (
        any(path.is_relative_to(target) for path in protected)
        or any(target.is_relative_to(path) for path in protected[1:])
        or (target / ".git").exists()
    ):
        raise TargetError(
            f"{target} holds more than a built site, so it is not replaced. Name an empty or a new folder."
        )
    if target.exists() and not target.is_dir():
        raise TargetError(f"{target} is a file, not a folder. Name an empty or a new folder.")


def _sibling(target: Path, ending: str) -> Path:
    """Return a path beside the target that no other process uses."""
    return target.with_name(f"{target.name}.{os.getpid()}.{ending}")


def _token(target: Path) -> tuple[int, int] | None:
    """Return a token that changes when another build replaces the target: its inode and mtime."""
    if not target.exists():
        return None
    stat = target.stat()
    return stat.st_ino, stat.st_mtime_ns


def _swap(new: Path, target: Path) -> None:
    """Rename the new folder to the target's name."""
    old = _sibling(target, "old")
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _apply(stage: Stage, target: Path) -> None:
    """Move the new files into the target, and out of it those that they replace and those no longer wanted.

    Names of added files are journalled beside the target, so that a crash can be rolled back.
    """
    old, added = _sibling(target, "old"), _sibling(target, "added")
    new, present = list(_files_below(stage.folder)), set(_files_below(target))
    added.write_text("\0".join(path for path in new if path not in present), encoding="utf-8", errors="surrogateescape")
    old.mkdir()
    try:
        _move(sorted(present - {*new, *stage.unchanged}), target, old)
        for path in new:
            _move([path] if path in present else [], target, old)
            _move([path], stage.folder, target)
        os.utime(target)  # a new token, also if only files further down were moved
    except BaseException:
        _roll_back(target, old, added)
        raise
    added.unlink()
    shutil.rmtree(old, ignore_errors=True)


def _files_below(folder: Path) -> Iterator[str]:
    """Yield the relative path of every file below a folder, and of every empty folder, which ends with a slash."""
    start = len(os.path.join(folder, ""))  # noqa: PTH118 Path objects for tens of thousands of files take seconds
    for place, folders, names in os.walk(folder):
        yield from (f"{place}/{name}"[start:] for name in names)
        if not folders and not names and len(place) > start:
            yield f"{place}/"[start:]


def _move(paths: Iterable[str], source: Path, target: Path) -> None:
    """Move files from one folder to the same relative paths in another; folders left empty are removed."""
    for path in paths:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).rename(target / path)
        _remove_empty_parents(source, path)


def _remove_empty_parents(folder: Path, path: str) -> None:
    with suppress(OSError):  # the first that is not empty
        for parent in Path(path).parents[:-1]:
            (folder / parent).rmdir()


def _roll_back(target: Path, old: Path, added: Path) -> None:
    """Undo an unfinished `_apply`."""
    for path in filter(None, added.read_text(encoding="utf-8", errors="surrogateescape").split("\0")):
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):  # not moved in yet
            (target / path).unlink()
        _remove_empty_parents(target, path)
    for path in list(_files_below(old)):
        if path.endswith("/"):  # it was empty, or was created for a file that was not moved out yet
            (target / path).mkdir(parents=True, exist_ok=True)
        else:
            _move([path], old, target)
    added.unlink()
    shutil.rmtree(old)


def _recover(target: Path) -> None:
    """Give the target back what killed processes moved out of it, and remove their leftovers."""
    for old in sorted(filter(_owner_is_dead, target.parent.glob(f"{target.name}.*.old"))):
        if (added := old.with_suffix(".added")).exists():
            _roll_back(target, old, added)
        elif not target.exists():
            old.rename(target)
    for leftover in filter(_owner_is_dead, target.parent.glob(f"{target.name}.*.*")):
        if leftover.suffix in {".old", ".new"}:
            shutil.rmtree(leftover, ignore_errors=True)
        elif leftover.suffix == ".added":  # journalled, and nothing moved yet
            leftover.unlink()


def _owner_is_dead(leftover: Path) -> bool:
    """Return whether the process named in a leftover's name has ended."""
    number = leftover.suffixes[-2].removeprefix(".") if len(leftover.suffixes) > 1 else ""
    if not number.isdigit():
        return False
    with suppress(ProcessLookupError):
        os.kill(int(number), 0)
        return int(number) == os.getpid()
    return True
