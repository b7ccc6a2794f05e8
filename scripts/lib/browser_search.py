"""The published search as readers have it: docs/assets/js/find.js in a browser, on a page that holds nothing else."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, Route, sync_playwright

SCRIPT = Path(__file__).resolve().parents[2] / "docs/assets/js/find.js"
ADDRESS = "http://search.invalid/"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")

PAGE = """<!doctype html><html lang="en"><title>Find</title>
<main data-find data-root="/" data-manifest="{manifest}" data-index="">
<p data-find-problem></p><div data-find-plain></div>
<div data-find-live>
<form data-find-form><input name="q"><select name="sort"><option value="relevance">Best match</option></select></form>
<h2 data-find-heading></h2><p data-find-said></p><ul data-find-chips></ul><a data-find-clear></a>
<div data-find-notes></div><ol data-find-results aria-busy="true"></ol><button data-find-more></button>
<template data-find-card><li><a data-card="title"></a><span data-card="kind"></span><time data-card="published"></time>
<p data-card="byline"></p><p data-card="summary"></p><ul data-card="tags"></ul></li></template>
</div></main><script src="/find.js"></script>
"""
SETTLED = "() => !document.querySelector('[data-find-results]').hasAttribute('aria-busy')"
ANSWER = """async words => {
  history.pushState({shown: Infinity}, "", "?" + new URLSearchParams({q: words}));
  dispatchEvent(new PopStateEvent("popstate"));
  const results = document.querySelector("[data-find-results]");
  while (results.hasAttribute("aria-busy")) await new Promise((done) => setTimeout(done));
  return Array.from(results.querySelectorAll("a"), (link) => link.getAttribute("href").slice(1));
}"""
"""Goes to the words as the Back button does, and returns the addresses of all results."""


class BrowserSearch:
    """A page of a browser, taken over to search.

    files: the contents of the search's files, by path from the site's root.
    manifest: the path of the one to start from.
    words: what is searched for first; "" shows everything.
    loaded: the files that the page has asked for, by path, in order: the script first.
    """

    def __init__(self, page: Page, files: Mapping[str, bytes], manifest: str, words: str = "") -> None:
        page_file = PAGE.format(manifest=f"/{manifest}").encode()
        self._files = {"": page_file, "find.js": SCRIPT.read_bytes(), **files}
        self._page = page
        self.loaded: dict[str, bytes] = {}
        page.unroute_all()
        page.route(f"{ADDRESS}**", self._answer)
        page.goto(f"{ADDRESS}?q={quote(words)}")
        page.wait_for_function(SETTLED)

    def find(self, words: str) -> list[str]:
        """Return the addresses of what is found, the best first."""
        found: list[str] = self._page.evaluate(ANSWER, words)
        return found

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS).partition("?")[0]
        content = self._files.get(path)
        if content is None:
            route.fulfill(status=404)
            return
        kind = "text/javascript" if path else "text/html"
        if path:
            self.loaded[path] = content
        route.fulfill(body=content, content_type=f"{kind}; charset=utf-8")


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
