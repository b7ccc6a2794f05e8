"""scripts/build [--output DIR]: builds the whole site, strictly, and swaps it in whole."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from building import ROOT, BuildFailed, build_site, speak_plainly

from ideas_hub.staging import UnsafeTarget


def main() -> int:
    """Build; return 0 when the site is in place, 1 when it is as it was before."""
    parser = argparse.ArgumentParser(prog="scripts/build", description="Build the site. The folder is replaced whole or left as it was.")
    parser.add_argument("--output", type=Path, default=ROOT / "site", metavar="DIR", help='where to put the site ("site" unless told)')
    output = parser.parse_args().output.absolute()
    speak_plainly()
    print(f"Building the site into {output} ...", file=sys.stderr, flush=True)
    started = time.monotonic()
    try:
        build_site(output)
    except UnsafeTarget as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except BuildFailed:
        print(f"Nothing was published; {output} is as it was.", file=sys.stderr)
        return 1
    print(f"Built in {time.monotonic() - started:.1f} seconds: {output}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
