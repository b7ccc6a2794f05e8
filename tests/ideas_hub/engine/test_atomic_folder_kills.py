"""ideas_hub/engine/atomic_folder.py: a build that is killed, at whichever of its steps, leaves one whole site."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("exchange", ["yes", "no"])
@pytest.mark.parametrize("case", ["first_build", "edit", "whole_new_site"])
def test_after_a_kill_before_each_file_operation_the_folder_is_one_build(
    case: str, exchange: str, tmp_path: Path
) -> None:
    """The old one up to the exchange, the new one from then on; a failed build changes nothing, a good one follows.

    Where the system has no exchange there is no folder for the one moment between two renames, and the next build,
    even one that fails, brings it back.
    """
    command = [sys.executable, "-m", "tests.ideas_hub.engine.killing", case, exchange, str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    outcomes = json.loads(run.stdout)
    killed = [outcome["killed"] for outcome in outcomes]
    failed = [outcome["failed"] for outcome in outcomes]
    before = "none" if case == "first_build" else "old"
    gaps = 0 if exchange == "yes" or case == "first_build" else 1

    assert len(outcomes) > 12
    assert failed == sorted(failed, key=[before, "new"].index)
    assert set(failed) == {before, "new"}
    assert sum(one != other for one, other in zip(killed, failed, strict=True)) == killed.count("none") * gaps == gaps
    assert {(outcome["built"], *outcome["beside"]) for outcome in outcomes} == {("new", ".site.staging", "site")}
