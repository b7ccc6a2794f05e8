"""A folder is replaced whole or not touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from ideas_hub.staging import UnsafeTargetError, replaced_whole


def contents(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "docs").mkdir(parents=True)
    return folder


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "themes").mkdir(parents=True)
    (folder / "index.html").write_text("old")
    (folder / "themes/index.html").write_text("old themes")
    return folder


def test_the_new_folder_takes_the_place_of_the_old_one_whole(old_site: Path, repository: Path) -> None:
    """Nothing of the old folder is left."""
    with replaced_whole(old_site, keep_out=repository) as stage:
        (stage / "index.html").write_text("new")

    assert contents(old_site) == {"index.html": "new"}


def test_a_failure_leaves_the_old_folder_and_nothing_else(old_site: Path, repository: Path) -> None:
    """Whatever goes wrong, the old site is byte for byte as it was and no half-made folder stays."""
    before = contents(old_site)

    def build_and_fail() -> None:
        with replaced_whole(old_site, keep_out=repository) as stage:
            (stage / "index.html").write_text("half")
            raise RuntimeError("disk full")

    with pytest.raises(RuntimeError, match="disk full"):
        build_and_fail()

    assert contents(old_site) == before
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["repository", "site"]


def test_a_folder_that_does_not_exist_yet_is_made(tmp_path: Path, repository: Path) -> None:
    """A first build needs no folder, nor the folders around it."""
    target = tmp_path / "a" / "b"
    with replaced_whole(target, keep_out=repository) as stage:
        (stage / "index.html").write_text("new")

    assert contents(target) == {"index.html": "new"}


def test_what_a_killed_run_left_is_tidied_and_the_old_site_put_back(old_site: Path, repository: Path) -> None:
    """A run killed between its two renames took the site away; the next run gives it back before it starts."""
    dead = max(int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()) + 100_000
    old_site.rename(old_site.with_name(f"site.{dead}.old"))
    old_site.with_name(f"site.{dead}.new").mkdir()

    with pytest.raises(RuntimeError), replaced_whole(old_site, keep_out=repository):
        raise RuntimeError

    assert contents(old_site)["index.html"] == "old"
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["repository", "site"]


@pytest.mark.parametrize("name", [".", "docs", "docs/new", ".git", ".."])
def test_a_folder_with_sources_in_it_is_never_replaced(repository: Path, name: str) -> None:
    """A slip of the hand must not cost the repository."""
    with pytest.raises(UnsafeTargetError, match="holds more than a built site"), replaced_whole(repository / name, keep_out=repository):
        pass

    assert (repository / "docs").is_dir()


def test_a_file_is_not_a_folder_to_replace(tmp_path: Path, repository: Path) -> None:
    """The message says that a file was named."""
    (tmp_path / "notes.txt").write_text("mine")

    with pytest.raises(UnsafeTargetError, match="is a file"), replaced_whole(tmp_path / "notes.txt", keep_out=repository):
        pass

    assert (tmp_path / "notes.txt").read_text() == "mine"
