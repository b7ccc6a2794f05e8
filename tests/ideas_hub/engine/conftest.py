"""A folder to replace, beside a repository whose sources must not be."""

from pathlib import Path

import pytest

from tests.ideas_hub.engine.folders import build


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "docs").mkdir(parents=True)
    return folder


@pytest.fixture
def old_site(tmp_path: Path, repository: Path) -> Path:
    folder = tmp_path / "site"
    build(folder, {"index.html": "old", "themes/index.html": "old themes"})
    return folder
