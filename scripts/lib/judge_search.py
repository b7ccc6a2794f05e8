"""scripts/judge: measures how well the search, and Pagefind if installed, find what people want.

Two measures over the queries in tests/judged_queries.yml, both from 0 to 1 and averaged over the queries of a kind:

    reciprocal rank   one divided by the place of the first wanted entry; 0 if none is found
    recall at 5       how many of the wanted entries are among the first five, of as many as could be there

Only entries that were judged count, as nobody knows yet which queries a newer one answers.
Wanted entries that are no longer published are left out, and so are queries that want nothing else.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from statistics import fmean

import yaml
from bench.tables import table
from browser import open_browser
from local_server import serve
from script_search import search_of

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.search.build import search_from_records
from ideas_hub.site.context import load_context
from ideas_hub.site.search_build import search_records
from ideas_hub.views.finder import search_facets

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "tests/judged_queries.yml"
JUDGED_ENTRIES = "judged entries"
DEPTH = 5
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

Find = Callable[[str], Sequence[str]]
"""From a reader's words to the addresses of entries, without the last slash, the best first."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a person types.

    wanted: the addresses of the entries they would be glad to open, without the last slash.
    """

    kind: str
    words: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgements:
    """All judged queries.

    entries: the addresses of the entries that were there to be judged, without the last slash.
    """

    entries: frozenset[str]
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How well one query, or on average several, did."""

    reciprocal_rank: float
    recall: float


def read_judgements(path: Path = QUERIES) -> Judgements:
    """Return the judged queries in the order of the file, kind by kind."""
    kinds = yaml.safe_load(path.read_text(encoding="utf-8"))
    entries = frozenset(kinds.pop(JUDGED_ENTRIES))
    queries = (
        Query(kind, query["words"], tuple(query["wanted"])) for kind, queries in kinds.items() for query in queries
    )
    return Judgements(entries, tuple(queries))


def still_wanted(queries: Sequence[Query], published: Collection[str]) -> tuple[Query, ...]:
    """Return the queries that want a published entry, without their wanted entries that are not published."""
    remaining = (
        replace(query, wanted=tuple(address for address in query.wanted if address in published)) for query in queries
    )
    return tuple(query for query in remaining if query.wanted)


def among(entries: Collection[str], find: Find) -> Find:
    """Return a search that ranks only some entries, given by their addresses without the last slash."""
    return lambda words: [address for address in find(words) if address in entries]


def addresses_of(hub: Hub) -> frozenset[str]:
    """Return the addresses of all published entries, without the last slash."""
    return frozenset(f"{entry.kind.id}/{entry.id}" for entry in hub.entries)


@contextmanager
def our_search(hub: Hub, entries: Collection[str]) -> Iterator[Find]:
    """Give the hub's own search over some of its entries, given by their addresses without the last slash."""
    records = [record for record in search_records(hub) if record.card.address.strip("/") in entries]
    with search_of(search_from_records(records, search_facets(hub))) as search:
        yield lambda words: [address.strip("/") for address in search.find(words).addresses]


def ask_pagefind(program: str, queries: Sequence[str]) -> Find:
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


def score(query: Query, found: Sequence[str]) -> Score:
    """Return how well a ranking serves a query."""
    first = next((1 / place for place, address in enumerate(found, 1) if address in query.wanted), 0.0)
    return Score(first, len({*found[:DEPTH]} & {*query.wanted}) / min(DEPTH, len(query.wanted)))


def score_kinds(queries: Sequence[Query], find: Find) -> dict[str, Score]:
    """Return the mean of each kind of query, in order, and of all of them under "all"."""
    return means_by_kind((query.kind, score(query, find(query.words))) for query in queries)


def means_by_kind(scored: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    """Return the mean of the scores of each kind, in order, and of all of them under "all"."""
    kinds: dict[str, list[Score]] = defaultdict(list)
    for kind, one in scored:
        kinds[kind].append(one)
    kinds["all"] = [one for scores in kinds.values() for one in scores]
    return {
        kind: Score(fmean(one.reciprocal_rank for one in scores), fmean(one.recall for one in scores))
        for kind, scores in kinds.items()
    }


def score_table(queries: Sequence[Query], results: Mapping[str, Mapping[str, Score]]) -> str:
    """Return a Markdown table: a row for each kind, two columns for each search."""
    counts = {**Counter(query.kind for query in queries), "all": len(queries)}
    heads = [f"{name}: {measure}" for name in results for measure in ("first hit", "recall at 5")]
    rows = [
        [kind, str(count), *(f"{figure:.2f}" for kinds in results.values() for figure in astuple(kinds[kind]))]
        for kind, count in counts.items()
    ]
    return table(["kind of query", "queries", *heads], rows)


def misses(queries: Sequence[Query], find: Find) -> str:
    """Return the queries that could do better, each with the first results and the wanted entries not among them."""
    rows = []
    for query in queries:
        found = find(query.words)
        if min(astuple(score(query, found))) < 1:
            missing = [address for address in query.wanted if address not in found[:DEPTH]]
            rows.append(json.dumps({"words": query.words, "found": found[:DEPTH], "missing": missing}, indent=2))
    return "\n".join(rows)


def main() -> None:
    """Print the table; with --misses also the queries that could do better."""
    parser = argparse.ArgumentParser(
        prog="scripts/judge", description="Measure what the search finds on the judged queries."
    )
    parser.add_argument("--misses", action="store_true", help="show each query that could do better")
    parser.add_argument("--pagefind", metavar="PROGRAM", help="compare with Pagefind: its program, if it is installed")
    options = parser.parse_args()
    if options.pagefind and not shutil.which(options.pagefind):
        parser.error(f"There is no program {options.pagefind}. Install Pagefind, or leave --pagefind out.")
    judged, hub = read_judgements(), load_context(ROOT).hub
    queries = still_wanted(judged.queries, addresses_of(hub))
    with our_search(hub, judged.entries) as find:
        results = {"ours": score_kinds(queries, find)}
        missed = misses(queries, find) if options.misses else ""
    if options.pagefind:
        theirs = ask_pagefind(options.pagefind, [query.words for query in queries])
        results["Pagefind"] = score_kinds(queries, among(judged.entries, theirs))
    print(score_table(queries, results) + missed)


if __name__ == "__main__":
    main()
