"""One hook at a time, on the real content, with MkDocs' own configuration."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from ideas_hub.site.context import BuildContext, load_context

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def hook() -> Callable[[str], ModuleType]:
    """Load a hook as MkDocs does: as a file, not as a module of a package."""

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(f"hook_{name}", ROOT / "hooks" / f"{name}.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture(scope="session")
def content() -> BuildContext:
    return load_context(ROOT, cached=False)


@pytest.fixture
def config(content: BuildContext, tmp_path: Path) -> MkDocsConfig:
    """The site's settings, with the content already read."""
    loaded = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    loaded.extra["ideas_hub"] = content
    return loaded
