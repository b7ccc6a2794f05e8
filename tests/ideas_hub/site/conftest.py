"""The small hub, loaded once for the tests that only read it, and a copy of it that a test may edit."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.renderer import Renderer
from ideas_hub.site.settings import Settings
from tests.conftest import SITE_URL, lay_hub

Edit = Callable[[str, str, str], BuildContext]


@pytest.fixture(scope="session")
def context(hub_root: Path) -> BuildContext:
    """What a build of the small hub works from, without social cards."""
    return load_context(hub_root, Settings(url=SITE_URL, cards=False), cached=False)


@pytest.fixture(scope="session")
def renderer(context: BuildContext) -> Renderer:
    return Renderer(context)


@pytest.fixture(scope="session")
def edited_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that `edit` changes, with a cache; it is as it was before and after each test."""
    return lay_hub(tmp_path_factory.mktemp("edited") / "hub")


@pytest.fixture
def edit(edited_root: Path) -> Iterator[Edit]:
    """Replace a part of a file once, and load the content."""
    originals: dict[Path, str] = {}

    def load(file: str, old: str, new: str) -> BuildContext:
        path = edited_root / file
        text = path.read_text(encoding="utf-8")
        originals.setdefault(path, text)
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return load_context(edited_root, Settings(url=SITE_URL, cards=False))

    yield load
    for path, text in originals.items():
        path.write_text(text, encoding="utf-8")
