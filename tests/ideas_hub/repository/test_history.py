"""The day of first publication comes from the file, else from git, else nobody knows it."""

from datetime import date
from pathlib import Path

import pytest

from ideas_hub.engine.cache import Cache
from ideas_hub.repository import history
from ideas_hub.repository.history import first_published
from ideas_hub.repository.load import read_hub
from tests.ideas_hub.conftest import CASE_STUDY, lay_tree
from tests.ideas_hub.repository.conftest import Git, commit

NEW = "case_studies/new.md"
UNDATED = "\n".join(line for line in CASE_STUDY.splitlines() if not line.startswith("published:"))
NO_CACHE = Cache(None)


def test_a_file_is_published_on_the_day_of_its_first_commit_whatever_comes_later(git: Git, tmp_path: Path) -> None:
    commit(git, tmp_path, NEW, "one", "2026-02-03")
    commit(git, tmp_path, NEW, "two", "2026-02-09")

    assert first_published(tmp_path, NO_CACHE)[NEW] == date(2026, 2, 3)


def test_the_day_is_that_of_greenwich(git: Git, tmp_path: Path) -> None:
    commit(git, tmp_path, NEW, "one", "2026-02-03", hour="01:00")

    assert first_published(tmp_path, NO_CACHE)[NEW] == date(2026, 2, 2)


def test_a_renamed_file_keeps_its_day(git: Git, tmp_path: Path) -> None:
    commit(git, tmp_path, "case_studies/old name.md", "a story " * 40, "2026-02-03")
    git("mv", "case_studies/old name.md", NEW)
    git("commit", "-m", "Rename", day="2026-03-01")

    assert first_published(tmp_path, NO_CACHE) == {NEW: date(2026, 2, 3)}


def test_a_file_from_a_branch_is_published_on_the_day_it_is_merged(git: Git, tmp_path: Path) -> None:
    commit(git, tmp_path, "README.md", "hello", "2026-01-01")
    git("switch", "-c", "story")
    commit(git, tmp_path, NEW, "one", "2026-02-03")
    git("switch", "main")
    git("merge", "--no-ff", "story", day="2026-02-20")

    assert first_published(tmp_path, NO_CACHE)[NEW] == date(2026, 2, 20)


def test_paths_start_at_the_hub_even_if_it_is_a_folder_of_the_repository(git: Git, tmp_path: Path) -> None:
    commit(git, tmp_path, "site/case_studies/é.md", "one", "2026-02-03")

    assert first_published(tmp_path / "site", NO_CACHE) == {"case_studies/é.md": date(2026, 2, 3)}


def test_a_copy_without_its_history_knows_no_day(git: Git, tmp_path: Path) -> None:
    commit(git, tmp_path, "README.md", "hello", "2026-01-01")
    commit(git, tmp_path, NEW, "one", "2026-02-03")
    git("clone", "--depth=1", f"file://{tmp_path}", "shallow")

    assert first_published(tmp_path / "shallow", NO_CACHE) == {}


def test_a_folder_without_git_knows_no_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert first_published(tmp_path, NO_CACHE) == {}
    monkeypatch.setenv("PATH", "")
    assert first_published(tmp_path, NO_CACHE) == {}


def test_an_entry_gets_its_day_from_git_and_the_day_in_its_file_counts_first(git: Git, tmp_path: Path) -> None:
    lay_tree(tmp_path)
    commit(git, tmp_path, NEW, UNDATED, "2026-02-03")
    hub, problems = read_hub(tmp_path)

    assert not problems
    assert hub.case_studies["new"].facts.published == date(2026, 2, 3)
    assert hub.case_studies["soldering"].facts.published != date(2026, 2, 3)


def test_a_commit_that_is_dated_ahead_publishes_no_later_than_today(git: Git, tmp_path: Path) -> None:
    """Somebody's clock was wrong; the entry is out, and no feed may say that it will change tomorrow."""
    lay_tree(tmp_path)
    commit(git, tmp_path, NEW, UNDATED, "2027-02-03")

    assert read_hub(tmp_path)[0].case_studies["new"].facts.published == date(2026, 11, 27)


def test_the_history_is_read_once_for_each_commit(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / ".cache")
    commit(git, tmp_path, NEW, "one", "2026-02-03")
    before = first_published(tmp_path, cache)
    with monkeypatch.context() as patched:
        patched.setattr(history, "_read_days", lambda _root: pytest.fail("it was read again"))
        assert first_published(tmp_path, cache) == before

    commit(git, tmp_path, "case_studies/other.md", "two", "2026-02-04")
    assert len(first_published(tmp_path, cache)) == 2


def test_what_git_does_not_know_is_newest_and_has_no_day(tmp_path: Path) -> None:
    lay_tree(tmp_path)
    (tmp_path / NEW).write_text(UNDATED, encoding="utf-8")
    hub, problems = read_hub(tmp_path)

    assert not problems
    assert hub.case_studies["new"].facts.published is None
    assert next(iter(hub.case_studies)) == "new"
