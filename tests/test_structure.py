"""Who may import whom: packages stand in one order, the core knows no MkDocs, hooks do not know each other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = sorted((ROOT / "ideas_hub").rglob("*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
LAYERS = (
    "problem",
    "engine",
    "model",
    "reading",
    "checks",
    "photos",
    "repository",
    "search",
    "views",
    "formats",
    "drafting",
    "site",
    "commands",
)
"""Each may import those before it and itself; ARCHITECTURE.md says what each holds."""

OUTSIDE_THE_CORE = {"mkdocs", "properdocs", "material", "pymdownx", "hooks", "scripts"}


def modules_imported(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, with its package, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer_of(module: str) -> str:
    """Return "model" for "ideas_hub.model.hub.Hub"."""
    return module.split(".")[1]


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_its_own_layer_and_those_above(path: Path) -> None:
    """One direction: whoever reads from the top meets nothing that is explained further down."""
    own = path.relative_to(ROOT / "ideas_hub").parts[0].removesuffix(".py")
    above = LAYERS[: LAYERS.index(own) + 1] if own in LAYERS else ()

    imported = {layer_of(module) for module in modules_imported(path) if module.startswith("ideas_hub.")}

    assert imported <= set(above)


def test_every_package_is_a_layer() -> None:
    """At the top of the core stand the layers and problem.py, and nothing else."""
    names = {path.name.removesuffix(".py") for path in (ROOT / "ideas_hub").iterdir()}

    assert names - {"__pycache__", "__init__"} == set(LAYERS)


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_core_imports_no_mkdocs(path: Path) -> None:
    """The core must outlive the generator: hooks, scripts and tests are its equal customers."""
    assert {module.split(".")[0] for module in modules_imported(path)}.isdisjoint(OUTSIDE_THE_CORE)


@pytest.mark.parametrize("path", HOOKS, ids=lambda path: path.name)
def test_a_hook_imports_no_other_hook(path: Path) -> None:
    """A hook loaded twice would run twice, so what two hooks share belongs in the core."""
    imported = {module.split(".")[0] for module in modules_imported(path)}

    assert imported.isdisjoint({hook.stem for hook in HOOKS} | {"hooks"})


def test_mkdocs_runs_the_hooks_that_there_are() -> None:
    """Every file in hooks/ is named in mkdocs.yml."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    assert [hook.name for hook in HOOKS] == sorted(
        line.split("/")[-1] for line in settings.splitlines() if "- hooks/" in line
    )
