"""A repository in git, for what is told from its history."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in a repository of its own.  day: of a commit, at noon two hours east of Greenwich."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Editor")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "editor@example.org")

    def run(*words: str, day: str = "2026-01-01", hour: str = "12:00") -> str:
        monkeypatch.setenv("GIT_AUTHOR_DATE", "2001-01-01T12:00:00Z")
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T{hour}:00+02:00")
        return subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    run("init", "--initial-branch=main")
    return run


def commit(git: Git, root: Path, file: str, text: str, day: str, hour: str = "12:00") -> None:  # noqa: PLR0917 as read
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")
    git("add", "--all")
    git("commit", "-m", file, day=day, hour=hour)
