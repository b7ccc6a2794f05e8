"""The libraries that read Markdown and YAML in the browser are those that their locked packages make."""

import hashlib

from tests.conftest import ROOT

FOLDER = ROOT / "scripts/lib/libraries"


def test_the_script_was_made_of_the_packages_that_are_locked() -> None:
    """Whoever changes one of these files by hand, or forgets to run scripts/libraries, meets this first."""
    recorded = [row.split() for row in (FOLDER / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()]

    assert "docs/assets/js/micromark.js" in [file for _, file in recorded]
    assert [[hashlib.sha256((ROOT / file).read_bytes()).hexdigest(), file] for _, file in recorded] == recorded


def test_the_locked_packages_have_hashes_and_no_addresses() -> None:
    """The packages come from wherever npm is set up to look, and are the same ones."""
    lock = (FOLDER / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')
