"""The preview as a program: it follows what an editor saves, shows mistakes on the page, and ends without a trace."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.waiting import PATIENCE, page_when, wait_until

READING, READY = "Reading the content ...\n", "Ready: http"


class Program:
    """A preview that runs.

    printed: what it has said so far.
    folder: where it puts its temporary files.
    """

    def __init__(self, repository: Path, folder: Path, *options: str) -> None:
        self.folder, self.log = folder / "temporary", folder / "log"
        self.folder.mkdir()
        command = [sys.executable, str(repository / "scripts/lib/serve.py"), *options]
        settings = {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(self.folder)}
        settings["SITE_URL"] = "https://hub.example/elsewhere/"  # the preview has an address of its own
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, env={**os.environ, **settings}, cwd=repository, stderr=log, start_new_session=True
            )

    @property
    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")

    @property
    def address(self) -> str:
        return wait_until(lambda: self.printed, lambda printed: READY in printed).split("Ready: ")[1].split()[0]

    def end(self, number: signal.Signals) -> int:
        """Send a signal as a terminal does, to the program and its workers; return the exit code."""
        os.killpg(self.process.pid, number)
        return self.process.wait(PATIENCE)


@contextmanager
def running(repository: Path, folder: Path, *options: str) -> Iterator[Program]:
    """Run a preview of a repository while the context lasts."""
    program = Program(repository, folder, "--port", "0", *options)
    try:
        yield program
    finally:
        program.process.kill()
        program.process.wait()


def test_the_preview_follows_an_editor_through_mistakes(repository: Path, tmp_path: Path) -> None:
    """A change shows; a mistake shows on every page with file and line, and the site stays; mended, it is gone."""
    study, settings = repository / "case_studies/soldering.md", repository / "mkdocs.yml"
    text, options = study.read_text(encoding="utf-8"), settings.read_text(encoding="utf-8")
    with running(repository, tmp_path) as preview:
        home = preview.address
        address = f"{home}case-studies/soldering/"
        page = page_when(address, lambda page: "Soldering together in Conwy" in page)
        assert f'<link rel="canonical" href="{address}">' in page

        study.write_text(text.replace("title: Soldering", "title: Now soldering"), encoding="utf-8")
        page_when(address, lambda page: "Now soldering together in Conwy" in page)

        study.write_text(text.replace("region: north-wales", "region: north-wlaes"), encoding="utf-8")
        page = page_when(home, lambda page: "previewProblems" in page)
        assert "case_studies/soldering.md:6" in page
        assert "north-wlaes" in page

        study.write_text(text, encoding="utf-8")
        page_when(home, lambda page: "previewProblems" not in page and "Mending Wales" in page)

        settings.write_text(f"{options}\nplugins: [nowhere]\n", encoding="utf-8")
        page = page_when(address, lambda page: "previewProblems" in page)
        assert "Soldering together in Conwy" in page
        assert "&quot;nowhere&quot; plugin is not installed" in page
        assert "Traceback" not in preview.printed

        settings.write_text(options.replace("copyright: ", "copyright: Now "), encoding="utf-8")
        (repository / "docs/about.md").write_text(
            (repository / "docs/about.md").read_text(encoding="utf-8") + "\nOne sentence more.\n", encoding="utf-8"
        )
        page = page_when(f"{home}about/", lambda page: "One sentence more." in page)
        assert "previewProblems" not in page


def test_settings_that_are_broken_from_the_start_can_be_mended(repository: Path, tmp_path: Path) -> None:
    settings = repository / "mkdocs.yml"
    options = settings.read_text(encoding="utf-8")
    settings.write_text(f"{options}\nplugins: [nowhere]\n", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}/"
    with running(repository, tmp_path, "--port", str(port)) as preview:
        page_when(home, lambda page: "&quot;nowhere&quot; plugin is not installed" in page)
        assert "Traceback" not in preview.printed

        settings.write_text(options, encoding="utf-8")
        page_when(home, lambda page: "Mending Wales" in page and "previewProblems" not in page)


@pytest.mark.parametrize(("template", "address"), [("hub/entry.html", "case-studies/soldering/"), ("main.html", "")])
def test_a_broken_template_is_named_on_the_page(repository: Path, tmp_path: Path, template: str, address: str) -> None:
    """Of an entry, which is rendered when it is asked for, and of the prose pages, which are rendered at once."""
    file = repository / "overrides" / template
    text = file.read_text(encoding="utf-8")
    with running(repository, tmp_path) as preview:
        home = preview.address
        file.write_text(f"{{% if %}}\n{text}", encoding="utf-8")
        page = page_when(f"{home}{address}", lambda page: "TemplateSyntaxError" in page)
        assert f"{template}:1: " in page

        file.write_text(text, encoding="utf-8")
        page_when(f"{home}{address}", lambda page: "<main" in page and "TemplateSyntaxError" not in page)


@pytest.mark.parametrize(
    ("number", "moment", "save"),
    [
        (signal.SIGINT, READING, False),
        (signal.SIGTERM, READING, False),
        (signal.SIGINT, READY, False),
        (signal.SIGTERM, READY, True),
        (signal.SIGINT, READY, True),
    ],
)
def test_a_signal_ends_it_cleanly_at_any_moment(
    repository: Path, tmp_path: Path, number: signal.Signals, moment: str, *, save: bool
) -> None:
    """While it starts, while it waits, and while it reloads; nothing is left behind."""
    with running(repository, tmp_path) as preview:
        wait_until(lambda: preview.printed, lambda printed: moment in printed)
        if save:
            about = repository / "docs/about.md"
            about.write_text(about.read_text(encoding="utf-8") + "\nOne sentence more.\n", encoding="utf-8")
            time.sleep(0.2)

        assert preview.end(number) == 0
        beginnings = ("Reading the content ...", "Ready: ", "1 should be fixed ")
        assert [line for line in preview.printed.splitlines() if not line.startswith(beginnings)] == []
        assert list(preview.folder.iterdir()) == []


def test_an_address_that_is_taken_is_said_kindly(repository: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with running(repository, tmp_path, "--port", str(port)) as preview:
            assert preview.process.wait(PATIENCE) == 1

    advice = f"The address 127.0.0.1:{port} cannot be used (Address already in use). Try scripts/serve --port 8001.\n"
    assert preview.printed == READING + advice
    assert list(preview.folder.iterdir()) == []
