"""scripts/bench [N ...]: measure the hub with N made-up case studies, next to Hugo and Pagefind if they are installed.

Each build runs cold, again with nothing changed, after one edit, after another title and with a new entry, each time in
new processes and in turns: ours first, then the other first.
Seconds are by the clock and include the start of the programs, and so do those of processors, of all processes
together; with --times the median counts.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from site_build import ROOT

from bench.finder_time import finder_report
from bench.hugo_site import HOW_TO_GET, Program, find_both, hugo_builder
from bench.made_up import make_repository
from bench.measuring import COLD, Steps, measure_builds
from bench.ours import QUERIES, bytes_to_first_results, measure_commands, measure_start, our_builder
from bench.tables import NAMES, builds_table, commands_table, growth, search_table


def main(arguments: Sequence[str]) -> None:
    """Print the tables for each number of entries, and how a cold build grows from the first to the last."""
    options = _options(arguments)
    others = find_both(options.hugo, options.pagefind)
    if not others:
        print(f"Hugo or Pagefind is not here, so ours is measured alone. {HOW_TO_GET}", file=sys.stderr)
    versions = [f"{name} {program.version}" for name, program in zip(("Hugo", "Pagefind"), others or (), strict=False)]
    machine = [f"{os.cpu_count()} processors", f"Python {platform.python_version()}", *versions]
    print(", ".join(machine) + "\n", flush=True)
    colds = [measure_all(count, options.times, others, finder=options.finder)[COLD] for count in options.counts]
    if len(colds) > 1:
        for name, first, last in zip(NAMES, colds[0], colds[-1], strict=False):
            print(f"Cold, {name}: {growth(options.counts[0], first, options.counts[-1], last)}")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/bench", description="Measure how the hub grows with made-up case studies."
    )
    parser.add_argument("counts", nargs="*", type=int, default=[1000], metavar="N", help="how many (default: 1000)")
    parser.add_argument(
        "--times", type=int, default=1, metavar="K", help="build each this many times and take the median"
    )
    parser.add_argument("--hugo", metavar="PROGRAM", help="compare with Hugo: its program (default: hugo)")
    parser.add_argument(
        "--pagefind", metavar="PROGRAM", help='and Pagefind\'s, of one word or several: "python -m pagefind"'
    )
    parser.add_argument("--finder", action="store_true", help="also time the finder in a slowed-down browser")
    options = parser.parse_args(arguments)
    if min(*options.counts, options.times, 1) < 1:
        parser.error("numbers start at 1.")
    return options


def measure_all(count: int, times: int, others: tuple[Program, Program] | None, *, finder: bool = False) -> Steps:
    """Measure everything with this many entries, print each table once it is complete, and return the builds."""
    with tempfile.TemporaryDirectory(prefix="ideas-hub-bench-") as folder:
        repository, site = Path(folder, "repository"), Path(folder, "site")
        repository.mkdir()
        make_repository(ROOT, repository, count)
        builders = [our_builder(repository, site)]
        builders += [hugo_builder(repository, Path(folder, "hugo"), *others)] if others else []
        steps = measure_builds(builders, times)
        print(builds_table(count, steps), flush=True)
        print(search_table(count, bytes_to_first_results(site, QUERIES)), flush=True)
        if finder:
            print(finder_report(site), flush=True)
        commands = {**measure_commands(repository), **measure_start(Path(folder, "hub"))}
        print(commands_table(count, commands), flush=True)
    return steps


if __name__ == "__main__":
    main(sys.argv[1:])
