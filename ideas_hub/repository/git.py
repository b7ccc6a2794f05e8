"""Run git, where there is one."""

import os
import subprocess
from pathlib import Path


class UnknownCommitError(Exception):
    """A commit that is not in this copy of the repository."""


def commit_digest(root: Path, commit: str) -> str:
    """Return the whole digest of a commit, a branch or a tag.  Raises UnknownCommitError if it is not here."""
    found = run_git(root, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}")
    if found is None:
        raise UnknownCommitError(commit)
    return found.decode().strip()


def files_changed_since(root: Path, commit: str, *paths: str, kinds: str = "") -> list[str]:
    """Return the files, by path from the root, that are not as they were in a commit; new ones once git knows them.

    paths: only what is at or below these.
    kinds: of changes, as in git's --diff-filter; "" for all.
    Raises UnknownCommitError.
    """
    only = ("--no-renames", "--name-only", "-z", "--relative", f"--diff-filter={kinds}")
    changed = git_text(root, "diff", *only, commit_digest(root, commit), "--", *paths)
    return [file for file in changed.split("\0") if file]


def run_git(root: Path, *arguments: str) -> bytes | None:
    """Return what a git command prints in a folder; None if it fails, or where there is no git.  Days are in UTC."""
    in_utc = {**os.environ, "TZ": "UTC"}
    try:
        run = subprocess.run(("git", *arguments), cwd=root, env=in_utc, capture_output=True, check=True)  # noqa: S603,S607 ours alone
    except (OSError, subprocess.CalledProcessError):
        return None
    return run.stdout


def git_text(root: Path, *arguments: str) -> str:
    """Return what a git command prints as text; "" if it fails, or where there is no git."""
    return (run_git(root, *arguments) or b"").decode(errors="replace")
