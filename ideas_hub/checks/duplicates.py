"""Entries whose text is largely that of another.

Of the runs of five words in a text (shingles), those that start at an anchor word are hashed; the smallest hashes are
the text's sketch.  Two sketches with enough hashes in common are candidates, and only candidates are compared in full.

Sketches: Broder, On the resemblance and containment of documents, 1997 (bottom-k sketches).
Anchors: Manber, Finding similar files in a large file system, 1994.  A word is an anchor by its own hash, so two texts
have the same anchors wherever they agree.
Each hash is known for its first few texts only, so the time grows with the number of texts, not with its square.
"""

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress

from ideas_hub.checks.entries import HubContext
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.prose import Prose

SHINGLE_WORDS = 5
ANCHOR_RATE = 8  # one word in so many is an anchor
SKETCH_SIZE = 32  # hashes
MIN_WORDS = 44
MIN_OVERLAP = 0.5  # of the shorter text's shingles
MIN_SHARED_HASHES = SKETCH_SIZE // 6  # about what a text shares with one that is a fifth of it
MIN_SHARED_FRACTION = 0.25  # of a sketch that is not full, if that is fewer
MAX_OWNERS_PER_HASH = 3  # a sentence that all entries share should not pair them all


def sketch_of(prose: Prose, source: str) -> tuple[int, ...]:
    """Return the sketch of a text; of one in another script, which has few ASCII words, that of what is between spaces.

    source: the text as written.
    """
    if len(prose.words) >= MIN_WORDS:
        return _sketch_of(prose.words, prose.vocabulary)
    words = source.casefold().encode("utf-8", "surrogatepass").split()
    return _sketch_of(words, frozenset(words))


def _sketch_of(words: Sequence[bytes], vocabulary: frozenset[bytes]) -> tuple[int, ...]:
    """Return the smallest hashes of a text's words, ascending; none if it is too short to compare.

    vocabulary: the different words.
    """
    if len(words) < MIN_WORDS:
        return ()
    anchors = {word for word in vocabulary if zlib.crc32(word) % ANCHOR_RATE == 0}
    starts = compress(range(len(words)), map(anchors.__contains__, words))
    hashes = set(map(zlib.crc32, map(b" ".join, [words[start : start + SHINGLE_WORDS] for start in starts])))
    return tuple(sorted(hashes)[:SKETCH_SIZE])


def find_near_duplicates(context: HubContext) -> Iterator[Problem]:
    """Yield a problem for each entry that shares most of its text with an earlier one."""
    entries = sorted(context.hub.entries, key=lambda entry: (entry.facts.sort_date, entry.file))
    owners: dict[int, tuple[int, ...]] = {}  # by hash, places in `entries`
    for place, entry in enumerate(entries):
        sketch = context.sketches.get(entry.file, ())
        known = [run for run in sketch if run in owners]
        enough = min(MIN_SHARED_HASHES, int(len(sketch) * MIN_SHARED_FRACTION))
        shared = Counter(owner for run in known for owner in owners[run]) if len(known) >= enough else Counter()
        owners |= dict.fromkeys(sketch, (place,)) | {run: (*owners[run], place)[:MAX_OWNERS_PER_HASH] for run in known}
        for other, count in shared.most_common(1):
            overlap = _overlap(entry.body, entries[other].body) if count >= enough else 0.0
            if overlap >= MIN_OVERLAP:
                file = entries[other].file
                yield Problem(
                    entry.file,
                    entry.body_line,
                    f"{overlap:.0%} of this text is also in {file}.",
                    found=file,
                    fix="If they are the same story, keep one and name the other's id in redirect_from. "
                    "If not, say what is different here.",
                    rule="near-duplicate",
                    severity=Severity.SHOULD_FIX,
                )


def _overlap(body: str, other: str) -> float:
    """Return what part of the shorter text's shingles the two have in common, 0 to 1."""
    here, there = _shingles(body), _shingles(other)
    return len(here & there) / max(1, min(len(here), len(there)))


def _shingles(body: str) -> set[tuple[str, ...]]:
    words = body.casefold().split()
    return set(zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False))
