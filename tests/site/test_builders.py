"""The builders beside scripts/build: MkDocs by itself, and ProperDocs, its fork; and MkDocs' own preview."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import DAY, ROOT, SITE_URL, digests

PATIENCE = 60  # seconds for a busy machine


def environment_of(**others: str) -> dict[str, str]:
    settings = {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": DAY}
    return {**os.environ, **settings, **others}


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_every_builder_gives_the_same_bytes(builder: str, hub_root: Path, built_site: Path, tmp_path: Path) -> None:
    """The site does not hang on one of them."""
    command = [sys.executable, "-m", builder, "build", "--strict", "--site-dir", str(tmp_path / "site")]
    environment = environment_of(SITE_URL=SITE_URL)
    run = subprocess.run(command, env=environment, cwd=hub_root, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    assert digests(tmp_path / "site") == digests(built_site)


@pytest.fixture
def address(repository: Path) -> Iterator[str]:
    """The address of `mkdocs serve` over a repository that a test may change."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", where]
    with subprocess.Popen(command, env=environment_of(), cwd=repository, stderr=subprocess.DEVNULL) as server:
        yield f"http://{where}/"
        server.terminate()


def page_with(words: str, address: str) -> str:
    """Return the page as soon as it has some words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 an address of this machine
                page: str = answer.read().decode()
        except OSError:
            page = ""
        if words in page:
            return page
        time.sleep(0.3)
    pytest.fail(f"{address} never had the words {words!r}")


def test_mkdocs_serve_shows_an_edit_and_its_script_may_reload_the_page(repository: Path, address: str) -> None:
    """MkDocs puts the script into each page, whoever rendered it."""
    page_with("Soldering together in Conwy", f"{address}case-studies/soldering/")
    study = repository / "case_studies/soldering.md"
    study.write_text(study.read_text(encoding="utf-8").replace("title: Sold", "title: Now sold"), encoding="utf-8")

    for page in (page_with("Now soldering", f"{address}case-studies/soldering/"), page_with("About", f"{address}about/")):
        policy = re.search(r"script-src ([^;]*);", unescape(page))
        assert "livereload(" in page
        assert policy
        assert policy[1] == "'self' 'unsafe-inline'"
