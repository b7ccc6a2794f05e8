"""Measure scripts/serve as an editor experiences it: from saving an edit to fetching the page with the new words."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs_build import ROOT

from bench.made_up import EDITED
from bench.measuring import Measurement, memory_of

POLL_INTERVAL = 0.02  # seconds
TIMEOUT = 600  # seconds, for the first build too
NEW_WORDS = "These words were saved a moment ago."


def measure_preview(repository: Path) -> Measurement:
    """Start the preview of a repository, save one edit, and return the time to its page and the preview's memory.

    Raises: TimeoutError: the page was never server.
    """
    study = repository / EDITED
    with preview(repository) as (server, address):
        page = f"{address}case-studies/{study.stem}/"
        _wait_for("</main>", page)
        text = study.read_text(encoding="utf-8")
        started = time.monotonic()
        study.write_text(f"{text}\n{NEW_WORDS}\n", encoding="utf-8")
        _wait_for(NEW_WORDS, page)
        taken = Measurement(time.monotonic() - started, memory_of(server.pid))
    study.write_text(text, encoding="utf-8")
    return taken


@contextmanager
def preview(repository: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Yield the preview's process and address.

    scripts/serve serves the repository that it is part of, so it is copied there.
    """
    for name in ("scripts", "ideas_hub"):
        shutil.copytree(
            ROOT / name, repository / name, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(repository / "scripts/lib/serve.py"), "--port", str(port)]
    settings = {**os.environ, "PYTHONPATH": str(repository), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield server, f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def _wait_for(words: str, page: str) -> None:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(page) as answer:  # noqa: S310 an address of this machine
                if words in answer.read().decode():
                    return
        except OSError:
            pass  # not there yet
        time.sleep(POLL_INTERVAL)
    raise TimeoutError(f"{page} never had the words: {words}")
