"""Who may import whom, and how much fits into one module before it is to be redesigned."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

CORE = sorted((ROOT / "ideas_hub").rglob("*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
CODE = [*CORE, *HOOKS, *sorted((ROOT / "scripts").rglob("*.py"))]
LAYERS = (
    "problem",
    "engine",
    "model",
    "reading",
    "checks",
    "photos",
    "repository",
    "editing",
    "search",
    "views",
    "formats",
    "importing",
    "drafting",
    "web_form",
    "site",
    "commands",
)
"""Each may import those before it and itself; ARCHITECTURE.md says what each holds."""

OUTSIDE_THE_CORE = {"mkdocs", "properdocs", "material", "pymdownx", "hooks", "scripts"}
MAX_MODULE_LINES, MAX_FUNCTION_LINES = 250, 30
NEWER_THAN_ES2019 = re.compile(
    r"\?\.(?!\d)|\?\?|\|\|=|\b(?:globalThis|allSettled|replaceAll|structuredClone)\b|\.at\(|\d_\d"
)
PRIVATE_WORDS = re.compile(r"\b(undisturbed|make_each|do_all|told|what it hangs on|stands around)\b", re.IGNORECASE)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules_imported(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, with its package, wherever the import stands."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names_of(paths: Iterator[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def imports_downward(path: Path) -> bool:
    own = path.relative_to(ROOT / "ideas_hub").parts[0].removesuffix(".py")
    above = LAYERS[: LAYERS.index(own) + 1] if own in LAYERS else ()
    layers = {module.split(".")[1] for module in modules_imported(path) if module.startswith("ideas_hub.")}
    return not layers <= set(above)


def top_packages(path: Path) -> set[str]:
    return {module.split(".")[0] for module in modules_imported(path)}


def long_functions(path: Path) -> list[str]:
    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef)]
    return [one.name for one in functions if (one.end_lineno or 0) - one.lineno >= MAX_FUNCTION_LINES]


def test_a_module_imports_only_from_its_own_layer_and_those_above() -> None:
    """One direction: whoever reads from the top meets nothing that is explained further down."""
    assert names_of(path for path in CORE if imports_downward(path)) == []


def test_every_package_is_a_layer() -> None:
    """At the top of the core stand the layers and problem.py, and nothing else."""
    names = {path.name.removesuffix(".py") for path in (ROOT / "ideas_hub").iterdir()}

    assert names - {"__pycache__", "__init__"} == set(LAYERS)


def test_the_core_imports_no_mkdocs() -> None:
    """The core must outlive the generator: hooks, scripts and tests are its equal customers."""
    assert names_of(path for path in CORE if top_packages(path) & OUTSIDE_THE_CORE) == []


def test_a_hook_imports_no_other_hook() -> None:
    """A hook loaded twice would run twice, so what two hooks share belongs in the core."""
    others = {hook.stem for hook in HOOKS} | {"hooks"}

    assert names_of(path for path in HOOKS if top_packages(path) & others) == []


def test_mkdocs_runs_the_hooks_that_there_are() -> None:
    """Every file in hooks/ is named in mkdocs.yml."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    assert [hook.name for hook in HOOKS] == sorted(
        line.split("/")[-1] for line in settings.splitlines() if "- hooks/" in line
    )


def test_a_module_fits_on_a_few_screens() -> None:
    """What grows beyond that holds more than one thought, and is split by meaning."""
    assert names_of(path for path in CODE if path.read_bytes().count(b"\n") > MAX_MODULE_LINES) == []


def test_a_function_fits_on_one_screen() -> None:
    """A longer one tells more than one story."""
    assert {path.name: names for path in CODE if (names := long_functions(path))} == {}


def test_the_code_speaks_the_words_of_the_field() -> None:
    """Cache, digest, render, reuse: a newcomer knows these; a private dialect has to be learned first."""
    assert names_of(path for path in CORE if PRIVATE_WORDS.search(path.read_text(encoding="utf-8"))) == []


def test_the_scripts_run_in_the_browsers_that_architecture_names() -> None:
    """No build step rewrites them for older ones."""
    scripts = sorted((ROOT / "docs/assets/js").glob("*.js"))

    assert scripts
    assert names_of(path for path in scripts if NEWER_THAN_ES2019.search(path.read_text(encoding="utf-8"))) == []
