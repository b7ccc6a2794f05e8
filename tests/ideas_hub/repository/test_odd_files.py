"""A hub in which something is no ordinary file: named once, never followed, and nothing false said because of it."""

import os
import shutil
from pathlib import Path

import pytest

from ideas_hub.problem import Problem
from ideas_hub.repository.load import load_repository
from tests.conftest import lay_hub

FILES = (
    "case_studies/soldering.md",
    "case_studies/images/toaster.jpg",
    "docs/about.md",
    "docs/find.md",
    "docs/themes/mending-clothes.md",
    "docs/evidence.yml",
    "docs/glossary.yml",
    "docs/projects/projects.csv",
    "docs/contribute/case-studies-template.csv",
    "docs/assets/css/hub.css",
    "overrides/main.html",
    "published.csv",
    "mkdocs.yml",
)
PARTS = ("case_studies/images", "docs/themes", "docs/regions", "docs/assets", "overrides")
LOOPS = ("case_studies/loop", "docs/assets/loop", "docs/loop", "docs/themes/loop", "overrides/loop")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_hub(tmp_path / "hub")


def blocking(root: Path) -> list[Problem]:
    return list(load_repository(root, cached=False).blocking)


def odd(problems: list[Problem]) -> list[str]:
    return [problem.file for problem in problems if problem.rule == "not-a-file"]


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_odd_files_are_refused_wherever_they_stand(root: Path, kind: str) -> None:
    """Nothing waits for them, and nobody is told that what they stand for is missing."""
    elsewhere = root.parent / "elsewhere"
    for number, file in enumerate(FILES):
        path = root / file
        if path.exists():
            path.rename(elsewhere.with_suffix(f".{number}"))
        if kind == "link":
            path.symlink_to(elsewhere.with_suffix(f".{number}"))
        else:
            os.mkfifo(path)

    problems = blocking(root)

    assert odd(problems) == sorted(FILES)
    assert {problem.rule for problem in problems} == {"not-a-file", "picture"}  # the photo's page says so, too


@pytest.mark.parametrize("folders", [PARTS, ("docs",), ("case_studies",)])
def test_folders_that_are_links_are_refused(root: Path, folders: tuple[str, ...]) -> None:
    """What is behind them counts as there: nobody is sent to look for it."""
    for number, folder in enumerate(folders):
        elsewhere = root.parent / f"elsewhere.{number}"
        (root / folder).rename(elsewhere)
        (root / folder).symlink_to(elsewhere, target_is_directory=True)

    problems = blocking(root)

    assert odd(problems) == sorted(folders)
    assert {problem.rule for problem in problems} <= {"not-a-file", "picture"}


def test_loops_are_refused_and_not_run_through(root: Path) -> None:
    for place in LOOPS:
        (root / place).symlink_to("..", target_is_directory=True)

    assert [(one.file, one.rule) for one in blocking(root)] == [(place, "not-a-file") for place in LOOPS]


def test_a_name_that_is_no_text_is_a_problem_and_not_an_error(root: Path) -> None:
    for place in (b"case_studies/\xff.md", b"docs/assets/\xff.css", b"case_studies/images/\xff.jpg"):
        shutil.copy(root / "docs/about.md", root / os.fsdecode(place))

    problems = [str(problem).encode() for problem in load_repository(root, cached=False).problems]

    assert len([line for line in problems if b"udcff" in line]) >= 3
