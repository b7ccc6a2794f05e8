"""ideas_hub/reading/documents.py: Markdown files become documents, with every problem of each, and are read again only when they change."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from ideas_hub.engine.cache import Cache
from ideas_hub.model.document import Articles, Document
from ideas_hub.model.kinds import ALL_KINDS, CASE_STUDIES, HUB_PAGES, THEMES, Kind
from ideas_hub.problem import Problem
from ideas_hub.reading import text_file
from ideas_hub.reading.documents import files_of, find_unread_files
from ideas_hub.repository import file_results
from ideas_hub.repository.file_results import read_all


def read(tree: Path, kind: Kind, cache: Cache | None = None) -> tuple[list[Document[Any]], list[Problem]]:
    readings = [reading for reading in read_all(tree, files_of(tree), {}, cache or Cache(None)) if reading.kind is kind]
    return [r.document for r in readings if r.document], [problem for r in readings for problem in r.problems]


def test_documents_come_in_order_of_id_with_facts_text_and_lines(tree: Path) -> None:
    documents, problems = read(tree, THEMES)
    assert [document.id for document in documents] == ["arts-culture", "nature-environment"]
    assert problems == []
    document = documents[0]
    assert (document.file, document.facts.label, document.body.strip()) == (
        "docs/themes/arts-culture.md",
        "Arts and culture",
        "About it.",
    )
    assert (document.body_line, document.lines["label",]) == (7, 2)


def test_a_text_that_was_packed_is_what_it_was(tree: Path) -> None:
    """As written, converted, and the links in it: read from the cache, too."""
    for _ in range(2):
        ((document,), _) = read(tree, CASE_STUDIES, Cache(tree / ".cache"))
        raw = (tree / document.file).read_text(encoding="utf-8")
        assert raw.strip().endswith(document.body.strip())
        assert "<h2" in document.article.html
        assert document.links == document.article.links != ()
        assert dict(Articles([document])) == {document.file: document.article}


def test_index_and_readme_are_no_documents(tree: Path) -> None:
    (tree / "case_studies/README.md").write_text("For editors.", encoding="utf-8")
    (tree / "case_studies/index.md").write_text("Not an entry.", encoding="utf-8")
    documents, problems = read(tree, CASE_STUDIES)
    assert ([document.id for document in documents], problems) == (["walking"], [])


@pytest.mark.parametrize("name", ["My Story.md", "my_story.md", "Story.md", "-story.md", "stôry.md", "a\nb.md"])
def test_a_file_name_that_cannot_be_an_address_is_told(tree: Path, name: str) -> None:
    """The name of a file is its page's address, for good."""
    (tree / "case_studies" / name).write_bytes((tree / "case_studies/walking.md").read_bytes())
    _, problems = read(tree, CASE_STUDIES)
    assert [problem.rule for problem in problems] == ["file-name"]
    assert "\n" not in str(problems[0])


@pytest.mark.parametrize("name", ["story.MD", "story.docx", "story.txt", "story.markdown"])
def test_a_text_that_would_be_left_out_is_told(tree: Path, name: str) -> None:
    """Nobody wonders why their story is not on the site."""
    (tree / "case_studies" / name).write_text("x", encoding="utf-8")
    (problem,) = find_unread_files(tree, ALL_KINDS)
    assert str(problem) == (
        f"case_studies/{name}: the file is not read, because its name does not end in .md. "
        "Save it as plain text with a name such as walking-together.md."
    )


def test_a_page_of_the_hub_that_is_not_there_is_told(tree: Path) -> None:
    (tree / "docs/find.md").unlink()
    pages, problems = read(tree, HUB_PAGES)
    assert [problem.file for problem in problems] == ["docs/find.md"]
    assert {"docs/find.md", "docs/index.md"} & {page.file for page in pages} == {"docs/index.md"}


def test_a_file_is_read_again_only_when_it_changes(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before comes from the cache, as the same value; a changed file is read anew."""
    cache = Cache(tmp_path / "cache")
    first = read(tree, CASE_STUDIES, cache)
    monkeypatch.setattr("ideas_hub.reading.documents.parse_page", None)
    assert read(tree, CASE_STUDIES, cache) == first
    monkeypatch.undo()
    study = tree / "case_studies/walking.md"
    study.write_text(study.read_text(encoding="utf-8").replace("People walked", "Neighbours walked"), encoding="utf-8")
    assert "Neighbours walked" in read(tree, CASE_STUDIES, cache)[0][0].article.text


def test_a_file_that_keeps_its_size_and_its_time_is_read_again_when_it_was_changed(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also long after it was noted, when files whose stamp is the same are not even opened."""
    monkeypatch.setattr(file_results, "SETTLES", -(10**12))  # as if every file had stood for long
    theme = tree / "docs/themes/arts-culture.md"
    seen, text = theme.stat(), theme.read_text(encoding="utf-8")
    told = []
    for label in ("Arts and culture", "Arts or cultures", "Arts and culture"):
        theme.write_text(text.replace("label: Arts and culture", f"label: {label}"), encoding="utf-8")
        os.utime(theme, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        assert (theme.stat().st_size, theme.stat().st_mtime_ns) == (seen.st_size, seen.st_mtime_ns)
        told.append(read(tree, THEMES, Cache(tree / ".cache"))[0][0].facts.label)

    assert told == ["Arts and culture", "Arts or cultures", "Arts and culture"]


def test_a_file_that_has_not_changed_is_not_even_opened(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it gave is found by its stamp."""
    monkeypatch.setattr(file_results, "SETTLES", -(10**12))
    cache = Cache(tree / ".cache")
    before = read(tree, THEMES, cache)
    monkeypatch.setattr(text_file, "load", lambda *_: pytest.fail("it was opened"))

    assert read(tree, THEMES, cache) == before
