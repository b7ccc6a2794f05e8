"""Pagefind over the pages of the hub's entries, for scripts/judge to compare with.

The file is not called pagefind.py: scripts/bench runs the package of that name with this folder on its path.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
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
    answers[query] = pages.map(({ url }) => url.replace(/^[/]|[/]$/g, ""));
  }
  return answers;
}"""


def ask_pagefind(program: str, queries: Sequence[str]) -> Callable[[str], Sequence[str]]:
    """Build the site, index its entries' pages with Pagefind as it comes, and return what it finds for each query.

    Its own script is asked, which runs only in a browser.
    Raises: subprocess.CalledProcessError: the site or the index could not be built.
    """
    kinds = ",".join(kind.id for kind in ENTRY_KINDS)
    with tempfile.TemporaryDirectory(prefix="ideas-hub-") as folder:
        site = Path(folder) / "site"
        build = [sys.executable, str(ROOT / "scripts/lib/build.py"), "--output", str(site)]
        index = [program, "--site", str(site), "--glob", f"{{{kinds}}}/*/index.html", "--root-selector", "main"]
        for command in (build, index):
            subprocess.run(command, check=True, capture_output=True)
        (site / "empty.html").write_text("<!doctype html><title>Pagefind</title>", encoding="utf-8")
        with serve(site) as server, open_browser() as browser:
            page = browser.new_page()
            page.goto(f"{server}/empty.html")
            answers: dict[str, list[str]] = page.evaluate(ASK_PAGEFIND, queries)
    return answers.__getitem__
