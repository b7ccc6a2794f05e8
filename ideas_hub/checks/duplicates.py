"""Entries that say much the same as another.

Method: of the runs of five words of a text (shingles) those that start at a chosen word are hashed, and the smallest
hashes kept as its sketch; how many two sketches have in common tells which texts to hold side by side (Broder, On the
resemblance and containment of documents, 1997: bottom-k sketches).  Words are chosen by their own hash, so two texts
choose the same runs wherever they agree (Manber, Finding similar files in a large file system, 1994: anchors).  Each
hash remembers the first texts that had it, so the time grows with the number of texts, not with its square.
"""

import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import compress
from typing import Any

from ideas_hub.checks.hub_context import HubContext
from ideas_hub.model.document import Document
from ideas_hub.problem import Problem, Severity

RUN = 5  # words
ONE_IN = 8  # words starts a run
KEPT = 32
SHARED = 0.5  # of the words in a row
CANDIDATE = KEPT // 6  # shared hashes: what a text and one that is a fifth of it have in common, about
CANDIDATE_PART = 4  # or a quarter of a short text's
REMEMBERED = 3  # texts for each hash; a sentence that all entries share should not pair them all
FEWEST_WORDS = 44


def sketch_of(body: str) -> tuple[int, ...]:
    """Return the smallest hashes of a text, in order; none for a text too short to tell."""
    words = body.encode("utf-8", "surrogatepass").lower().split()
    if len(words) < FEWEST_WORDS:
        return ()
    chosen = {word for word in set(words) if zlib.crc32(word) % ONE_IN == 0}
    starts = compress(range(len(words)), map(chosen.__contains__, words))
    return tuple(sorted({zlib.crc32(b" ".join(words[place : place + RUN])) for place in starts})[:KEPT])


def find_near_duplicates(whole: HubContext) -> Iterator[Problem]:
    """Yield a problem for each entry whose text is for the most part that of an earlier one."""
    entries = sorted(whole.hub.entries, key=lambda one: (one.facts.published, one.file))
    seen: dict[int, tuple[int, ...]] = {}  # hash: places in `entries`
    for place, entry in enumerate(entries):
        sketch = whole.sketches.get(entry.file, ())
        known = [run for run in sketch if run in seen]
        enough = min(CANDIDATE, len(sketch) // CANDIDATE_PART)
        alike = Counter(other for run in known for other in seen[run]) if len(known) >= enough else Counter()
        seen |= dict.fromkeys(sketch, (place,)) | {run: (*seen[run], place)[:REMEMBERED] for run in known}
        for other, count in alike.most_common(1):
            share = _share(entry, entries[other]) if count >= enough else 0.0
            if share >= SHARED:
                yield _problem(entry, entries[other].file, share)


def _share(entry: Document[Any], other: Document[Any]) -> float:
    """Return what part of the shorter text's runs the two have in common, 0 to 1."""
    here, there = _runs_of(entry.body), _runs_of(other.body)
    return len(here & there) / max(1, min(len(here), len(there)))


def _runs_of(body: str) -> set[tuple[str, ...]]:
    words = body.casefold().split()
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))


def _problem(entry: Document[Any], other: str, share: float) -> Problem:
    return Problem(
        entry.file, entry.body_line, f"{share:.0%} of this text also stands in {other}.", found=other, rule="near-duplicate", severity=Severity.SHOULD_FIX,
        fix="If they are the same story, keep one and name the other's id in redirect_from. If not, say what is different here.",
    )  # fmt: skip
