"""Every rule on every file that editors write."""

from datetime import date
from pathlib import Path

from ideas_hub.checks.run import RuleResults, check_text, check_texts, compare_entries, editors_files
from ideas_hub.engine.cache import Cache
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem
from ideas_hub.repository.load import read_hub
from tests.ideas_hub.checks.conftest import GLOSSARY

TODAY = date(2026, 11, 27)


def found(root: Path, hub: Hub, results: dict[str, RuleResults] | None = None) -> set[tuple[str, str]]:
    in_texts = check_texts(root, hub.glossary, Cache(None), results or {})
    return {(one.file, one.rule) for one in (*in_texts, *compare_entries(hub, TODAY, results or {}))}


def lay(root: Path, file: str, content: bytes) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(content)


def test_every_file_of_the_editors_is_listed_in_order_and_nothing_of_the_design(tmp_path: Path) -> None:
    files = [
        "case_studies/images/walk.jpg",
        "case_studies/notes.txt",
        "docs/.hidden.md",
        "docs/old/list.csv",
        "docs/assets/map.json",
        "docs/assets/css/hub.css",
        "README.md",
    ]
    for file in reversed(files):
        lay(tmp_path, file, b"x")

    assert list(editors_files(tmp_path)) == [
        "case_studies/notes.txt",
        "case_studies/images/walk.jpg",
        "docs/.hidden.md",
        "docs/old/list.csv",
    ]


def test_files_that_no_page_comes_from_are_checked_too(tmp_path: Path, hub: Hub) -> None:
    """Notes, lists and drawings are public all the same; of other files the name alone is checked."""
    number = b"Ring 07700 900123."
    for file in ("docs/notes.txt", "docs/old/LIST.CSV", "docs/drawing.svg", "docs/photo.jpg", "docs/07700-900123.jpg"):
        lay(tmp_path, file, number)

    files = {file for file, rule in found(tmp_path, hub) if rule == "personal-data"}

    assert files == {"docs/notes.txt", "docs/old/LIST.CSV", "docs/drawing.svg", "docs/07700-900123.jpg"}


def test_a_file_that_cannot_be_read_breaks_nothing(tmp_path: Path, hub: Hub) -> None:
    """Its reader reports it; here nothing is found in it."""
    lay(tmp_path, "docs/notes.txt", b"x" * 3_000_000)
    (tmp_path / "docs/gone.txt").symlink_to(tmp_path / "nowhere")

    assert {file for file, _ in found(tmp_path, hub) if file.startswith("docs/notes") or "gone" in file} == set()


def test_what_was_found_before_is_reported_and_not_looked_for_again(tmp_path: Path, hub: Hub) -> None:
    lay(tmp_path, "docs/notes.txt", b"Ring 07700 900123.")
    before = Problem("docs/notes.txt", 1, "a problem.", rule="found-before")

    rules = {
        rule for file, rule in found(tmp_path, hub, {before.file: RuleResults((before,), ())}) if file == before.file
    }

    assert rules == {"found-before"}


def test_the_rules_about_all_entries_see_every_sketch(tree: Path) -> None:
    """A copy of an entry is found from the sketches that its file's results have."""
    study = tree / "case_studies/toaster-tuesdays.md"
    (tree / "case_studies/toaster-copy.md").write_text(study.read_text(encoding="utf-8"), encoding="utf-8")
    hub, _ = read_hub(tree)
    files = [entry.file for entry in hub.entries]

    rules = found(tree, hub, {file: check_text(file, (tree / file).read_bytes(), GLOSSARY) for file in files})

    assert {file for file, rule in rules if rule == "near-duplicate"} == {"case_studies/toaster-tuesdays.md"}
