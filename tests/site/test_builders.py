"""The builders beside scripts/build: MkDocs by itself, and ProperDocs, its fork; and MkDocs' own preview."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import DAY, ROOT, SITE_URL, digests
from tests.site.waiting import page_when


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


def test_mkdocs_serve_shows_an_edit_and_its_script_may_reload_the_page(repository: Path, address: str) -> None:
    """MkDocs puts the script into each page, whoever rendered it."""
    page_when(f"{address}case-studies/soldering/", lambda page: "Soldering together in Conwy" in page)
    study = repository / "case_studies/soldering.md"
    study.write_text(study.read_text(encoding="utf-8").replace("title: Sold", "title: Now sold"), encoding="utf-8")

    edited = page_when(f"{address}case-studies/soldering/", lambda page: "Now soldering" in page)
    for page in (edited, page_when(f"{address}about/", lambda page: "About" in page)):
        policy = re.search(r"script-src ([^;]*);", unescape(page))
        assert "livereload(" in page
        assert policy
        assert policy[1] == "'self' 'unsafe-inline'"
