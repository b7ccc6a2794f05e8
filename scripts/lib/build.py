"""scripts/build [--output DIR]: builds the whole site, strictly, and swaps it in whole."""

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
    output = parser.parse_args().output.absolute()
    speak_plainly()
    print(f"Building the site into {output} ...", file=sys.stderr, flush=True)
    started = time.monotonic()
    try:
        content = build_site(output)
    except UnsafeTargetError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except BuildFailedError:
        print(f"Nothing was published; {output} is as it was.", file=sys.stderr)
        return 1
    if content and content.advice:
        print(f"{counted(content.advice)} To see them: scripts/check", file=sys.stderr)
    print(f"Built in {time.monotonic() - started:.1f} seconds: {output}", file=sys.stderr)
    print(f"The pictures that stand for shared links, all on one page: {ROOT / '.cache/cards/index.html'}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
