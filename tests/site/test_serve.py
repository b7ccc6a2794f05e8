"""The preview: it follows what an editor saves, shows mistakes on the page itself, and never goes away."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PATIENCE = 60  # seconds for a busy machine; the wait ends as soon as the page is right


@pytest.fixture
def preview(repository: Path) -> Iterator[str]:
    """The address of a preview of a repository that a test may change."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(repository / "scripts/lib/serve.py"), "--port", str(port)]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=settings, cwd=repository, stdout=quiet, stderr=quiet) as server:
        yield f"http://127.0.0.1:{port}/"
        server.terminate()


def page_when(address: str, ready: Callable[[str], bool]) -> str:
    """Return the page as soon as it is as wanted; fail when it never is."""
    end = time.monotonic() + PATIENCE
    page = "nothing was answered"
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 an address of this machine
                page = answer.read().decode()
        except OSError:
            page = "nothing was answered"
        if ready(page):
            return page
        time.sleep(0.3)
    pytest.fail(f"{address} never became as wanted; last seen: {page[:500]}")


def test_the_preview_follows_an_editor_through_a_mistake(preview: str, repository: Path) -> None:
    """A change shows; a mistake shows on every page with file and line, and the site stays; mended, it is gone."""
    study = repository / "case_studies/soldering.md"
    text = study.read_text(encoding="utf-8")
    address = f"{preview}case-studies/soldering/"
    page_when(address, lambda page: "Soldering together in Conwy" in page)

    study.write_text(text.replace("title: Soldering", "title: Now soldering"), encoding="utf-8")
    page_when(address, lambda page: "Now soldering together in Conwy" in page)

    study.write_text(text.replace("region: north-wales", "region: north-wlaes"), encoding="utf-8")
    home = page_when(preview, lambda page: "previewProblems" in page)
    assert "case_studies/soldering.md:6" in home
    assert "north-wlaes" in home

    study.write_text(text, encoding="utf-8")
    page_when(preview, lambda page: "previewProblems" not in page and "Mending Wales" in page)
