"""The libraries of the browser can be made again, byte for byte; needs Node and npm."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

MADE = ("micromark.js", "js-yaml.js", "libraries.LICENCES.txt")


def test_the_locked_packages_make_the_script_again(tmp_path: Path) -> None:
    if not shutil.which("npm"):
        pytest.skip("there is no npm here")

    subprocess.run([ROOT / "scripts/libraries", tmp_path], check=True)

    assert {name: (tmp_path / name).read_bytes() for name in MADE} == {
        name: (ROOT / "docs/assets/js" / name).read_bytes() for name in MADE
    }
