"""Run git, where there is one."""

import os
import subprocess
from pathlib import Path


def run_git(root: Path, *arguments: str) -> bytes | None:
    """Return what a git command prints in a folder; None if it fails, or where there is no git.  Days are in UTC."""
    in_utc = {**os.environ, "TZ": "UTC"}
    try:
        run = subprocess.run(("git", *arguments), cwd=root, env=in_utc, capture_output=True, check=True)  # noqa: S603,S607 ours alone
    except (OSError, subprocess.CalledProcessError):
        return None
    return run.stdout
