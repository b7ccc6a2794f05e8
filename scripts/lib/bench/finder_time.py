"""Measure the finder of a built site in Chromium with its processor slowed down four times.

What is measured:

    bytes, gzipped, of all that the finder asks for from opening /find/ to its results: scripts, index, facets and
    words, and apart from them the cards of the first twenty results, of which the first result needs one chunk
    the time from the last letter to the first result on the screen, with the 50 ms that the script waits for
    a next letter
    the time from a click on a filter to its results on the screen, each pressed once the finder is at rest

Times are medians of three.
Each search for a word is the first of a newly opened page with nothing in the browser's cache.
"""

import gzip
from pathlib import Path
from statistics import median

from browser import open_browser
from local_server import serve
from playwright.sync_api import Browser, Locator, Page

from bench.tables import table

SLOWER = 4
TIMES = 3
WORDS = ("garden", "music", "lonely walk", "old people singing", "gardning", "cook toge", "made up 500")
FILTERS = ("theme", "region", "community")
EACH_FILTER = 5
BESIDE = {"alone": "", "beside a word": "garden"}
FILES = ("/search/", *(f"/assets/{name}." for name in ("words", "places", "search", "finder")))
FILTERS_FOLDED = "[data-find-filters]"
SEARCH_BOX = "[data-find-form] [name=q]"
AT_REST = "[data-find-results]:not([aria-busy]) a"

TIMED = """(target, words) => new Promise((resolve) => {
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
  if (words === null) target.click();
  else { target.value = words; target.dispatchEvent(new Event("input", { bubbles: true })); }
})"""


def finder_report(site: Path) -> str:
    """Return the figures, as a table in Markdown and a line."""
    heads = ["words", "bytes without cards", "cards of the first 20", "first result, ms"]
    with serve(site) as address, open_browser() as browser:
        rows = [_row(site, browser, address, words) for words in WORDS]
        times = {name: filter_times(browser, address, words) for name, words in BESIDE.items()}
    said = [f"{name} {median(each):.0f} ms in the median, {max(each):.0f} ms at most" for name, each in times.items()]
    return f"{table(heads, rows)}\nA filter: {'; '.join(said)}\n"


def open_finder(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """Open the finder in a fresh browser, slowed down, and wait for its first list.

    Return its page, and a list to which every address that it asks for is added.
    """
    page, asked = browser.new_context(viewport={"width": 360, "height": 740}).new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{address}/find/")
    page.wait_for_selector(AT_REST, state="attached")
    page.wait_for_load_state("networkidle")
    return page, asked


def weight(site: Path, address: str, urls: list[str]) -> tuple[int, int]:
    """Return the gzipped bytes of the search's files among these addresses, each once: all but cards, and cards.

    Words near in meaning, which a word that is nowhere needs, are left out.  gzip at level 6, as most servers do.
    """
    paths = {url.removeprefix(address).partition("?")[0] for url in urls}
    chosen = [path for path in paths if path.startswith(FILES) and "/related." not in path]
    sizes = {path: len(gzip.compress((site / path.lstrip("/")).read_bytes(), 6)) for path in chosen}
    cards = sum(size for path, size in sizes.items() if path.startswith("/search/cards"))
    return sum(sizes.values()) - cards, cards


def _row(site: Path, browser: Browser, address: str, words: str) -> list[str]:
    times = []
    for _ in range(TIMES):
        page, asked = open_finder(browser, address)
        before = weight(site, address, asked)[1]
        times.append(timed(page.locator(SEARCH_BOX), words))
        page.wait_for_load_state("networkidle")
        files, cards = weight(site, address, asked)
        page.context.close()
    return [words, f"{files:,}", f"{cards - before:,}", f"{median(times):.0f}"]


def filter_times(browser: Browser, address: str, words: str) -> list[float]:
    """Return the time of each of several filters, the median of three, beside words or none."""
    page, _ = open_finder(browser, address)
    page.locator(FILTERS_FOLDED).evaluate("(filters) => { filters.open = true; }")  # as a reader must
    if words:
        timed(page.locator(SEARCH_BOX), words)
        page.wait_for_selector(AT_REST, state="attached")
    named = (page.locator(f"[data-find-form] [name={name}]").all()[:EACH_FILTER] for name in FILTERS)
    times = [median(_chosen(page, box) for _ in range(TIMES)) for boxes in named for box in boxes]
    page.context.close()
    return times


def _chosen(page: Page, box: Locator) -> float:
    """Choose a filter and take it back; return the milliseconds of the choice."""
    chosen = timed(box)
    page.wait_for_selector(AT_REST, state="attached")
    timed(box)
    page.wait_for_selector(AT_REST, state="attached")
    return chosen


def timed(target: Locator, words: str | None = None) -> float:
    """Type words into an element, or click it, and return the milliseconds to the first result on the screen."""
    return float(target.evaluate(TIMED, words))
