"""The bench's figures as Markdown tables."""

from collections.abc import Mapping, Sequence

from bench.measuring import Measured

Steps = Mapping[str, Sequence[Measured]]
"""What each kind of build took: ours, then the other's, if it is compared."""

MEGA = 1_000_000


def builds_table(count: int, steps: Steps, other: str) -> str:
    """Return the builds of this many entries, a row each.  other: the name of what ours is compared with, if it is."""
    compared = len(next(iter(steps.values()))) > 1
    names = ["ours", other] if compared else ["ours"]
    heads = [f"{count:,} entries", *(f"{name}, s" for name in names), *(["ratio"] if compared else []), "ms an entry"]
    heads += [f"{figure}, {name}" for figure in ("memory MB", "site MB", "files") for name in names]
    return _table(heads, [[step, *_cells(count, took)] for step, took in steps.items()])


def _cells(count: int, took: Sequence[Measured]) -> list[str]:
    ours = took[0]
    ratios = [f"{ours.seconds / theirs.seconds:.2f}" for theirs in took[1:]]
    return [
        *(f"{one.seconds:.2f}" for one in took),
        *ratios,
        f"{ours.seconds / count * 1000:.1f}",
        *(f"{one.memory / MEGA:.0f}" for one in took),
        *(f"{one.size / MEGA:.1f}" for one in took),
        *(f"{one.files:,}" for one in took),
    ]


def commands_table(count: int, commands: Mapping[str, Measured]) -> str:
    """Return what other commands took over this many entries, a row each."""
    rows = [[name, f"{took.seconds:.2f}", f"{took.memory / MEGA:.0f}"] for name, took in commands.items()]
    return _table([f"{count:,} entries", "s", "memory MB"], rows)


def search_table(count: int, sizes: Mapping[str, int]) -> str:
    """Return the bytes from typing words to the first result, gzipped, a row for each search."""
    return _table(
        [f"{count:,} entries: words", "bytes to the first result"],
        [[words, f"{size:,}"] for words, size in sizes.items()],
    )


def growth(fewest: int, first: Measured, most: int, last: Measured) -> str:
    """Return how many times as long a cold build takes with more entries, as a number of times: "9.8"."""
    return f"{most / fewest:.1f} times the entries, {last.seconds / first.seconds:.1f} times the seconds"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    marks = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, marks, *rows)) + "\n"
