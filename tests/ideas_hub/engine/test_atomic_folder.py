"""ideas_hub/engine/atomic_folder.py: a folder is replaced as a whole or not at all, and only if a build has made it."""

import errno
import os
from pathlib import Path

import pytest

from ideas_hub.engine import atomic_folder
from ideas_hub.engine.atomic_folder import NOTE, TargetError
from tests.ideas_hub.engine.folders import MARK, build, contents, replaced, write


def names_beside(folder: Path) -> list[str]:
    """Return what is beside a folder; the build's own staging folder is hidden."""
    return sorted(path.name for path in folder.parent.iterdir() if not path.name.startswith("."))


def build_and_fail(target: Path) -> None:
    with replaced(target) as stage:
        write(stage.folder, {"index.html": "half"})
        raise RuntimeError("disk full")


def swapped_out(target: Path) -> Path:
    return target.parent / f".{target.name}.staging/spare"


def test_the_new_folder_replaces_the_old_one_as_a_whole(old_site: Path) -> None:
    """Nothing of the old folder is left in it."""
    build(old_site, {"index.html": "new"})

    assert contents(old_site) == {"index.html": "new"}
    assert names_beside(old_site) == ["repository", "site"]


def test_the_folder_swapped_out_stays_until_the_next_build(old_site: Path) -> None:
    """Also what somebody put into it: a look into the staging folder gives it back."""
    write(old_site, {"mine.txt": "my notes"})
    build(old_site, {"index.html": "new"})

    assert contents(swapped_out(old_site)) == {
        "index.html": "old",
        "themes/index.html": "old themes",
        "mine.txt": "my notes",
    }

    build(old_site, {"index.html": "newer"})

    assert contents(swapped_out(old_site)) == {"index.html": "new"}


def test_a_failure_leaves_the_old_folder_and_nothing_unfinished(old_site: Path) -> None:
    """The old site is byte for byte as it was."""
    before = contents(old_site)

    with pytest.raises(RuntimeError, match="disk full"):
        build_and_fail(old_site)

    assert contents(old_site) == before
    assert [path.name for path in swapped_out(old_site).parent.iterdir()] == [NOTE]


def test_a_folder_that_does_not_exist_yet_is_created(tmp_path: Path) -> None:
    """With the folders above it."""
    build(tmp_path / "a/b", {"index.html": "new"})

    assert contents(tmp_path / "a/b") == {"index.html": "new"}


def test_an_unchanged_file_stays_and_what_is_neither_new_nor_unchanged_goes(old_site: Path) -> None:
    """A file may take a folder's name and the other way round; no empty folder is left, and no stray file."""
    before = (old_site / "themes/index.html").stat()
    one = {"index.html": "one", "regions/index.html": "to go", "news/old/page.html": "a folder", "find": "a file"}
    other = {"index.html": "other", "find/index.html": "a folder", "news": "a file"}
    for files in (one, other, one, other):
        write(old_site, {"themes/stray.html": "not ours", "stray/index.html": "not ours"})
        build(old_site, files, unchanged=("themes/index.html",))

        after = (old_site / "themes/index.html").stat()
        assert contents(old_site) == {"themes/index.html": "old themes", **files}
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
        folders = {str(path.relative_to(old_site)) for path in old_site.rglob("*") if path.is_dir()}
        assert folders == {str(parent) for path in contents(old_site) for parent in Path(path).parents[:-1]}


def test_a_link_or_a_strange_file_in_the_spare_is_not_taken_for_an_unchanged_file(old_site: Path) -> None:
    """Only the very file of the target is."""
    for new in ("new", "newer"):
        build(old_site, {"index.html": new}, unchanged=("themes/index.html",))
    spare = swapped_out(old_site)
    (spare / "themes/index.html").unlink()
    (spare / "themes/index.html").symlink_to(old_site / "index.html")
    (spare / "more").symlink_to(old_site.parent)
    build(old_site, {"index.html": "newest"}, unchanged=("themes/index.html",))

    assert contents(old_site) == {"index.html": "newest", "themes/index.html": "old themes"}
    assert names_beside(old_site) == ["repository", "site"]


def test_without_hard_links_unchanged_files_are_copied(old_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems have none."""

    def refuse(source: str, target: str) -> None:
        raise OSError(errno.EPERM, "Operation not permitted", source)

    monkeypatch.setattr(os, "link", refuse)
    build(old_site, {"index.html": "new"}, unchanged=("themes/index.html",))

    assert contents(old_site) == {"index.html": "new", "themes/index.html": "old themes"}


@pytest.mark.parametrize("unchanged", [(), ("themes/index.html",)], ids=["all new", "an edit"])
def test_a_link_to_the_folder_still_leads_to_it_afterwards(
    old_site: Path, repository: Path, unchanged: tuple[str, ...]
) -> None:
    """The site may be on another disk, where a web server expects it."""
    link = repository / "public"
    link.symlink_to(old_site)
    with replaced(link) as stage:
        write(stage.folder, {"index.html": "new"})
        stage.unchanged = {path: (link / path).stat().st_ino for path in unchanged}

    assert link.is_symlink()
    assert contents(old_site) == {"index.html": "new"} | dict.fromkeys(unchanged, "old themes")


def test_a_failure_of_the_exchange_gives_the_old_folder_back(old_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two renames, where a system has no exchange."""
    before, rename = contents(old_site), Path.rename

    def fail_for_spare(source: Path, target: Path) -> Path:
        if source.name == "spare":
            raise OSError(errno.EIO, "Input/output error", str(source))
        return rename(source, target)

    monkeypatch.setattr(atomic_folder, "RENAME_EXCHANGE", 1 << 20)  # unknown to every system
    monkeypatch.setattr(Path, "rename", fail_for_spare)
    with pytest.raises(OSError, match="Input/output"):
        build(old_site, {"index.html": "new"})

    assert contents(old_site) == before


@pytest.mark.parametrize("busy", [False, True], ids=["seen before", "found by the exchange"])
def test_a_mount_point_is_refused(old_site: Path, monkeypatch: pytest.MonkeyPatch, *, busy: bool) -> None:
    """Some look like any folder until they are to be renamed."""
    before = contents(old_site)
    monkeypatch.setattr(os.path, "ismount", lambda path: not busy and path == old_site)

    def refuse(*_: Path) -> bool:
        raise OSError(errno.EBUSY, "Device or resource busy", str(old_site))

    monkeypatch.setattr(atomic_folder, "_exchange", refuse)
    with pytest.raises(TargetError, match=f"{old_site} is a mount point.* Name a folder in it: {old_site}/site"):
        build(old_site, {"index.html": "new"})

    assert contents(old_site) == before


def test_of_two_builds_at_once_the_second_waits_and_then_gives_up(
    old_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one's site stays."""
    monkeypatch.setattr(atomic_folder, "TRIES", 2)
    monkeypatch.setattr(atomic_folder, "PAUSE", 0)
    with replaced(old_site) as slow:
        write(slow.folder, {"index.html": "slow"})
        with pytest.raises(TargetError, match=f"Another build is writing {old_site}. Build once more"):
            build(old_site.with_name("site"), {"index.html": "quick"})

    assert contents(old_site) == {"index.html": "slow"}


def test_a_folder_that_others_filled_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    """It was not there when the build began."""

    def build_slowly() -> None:
        with replaced(tmp_path / "site") as stage:
            write(stage.folder, {"index.html": "new"})
            write(tmp_path / "site", {"mine.txt": "my notes"})

    with pytest.raises(TargetError, match=r"has files in it but not the hub\.txt"):
        build_slowly()

    assert contents(tmp_path / "site") == {"mine.txt": "my notes"}


def test_nothing_beside_the_folder_is_touched_whatever_its_name(old_site: Path) -> None:
    """Years, process numbers, endings: only what the note in it names is a build's own."""
    for name in ("site.2025.old", "site.1999.added", f"site.{os.getppid()}.new", "site.99999999999.old", ".site.old"):
        write(old_site.with_name(name), {"mine.txt": "my notes"})
    beside = sorted(path.name for path in old_site.parent.iterdir())

    build(old_site, {"index.html": "new"})
    with pytest.raises(RuntimeError):
        build_and_fail(old_site)

    assert sorted(path.name for path in old_site.parent.iterdir()) == beside
    assert contents(old_site.parent / "site.2025.old") == {"mine.txt": "my notes"}
    assert contents(old_site) == {"index.html": "new"}


@pytest.mark.parametrize("there", ["a folder of others", "a file", "a dead link"])
def test_a_staging_folder_that_no_build_has_made_is_left_alone(tmp_path: Path, there: str) -> None:
    staging = tmp_path / ".site.staging"
    if there == "a folder of others":
        write(staging, {"mine.txt": "my notes"})
    elif there == "a file":
        staging.write_text("my notes")
    else:
        staging.symlink_to(tmp_path / "nowhere")

    with pytest.raises(TargetError, match=f"{staging} is in the way: no build has made it. Move it elsewhere"):
        build(tmp_path / "site", {"index.html": "new"})

    assert not (tmp_path / "site").exists()
    assert [path.name for path in tmp_path.iterdir()] == [".site.staging"]


def test_an_empty_staging_folder_is_one_that_a_killed_build_has_just_made(tmp_path: Path) -> None:
    (tmp_path / ".site.staging").mkdir()
    build(tmp_path / "site", {"index.html": "new"})

    assert contents(tmp_path / "site") == {"index.html": "new"}


@pytest.mark.parametrize("mark", ["none", "another text", "a link", "a folder"])
def test_a_folder_with_files_but_without_the_mark_is_not_replaced(old_site: Path, mark: str) -> None:
    """It may be somebody's own; the message says what to do."""
    path = old_site / MARK.name
    path.rename(old_site / "right.txt")
    if mark == "another text":
        path.write_text("The hub that I like best")
    elif mark == "a link":
        path.symlink_to(old_site / "right.txt")
    elif mark == "a folder":
        path.mkdir()
    before = contents(old_site)

    with pytest.raises(
        TargetError, match=r"has files in it but not the hub\.txt.* empty or a new folder.* delete it once"
    ):
        build(old_site, {"index.html": "new"})

    assert contents(old_site) == before


def test_an_empty_folder_and_a_copy_of_a_site_are_replaced(old_site: Path, tmp_path: Path) -> None:
    """A copy carries the mark, wherever it was brought."""
    (tmp_path / "empty").mkdir()
    write(tmp_path / "copy", {**contents(old_site), MARK.name: (old_site / MARK.name).read_text()})
    for name in ("empty", "copy"):
        build(tmp_path / name, {"index.html": "new"})

        assert contents(tmp_path / name) == {"index.html": "new"}


@pytest.mark.parametrize("name", [".", "docs", "docs/new", ".git", ".."])
def test_a_folder_with_sources_in_it_is_never_replaced(repository: Path, name: str) -> None:
    """A slip of the hand must not cost the repository."""
    with (
        pytest.raises(TargetError, match="holds more than a built site"),
        atomic_folder.atomic_replace(
            repository / name, mark=MARK, forbidden=[repository / ".git", repository / "docs"]
        ),
    ):
        pass

    assert (repository / "docs").is_dir()


def test_neither_a_home_folder_nor_another_repository_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor what holds the home folder, even if the mark is there."""
    monkeypatch.setenv("HOME", str(tmp_path / "home/ana"))
    (tmp_path / "clone/.git").mkdir(parents=True)
    for name in ("home/ana", "home", "clone"):
        write(tmp_path / name, {MARK.name: "built"})
        with pytest.raises(TargetError, match="holds more than a built site"):
            build(tmp_path / name, {})


def test_a_file_is_not_a_folder_to_replace(tmp_path: Path) -> None:
    """Nor is a link that leads round in a circle."""
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "circle").symlink_to("circle")
    for name in ("notes.txt", "circle"):
        with pytest.raises(TargetError, match="is a file"):
            build(tmp_path / name, {})

    assert (tmp_path / "notes.txt").read_text() == "mine"
