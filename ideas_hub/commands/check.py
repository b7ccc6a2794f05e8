"""scripts/check [PATH ...]: names everything about the content that is wrong or could be better, without building anything."""

import argparse
import os
import sys
from pathlib import Path

from ideas_hub.checks import reports
from ideas_hub.engine.parallel import gc_paused
from ideas_hub.problem import Problem, Severity, printable
from ideas_hub.repository.load import load_repository

ROOT = Path(__file__).resolve().parents[2]
FORMATS = {
    "text": lambda problems: reports.text_report(problems) + "\n",
    "github": reports.github_report,
    "json": reports.json_report,
}
SUMMARY = "GITHUB_STEP_SUMMARY"


def problems_in(root: Path, paths: list[Path]) -> list[Problem]:
    """Return the problems of a repository's content; with paths, only those of these files and folders."""
    found = load_repository(root).problems
    wanted = [path.resolve() for path in paths]
    return [
        p
        for p in found
        if not wanted or any(path == root / p.file or path in (root / p.file).parents for path in wanted)
    ]


@gc_paused()
def main(arguments: list[str], root: Path = ROOT) -> int:
    """Print the problems; return 1 if any must be fixed, 2 when a path is not there."""
    parser = argparse.ArgumentParser(
        prog="scripts/check",
        description="Check the content: what must be fixed, what should be, and ideas. Nothing is built or changed.",
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders to check (all unless told)"
    )
    parser.add_argument(
        "--format",
        choices=sorted(FORMATS),
        default="text",
        help="text to read, github for a pull request, json for programs",
    )
    options = parser.parse_args(arguments)
    for path in options.paths:
        if not path.exists():
            sys.stderr.write(f"There is no file or folder {printable(str(path))}.\n")
            return 2
    problems = problems_in(root, options.paths)
    sys.stdout.write(FORMATS[options.format](problems))
    if options.format == "github":
        sys.stdout.write(reports.summary_line(problems) + "\n")
        _add_summary(problems)
    return 1 if any(problem.severity is Severity.MUST_FIX for problem in problems) else 0


def _add_summary(problems: list[Problem]) -> None:
    """Add to the summary that GitHub shows for a job, where there is one."""
    if file := os.environ.get(SUMMARY):
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write(reports.summary_report(problems))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
