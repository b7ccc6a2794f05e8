"""Only ordinary files are listed and opened: no link is followed, nothing waited for."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.problem import Problem
from ideas_hub.reading.files import file_names, is_there, list_files, read_file

OUTSIDE = "from another folder"


def lay_socket(path: Path) -> None:
    """Bind below its folder: the whole path may be too long for a socket."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(before)


ODD: dict[str, Callable[[Path], None]] = {
    "a link": lambda path: path.symlink_to(path.parent.parent.parent / "outside/secret.md"),
    "a link to a folder": lambda path: path.symlink_to(path.parent.parent.parent / "outside"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to a folder around it": lambda path: path.symlink_to("..", target_is_directory=True),
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a named pipe": os.mkfifo,
    "a socket": lay_socket,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a folder, a file in it, and a secret beside the repository."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.md").write_text(OUTSIDE, encoding="utf-8")
    (tmp_path / "root/docs/themes").mkdir(parents=True)
    (tmp_path / "root/docs/themes/plain.md").write_text("plain", encoding="utf-8")
    return tmp_path / "root"


@pytest.mark.parametrize("what", ODD)
def test_what_is_no_ordinary_file_is_named_and_not_opened(root: Path, what: str) -> None:
    ODD[what](root / "docs/odd.md")

    files, problems = list_files(root, "docs")
    content = read_file(root, "docs/odd.md")

    assert files == ["docs/themes/plain.md"]
    assert problems == [content]
    assert isinstance(content, Problem)
    assert (content.file, content.rule) == ("docs/odd.md", "not-a-file")
    assert what.partition(" to ")[0] in content.message
    assert content.fix
    assert is_there(root, "docs/odd.md")


@pytest.mark.parametrize("what", [what for what in ODD if what.startswith("a link")])
def test_a_folder_that_is_a_link_is_not_entered(root: Path, what: str) -> None:
    """Neither from above nor from below, and what is asked for in it counts as there, and is refused."""
    ODD[what](root / "docs/linked")

    (problem,) = list_files(root, "docs/linked").problems

    assert list_files(root, "docs/linked").files == []
    assert file_names(root, "docs/linked") == []
    assert is_there(root, "docs/linked/secret.md")
    assert read_file(root, "docs/linked/secret.md") == problem
    assert list_files(root, "docs").problems == [problem]


def test_a_link_that_an_editor_marks_an_open_file_with_is_passed_over(root: Path) -> None:
    """Emacs does; the link leads nowhere, and nothing reads it."""
    (root / "docs/.#plain.md").symlink_to("jo@laptop.4242")

    assert list_files(root, "docs") == (["docs/themes/plain.md"], [])


def test_a_folder_that_is_not_there_has_no_files(root: Path) -> None:
    assert list_files(root, "none") == ([], [])
    assert file_names(root, "none") == []
    assert not is_there(root, "none")


def test_a_file_in_the_place_of_a_folder_is_a_problem(root: Path) -> None:
    (root / "case_studies").write_text("x", encoding="utf-8")

    (problem,) = list_files(root, "case_studies").problems

    assert str(problem).startswith("case_studies: it cannot be read: Not a directory.")
    assert file_names(root, "case_studies") == []


def test_a_folder_or_file_that_may_not_be_read_is_a_problem(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions do not hold for root, who may run these tests."""

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", fail)
    monkeypatch.setattr("builtins.open", fail)
    content = read_file(root, "docs/themes/plain.md")

    assert str(list_files(root, "docs").problems[0]).startswith("docs: it cannot be read: Permission denied.")
    assert str(content).startswith("docs/themes/plain.md: it cannot be read: Permission denied.")


def test_a_very_deep_folder_is_a_problem_and_not_an_error(root: Path) -> None:
    """A path has at most 4,096 bytes."""
    before = Path.cwd()
    os.chdir(root / "docs")
    for _ in range(25):
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
    os.chdir(before)

    assert "File name too long" in str(list_files(root, "docs").problems[0])


def test_files_are_listed_folder_by_folder(root: Path) -> None:
    """The same order on every system."""
    for name in ("themes/a.md", "themes-new/b.md", "c.md"):
        (root / "docs" / name).parent.mkdir(exist_ok=True)
        (root / "docs" / name).write_text("x", encoding="utf-8")

    assert list_files(root, "docs").files == [
        f"docs/{name}" for name in ("c.md", "themes/a.md", "themes/plain.md", "themes-new/b.md")
    ]
