"""scripts/check [PATH ...]: names everything about the content that is wrong or could be better, without building anything."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from ideas_hub.checked import read_checked
from ideas_hub.checks import telling
from ideas_hub.leaving import leave
from ideas_hub.making import undisturbed
from ideas_hub.problem import Problem, Severity, printable

ROOT = Path(__file__).resolve().parent.parent
FORMATS = {"text": lambda problems: telling.as_text(problems) + "\n", "github": telling.as_github, "json": telling.as_json}
SUMMARY = "GITHUB_STEP_SUMMARY"


def problems_in(root: Path, paths: list[Path]) -> list[Problem]:
    """Return the problems of a repository's content; with paths, only those of these files and folders."""
    found = read_checked(root).problems
    wanted = [path.resolve() for path in paths]
    return [p for p in found if not wanted or any(path == root / p.file or path in (root / p.file).parents for path in wanted)]


@undisturbed()
def main(arguments: list[str], root: Path = ROOT) -> int:
    """Print the problems; return 1 if any must be fixed, 2 when a path is not there."""
    parser = argparse.ArgumentParser(
        prog="scripts/check", description="Check the content: what must be fixed, what should be, and ideas. Nothing is built or changed."
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders to check (all unless told)")
    parser.add_argument(
        "--format", choices=sorted(FORMATS), default="text", help="text to read, github for a pull request, json for programs"
    )
    options = parser.parse_args(arguments)
    for path in options.paths:
        if not path.exists():
            sys.stderr.write(f"There is no file or folder {printable(str(path))}.\n")
            return 2
    problems = problems_in(root, options.paths)
    sys.stdout.write(FORMATS[options.format](problems))
    if options.format == "github":
        sys.stdout.write(telling.counted(problems) + "\n")
        _add_summary(problems)
    return 1 if any(problem.severity is Severity.MUST_FIX for problem in problems) else 0


def _add_summary(problems: list[Problem]) -> None:
    """Add to the summary that GitHub shows for a job, where there is one."""
    if file := os.environ.get(SUMMARY):
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write(telling.as_summary(problems))


if __name__ == "__main__":
    leave(main(sys.argv[1:]))
