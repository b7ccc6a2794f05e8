"""Pagefind over the pages of the hub's entries, for scripts/judge to compare with."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from browser import open_browser
from local_server import serve

from ideas_hub.model.kinds import ENTRY_KINDS

ROOT = Path(__file__).resolve().parents[2]

ASK_PAGEFIND = """async (queries) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const answers = {};
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.map((result) => result.data()));
    answers[query] = pages.map(({ url }) => url.replace(/^[/]/, ""));
  }
  return answers;
}"""


def pagefind_search(program: str, queries: Sequence[str]) -> Callable[[str], Sequence[str]]:
    """Build the site, index its entries' pages with Pagefind as it comes, and return what it finds for each query.

    Raises: subprocess.CalledProcessError: the site or the index could not be built.
    """
    with tempfile.TemporaryDirectory(prefix="ideas-hub-") as folder:
        site = Path(folder) / "site"
        subprocess.run(
            [sys.executable, ROOT / "scripts/lib/build.py", "--output", site], check=True, capture_output=True
        )
        kinds = ",".join(kind.id for kind in ENTRY_KINDS)
        chosen = ["--site", str(site), "--glob", f"{{{kinds}}}/*/index.html", "--root-selector", "main"]
        subprocess.run([program, *chosen], check=True, capture_output=True)
        (site / "empty.html").write_text("<!doctype html><title>Pagefind</title>", encoding="utf-8")
        answers = ask_in_browser(site, queries)
    return lambda words: answers[words]


def ask_in_browser(site: Path, queries: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return what Pagefind's own script finds for each query; it runs only in a browser."""
    with serve(site) as server, open_browser() as browser:
        page = browser.new_page()
        page.goto(f"{server}/empty.html")
        answers: dict[str, list[str]] = page.evaluate(ASK_PAGEFIND, queries)
    return answers
