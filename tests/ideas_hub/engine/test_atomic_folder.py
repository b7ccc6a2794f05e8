"""ideas_hub/engine/atomic_folder.py: a folder is replaced as a whole or not at all."""

from pathlib import Path

import pytest

from ideas_hub.engine.atomic_folder import TargetError
from tests.ideas_hub.engine.conftest import Replace, contents, names_beside


def test_the_new_folder_replaces_the_old_one_as_a_whole(old_site: Path, replace: Replace) -> None:
    """Nothing of the old folder is left."""
    with replace(old_site) as stage:
        (stage.folder / "index.html").write_text("new")

    assert contents(old_site) == {"index.html": "new"}
    assert names_beside(old_site) == ["repository", "site"]


def test_a_failure_leaves_the_old_folder_and_nothing_else(old_site: Path, replace: Replace) -> None:
    """The old site is byte for byte as it was, and no unfinished folder stays."""
    before = contents(old_site)

    def build_and_fail() -> None:
        with replace(old_site) as stage:
            (stage.folder / "index.html").write_text("half")
            raise RuntimeError("disk full")

    with pytest.raises(RuntimeError, match="disk full"):
        build_and_fail()

    assert contents(old_site) == before
    assert names_beside(old_site) == ["repository", "site"]


def test_a_folder_that_does_not_exist_yet_is_created(tmp_path: Path, replace: Replace) -> None:
    """With the folders above it."""
    target = tmp_path / "a" / "b"
    with replace(target) as stage:
        (stage.folder / "index.html").write_text("new")

    assert contents(target) == {"index.html": "new"}


def test_an_unchanged_file_stays_and_what_is_neither_new_nor_unchanged_goes(old_site: Path, replace: Replace) -> None:
    """A file may take a folder's name and the other way round; no empty folder is left."""
    (old_site / "regions").mkdir()
    (old_site / "regions/index.html").write_text("gone")
    (old_site / "find").write_text("a file where a folder will be")
    (old_site / "news.html/old/empty").mkdir(parents=True)
    before = (old_site / "themes/index.html").stat()
    with replace(old_site) as stage:
        (stage.folder / "find").mkdir()
        for name in ("index.html", "find/index.html", "news.html"):
            (stage.folder / name).write_text("new")
        stage.unchanged = ["themes/index.html"]

    after = (old_site / "themes/index.html").stat()
    assert contents(old_site) == {"themes/index.html": "old themes"} | dict.fromkeys(
        ("index.html", "find/index.html", "news.html"), "new"
    )
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(path.name for path in old_site.iterdir() if path.is_dir()) == ["find", "themes"]
    assert names_beside(old_site) == ["repository", "site"]


@pytest.mark.parametrize("unchanged", [[], ["themes/index.html"]], ids=["swapped", "moved in"])
def test_a_link_to_the_folder_still_leads_to_it_afterwards(
    old_site: Path, repository: Path, replace: Replace, unchanged: list[str]
) -> None:
    """The site may be on another disk, where a web server expects it."""
    link = repository / "public"
    link.symlink_to(old_site)
    with replace(link) as stage:
        (stage.folder / "index.html").write_text("new")
        stage.unchanged = unchanged

    assert link.is_symlink()
    assert contents(old_site) == {"index.html": "new"} | dict.fromkeys(unchanged, "old themes")


def build_over_hard_case(old_site: Path, replace: Replace) -> None:
    """Replace, remove and add files; a folder takes a file's place and the other way round: eight moves."""
    with replace(old_site) as stage:
        (stage.folder / "find/deep").mkdir(parents=True)
        for name in ("about.html", "find/deep/index.html", "index.html", "news"):
            (stage.folder / name).write_text("new")
        stage.unchanged = ["themes/index.html"]


@pytest.mark.parametrize("moves", range(9))
def test_a_failure_while_files_are_moved_rolls_all_of_them_back(
    old_site: Path, replace: Replace, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    """At whichever move it comes; there are eight, so the ninth never does."""
    (old_site / "regions.html").write_text("to go")
    (old_site / "find").write_text("a file where a folder will be")
    (old_site / "news/old").mkdir(parents=True)
    (old_site / "news/old/index.html").write_text("a folder where a file will be")
    before = contents(old_site)
    rename, moved = Path.rename, []

    def rename_or_fail(source: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) == moves + 1:
            raise OSError("disk full")
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", rename_or_fail)
    if moves < 8:
        with pytest.raises(OSError, match="disk full"):
            build_over_hard_case(old_site, replace)
    else:
        build_over_hard_case(old_site, replace)

    assert len(moved) > moves or moves == len(moved) == 8
    assert (contents(old_site) == before) == (moves < 8)
    assert names_beside(old_site) == ["repository", "site"]


@pytest.mark.parametrize("exists", [True, False], ids=["old site", "first build"])
def test_a_failure_while_the_folders_are_swapped_gives_the_old_one_back(
    old_site: Path,
    replace: Replace,
    monkeypatch: pytest.MonkeyPatch,
    exists: bool,  # noqa: FBT001 a parameter of the test
) -> None:
    before = contents(old_site)
    target = old_site if exists else old_site.with_name("other")
    rename = Path.rename

    def fail_for_new(source: Path, target: Path) -> Path:
        if source.suffix == ".new":
            raise OSError("disk full")
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", fail_for_new)
    with pytest.raises(OSError, match="disk full"), replace(target):
        pass

    assert contents(old_site) == before
    assert names_beside(old_site) == ["repository", "site"]


def test_of_two_builds_at_once_the_second_fails(old_site: Path, replace: Replace) -> None:
    """The files that it left unchanged may be gone; the first one's site stays."""

    def build_slowly() -> None:
        with replace(old_site) as slow:
            with replace(old_site.with_name("site")) as quick:
                (quick.folder / "index.html").write_text("quick")
            slow.unchanged = ["themes/index.html"]

    with pytest.raises(TargetError, match="Build once more"):
        build_slowly()

    assert contents(old_site) == {"index.html": "quick"}


@pytest.mark.parametrize("name", [".", "docs", "docs/new", ".git", ".."])
def test_a_folder_with_sources_in_it_is_never_replaced(repository: Path, replace: Replace, name: str) -> None:
    """A slip of the hand must not cost the repository."""
    with pytest.raises(TargetError, match="holds more than a built site"), replace(repository / name):
        pass

    assert (repository / "docs").is_dir()


def test_a_folder_of_the_repository_without_sources_may_be_replaced(repository: Path, replace: Replace) -> None:
    with replace(repository / "docs-built") as stage:
        (stage.folder / "index.html").write_text("new")

    assert contents(repository / "docs-built") == {"index.html": "new"}


def test_neither_a_home_folder_nor_another_repository_is_replaced(
    tmp_path: Path, replace: Replace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor what holds the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path / "home/ana"))
    (tmp_path / "clone/.git").mkdir(parents=True)
    for name in ("home/ana", "home", "clone"):
        with pytest.raises(TargetError, match="holds more than a built site"), replace(tmp_path / name):
            pass


def test_a_file_is_not_a_folder_to_replace(tmp_path: Path, replace: Replace) -> None:
    (tmp_path / "notes.txt").write_text("mine")

    with pytest.raises(TargetError, match="is a file"), replace(tmp_path / "notes.txt"):
        pass

    assert (tmp_path / "notes.txt").read_text() == "mine"
