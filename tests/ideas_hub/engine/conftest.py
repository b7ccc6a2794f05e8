"""A folder to replace, beside a repository whose sources must not be."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from ideas_hub.engine.atomic_folder import Stage, atomic_replace

Replace = Callable[[Path], AbstractContextManager[Stage]]


def contents(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def names_beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "docs").mkdir(parents=True)
    return folder


@pytest.fixture
def replace(repository: Path) -> Replace:
    """Replace a folder, but none that holds sources of the repository."""
    return lambda target: atomic_replace(target, forbidden=[repository / ".git", repository / "docs"])


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "themes").mkdir(parents=True)
    (folder / "index.html").write_text("old")
    (folder / "themes/index.html").write_text("old themes")
    return folder
