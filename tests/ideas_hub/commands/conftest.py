"""A repository that keeps its cache from test to test, so that a command reads only what a test has changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ideas_hub.conftest import CONTENT, lay_tree


@pytest.fixture(scope="session")
def cached_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_tree(tmp_path_factory.mktemp("commands"))


@pytest.fixture
def root(cached_root: Path) -> Iterator[Path]:
    """The small hub's content; whatever a test does to it is undone, but for its cache."""
    yield cached_root
    for path in cached_root.rglob("*"):
        file = path.relative_to(cached_root).as_posix()
        if path.is_file() and not file.startswith(".cache/") and file not in CONTENT:
            path.unlink()
    for file, content in CONTENT.items():
        path = cached_root / file
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
