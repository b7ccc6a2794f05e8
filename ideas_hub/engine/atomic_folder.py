"""A folder that is replaced whole or not touched, whatever happens while its successor is made."""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


class UnsafeTargetError(Exception):
    """The folder named may not be replaced: it holds more than a built site."""


class ChangedTargetError(Exception):
    """Somebody else replaced the folder meanwhile, so what was to stay in it may be gone."""


@dataclass(slots=True)
class Stage:
    """What will stand in the target.

    folder: of the files that are new; empty at first.  kept: the paths below the target of files that stay as they are.
    """

    folder: Path
    kept: Collection[str] = ()


@contextmanager
def atomic_replace(target: Path, *, keep_out: Path) -> Iterator[Stage]:
    """Yield a stage; when the block ends well, the target holds the files of its folder and those that it keeps, and no others.

    On any failure the target stays byte for byte as it was.  What a killed run left behind is put right first.
    keep_out: the repository; the target may be a folder in it, but not itself, nor around it, nor one that holds its sources.
    Raises: UnsafeTargetError, ChangedTargetError.
    """
    target = target.resolve()  # where a link leads, so that files can be moved in from beside it
    _refuse_unsafe(target, keep_out.resolve())
    target.parent.mkdir(parents=True, exist_ok=True)
    _tidy_up(target)
    seen = _version(target)
    stage = Stage(_beside(target, "new"))
    shutil.rmtree(stage.folder, ignore_errors=True)
    stage.folder.mkdir()
    try:
        yield stage
        if not stage.kept:
            _swap(stage.folder, target)
        elif _version(target) == seen:
            _move_in(stage, target)
        else:
            raise ChangedTargetError(f"Another build replaced {target} meanwhile. Build once more.")
    finally:
        shutil.rmtree(stage.folder, ignore_errors=True)


def _beside(target: Path, ending: str) -> Path:
    """Return a path beside the target that is this process's own."""
    return target.with_name(f"{target.name}.{os.getpid()}.{ending}")


def _version(target: Path) -> tuple[int, int] | None:
    """Return what tells whether another build has replaced the target: each leaves a new folder, or a new time on it."""
    if not target.exists():
        return None
    seen = target.stat()
    return seen.st_ino, seen.st_mtime_ns


def _swap(stage: Path, target: Path) -> None:
    old = _beside(target, "old")
    if target.exists():
        target.rename(old)
    try:
        stage.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _move_in(stage: Stage, target: Path) -> None:
    """Move the new files into the target, and out of it those that they replace and those that are gone.

    The names of files that had none before stand beside the target meanwhile: with them and what was moved out, all can be put back.
    """
    old, added = _beside(target, "old"), _beside(target, "added")
    new, there = list(_files_below(stage.folder)), set(_files_below(target))
    stay = {*new, *stage.kept}
    added.write_text("\0".join(path for path in new if path not in there), encoding="utf-8", errors="surrogateescape")
    old.mkdir()
    try:
        _move(sorted(there - stay), target, old)
        for path in new:
            _move([path] if path in there else [], target, old)
            _move([path], stage.folder, target)
        os.utime(target)
    except BaseException:
        _put_back(target, old, added)
        raise
    added.unlink()
    shutil.rmtree(old, ignore_errors=True)


def _files_below(folder: Path) -> Iterator[str]:
    """Yield the path of every file below a folder, from there, and of every empty folder, that with a slash at its end."""
    start = len(os.path.join(folder, ""))  # noqa: PTH118 the paths below are text: path objects for ten thousands of files take seconds
    for place, folders, names in os.walk(folder):
        yield from (f"{place}/{name}"[start:] for name in names)
        if not folders and not names and len(place) > start:
            yield f"{place}/"[start:]


def _move(paths: Iterable[str], source: Path, target: Path) -> None:
    """Move files from below one folder to the same places below another; folders that are empty after that go."""
    for path in paths:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).rename(target / path)
        _remove_empty(source, path)


def _remove_empty(folder: Path, path: str) -> None:
    """Remove the folders that lost the file at a path and hold nothing else."""
    with suppress(OSError):  # until one still holds something
        for parent in Path(path).parents[:-1]:
            (folder / parent).rmdir()


def _put_back(target: Path, old: Path, added: Path) -> None:
    """Undo a move that was not finished."""
    for path in filter(None, added.read_text(encoding="utf-8", errors="surrogateescape").split("\0")):
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):  # it was not moved in yet
            (target / path).unlink()
        _remove_empty(target, path)
    for path in list(_files_below(old)):
        if path.endswith("/"):  # it was empty, or was made for a file that was not moved out yet
            (target / path).mkdir(parents=True, exist_ok=True)
        else:
            _move([path], old, target)
    added.unlink()
    shutil.rmtree(old)


def _tidy_up(target: Path) -> None:
    """Give the target the content back that a killed run took away and did not replace; remove the rest of what such runs left."""
    for old in sorted(filter(_is_dead, target.parent.glob(f"{target.name}.*.old"))):
        if (added := old.with_suffix(".added")).exists():
            _put_back(target, old, added)
        elif not target.exists():
            old.rename(target)
    for ending in ("old", "new"):
        for left in filter(_is_dead, target.parent.glob(f"{target.name}.*.{ending}")):
            shutil.rmtree(left, ignore_errors=True)
    for left in filter(_is_dead, target.parent.glob(f"{target.name}.*.added")):  # written, and nothing moved yet
        left.unlink()


def _is_dead(left: Path) -> bool:
    """Return whether the run that made a folder is over.  Its number stands in the folder's name."""
    number = left.suffixes[-2].removeprefix(".") if len(left.suffixes) > 1 else ""
    if not number.isdigit():
        return False
    with suppress(ProcessLookupError):
        os.kill(int(number), 0)
        return int(number) == os.getpid()
    return True


def _refuse_unsafe(real: Path, repository: Path) -> None:
    inside_sources = repository in real.parents and (
        real.relative_to(repository).parts[0]
        in {
            ".git",
            ".github",
            ".venv",
            "case_studies",
            "docs",
            "hooks",
            "ideas_hub",
            "overrides",
            "requirements",
            "scripts",
            "tests",
        }
    )
    if (
        real == repository
        or real in repository.parents
        or real == Path.home()
        or inside_sources
        or (real / ".git").exists()
    ):
        raise UnsafeTargetError(
            f"{real} holds more than a built site, so it is not replaced. Name an empty or a new folder."
        )
    if real.exists() and not real.is_dir():
        raise UnsafeTargetError(f"{real} is a file, not a folder. Name an empty or a new folder.")
