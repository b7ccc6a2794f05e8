"""scripts/lib/preview/watching.py: whatever way an editor saves, it is noticed, and reading is not."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from preview.watching import watching

PATIENCE, QUIET = 20, 0.2  # seconds


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of a few files."""
    for name in ("case_studies/images/a.txt", "docs/about.md", "overrides/main.html", "mkdocs.yml", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old", encoding="utf-8")
    return tmp_path


@pytest.fixture
def noticed(root: Path) -> Iterator[Event]:
    noticed = Event()
    with watching(root, noticed.set):
        yield noticed


def save_by_rename(path: Path) -> None:
    """Save as many editors do: a new file takes the old one's place."""
    new = path.with_name(f".{path.name}.new")
    new.write_text("new", encoding="utf-8")
    new.replace(path)


def settle(noticed: Event) -> None:
    """Wait until the events of one save have all come."""
    time.sleep(QUIET)
    noticed.clear()


@pytest.mark.parametrize(
    "name", ["case_studies/images/a.txt", "case_studies/new.md", "docs/about.md", "overrides/main.html", "mkdocs.yml"]
)
def test_a_saved_file_is_noticed(root: Path, noticed: Event, name: str) -> None:
    (root / name).write_text("new", encoding="utf-8")

    assert noticed.wait(PATIENCE)


@pytest.mark.parametrize("name", ["docs/about.md", "mkdocs.yml", "published.csv"])
def test_a_file_saved_by_renaming_is_noticed_each_time(root: Path, noticed: Event, name: str) -> None:
    """Also one that was not there at the start."""
    for _ in range(2):
        save_by_rename(root / name)
        assert noticed.wait(PATIENCE)
        settle(noticed)


def test_files_that_are_deleted_or_moved_away_are_noticed(root: Path, noticed: Event) -> None:
    (root / "docs/about.md").unlink()
    assert noticed.wait(PATIENCE)
    settle(noticed)

    (root / "case_studies/images").rename(root / "elsewhere")
    assert noticed.wait(PATIENCE)


def test_reading_and_other_files_are_not_noticed(root: Path, noticed: Event) -> None:
    """A reload reads everything: if that counted, it would never end."""
    for path in [*root.rglob("*.md"), root / "mkdocs.yml"]:
        path.read_text(encoding="utf-8")
    (root / "README.md").write_text("new", encoding="utf-8")
    (root / ".cache").mkdir()

    assert not noticed.wait(QUIET)


def test_files_can_be_looked_at_again_and_again(root: Path) -> None:
    """For file systems that notify nobody."""
    noticed = Event()
    with watching(root, noticed.set, poll=True):
        (root / "docs/about.md").write_text("longer than before", encoding="utf-8")
        save_by_rename(root / "mkdocs.yml")

        assert noticed.wait(PATIENCE)


def test_a_system_that_cannot_watch_is_told_of_poll(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.start", fail)
    with pytest.raises(SystemExit, match=r"watch limit reached.*scripts/serve --poll"), watching(root, lambda: None):
        pass
