"""Lighthouse's own marks for pages of the real site, as a phone on a slow network sees them; needs Node and npm."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.browser.serving import serve
from tests.content.test_real_site import address_of
from tests.site.data_rules import read_data

PACKAGE = "lighthouse@12.8.2"  # the last for Node 20
LEAST = {"performance": 0.99, "accessibility": 1}
RUNS = 3
FLAGS = "--headless=new --no-sandbox --disable-gpu"


@pytest.fixture(scope="module")
def lighthouse(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command, installed where nothing else sees it."""
    if not shutil.which("npm"):
        pytest.skip("there is no npm here")
    folder = tmp_path_factory.mktemp("lighthouse")
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
    subprocess.run([*install, PACKAGE], check=True)
    return ["node", str(folder / "node_modules/lighthouse/cli/index.js")]


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with serve(real_site) as server:
        yield server


def marks(lighthouse: list[str], page: str) -> dict[str, float]:
    """Return the marks of one run, of 1 at most, by category."""
    options = ["--quiet", "--output=json", f"--only-categories={','.join(LEAST)}", f"--chrome-flags={FLAGS}"]
    run = subprocess.run(
        [*lighthouse, page, *options],
        capture_output=True,
        check=True,
        env={**os.environ, "CHROME_PATH": os.environ.get("HUB_BROWSER") or shutil.which("chromium") or ""},
    )
    return {name: category["score"] for name, category in json.loads(run.stdout)["categories"].items()}


@pytest.mark.parametrize("kind", ["home", "entry", "finder", "evidence", "term"])
def test_lighthouse_has_nothing_to_better(lighthouse: list[str], address: str, real_site: Path, kind: str) -> None:
    """The median of three runs: a busy machine makes single ones slow."""
    page = f"{address}/{address_of(kind, read_data(real_site))}"
    found = [marks(lighthouse, page) for _ in range(RUNS)]
    middle = {name: median(run[name] for run in found) for name in LEAST}

    assert {name: mark for name, mark in middle.items() if mark < LEAST[name]} == {}, found
