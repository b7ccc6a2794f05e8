"""scripts/build [--output DIR] [--no-cards] [--offline-copy FILE.zip]: builds the whole site, strictly, and swaps it in whole."""

import argparse
import gzip
import os
import sys
import time
from heapq import nlargest
from pathlib import Path

from mkdocs_build import ROOT, BuildFailedError, build_site, configure_logging

from ideas_hub.checks.reports import summary_line
from ideas_hub.engine.atomic_folder import ChangedTargetError, UnsafeTargetError
from ideas_hub.site.offline_copy import MOST_BYTES, write_offline_copy

LOOKED_AT = 20  # of thousands of pages; to compress them all would take longer than to make them
MOST_PAGE_BYTES = 24 * 1024  # with the style, the script and the font a first visit then stays below 60 KB


def main() -> int:
    """Build; return 0 when the site is in place, 1 when it is as it was before."""
    parser = argparse.ArgumentParser(
        prog="scripts/build", description="Build the site. The folder is replaced whole or left as it was."
    )
    parser.add_argument(
        "--output", type=Path, default=ROOT / "site", metavar="DIR", help='where to put the site ("site" unless told)'
    )
    parser.add_argument(
        "--no-cards", action="store_true", help="leave out the pictures for shared links, which cost more than the rest"
    )
    parser.add_argument(
        "--offline-copy",
        type=Path,
        metavar="FILE.zip",
        help="also write the whole site into one zip that opens without a server",
    )
    options = parser.parse_args()
    if options.offline_copy and options.offline_copy.is_dir():
        parser.error(
            f"{options.offline_copy} is a folder. Name a file, such as {options.offline_copy / 'ideas-hub.zip'}."
        )
    output = options.output.absolute()
    configure_logging()
    print(f"Building the site into {output} ...", file=sys.stderr, flush=True)
    started = time.monotonic()
    try:
        content = build_site(output, cards=not options.no_cards)
    except (UnsafeTargetError, ChangedTargetError) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except BuildFailedError:
        print(f"Nothing was published; {output} is as it was.", file=sys.stderr)
        return 1
    if content and content.advice:
        for problem in content.advice:
            if problem.rule.startswith("consent"):
                print(problem, file=sys.stderr)
        print(f"{summary_line(content.advice)} To see them: scripts/check", file=sys.stderr)
    for page, size in heavy_pages(output):
        print(
            f"{page} weighs {size / 1024:.0f} KB compressed; the most for a page is {MOST_PAGE_BYTES // 1024} KB.",
            file=sys.stderr,
        )
    print(f"Built in {time.monotonic() - started:.1f} seconds: {output}", file=sys.stderr)
    if content and content.site.has_cards:
        print(
            f"The pictures that stand for shared links, all on one page: {ROOT / '.cache/cards/index.html'}",
            file=sys.stderr,
        )
    if options.offline_copy:
        tell_copy(output, options.offline_copy.absolute())
    return 0


def heavy_pages(site: Path) -> list[tuple[str, int]]:
    """Return the pages that are over budget, with their compressed size in bytes; only the largest are looked at."""
    sizes_on_disk = (
        (os.stat(f"{folder}/{name}").st_size, f"{folder}/{name}")  # noqa: PTH116 thousands of files
        for folder, _, names in os.walk(site)
        for name in names
    )
    large = nlargest(
        LOOKED_AT, ((size, path) for size, path in sizes_on_disk if path.endswith(".html") and size > MOST_PAGE_BYTES)
    )
    paths = sorted(Path(path) for _, path in large)
    sizes = ((path.relative_to(site).as_posix(), len(gzip.compress(path.read_bytes(), mtime=0))) for path in paths)
    return [(page, size) for page, size in sizes if size > MOST_PAGE_BYTES]


def tell_copy(site: Path, target: Path) -> None:
    """Write the copy of a finished site for a memory stick, and say how large it is."""
    size = write_offline_copy(site, target)
    print(f"The copy to open without a server, {size / 1_000_000:.1f} MB: {target}", file=sys.stderr)
    if size > MOST_BYTES:
        print("That is more than 10 MB: photos are what weighs most.", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
