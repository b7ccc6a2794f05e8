"""scripts/build [--output DIR] [--no-cards] [--offline-copy FILE.zip]: build the whole site, strictly."""

import argparse
import gzip
import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from heapq import nlargest
from pathlib import Path

if __name__ == "__main__":  # the imports below take a second, and Ctrl+C may come in it
    signal.signal(signal.SIGINT, lambda *_: sys.exit("\nStopped. Nothing was published; the old site is as it was."))

from site_build import ROOT, BuildFailedError, build_site

from ideas_hub.commands.ending import reason
from ideas_hub.engine.atomic_folder import TargetError
from ideas_hub.engine.parallel import gc_paused
from ideas_hub.site.context import BuildContext
from ideas_hub.site.offline_copy import MAX_BYTES, refuse_target, write_offline_copy

PAGES_WEIGHED = 20  # compressing thousands of pages would take longer than the build
TOLD = ("consent", "no-contact")  # what whoever runs a hub should hear of without asking
MAX_PAGE_BYTES = 24 * 1024  # with the style, the script and the font a first visit then stays below 60 KB


@gc_paused()
def main() -> int:
    """Build; return 0 when the site is in place, 1 if the build failed or the folder may not be replaced."""
    options = _options()
    output = options.output.absolute()
    logging.basicConfig(format="%(message)s")
    _print(f"Building the site into {output} ...")
    started = time.monotonic()
    try:
        if options.offline_copy:
            refuse_target(options.offline_copy)
        context = build_site(output, cards=not options.no_cards)
    except TargetError as refusal:
        _print(str(refusal))
        return 1
    except BuildFailedError:
        _print(f"Nothing was published; {output} is as it was.")
        return 1
    except OSError as error:
        _print(f"{reason(error)}. Nothing was published; {output} is as it was.")
        return 1
    signal.signal(signal.SIGINT, lambda *_: sys.exit(f"\nStopped. The site is in place: {output}"))
    _print(*_advice(context, output), f"Built in {time.monotonic() - started:.1f} seconds: {output}")
    if options.offline_copy:
        try:
            _print(*_copy(output, options.offline_copy))
        except OSError as error:
            _print(f"{options.offline_copy}: {error.strerror or error}. There is no new copy; the site is in place.")
            return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/build", description="Build the site. The folder is replaced whole or left as it was."
    )
    parser.add_argument(
        "--output", type=Path, default=ROOT / "site", metavar="DIR", help='where to put the site (default: "site")'
    )
    parser.add_argument(
        "--no-cards", action="store_true", help="leave out the pictures for shared links, the slowest part"
    )
    parser.add_argument(
        "--offline-copy",
        type=lambda path: Path(path).absolute(),
        metavar="FILE.zip",
        help="also write the whole site into one zip that opens without a server",
    )
    return parser.parse_args()


def _print(*lines: str) -> None:
    print("\n".join(lines), file=sys.stderr, flush=True)


def _advice(context: BuildContext, site: Path) -> Iterator[str]:
    yield from (str(problem) for problem in context.advice if problem.rule.startswith(TOLD))
    yield "To see what could be better: scripts/check"
    for page, size in heavy_pages(site):
        yield f"{page} weighs {size / 1024:.0f} KB compressed; the most for a page is {MAX_PAGE_BYTES // 1024} KB."


def heavy_pages(site: Path) -> list[tuple[str, int]]:
    """Return (path, compressed bytes) of the pages over budget, by path; only the largest are weighed."""
    on_disk = (
        (os.stat(f"{folder}/{name}").st_size, f"{folder}/{name}")  # noqa: PTH116 path objects are slow here
        for folder, _, names in os.walk(site)
        for name in names
        if name.endswith(".html")
    )
    large = nlargest(PAGES_WEIGHED, ((size, path) for size, path in on_disk if size > MAX_PAGE_BYTES))
    paths = sorted(Path(path) for _, path in large)
    sizes = ((path.relative_to(site).as_posix(), len(gzip.compress(path.read_bytes(), mtime=0))) for path in paths)
    return [(page, size) for page, size in sizes if size > MAX_PAGE_BYTES]


def _copy(site: Path, target: Path) -> Iterator[str]:
    """Write the offline copy, and yield its size and place."""
    size = write_offline_copy(site, target)
    yield f"The copy to open without a server, {size / 1_000_000:.1f} MB: {target}"
    if size > MAX_BYTES:
        yield "That is more than 10 MB: photos are what weighs most."


if __name__ == "__main__":
    raise SystemExit(main())
