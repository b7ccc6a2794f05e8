"""ideas_hub/engine/atomic_folder.py: what killed processes left behind is put right by the next one."""

import os
from pathlib import Path

import pytest

from tests.ideas_hub.engine.conftest import Replace, contents, names_beside

DEAD = max(int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()) + 100_000
"""The number of a process that has ended."""


def fail_over(target: Path, replace: Replace) -> None:
    """Start to replace a folder, and fail: what is left is what was recovered."""
    with pytest.raises(RuntimeError), replace(target):
        raise RuntimeError


def test_files_that_a_killed_process_had_moved_are_put_back(old_site: Path, replace: Replace) -> None:
    """Its journal names the files it would add; what it moved out waits beside the site."""
    before = contents(old_site)
    old = old_site.with_name(f"site.{DEAD}.old")
    (old / "themes").mkdir(parents=True)
    (old_site / "themes/index.html").rename(old / "themes/index.html")
    (old_site / "themes").rmdir()
    (old_site / "index.html").rename(old / "index.html")
    (old_site / "index.html").write_text("new")
    (old_site / "added.html").write_text("new")
    old_site.with_name(f"site.{DEAD}.added").write_text("added.html\0not-yet.html")

    fail_over(old_site, replace)

    assert contents(old_site) == before
    assert names_beside(old_site) == ["repository", "site"]


def test_a_site_that_a_killed_process_took_away_is_put_back(old_site: Path, replace: Replace) -> None:
    """It was killed between its two renames."""
    old_site.rename(old_site.with_name(f"site.{DEAD}.old"))
    old_site.with_name(f"site.{DEAD}.new").mkdir()

    fail_over(old_site, replace)

    assert contents(old_site)["index.html"] == "old"
    assert names_beside(old_site) == ["repository", "site"]


def test_leftovers_of_a_killed_process_are_removed_where_the_site_is_whole(old_site: Path, replace: Replace) -> None:
    """Killed before its first move, or after its last."""
    before = contents(old_site)
    (old_site.with_name(f"site.{DEAD}.old") / "themes").mkdir(parents=True)
    old_site.with_name(f"site.{DEAD + 1}.added").write_text("added.html")

    fail_over(old_site, replace)

    assert contents(old_site) == before
    assert names_beside(old_site) == ["repository", "site"]


def test_files_of_others_beside_the_site_stay(old_site: Path, replace: Replace) -> None:
    """Those of a build that still runs, and those that only look like leftovers."""
    others = [f"site.{os.getppid()}.new", "site.backup.old", "site.old", f"site.{DEAD}.zip"]
    for name in others:
        old_site.with_name(name).mkdir()

    fail_over(old_site, replace)

    assert names_beside(old_site) == sorted([*others, "repository", "site"])
