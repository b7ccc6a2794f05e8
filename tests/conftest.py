"""The site, built once for a whole run by the command that people use, and a browser to look at it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://hub.example/ideas-hub/"
BASE = "/ideas-hub/"


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a real, strict build below a sub-path."""
    output = tmp_path_factory.mktemp("built") / "site"
    run = subprocess.run(
        [ROOT / "scripts/build", "--output", output],
        env={**os.environ, "SITE_URL": SITE_URL},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return output
