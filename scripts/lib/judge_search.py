"""scripts/judge: measures how well the search finds what people want, and Pagefind over the same pages where it is installed.

Two measures over the queries in tests/judged_queries.yml, both from 0 to 1 and both averaged over the queries of a kind:

    reciprocal rank   one divided by the place of the first wanted entry; 0 where none is found
    recall at 5       how many of the wanted entries are among the first five, of as many as could be there
"""

import argparse
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import fmean

import yaml
from finder import Finder

from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.search.build import search_from_records
from ideas_hub.site.context import load_context
from ideas_hub.site.search_build import search_records
from ideas_hub.views.finder_facets import search_facets

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "tests/judged_queries.yml"
DEPTH = 5

Find = Callable[[str], Sequence[str]]
"""From a reader's words to the addresses of entries, the best first."""

ASK_PAGEFIND = """async (queries) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const answers = {};
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    answers[query] = (await Promise.all(results.map((result) => result.data()))).map(({ url }) => url.replace(/^[/]/, ""));
  }
  return answers;
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """What a person types.  wanted: the addresses of the entries they would be glad to open, without the last slash."""

    kind: str
    words: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How well one query, or on average several, did."""

    reciprocal_rank: float
    recall: float


def read_queries(path: Path = QUERIES) -> tuple[Query, ...]:
    """Return the judged queries in the order of the file, kind by kind."""
    kinds = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Query(kind, query["words"], tuple(query["wanted"])) for kind, queries in kinds.items() for query in queries
    )


def our_search(root: Path = ROOT) -> Finder:
    """Return the search over the entries of a repository."""
    content = load_context(root)
    searched = search_from_records(search_records(content.hub), search_facets(content.hub))
    return Finder(searched.files, searched.manifest)


def score(query: Query, found: Sequence[str]) -> Score:
    """Return how well an answer serves a query."""
    addresses = [address.strip("/") for address in found]
    first = next((1 / place for place, address in enumerate(addresses, 1) if address in query.wanted), 0.0)
    return Score(first, len({*addresses[:DEPTH]} & {*query.wanted}) / min(DEPTH, len(query.wanted)))


def score_kinds(queries: Sequence[Query], find: Find) -> dict[str, Score]:
    """Return the mean of each kind of query, in order, and of all of them under "all"."""
    scores = [(query.kind, score(query, find(query.words))) for query in queries]
    kinds = dict.fromkeys(kind for kind, _ in scores)
    means = {kind: mean([one for other, one in scores if other == kind]) for kind in kinds}
    return {**means, "all": mean([one for _, one in scores])}


def mean(scores: Sequence[Score]) -> Score:
    """Return the average of scores, of which there is at least one."""
    return Score(fmean(one.reciprocal_rank for one in scores), fmean(one.recall for one in scores))


def pagefind_search(program: str, queries: Sequence[Query]) -> Find:
    """Build the site, index its entries' pages with Pagefind as it comes, and return what it found for each query.

    Raises: subprocess.CalledProcessError: the site or the index could not be made.
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
        answers = ask_in_browser(site, [query.words for query in queries])
    return lambda words: answers[words]


def ask_in_browser(site: Path, queries: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return what Pagefind's own script finds for each query; it runs only in a browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 only this comparison needs it

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["HUB_BROWSER"], args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/empty.html")
        answers: dict[str, list[str]] = page.evaluate(ASK_PAGEFIND, queries)
        browser.close()
    server.shutdown()
    return answers


class QuietHandler(SimpleHTTPRequestHandler):
    """A server that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def table(queries: Sequence[Query], results: Mapping[str, Mapping[str, Score]]) -> str:
    """Return a Markdown table: a row for each kind, two columns for each search."""
    counts = {
        kind: sum(query.kind == kind for query in queries) for kind in dict.fromkeys(query.kind for query in queries)
    }
    heads = [f"{name}: {measure}" for name in results for measure in ("first hit", "recall at 5")]
    rows = [["kind of query", "queries", *heads], ["---", *["---:"] * (1 + len(heads))]]
    for kind, count in {**counts, "all": len(queries)}.items():
        figures = [
            f"{figure:.2f}"
            for kinds in results.values()
            for figure in (kinds[kind].reciprocal_rank, kinds[kind].recall)
        ]
        rows.append([kind, str(count), *figures])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def misses(queries: Sequence[Query], find: Find) -> str:
    """Return the queries that could do better, each with what was found and what was wanted but not among the first."""
    said = []
    for query in queries:
        found = [address.strip("/") for address in find(query.words)]
        got = score(query, found)
        if min(got.reciprocal_rank, got.recall) < 1:
            missing = [address for address in query.wanted if address not in found[:DEPTH]]
            said.append(json.dumps({"words": query.words, "found": found[:DEPTH], "missing": missing}, indent=2))
    return "\n".join(said)


def main() -> int:
    """Print the table; with --misses also what could be better."""
    parser = argparse.ArgumentParser(
        prog="scripts/judge", description="Measure what the search finds on the judged queries."
    )
    parser.add_argument("--misses", action="store_true", help="show each query that could do better")
    parser.add_argument("--pagefind", metavar="PROGRAM", help="compare with Pagefind: its program, if it is installed")
    options = parser.parse_args()
    queries, ours = read_queries(), our_search()
    results = {"ours": score_kinds(queries, ours.find)}
    if options.pagefind:
        program = shutil.which(options.pagefind)
        if not program:
            print(
                f"There is no program {options.pagefind}. Install Pagefind, or leave --pagefind out.", file=sys.stderr
            )
            return 2
        results["Pagefind"] = score_kinds(queries, pagefind_search(program, queries))
    print(table(queries, results))
    if options.misses:
        print(misses(queries, ours.find))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
