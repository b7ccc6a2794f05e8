"""The built site in a real browser, served below a sub-path and at a root."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import BASE

WIDTHS = {"phone": 360, "desk": 1280}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

Open = Callable[..., Page]


class QuietHandler(SimpleHTTPRequestHandler):
    """A server that keeps its log to itself and, as GitHub Pages does, answers an unknown address with the site's own page."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with 404.html."""
        page = Path(self.directory) / BASE.strip("/") / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@pytest.fixture(scope="session")
def served(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server; the site is below BASE, as on GitHub Pages, and the same files are at its root."""
    folder = tmp_path_factory.mktemp("served")
    (folder / BASE.strip("/")).symlink_to(built_site)
    for part in built_site.iterdir():
        (folder / part.name).symlink_to(part)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = os.environ.get("HUB_BROWSER") or shutil.which("google-chrome") or shutil.which("chromium")
    assert program, "there is no browser: set HUB_BROWSER to the program file of Chromium or Chrome"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, served: str) -> Iterator[Open]:
    """Open an address of the site; at the end the console must have been silent and no other host asked for anything."""
    contexts, said, asked = [], [], []

    def open_it(
        address: str = "",
        *,
        width: str = "desk",
        scheme: str = "light",
        script: bool = True,
        missing: bool = False,
        base: str = BASE,
        **settings: Any,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": WIDTHS[width], "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
            **settings,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: None if missing and "404" in message.text else said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{served}{base}{address}")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []
