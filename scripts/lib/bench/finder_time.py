"""Measure the finder of a built site in Chromium with its processor slowed down four times.

What is measured:

    bytes, gzipped, of all that the finder asks for from opening /find/ to its results: scripts, index, facets and
    words, and apart from them the cards of the first twenty results, of which the first result needs one chunk
    the time from the last letter to the first result on the screen, with the 120 ms that the script waits for
    a next letter
    the time from a click on a filter to its results on the screen

Times are medians; each search for a word is the first of a newly opened page with nothing in the browser's cache.
"""

import gzip
from pathlib import Path
from statistics import median
from typing import Any

from browser import open_browser
from local_server import serve
from playwright.sync_api import Browser, Page

SLOWER = 4
TIMES = 3
WORDS = ("garden", "music", "lonely walk", "old people singing", "gardning", "cook toge", "made up 500")
FILTERS = ("theme", "region", "community")
EACH_FILTER = 5

TIMED = """([event, act]) => new Promise((resolve) => {
  const results = document.querySelector("[data-find-results]");
  const heading = document.querySelector("[data-find-heading]");
  let began = 0;
  const watch = new MutationObserver(() => {
    if (results.querySelector("a") || /^0 /.test(heading.textContent)) {
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began))); // once it is on the screen
    }
  });
  watch.observe(results, { childList: true });
  began = performance.now();
  const target = document.querySelector(act.selector);
  if (event === "input") { target.value = act.text; target.dispatchEvent(new Event("input", { bubbles: true })); }
  else target.click();
})"""


def open_finder(browser: Browser, address: str, asked: list[str]) -> Page:
    """Open the finder in a fresh browser, slowed down, and wait for its first list.

    asked: every address that it asks for is added.
    """
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{address}/find/")
    page.wait_for_selector("[data-find-results]:not([aria-busy]) a", state="attached")
    page.wait_for_load_state("networkidle")
    return page


def weight(site: Path, address: str, urls: list[str]) -> tuple[int, int]:
    """Return the gzipped bytes of the search's files among these addresses, each once: all but cards, and cards.

    gzip at level 6, as most servers do.
    """
    paths = {url.removeprefix(address).partition("?")[0] for url in urls}
    chosen = [path for path in paths if path.startswith(("/search/", "/assets/search.", "/assets/finder."))]
    sizes = {path: len(gzip.compress((site / path.lstrip("/")).read_bytes(), 6)) for path in chosen}
    cards = sum(size for path, size in sizes.items() if path.startswith("/search/cards."))
    return sum(sizes.values()) - cards, cards


def finder_report(site: Path) -> str:
    """Return the figures, as a table in Markdown and a line."""
    rows = [
        "| words | bytes without cards | cards of the first 20 | first result, ms |",
        "| --- | ---: | ---: | ---: |",
    ]
    with serve(site) as address, open_browser() as browser:
        rows += [_row(site, browser, address, words) for words in WORDS]
        return "\n".join([*rows, "", f"A filter: {filter_times(browser, address)}", ""])


def _row(site: Path, browser: Browser, address: str, words: str) -> str:
    times, files, cards = [], 0, 0
    for _ in range(TIMES):
        asked: list[str] = []
        page = open_finder(browser, address, asked)
        before = weight(site, address, asked)[1]
        times.append(timed(page, "input", selector="[data-find-form] [name=q]", text=words))
        page.wait_for_load_state("networkidle")
        files, cards = weight(site, address, asked)
        cards -= before
        page.context.close()
    return f"| {words} | {files:,} | {cards:,} | {median(times):.0f} |"


def filter_times(browser: Browser, address: str) -> str:
    """Return the time of a change of each of several filters, on its own and beside a word."""
    said = []
    for words in ("", "garden"):
        page = open_finder(browser, address, [])
        if words:
            timed(page, "input", selector="[data-find-form] [name=q]", text=words)
        boxes = [
            f"[data-find-form] [name={name}][value='{value}']"
            for name in FILTERS
            for value in values(page, name)[:EACH_FILTER]
        ]
        times = []
        for box in boxes:
            page.wait_for_load_state("networkidle")
            times.append(timed(page, "click", selector=box))
            timed(page, "click", selector=box)
        page.context.close()
        said.append(
            f"{'beside a word' if words else 'alone'} {median(times):.0f} ms in the median, {max(times):.0f} ms at most"
        )
    return "; ".join(said)


def values(page: Page, name: str) -> list[str]:
    """Return the values of a facet in the order shown."""
    found: list[str] = page.eval_on_selector_all(
        f"[data-find-form] [name={name}]", "boxes => boxes.map((box) => box.value)"
    )
    return found


def timed(page: Page, event: str, **act: str) -> float:
    """Return the milliseconds from an event to its first result on the screen."""
    result: Any = page.evaluate(TIMED, [event, act])
    return float(result)
