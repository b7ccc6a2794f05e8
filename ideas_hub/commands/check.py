"""scripts/check [PATH ...]: report every problem of the content, without building the site."""

import argparse
import os
import sys
from pathlib import Path

if __name__ == "__main__":  # the imports below take a third of a second, and Ctrl+C may come in it
    import gc

    from ideas_hub.commands.ending import end_at_ctrl_c

    end_at_ctrl_c()
    gc.disable()  # what is allocated lives as long as the command, and collecting would take a twentieth of its time

from ideas_hub.checks import reports
from ideas_hub.commands.ending import ended
from ideas_hub.drafting.issue_form import FILE_FORM, FORM, find_stale_form
from ideas_hub.problem import Problem, Severity, printable
from ideas_hub.repository.git import UnknownCommitError, files_changed_since
from ideas_hub.repository.load import load_repository
from ideas_hub.repository.unread_files import find_unread_paths

ROOT = Path(__file__).resolve().parents[2]
FORMATS = {
    "text": lambda problems: reports.text_report(problems) + "\n",
    "json": reports.json_report,
}
SUMMARY = "GITHUB_STEP_SUMMARY"
"""The environment variable with the path of a GitHub job's summary."""


def problems_in(root: Path, paths: list[Path], since: str = "") -> list[Problem]:
    """Return the problems of a repository's content, in file and line order.

    paths: only of these files and of files below these folders; empty for all.
    since: a commit; whatever it published must still have its address.  Raises UnknownCommitError if it is not here.
    """
    repository = load_repository(root, since=since)
    stale = () if repository.blocking else find_stale_form(repository.hub, root)  # what it lists may not be read yet
    problems = sorted([*repository.problems, *stale], key=Problem.sort_key)
    if not paths:
        return problems
    wanted = {path.resolve() for path in paths}
    found = [p for p in problems if wanted & {root / p.file, *(root / p.file).parents}]
    named = {p.file for p in found if p.severity is Severity.MUST_FIX}
    unread = find_unread_paths(root, paths, (FORM, FILE_FORM))
    return [*found, *(problem for problem in unread if problem.file not in named)]


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Print the problems; return 1 if any must be fixed, 2 if a path or a commit does not exist."""
    options = _options(arguments)
    for path in options.paths:
        if not os.path.exists(path):  # noqa: PTH110 a Path raises an error for a name that is too long
            sys.stderr.write(f"There is no file or folder {printable(str(path))}.\n")
            return 2
    try:
        problems = problems_in(root, options.paths, options.since)
        changed = files_changed_since(root, options.since) if options.since else []
    except UnknownCommitError:
        sys.stderr.write(f"There is no commit {printable(options.since)} in this copy of the repository.\n")
        return 2
    if options.format == "github":
        own = [problem for problem in problems if not options.since or problem.file in changed]
        others = [problem for problem in problems if problem not in own and problem.severity is not Severity.IDEA]
        sys.stdout.write(reports.github_report([*reports.in_order(own), *reports.in_order(others)]))
        sys.stdout.write(reports.summary_line([*own, *others]) + "\n")
        _add_summary(own, others)
    else:
        sys.stdout.write(FORMATS[options.format](problems))
    return 1 if any(problem.severity is Severity.MUST_FIX for problem in problems) else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/check",
        description="Check the content: what must be fixed, what should be, and ideas. Nothing is built or changed.",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders to check (default: all)")
    parser.add_argument(
        "--format",
        choices=sorted((*FORMATS, "github")),
        default="text",
        help="text to read, github for a pull request, json for programs",
    )
    parser.add_argument(
        "--since",
        default="",
        metavar="COMMIT",
        help="also name the pages that this commit published and that have lost their address; "
        "for GitHub, what has changed since comes first, and ideas about other files are left out",
    )
    return parser.parse_args(arguments)


def _add_summary(own: list[Problem], others: list[Problem]) -> None:
    """Append the problems to the summary of the GitHub job, if there is one.

    own: those of the files that the change touches.
    """
    if file := os.environ.get(SUMMARY):
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write(reports.summary_report(own, others))


if __name__ == "__main__":
    raise SystemExit(ended(main))
