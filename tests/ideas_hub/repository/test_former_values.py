"""What still gives the old value of a figure, in the change at hand."""

from pathlib import Path

import pytest

from ideas_hub.problem import Problem
from ideas_hub.repository.former_values import find_former_values
from ideas_hub.repository.load import load_repository
from tests.ideas_hub.conftest import FILES, lay_tree
from tests.ideas_hub.repository.conftest import Git, commit

EVIDENCE, STUDY = "docs/evidence.yml", "case_studies/soldering.md"
POINT, PROJECTS = "docs/learning-points/say-hello.md", "docs/projects/projects.csv"
TEXT = "\n\nPeople brought 1,312 things.  That is 1.312 thousand, not 13,120; 1311 were mended.\n"


@pytest.fixture
def root(git: Git, tmp_path: Path) -> Path:
    """The small hub in a repository of its own, with texts that give figures of it."""
    lay_tree(tmp_path)
    point = FILES[POINT] + TEXT + "\nThere were 24 chairs, and 24 people came to solder.\n"
    (tmp_path / POINT).write_text(point, encoding="utf-8")
    commit(git, tmp_path, "README.md", "hello", "2026-01-01")
    return tmp_path


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def found(root: Path) -> list[Problem]:
    return list(find_former_values(root, ()))


def correct(root: Path) -> None:
    edit(root, EVIDENCE, "1312", "1402")
    edit(root, EVIDENCE, '"1,312"', '"1,402"')


def test_each_text_with_the_old_value_of_a_figure_is_named(root: Path) -> None:
    """With file and line, whether the change is committed or not; other numbers, and figures as they were, are not."""
    assert found(root) == []
    correct(root)
    (problem,) = found(root)

    assert (problem.file, str(problem.severity)) == (POINT, "should fix")
    assert (root / POINT).read_text(encoding="utf-8").split("\n")[problem.line - 1].startswith("People brought 1,312")
    assert "1,312 things" in problem.message
    assert "Things brought to be mended" in problem.message
    assert f"{EVIDENCE} has 1,402 now" in problem.message


def test_a_change_is_what_a_branch_adds_to_the_main_one(root: Path, git: Git) -> None:
    git("switch", "-c", "correction")
    correct(root)
    commit(git, root, "README.md", "one", "2026-01-02")
    commit(git, root, "README.md", "two", "2026-01-03")
    assert len(found(root)) == 1

    git("switch", "main")
    git("merge", "--no-ff", "correction")
    assert len(found(root)) == 1

    commit(git, root, "README.md", "three", "2026-01-04")
    assert found(root) == []


def test_a_number_that_says_little_needs_its_unit_and_words_of_its_label(root: Path) -> None:
    """24 people came; 24 chairs are something else, and so are 24 people who learned something else."""
    edit(root, STUDY, "value: 24", "value: 26")
    (problem,) = [one for one in found(root) if one.file == POINT]

    assert "24 people came" in problem.message


def test_data_files_are_read_too(root: Path) -> None:
    edit(root, EVIDENCE, "    subject: things", "    caveat: Of 1,312 things some came twice.\n    subject: things")
    edit(root, PROJECTS, "Buttons for all", "1312 buttons for all")
    correct(root)

    assert {problem.file for problem in found(root)} == {EVIDENCE, PROJECTS, POINT}


def test_one_place_is_named_once(root: Path) -> None:
    """An entry's own text that differs from its figure is named by the rule for that."""
    edit(root, STUDY, "A fixer sat", "In all, 24 people came. A fixer sat")
    edit(root, STUDY, "value: 24", "value: 26")
    rules = [one.rule for one in load_repository(root, cached=False).problems if one.file == STUDY and one.line > 20]

    assert [rule for rule in rules if rule in {"figure-differs", "former-value"}] == ["figure-differs"]


def test_without_git_nothing_is_said(tmp_path: Path) -> None:
    lay_tree(tmp_path)
    assert found(tmp_path) == []


@pytest.mark.parametrize("text", ["figures: [", "", "figures: {items-brought: 3}"])
def test_a_file_that_cannot_be_read_says_nothing(root: Path, text: str) -> None:
    (root / EVIDENCE).write_text(text, encoding="utf-8")
    assert found(root) == []
