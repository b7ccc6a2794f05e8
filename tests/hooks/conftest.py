"""One hook at a time, on the small hub, with MkDocs' own configuration."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from ideas_hub.site.context import BuildContext, load_context
from tests.conftest import ROOT

LoadHook = Callable[[str], ModuleType]


@pytest.fixture(scope="session")
def hook() -> LoadHook:
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
def context(hub_root: Path) -> BuildContext:
    return load_context(hub_root, cached=False)


@pytest.fixture
def config(context: BuildContext, hub_root: Path, tmp_path: Path) -> MkDocsConfig:
    """The site's configuration, with the content loaded."""
    loaded = load_config(str(hub_root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    loaded.extra["ideas_hub"] = context
    return loaded
