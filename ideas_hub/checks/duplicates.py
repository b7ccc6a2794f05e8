"""Entries that say much the same as another.

Method: the runs of five words of a text (shingles) are hashed, and the smallest hashes kept as its sketch; what share of
their sketches two texts have in common estimates what share of their runs they have (Broder, On the resemblance and
containment of documents, 1997; bottom-k sketches).  Each hash remembers the first texts that had it, so the time grows
with the number of texts, not with its square.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ideas_hub.checks.whole import Whole
from ideas_hub.documents import Document
from ideas_hub.problem import Problem, Severity

KEPT = 64
SHARED = 0.5  # of the words in a row
CANDIDATE = KEPT // 4
REMEMBERED = 3  # texts for each hash; a sentence that all entries share should not pair them all
FEWEST_RUNS = 40
FACTORS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1)


def runs_of(body: str) -> set[int]:
    """Return the hashes of all runs of five words."""
    words = [_hash(word) for word in body.casefold().split()]
    one, two, three, four, five = FACTORS
    runs = zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)
    return {(a * one + b * two + c * three + d * four + e * five) % 0xFFFFFFFB for a, b, c, d, e in runs}


def sketch_of(body: str) -> tuple[int, ...]:
    """Return the smallest hashes of a text, in order; none for a text too short to tell."""
    runs = runs_of(body)
    return tuple(sorted(runs)[:KEPT]) if len(runs) >= FEWEST_RUNS else ()


@lru_cache(maxsize=50_000)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def check(whole: Whole) -> Iterator[Problem]:
    """Yield a problem for each entry whose text is for the most part that of an earlier one."""
    seen: dict[int, list[Document[Any]]] = {}
    for entry in sorted(whole.hub.entries, key=lambda one: (one.facts.published, one.file)):
        alike: Counter[str] = Counter()
        sketch = whole.sketches.get(entry.file, ())
        others = {}
        for run in sketch:
            for other in seen.get(run, ()):
                alike[other.file] += 1
                others[other.file] = other
            if len(seen.setdefault(run, [])) < REMEMBERED:
                seen[run].append(entry)
        for file, count in alike.most_common(1):
            share = _share(entry, others[file]) if count >= min(CANDIDATE, len(sketch) // 2) else 0.0
            if share >= SHARED:
                yield _problem(entry, file, share)


def _share(entry: Document[Any], other: Document[Any]) -> float:
    """Return what part of the shorter text's runs the two have in common, 0 to 1."""
    here, there = runs_of(entry.body), runs_of(other.body)
    return len(here & there) / max(1, min(len(here), len(there)))


def _problem(entry: Document[Any], other: str, share: float) -> Problem:
    return Problem(
        entry.file, entry.body_line, f"{share:.0%} of this text also stands in {other}.", found=other, rule="near-duplicate", severity=Severity.SHOULD_FIX,
        mend="If they are the same story, keep one and name the other's id in redirect_from. If not, say what is different here.",
    )  # fmt: skip
