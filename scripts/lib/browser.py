"""A browser for measurements and tests."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Give Chromium or Chrome while the context lasts: the program in HUB_BROWSER, or the one that is installed.

    Raises: RuntimeError: there is none.
    """
    program = os.environ.get("HUB_BROWSER") or shutil.which("google-chrome") or shutil.which("chromium")
    if not program:
        raise RuntimeError("There is no browser: set HUB_BROWSER to the program file of Chromium or Chrome.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()
