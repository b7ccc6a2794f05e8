"""The small hub of another network, laid out and built as its owners would, for every test of the code."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # most tests need no browser, and its driver takes a while to import
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
SMALL_HUB = ROOT / "tests/hubs/repair-cafes"
ENGINE = ("hooks", "overrides", "docs/assets", "scripts/lib")
"""What a network's own repository takes over from this one unchanged, beside the package."""

SITE_URL = "https://hub.example/ideas-hub/"
BASE = "/ideas-hub/"
DAY = "1795737600"
"""27 November 2026 as SOURCE_DATE_EPOCH: no review falls due, and no consent ends, while the tests grow old."""

BROWSER_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-best-effort-tasks",
    "--js-flags=--single-threaded",
)
"""No more work than the pages need: a browser that stays open for days would do better with the last two left out."""


def lay_hub(folder: Path, content: Path = SMALL_HUB) -> Path:
    """Copy a hub's content and the engine into a new folder, and return it."""
    shutil.copytree(content, folder, dirs_exist_ok=True)
    for part in ENGINE:
        shutil.copytree(ROOT / part, folder / part, ignore=_not_of_the_engine, dirs_exist_ok=True)
    return folder


def _not_of_the_engine(folder: str, names: list[str]) -> set[str]:
    """Return what stays behind: the drawings of themes, which are a hub's own, but for the one that stands for any."""
    own = names if Path(folder).name == "illustrations" else []
    return {"__pycache__", *own} - {"general.svg"}


def build(
    repository: Path, output: Path, *options: str, first: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build a repository as scripts/build does, and return what it printed.

    first: Python code that the process runs before.
    """
    program = repository / "scripts/lib/build.py"
    command = [sys.executable, str(program), "--output", str(output), *options]
    if first:
        start = "import runpy, sys; sys.path.insert(0, {!r}); runpy.run_path({!r}, run_name='__main__')"
        command[1:2] = ["-c", f"{first}\n{start.format(str(program.parent), str(program))}"]
    settings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": SITE_URL,
        "SOURCE_DATE_EPOCH": DAY,
        **environment,
    }
    return subprocess.run(
        command, env=settings, capture_output=True, text=True, check=False, cwd=repository, start_new_session=True
    )


def digests(folder: Path) -> dict[str, str]:
    """Return a digest of each file by its path in the folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="session", autouse=True)
def the_day() -> None:
    """Tests run on one day, whatever the calendar says."""
    os.environ["SOURCE_DATE_EPOCH"] = DAY


@pytest.fixture(scope="module")
def real_day() -> Iterator[None]:
    """The day of the calendar, for tests of the real content: not all of it is out before its day."""
    today = str(int(time()) // 86_400 * 86_400)
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("SOURCE_DATE_EPOCH", today)
        changed.setattr("tests.conftest.DAY", today)
        yield


@pytest.fixture(scope="session")
def hub_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of the small hub; tests only read it."""
    return lay_hub(tmp_path_factory.mktemp("small") / "hub")


@pytest.fixture(scope="session")
def built_site(hub_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small hub's site, built strictly for an address below a sub-path."""
    output = tmp_path_factory.mktemp("built") / "site"
    run = build(hub_root, output)
    assert run.returncode == 0, run.stderr
    return output


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own site as it would be published today, for tests/content and tests/nightly."""
    output = tmp_path_factory.mktemp("real") / "site"
    today = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = [str(ROOT / "scripts/build"), "--no-cards", "--output", str(output)]
    run = subprocess.run(command, env={**today, "SITE_URL": SITE_URL}, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return output


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One browser for all tests of a worker; scripts/test finds it or installs it."""
    from browser import open_browser  # noqa: PLC0415 see above

    with open_browser() as browser:
        yield browser
