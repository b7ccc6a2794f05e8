"""A folder is replaced whole or not touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from ideas_hub.engine.atomic_folder import ChangedTargetError, UnsafeTargetError, atomic_replace

DEAD = max(int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()) + 100_000


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
    with atomic_replace(old_site, keep_out=repository) as stage:
        (stage.folder / "index.html").write_text("new")

    assert contents(old_site) == {"index.html": "new"}


def test_a_failure_leaves_the_old_folder_and_nothing_else(old_site: Path, repository: Path) -> None:
    """Whatever goes wrong, the old site is byte for byte as it was and no half-made folder stays."""
    before = contents(old_site)

    def build_and_fail() -> None:
        with atomic_replace(old_site, keep_out=repository) as stage:
            (stage.folder / "index.html").write_text("half")
            raise RuntimeError("disk full")

    with pytest.raises(RuntimeError, match="disk full"):
        build_and_fail()

    assert contents(old_site) == before
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["repository", "site"]


def test_a_folder_that_does_not_exist_yet_is_made(tmp_path: Path, repository: Path) -> None:
    """A first build needs no folder, nor the folders around it."""
    target = tmp_path / "a" / "b"
    with atomic_replace(target, keep_out=repository) as stage:
        (stage.folder / "index.html").write_text("new")

    assert contents(target) == {"index.html": "new"}


def test_a_file_that_is_kept_stays_where_it_is_and_what_is_neither_new_nor_kept_goes(
    old_site: Path, repository: Path
) -> None:
    """The folder holds the new files and the kept ones, whatever stood in their way; no empty folder is left."""
    (old_site / "regions").mkdir()
    (old_site / "regions/index.html").write_text("gone")
    (old_site / "find").write_text("a file where a folder will be")
    (old_site / "news.html/old/empty").mkdir(parents=True)
    kept = (old_site / "themes/index.html").stat()
    with atomic_replace(old_site, keep_out=repository) as stage:
        (stage.folder / "find").mkdir()
        for name in ("index.html", "find/index.html", "news.html"):
            (stage.folder / name).write_text("new")
        stage.kept = ["themes/index.html"]

    assert contents(old_site) == {
        "index.html": "new",
        "find/index.html": "new",
        "news.html": "new",
        "themes/index.html": "old themes",
    }
    assert (old_site / "themes/index.html").stat() == kept
    assert sorted(path.name for path in old_site.iterdir() if path.is_dir()) == ["find", "themes"]
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["repository", "site"]


def test_a_link_to_the_folder_still_leads_to_it_afterwards(old_site: Path, repository: Path) -> None:
    """The site may stand on another disk, where a web server expects it."""
    link = repository / "public"
    link.symlink_to(old_site)
    for kept in ([], ["themes/index.html"]):
        with atomic_replace(link, keep_out=repository) as stage:
            (stage.folder / "index.html").write_text("new")
            (stage.folder / "themes").mkdir()
            (stage.folder / ("themes/new.html" if kept else "themes/index.html")).write_text("themes")
            stage.kept = kept

    assert link.is_symlink()
    assert contents(old_site) == {"index.html": "new", "themes/index.html": "themes", "themes/new.html": "themes"}


@pytest.mark.parametrize("moves", range(9))
def test_a_failure_while_files_are_moved_puts_all_of_them_back(
    old_site: Path, repository: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    """At whichever move it comes: those that were replaced, taken away or added, a file where a folder was to be and the other way round."""
    (old_site / "regions.html").write_text("to go")
    (old_site / "find").write_text("a file where a folder will be")
    (old_site / "news/old").mkdir(parents=True)
    (old_site / "news/old/index.html").write_text("a folder where a file will be")
    before = contents(old_site)
    rename, moved = Path.rename, []

    def fails_once(source: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) == moves + 1:
            raise OSError("disk full")
        return rename(source, target)

    def build() -> None:
        with atomic_replace(old_site, keep_out=repository) as stage:
            (stage.folder / "find/deep").mkdir(parents=True)
            for name in ("about.html", "find/deep/index.html", "index.html", "news"):
                (stage.folder / name).write_text("new")
            stage.kept = ["themes/index.html"]

    monkeypatch.setattr(Path, "rename", fails_once)
    if moves < 8:
        with pytest.raises(OSError, match="disk full"):
            build()
    else:
        build()

    assert len(moved) > moves or moves == len(moved) == 8
    assert (contents(old_site) == before) == (moves < 8)
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["repository", "site"]


def test_files_that_a_killed_run_had_moved_are_put_back(old_site: Path, repository: Path) -> None:
    """It noted which files it would add, and what it replaced or took away waits beside the site."""
    before = contents(old_site)
    old = old_site.with_name(f"site.{DEAD}.old")
    (old / "themes").mkdir(parents=True)
    (old_site / "themes/index.html").rename(old / "themes/index.html")
    (old_site / "themes").rmdir()
    (old_site / "index.html").rename(old / "index.html")
    (old_site / "index.html").write_text("new")
    (old_site / "added.html").write_text("new")
    old_site.with_name(f"site.{DEAD}.added").write_text("added.html\0not-yet.html")

    with pytest.raises(RuntimeError), atomic_replace(old_site, keep_out=repository):
        raise RuntimeError

    assert contents(old_site) == before
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["repository", "site"]


def test_of_two_builds_at_once_the_second_says_that_the_first_was_there(old_site: Path, repository: Path) -> None:
    """What it meant to keep may be gone; the first one's site stays."""

    def build_slowly() -> None:
        with atomic_replace(old_site, keep_out=repository) as slow:
            with atomic_replace(old_site.with_name("site"), keep_out=repository) as quick:
                (quick.folder / "index.html").write_text("quick")
            slow.kept = ["themes/index.html"]

    with pytest.raises(ChangedTargetError, match="Build once more"):
        build_slowly()

    assert contents(old_site) == {"index.html": "quick"}


def test_what_a_killed_run_left_is_tidied_and_the_old_site_put_back(old_site: Path, repository: Path) -> None:
    """A run killed between its two renames took the site away; the next run gives it back before it starts."""
    old_site.rename(old_site.with_name(f"site.{DEAD}.old"))
    old_site.with_name(f"site.{DEAD}.new").mkdir()

    with pytest.raises(RuntimeError), atomic_replace(old_site, keep_out=repository):
        raise RuntimeError

    assert contents(old_site)["index.html"] == "old"
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["repository", "site"]


@pytest.mark.parametrize("name", [".", "docs", "docs/new", ".git", ".."])
def test_a_folder_with_sources_in_it_is_never_replaced(repository: Path, name: str) -> None:
    """A slip of the hand must not cost the repository."""
    with (
        pytest.raises(UnsafeTargetError, match="holds more than a built site"),
        atomic_replace(repository / name, keep_out=repository),
    ):
        pass

    assert (repository / "docs").is_dir()


def test_a_file_is_not_a_folder_to_replace(tmp_path: Path, repository: Path) -> None:
    """The message says that a file was named."""
    (tmp_path / "notes.txt").write_text("mine")

    with (
        pytest.raises(UnsafeTargetError, match="is a file"),
        atomic_replace(tmp_path / "notes.txt", keep_out=repository),
    ):
        pass

    assert (tmp_path / "notes.txt").read_text() == "mine"
