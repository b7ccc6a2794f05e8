"""How well a ranking answers a query: the measures of scripts/judge, and the judged queries that they need.

All are from 0 to 1, and averaged over the queries of a kind:

    first hit     one divided by the place of the first page that answers, 0 if none does
    nDCG@10       how close the first ten come to the best order (K. Jarvelin and J. Kekalainen, "Cumulated gain-based
                  evaluation of IR techniques", ACM Transactions on Information Systems 20.4, 2002; gain = grade)
    best in 3     the share of queries with one of the best answers among the first three
    none in 10    the share of queries without any answer among the first ten
    recall at 5   how many of the best answers are among the first five, of as many as could be there

Only pages that were judged count, as nobody knows yet which queries a newer one answers.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field, fields, replace
from math import log2
from pathlib import Path
from statistics import fmean

import yaml
from bench.tables import table

JUDGED_ENTRIES = "judged entries"
DEPTH = 10

MOVED = ((re.compile(r"^projects/#"), "projects/"),)
"""Addresses that pages had when they were judged, and have no more."""

Find = Callable[[str], Sequence[str]]
"""From a reader's words to the addresses of pages, without the first and the last slash, the best first."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a person types.

    grades: by the address of each page that answers, without the first and last slash: 2 for the best answers, 1 else.
    Empty where nothing answers.
    """

    kind: str
    words: str
    grades: Mapping[str, int]

    @property
    def best(self) -> frozenset[str]:
        """The addresses of the best answers."""
        return frozenset(address for address, grade in self.grades.items() if grade == max(self.grades.values()))


@dataclass(frozen=True, slots=True)
class Judgements:
    """All judged queries.

    pages: the addresses of what was there to be judged.
    """

    pages: frozenset[str]
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How well one query, or on average several, did."""

    first_hit: float = field(metadata={"name": "first hit"})
    ndcg: float = field(metadata={"name": "nDCG@10"})
    best_in_three: float = field(metadata={"name": "best in 3"})
    none_in_ten: float = field(metadata={"name": "none in 10"})
    recall: float = field(metadata={"name": "recall at 5"})


def read_judgements(path: Path, pages: Path) -> Judgements:
    """Return the judged queries in the order of the file.

    path: YAML, kind by kind, with its own list of what was judged, or JSON: [{"q", "who", "grades"}, ...].
    pages: the addresses of what was judged in a JSON file, one on each line.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        queries = tuple(
            Query(one["who"], one["q"], {_today(address): grade for address, grade in one["grades"].items()})
            for one in json.loads(text)
        )
        judged = map(_today, pages.read_text(encoding="utf-8").split())
        return Judgements(frozenset(judged).union(*(query.grades for query in queries)), queries)
    kinds = yaml.safe_load(text)
    entries = frozenset(kinds.pop(JUDGED_ENTRIES))
    every = ((kind, query) for kind, queries in kinds.items() for query in queries)
    return Judgements(
        entries, tuple(Query(kind, query["words"], dict.fromkeys(query["wanted"], 1)) for kind, query in every)
    )


def _today(address: str) -> str:
    bare = address.strip("/")
    for old, new in MOVED:
        bare = old.sub(new, bare)
    return bare


def answerable(queries: Sequence[Query], published: Collection[str]) -> tuple[Query, ...]:
    """Return the queries that a published page answers, without the grades of pages that are not published."""
    remaining = (
        replace(query, grades={address: grade for address, grade in query.grades.items() if address in published})
        for query in queries
    )
    return tuple(query for query in remaining if query.grades)


def among(pages: Collection[str], find: Find) -> Find:
    """Return a search that ranks only some pages, given by their addresses."""
    return lambda words: [address for address in dict.fromkeys(find(words)) if address in pages]


def score(query: Query, found: Sequence[str]) -> Score:
    """Return how well a ranking serves a query that something answers."""
    first = found[:DEPTH]
    hit = next((1 / place for place, address in enumerate(first, 1) if address in query.grades), 0.0)
    ideal = _gain(sorted(query.grades.values(), reverse=True)[:DEPTH])
    return Score(
        hit,
        _gain([query.grades.get(address, 0) for address in first]) / ideal,
        float(not query.best.isdisjoint(found[:3])),
        float(not hit),
        len({*found[:5]} & query.best) / min(5, len(query.best)),
    )


def _gain(grades: Iterable[int]) -> float:
    return sum(grade / log2(place + 1) for place, grade in enumerate(grades, 1))


def score_kinds(queries: Sequence[Query], find: Find) -> dict[str, Score]:
    """Return the mean of each kind of query, in order, and of all of them under "all"."""
    return means_by_kind((query.kind, score(query, find(query.words))) for query in queries)


def means_by_kind(scored: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    """Return the mean of the scores of each kind, in order, and of all of them under "all"."""
    kinds: dict[str, list[Score]] = defaultdict(list)
    for kind, one in scored:
        kinds[kind].append(one)
    kinds["all"] = [one for scores in kinds.values() for one in scores]
    return {kind: Score(*map(fmean, zip(*map(astuple, scores), strict=True))) for kind, scores in kinds.items()}


def score_table(queries: Sequence[Query], results: Mapping[str, Mapping[str, Score]]) -> str:
    """Return a Markdown table: a row for each kind, a column for each measure of each search."""
    counts = {**Counter(query.kind for query in queries), "all": len(queries)}
    heads = [f"{name}: {one.metadata['name']}" for name in results for one in fields(Score)]
    rows = [
        [kind, str(count), *(f"{figure:.2f}" for kinds in results.values() for figure in astuple(kinds[kind]))]
        for kind, count in counts.items()
    ]
    return table(["kind of query", "queries", *heads], rows)


def misses(queries: Sequence[Query], find: Find) -> str:
    """Return the queries that could do better, each with the first results and the best answers not among them."""
    rows = []
    for query in queries:
        found = find(query.words)
        result = score(query, found)
        if result.first_hit < 1 or result.recall < 1:
            missing = sorted(query.best - {*found[:5]})
            rows.append(json.dumps({"words": query.words, "found": found[:5], "missing": missing}, indent=2))
    return "\n".join(rows)
