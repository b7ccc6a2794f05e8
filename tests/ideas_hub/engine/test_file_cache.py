"""ideas_hub/engine/file_cache.py: large values in files, which can be deleted at any time."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.engine.file_cache import DAY, MAX_UNUSED_SECONDS, FileCache


def test_a_value_comes_back_in_the_next_build(tmp_path: Path) -> None:
    """The folder is created, and nothing is left in it but the value."""
    FileCache(tmp_path / "a/b").put("photo", b"bytes")
    cache = FileCache(tmp_path / "a/b")

    assert cache.has("photo")
    assert cache.get("photo") == b"bytes"
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["photo"]


def test_an_unknown_value_is_none(tmp_path: Path) -> None:
    assert not FileCache(tmp_path).has("photo")
    assert FileCache(tmp_path).get("photo") is None


def test_a_damaged_value_counts_as_absent(tmp_path: Path) -> None:
    """Cut short, with one bit changed, or emptied."""
    cache = FileCache(tmp_path)
    cache.put("photo", b"bytes")
    stored = (tmp_path / "photo").read_bytes()

    for damaged in (stored[:-1], stored[:-1] + b"t", b""):
        (tmp_path / "photo").write_bytes(damaged)
        assert cache.get("photo") is None


def test_the_value_of_another_name_counts_as_absent(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    cache.put("photo", b"bytes")
    (tmp_path / "photo").rename(tmp_path / "list")

    assert cache.get("list") is None


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_is_no_file_counts_as_absent(tmp_path: Path, make: Callable[[Path], object]) -> None:
    """Nobody waits for what will never come out of a pipe."""
    make(tmp_path / "photo")

    assert FileCache(tmp_path).get("photo") is None


@pytest.mark.parametrize("folder", [None, Path("blocked")])
def test_without_a_folder_nothing_is_stored(folder: Path | None, tmp_path: Path) -> None:
    """A file may stand where the folder has to be."""
    (tmp_path / "blocked").write_text("a file", encoding="utf-8")
    cache = FileCache(folder and tmp_path / folder)
    cache.put("photo", b"bytes")
    cache.drop_unused([])

    assert not cache.has("photo")
    assert cache.get("photo") is None


def test_what_no_build_used_for_two_months_is_dropped(tmp_path: Path) -> None:
    """A value in use stays, however old it is, and so does one that was used lately; a folder of old goes too."""
    cache, old = FileCache(tmp_path), time.time() - MAX_UNUSED_SECONDS - DAY
    for name in ("used", "unused", "recent"):
        cache.put(name, b"bytes")
    (tmp_path / "folder").mkdir()
    for name in ("used", "unused", "folder"):
        os.utime(tmp_path / name, (old, old))

    cache.drop_unused(["used"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["recent", "used"]

    cache.drop_unused([])
    assert cache.has("used")
