"""A folder that is replaced whole or not touched, whatever happens while its successor is made."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class UnsafeTargetError(Exception):
    """The folder named may not be replaced: it holds more than a built site."""


@contextmanager
def replaced_whole(target: Path, *, keep_out: Path) -> Iterator[Path]:
    """Yield an empty folder beside the target; when the block ends well, it takes the target's place.

    On any failure the target stays byte for byte as it was.  What a killed run left behind is tidied up first.
    keep_out: the repository; the target may be a folder in it, but not itself, nor around it, nor one that holds its sources.
    Raises: UnsafeTargetError.
    """
    target = target.absolute()
    _refuse_unsafe(target, keep_out.resolve())
    target.parent.mkdir(parents=True, exist_ok=True)
    _tidy_up(target)
    stage = target.with_name(f"{target.name}.{os.getpid()}.new")
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    try:
        yield stage
        _swap(stage, target)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _swap(stage: Path, target: Path) -> None:
    old = target.with_name(f"{target.name}.{os.getpid()}.old")
    if target.exists():
        target.rename(old)
    try:
        stage.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _tidy_up(target: Path) -> None:
    """Remove what runs that were killed left; give the target its old content back if it was taken away and not replaced."""
    for left in sorted(target.parent.glob(f"{target.name}.*.old")):
        if _is_dead(left) and not target.exists():
            left.rename(target)
    for left in (*target.parent.glob(f"{target.name}.*.old"), *target.parent.glob(f"{target.name}.*.new")):
        if _is_dead(left):
            shutil.rmtree(left, ignore_errors=True)


def _is_dead(left: Path) -> bool:
    """Return whether the run that made a folder is over.  Its number stands in the folder's name."""
    number = left.suffixes[-2].removeprefix(".") if len(left.suffixes) > 1 else ""
    if not number.isdigit():
        return False
    with suppress(ProcessLookupError):
        os.kill(int(number), 0)
        return int(number) == os.getpid()
    return True


def _refuse_unsafe(target: Path, repository: Path) -> None:
    real = target.resolve()
    inside_sources = repository in real.parents and (
        real.relative_to(repository).parts[0]
        in {".git", ".github", ".venv", "case_studies", "docs", "hooks", "ideas_hub", "overrides", "requirements", "scripts", "tests"}
    )
    if real == repository or real in repository.parents or real == Path.home() or inside_sources or (real / ".git").exists():
        raise UnsafeTargetError(f"{target} holds more than a built site, so it is not replaced. Name an empty or a new folder.")
    if real.exists() and not real.is_dir():
        raise UnsafeTargetError(f"{target} is a file, not a folder. Name an empty or a new folder.")
