"""scripts/check [PATH ...]: names every mistake in the content, without building anything."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ideas_hub.content import read_content
from ideas_hub.problem import Problem, Severity, report

ROOT = Path(__file__).resolve().parent.parent


def problems_in(root: Path, paths: list[Path]) -> list[Problem]:
    """Return the problems of a repository's content; with paths, only those of these files and folders."""
    found = read_content(root).problems
    wanted = [path.resolve() for path in paths]
    return [p for p in found if not wanted or any(path == root / p.file or path in (root / p.file).parents for path in wanted)]


def main(arguments: list[str]) -> int:
    """Print the problems; return 1 if any must be fixed, 2 when a path is not there."""
    parser = argparse.ArgumentParser(prog="scripts/check", description="Check the content and name every mistake, with file and line.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders to check (all unless told)")
    paths: list[Path] = parser.parse_args(arguments).paths
    for path in paths:
        if not path.exists():
            sys.stderr.write(f"There is no file or folder {path}.\n")
            return 2
    problems = problems_in(ROOT, paths)
    sys.stdout.write(report(problems) + "\n")
    return 1 if any(problem.severity is Severity.MUST_FIX for problem in problems) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
