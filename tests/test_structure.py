"""Who may import whom: the core knows no MkDocs, and hooks do not know each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = sorted((ROOT / "ideas_hub").rglob("*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))


def imports_of(path: Path) -> set[str]:
    """Return the first part of every module that a file imports, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_core_imports_no_mkdocs(path: Path) -> None:
    """The core must outlive the generator: hooks, scripts and tests are its equal customers."""
    assert imports_of(path).isdisjoint({"mkdocs", "material", "pymdownx", "hooks"})


@pytest.mark.parametrize("path", HOOKS, ids=lambda path: path.name)
def test_a_hook_imports_no_other_hook(path: Path) -> None:
    """A hook loaded twice would run twice, so what two hooks share belongs in the core."""
    assert imports_of(path).isdisjoint({hook.stem for hook in HOOKS} | {"hooks"})


@pytest.mark.parametrize("path", HOOKS, ids=lambda path: path.name)
def test_a_hook_stays_small(path: Path) -> None:
    """A hook is an adapter: sixty lines at most."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


def test_mkdocs_runs_the_hooks_that_there_are() -> None:
    """Every file in hooks/ is named in mkdocs.yml, where the list reads as the build."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    assert [hook.name for hook in HOOKS] == sorted(line.split("/")[-1] for line in settings.splitlines() if "- hooks/" in line)
