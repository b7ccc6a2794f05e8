"""scripts/judge: measures how well the search, and Pagefind if installed, find what people want.

It reads tests/judged_queries.yml, or any other file of judged queries (see judge_measures.py for what is measured).
It also lists what the search took for a misspelling or for something near in meaning, so that a person can see whether
that was right.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from browser import open_browser
from judge_measures import Find, Score, among, answerable, misses, read_judgements, score_kinds, score_table
from local_server import serve
from script_search import ScriptSearch, search_of

from ideas_hub.model.hub import Hub
from ideas_hub.search.build import search_from_records
from ideas_hub.site.context import load_context
from ideas_hub.site.search_build import places_of
from ideas_hub.views.facets import search_facets
from ideas_hub.views.found import search_records

ROOT = Path(__file__).resolve().parents[2]
QUERIES, PAGES = ROOT / "tests/judged_queries.yml", ROOT / "tests/judged_pages.txt"
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


@contextmanager
def search_of_hub(hub: Hub) -> Iterator[ScriptSearch]:
    """Give the hub's own search while the context lasts."""
    records = search_records(hub)
    with search_of(
        search_from_records(records, search_facets(hub, records), places_of(hub, records), related=True)
    ) as search:
        yield search


def asking(search: ScriptSearch) -> Find:
    """Return what a search finds, as addresses without the first and the last slash."""
    return lambda words: [address.strip("/") for address in search.find(words).addresses]


def published_pages(hub: Hub) -> frozenset[str]:
    """Return the addresses of all that the search finds, without the first and the last slash."""
    return frozenset(record.card.address.strip("/") for record in search_records(hub))


def replaced_words(search: ScriptSearch, queries: Sequence[str]) -> str:
    """Return a line for each word that was replaced, or looked for in vain."""
    lines = []
    for words in queries:
        for term in search.find(words).terms:
            if term["instead"]:
                how = "near in meaning" if term["near"] else "taken for a typing mistake"
                lines.append(f"{words}: {term['asked']} -> {', '.join(term['instead'])} ({how})")
    return "\n".join(lines)


def ask_pagefind(program: str, queries: Sequence[str]) -> Find:
    """Build the site, index its pages with Pagefind as it comes, and return what it finds for each query.

    Its own script is asked, which runs only in a browser.
    Raises: subprocess.CalledProcessError: the site or the index could not be built.
    """
    with tempfile.TemporaryDirectory(prefix="ideas-hub-") as folder:
        site = Path(folder) / "site"
        build = [sys.executable, str(ROOT / "scripts/lib/build.py"), "--output", str(site)]
        index = [program, "--site", str(site), "--root-selector", "main"]
        for command in (build, index):
            subprocess.run(command, check=True, capture_output=True)
        (site / "empty.html").write_text("<!doctype html><title>Pagefind</title>", encoding="utf-8")
        with serve(site) as server, open_browser() as browser:
            page = browser.new_page()
            page.goto(f"{server}/empty.html")
            answers: dict[str, list[str]] = page.evaluate(ASK_PAGEFIND, queries)
    return answers.__getitem__


def main() -> None:
    """Print the table; with --misses also the queries that could do better, and the words that were replaced."""
    parser = argparse.ArgumentParser(
        prog="scripts/judge", description="Measure what the search finds on judged queries."
    )
    parser.add_argument("file", nargs="?", type=Path, default=QUERIES, help="judged queries, as YAML or JSON")
    parser.add_argument("--pages", type=Path, default=PAGES, help="the pages that were judged, for a JSON file")
    parser.add_argument("--misses", action="store_true", help="show each query that could do better")
    parser.add_argument("--pagefind", metavar="PROGRAM", help="compare with Pagefind: its program, if it is installed")
    options = parser.parse_args()
    if options.pagefind and not shutil.which(options.pagefind):
        parser.error(f"There is no program {options.pagefind}. Install Pagefind, or leave --pagefind out.")
    judged, hub = read_judgements(options.file, options.pages), load_context(ROOT).hub
    queries = answerable(judged.queries, published_pages(hub))
    results: dict[str, dict[str, Score]] = {}
    with search_of_hub(hub) as search:
        find = among(judged.pages, asking(search))
        results["ours"] = score_kinds(queries, find)
        replaced = replaced_words(search, [query.words for query in judged.queries])
        missed = f"{misses(queries, find)}\n{replaced}\n" if options.misses else ""
    if options.pagefind:
        theirs = ask_pagefind(options.pagefind, [query.words for query in queries])
        results["Pagefind"] = score_kinds(queries, among(judged.pages, theirs))
    print(score_table(queries, results) + missed)


if __name__ == "__main__":
    main()
