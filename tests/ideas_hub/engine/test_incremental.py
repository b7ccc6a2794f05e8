"""ideas_hub/engine/incremental.py: an unchanged file of the previous site is reused, not rendered."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.engine.cache import Cache
from ideas_hub.engine.incremental import OutputFile, PreviousBuild, load_previous, reuse_group, save_manifest, write
from tests.conftest import ROOT

GROUP = b"the group's key"
FIRST = {"index.html": b"home", "themes/index.html": b"themes", "themes/wood.html": b"wood"}


def files_of(contents: dict[str, bytes]) -> list[OutputFile]:
    return [OutputFile.of_bytes(path, content) for path, content in contents.items()]


def refuse() -> bytes:
    raise AssertionError("an unchanged file was rendered")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def site(tmp_path: Path, cache: Cache) -> Path:
    """A site as a first build left it: one group of three files."""
    folder = tmp_path / "site"
    save_manifest(folder, [(GROUP, write(files_of(FIRST), folder, PreviousBuild()))], cache)
    return folder


@pytest.fixture
def previous(site: Path, cache: Cache) -> PreviousBuild:
    return load_previous(site, cache)


def lose(path: Path) -> None:
    path.unlink()


def edit(path: Path) -> None:
    path.write_bytes(b"edited by hand")


def edit_in_secret(path: Path) -> None:
    """Same size, same name, another time."""
    path.write_bytes(path.read_bytes().upper())
    os.utime(path, ns=(1, 1))


def replace_by_link(path: Path) -> None:
    path.rename(path.with_suffix(".moved"))
    path.symlink_to(path.with_suffix(".moved"))


HARM = pytest.mark.parametrize("harm", [lose, edit, edit_in_secret, replace_by_link])


def test_a_first_build_writes_every_file_with_its_folders(site: Path) -> None:
    assert {path: (site / path).read_bytes() for path in FIRST} == FIRST


def test_unchanged_files_are_reused_and_not_rendered(previous: PreviousBuild, tmp_path: Path) -> None:
    """Nothing is written, not even a folder."""
    unchanged = [OutputFile(file.path, file.key, refuse) for file in files_of(FIRST)]
    written = write(unchanged, tmp_path / "new", previous)

    assert [(file.path, file.reused) for file in written] == [(path, True) for path in FIRST]
    assert not (tmp_path / "new").exists()


def test_a_file_with_a_new_key_is_rendered_into_the_new_folder(
    previous: PreviousBuild, site: Path, tmp_path: Path
) -> None:
    """The old one stays as it is: the build may fail yet."""
    written = write(files_of(FIRST | {"index.html": b"new home"}), tmp_path / "new", previous)

    assert [file.path for file in written if not file.reused] == ["index.html"]
    assert (tmp_path / "new/index.html").read_bytes() == b"new home"
    assert (site / "index.html").read_bytes() == b"home"


@HARM
def test_a_file_that_was_lost_or_changed_is_rendered(
    previous: PreviousBuild, site: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """By whomever, and whatever is there now."""
    harm(site / "index.html")
    written = write(files_of(FIRST), tmp_path / "new", previous)

    assert [file.path for file in written if not file.reused] == ["index.html"]
    assert (tmp_path / "new/index.html").read_bytes() == b"home"


def test_a_whole_group_is_reused_by_its_key(previous: PreviousBuild) -> None:
    written = reuse_group(GROUP, previous)

    assert written is not None
    assert [(file.path, file.reused) for file in written] == [(path, True) for path in FIRST]


@pytest.mark.parametrize("key", [b"another key", b""], ids=["new", "none"])
def test_a_group_with_an_unknown_key_is_not_reused(previous: PreviousBuild, key: bytes) -> None:
    assert reuse_group(key, previous) is None


@HARM
def test_a_group_that_lacks_a_file_is_not_reused(
    previous: PreviousBuild, site: Path, harm: Callable[[Path], None]
) -> None:
    harm(site / "themes/wood.html")

    assert reuse_group(GROUP, previous) is None


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """A disk takes a part of what no longer fits, and says so only when it is asked how much."""
    files = [OutputFile.of_bytes("page.html", b"x" * 3000)]
    program = (
        "import resource, signal, sys; from pathlib import Path; from ideas_hub.engine.incremental import *; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); "
        "write([OutputFile.of_bytes('page.html', b'x' * 3000)], Path(sys.argv[1]), PreviousBuild())"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.stderr.splitlines()[-1:] == ["OSError: [Errno 27] File too large"]
    assert write(files, tmp_path, PreviousBuild())[0].record.fingerprint[0] == 3000


def test_of_several_lost_files_each_is_rendered_and_no_other(
    previous: PreviousBuild, site: Path, tmp_path: Path
) -> None:
    for path in ("index.html", "themes/wood.html"):
        (site / path).unlink()
    files = [file._replace(render=refuse) if file.path == "themes/index.html" else file for file in files_of(FIRST)]
    written = write(files, tmp_path / "new", previous)

    assert [(file.path, file.reused) for file in written] == [
        ("index.html", False),
        ("themes/index.html", True),
        ("themes/wood.html", False),
    ]
    assert (tmp_path / "new/themes/wood.html").read_bytes() == b"wood"


def test_a_group_without_a_key_is_not_recorded(site: Path, cache: Cache) -> None:
    """Its files are."""
    save_manifest(site, [(b"", write(files_of(FIRST), site, PreviousBuild()))], cache)
    previous = load_previous(site, cache)

    assert previous.groups == {}
    assert set(previous.records) == set(FIRST)


def test_nothing_is_known_of_a_folder_without_a_manifest(tmp_path: Path, cache: Cache) -> None:
    """Another folder, no folder, or no cache."""
    assert load_previous(tmp_path / "other", cache) == PreviousBuild(tmp_path / "other")
    assert load_previous(None, cache) == PreviousBuild()
    assert load_previous(tmp_path / "site", Cache(None)).records == {}


def test_files_with_equal_bytes_have_equal_keys() -> None:
    first, second, other = files_of({"a": b"same", "b": b"same", "c": b"other"})

    assert first.key == second.key != other.key
    assert first.render() == b"same"
