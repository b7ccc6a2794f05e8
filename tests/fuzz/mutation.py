"""Random changes to sound files.  HUB_FUZZ=NUMBER makes others, and more; without it they are the same each time."""

import os
from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st

SEED = os.environ.get("HUB_FUZZ")
MAX_CHANGES = 6

Test = Callable[..., None]


def some(examples: int) -> Callable[[Test], Test]:
    """Run a test on so many examples: the same each time, or eight times as many that HUB_FUZZ decides on."""
    chosen = settings(
        max_examples=examples * 8 if SEED else examples,
        derandomize=not SEED,
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
    return lambda test: chosen(seed(int(SEED))(test) if SEED else test)


def mutated(sound: Sequence[bytes], pieces: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return files made from a sound one: cut, doubled, written over or put apart by pieces or random bytes."""
    where = st.binary(min_size=3, max_size=3)  # not an integer, of which small ones come first
    piece = st.sampled_from(pieces) | st.binary(min_size=1, max_size=8)
    change = st.tuples(where, st.integers(0, 64), piece, st.integers(0, 5))
    return st.builds(_changed, st.sampled_from(sound), st.lists(change, min_size=1, max_size=MAX_CHANGES))


def _changed(content: bytes, changes: Sequence[tuple[bytes, int, bytes, int]]) -> bytes:
    """Return a file after each change in turn: (where, as a fraction of it; how many bytes; what to put there; how)."""
    for where, length, piece, how in changes:
        at = int.from_bytes(where, "big") * len(content) >> 24
        before, part, after = content[:at], content[at : at + length], content[at + length :]
        over = part + after
        ends = (piece + over[len(piece) :], piece + after, piece + over, part + over, after, piece * 40 + over)
        content = before + ends[how]
    return content
