"""scripts/build [--output DIR] [--no-cards]: builds the whole site, strictly, and swaps it in whole."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from building import ROOT, BuildFailedError, build_site, speak_plainly

from ideas_hub.checks.telling import counted
from ideas_hub.staging import UnsafeTargetError


def main() -> int:
    """Build; return 0 when the site is in place, 1 when it is as it was before."""
    parser = argparse.ArgumentParser(prog="scripts/build", description="Build the site. The folder is replaced whole or left as it was.")
    parser.add_argument("--output", type=Path, default=ROOT / "site", metavar="DIR", help='where to put the site ("site" unless told)')
    parser.add_argument("--no-cards", action="store_true", help="leave out the pictures for shared links, which cost more than the rest")
    options = parser.parse_args()
    output = options.output.absolute()
    speak_plainly()
    print(f"Building the site into {output} ...", file=sys.stderr, flush=True)
    started = time.monotonic()
    try:
        content = build_site(output, cards=not options.no_cards)
    except UnsafeTargetError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except BuildFailedError:
        print(f"Nothing was published; {output} is as it was.", file=sys.stderr)
        return 1
    if content and content.advice:
        for problem in content.advice:
            if problem.rule.startswith("consent"):
                print(problem, file=sys.stderr)
        print(f"{counted(content.advice)} To see them: scripts/check", file=sys.stderr)
    print(f"Built in {time.monotonic() - started:.1f} seconds: {output}", file=sys.stderr)
    if not options.no_cards:
        print(f"The pictures that stand for shared links, all on one page: {ROOT / '.cache/cards/index.html'}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
