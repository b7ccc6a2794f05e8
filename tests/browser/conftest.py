"""The small hub's site in a real browser, served below a sub-path and at a root.

A new page of a new context costs a whole second of the processor, most tests a quarter.
So tests have one page after another, and `open_page` leaves it as it was: no storage, no routes, no emulation.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.browser.serving import serve
from tests.conftest import BASE

WIDTHS = {"small": 320, "phone": 360, "desk": 1280}

Open = Callable[..., Page]


@dataclass
class Tab:
    """A page that one test has after another.

    messages: what its console has printed.  requests: the addresses it has asked for.
    missing: addresses may be missing, so the console may say so.
    """

    page: Page
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    missing: bool = False

    def __post_init__(self) -> None:
        self.devtools = self.page.context.new_cdp_session(self.page)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", self._note_request)

    def _note_message(self, message: ConsoleMessage) -> None:
        if not (self.missing and "404" in message.text):
            self.messages.append(message.text)

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def reset(self) -> None:
        """Bring the page back to where a new one would be."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(self.page.url))
        self.page.unroute_all()
        self.devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage,cookies"})
        self.page.emulate_media(media="null", color_scheme="light", forced_colors="none")
        self.missing = False
        self.messages.clear()
        self.requests.clear()


class Tabs:
    """One tab for each set of a context's settings."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._tabs: dict[str, Tab] = {}

    def get(self, *, width: str = "desk", fresh: bool = False, **settings: Any) -> Tab:
        """Return the tab with these settings, opened when first asked for.

        fresh: one of its own, for tests that change what cannot be changed back.
        """
        key = "fresh" if fresh else repr(sorted(settings.items()))
        if fresh or key not in self._tabs:
            self._tabs[key] = Tab(self.browser.new_context(**settings).new_page())
        tab, viewport = self._tabs[key], {"width": WIDTHS[width], "height": 800}
        if tab.page.viewport_size != viewport:
            tab.page.set_viewport_size({"width": WIDTHS[width], "height": 800})
        return tab

    def give_back(self, tab: Tab) -> None:
        """Reset a tab for the next test, or close it if it was fresh."""
        if self._tabs.get("fresh") is tab:
            tab.page.context.close()
            del self._tabs["fresh"]
        else:
            tab.reset()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture(scope="session")
def served(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server; the site is below BASE, as on GitHub Pages, and the same files are at its root."""
    folder = tmp_path_factory.mktemp("served")
    (folder / BASE.strip("/")).symlink_to(built_site)
    for part in built_site.iterdir():
        (folder / part.name).symlink_to(part)
    with serve(folder) as address:
        yield address


@pytest.fixture
def open_page(tabs: Tabs, served: str) -> Iterator[Open]:
    """Open an address of the site; the console must stay silent, and no other host be asked for anything."""
    used: list[Tab] = []

    def open_it(
        address: str = "",
        *,
        scheme: str = "light",
        script: bool = True,
        missing: bool = False,
        base: str = BASE,
        **settings: Any,
    ) -> Page:
        tab = tabs.get(**settings) if script else tabs.get(java_script_enabled=False, **settings)
        used.append(tab)
        tab.missing = missing
        if scheme == "dark":
            tab.page.emulate_media(color_scheme="dark")
        tab.page.goto(f"{served}{base}{address}")
        return tab.page

    yield open_it
    messages = [message for tab in used for message in tab.messages]
    requests = [url for tab in used for url in tab.requests]
    for tab in used:
        tabs.give_back(tab)
    assert messages == []
    assert [url for url in requests if not url.startswith((served, "data:", "blob:", "about:"))] == []


@contextmanager
def requests_of(page: Page) -> Iterator[list[str]]:
    """Note the addresses that a page asks for while the context lasts."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    yield asked
    page.remove_listener("request", note)
