"""The bench's figures as Markdown tables."""

from collections.abc import Mapping, Sequence

from bench.measuring import Measurement, Steps

NAMES = ("ours", "Hugo + Pagefind")
MEGA = 1_000_000


def builds_table(count: int, steps: Steps) -> str:
    """Return the table of builds, a row each.

    count: of entries.
    steps: what ours took, and then the other's if it is measured.
    """
    names = NAMES[: len(next(iter(steps.values())))]
    heads = [f"{count:,} entries", *(f"{name}, s" for name in names), *["ratio"] * (len(names) - 1)]
    heads += [*(f"{name}, processor s" for name in names), "ms an entry"]
    heads += [f"{figure}, {name}" for figure in ("memory MB", "site MB", "files") for name in names]
    rows = [
        [
            step,
            *(f"{run.seconds:.2f}" for run in (ours, *others)),
            *(f"{ours.seconds / run.seconds:.2f}" for run in others),
            *(f"{run.processor_seconds:.2f}" for run in (ours, *others)),
            f"{ours.seconds / count * 1000:.1f}",
            *(f"{run.memory / MEGA:.0f}" for run in (ours, *others)),
            *(f"{run.size / MEGA:.1f}" for run in (ours, *others)),
            *(f"{run.files:,}" for run in (ours, *others)),
        ]
        for step, (ours, *others) in steps.items()
    ]
    return table(heads, rows)


def commands_table(count: int, commands: Mapping[str, Measurement]) -> str:
    """Return the table of other commands, a row each."""
    return table(
        [f"{count:,} entries", "s", "processor s", "memory MB"],
        [
            [name, f"{run.seconds:.2f}", f"{run.processor_seconds:.2f}", f"{run.memory / MEGA:.0f}"]
            for name, run in commands.items()
        ],
    )


def search_table(count: int, sizes: Mapping[str, int]) -> str:
    """Return the table of gzipped bytes loaded until the first result, a row for each query."""
    return table(
        [f"{count:,} entries: words", "bytes to the first result"],
        [[words, f"{size:,}"] for words, size in sizes.items()],
    )


def growth(fewest: int, first: Measurement, most: int, last: Measurement) -> str:
    """Return how a cold build grows: "10.0 times the entries, 9.8 times the seconds"."""
    return f"{most / fewest:.1f} times the entries, {last.seconds / first.seconds:.1f} times the seconds"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown, with figures in all columns but the first."""
    marks = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, marks, *rows)) + "\n"
