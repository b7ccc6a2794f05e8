"""Everything derived from a single file: read in parallel, cached, and read again only when it changes."""

import os
from pathlib import Path
from typing import Any

import pytest

from ideas_hub.engine.cache import Cache
from ideas_hub.model.document import Document
from ideas_hub.model.kinds import CASE_STUDIES, THEMES
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.repository import raw_content
from ideas_hub.repository.raw_content import FileResult, ReadingMemo, read_all

STUDY, THEME = "case_studies/soldering.md", "docs/themes/mending-clothes.md"
FILES = {STUDY: CASE_STUDIES, THEME: THEMES}
TORCH = {"torch": GlossaryTerm(term="Torch", forms=("torch",), meaning="A lamp to carry.")}


def read(tree: Path, memo: ReadingMemo | None = None, cache: Cache | None = None) -> list[FileResult]:
    return read_all(tree, FILES, {}, cache or Cache(None), memo)[0]


def study(tree: Path, cache: Cache | None = None) -> Document[Any]:
    document = read(tree, cache=cache)[0].document
    assert document
    return document


def change(tree: Path, file: str, old: str, new: str) -> None:
    text = (tree / file).read_text(encoding="utf-8")
    assert old in text
    (tree / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_results_come_in_the_order_of_the_files(tree: Path) -> None:
    assert [(result.file, result.kind) for result in read(tree)] == list(FILES.items())


def test_a_file_whose_facts_are_wrong_gives_its_values_unchecked(tree: Path) -> None:
    """So that its ids, its links and its picture are checked in the same run."""
    change(tree, STUDY, "published: 2026-08-31", "published: soon")
    result = read(tree)[0]
    assert result.document is None
    assert result.parsed.values["region"] == "north-wales"
    assert [link.file for link in result.links] == ["docs/communities/newcomers.md"]
    assert [problem.rule for problem in result.problems] == ["day"]


def test_the_rules_for_texts_are_applied(tree: Path) -> None:
    change(tree, STUDY, "People soldered", "Write to jane.doe@example.com. People soldered")
    problems = read(tree)[0].rule_results.problems
    assert ("personal-data", 24) in {(problem.rule, problem.line) for problem in problems}


def test_a_document_has_the_digests_of_its_bytes_and_of_its_facts(tree: Path) -> None:
    """A change of the text alone leaves the facts' digest as it was."""
    first = study(tree)
    change(tree, STUDY, "People soldered", "Neighbours soldered")
    second = study(tree)
    change(tree, STUDY, "place: Conwy", "place: Bangor")
    third = study(tree)
    assert len({first.digest, second.digest, third.digest}) == 3
    assert first.facts_digest == second.facts_digest != third.facts_digest


def test_a_result_comes_from_the_cache_as_the_same_value(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tree / ".cache")
    first = read(tree, cache=cache)
    monkeypatch.setattr(raw_content, "parse_file", lambda *_: pytest.fail("a file was parsed"))
    again = read(tree, cache=cache)
    assert again == first
    document = again[0].document
    assert document
    assert "soldered" in document.body
    assert document.links == document.article.links != ()


def test_a_changed_file_is_read_again(tree: Path) -> None:
    cache = Cache(tree / ".cache")
    study(tree, cache)
    change(tree, STUDY, "People soldered", "Neighbours soldered")
    assert "Neighbours soldered" in study(tree, cache).article.text


def test_a_change_of_the_glossary_is_a_change_of_every_text(tree: Path) -> None:
    cache, memo = Cache(tree / ".cache"), ReadingMemo()
    read_all(tree, FILES, {}, cache, memo)
    document = read_all(tree, FILES, TORCH, cache, memo)[0][0].document
    assert document
    assert "glossary/#torch" in document.article.html


def test_a_file_in_the_memo_is_not_parsed_again(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memo = ReadingMemo()
    first = read(tree, memo)
    monkeypatch.setattr(raw_content, "parse_file", lambda *_: pytest.fail("a file was parsed"))
    assert read(tree, memo) == first


def test_a_changed_file_that_keeps_its_size_and_mtime_is_not_taken_from_the_memo(tree: Path) -> None:
    """A tool may set a file's time back, and two saves may fall into one tick of the clock."""
    memo = ReadingMemo()
    seen, text = (tree / THEME).stat(), (tree / THEME).read_text(encoding="utf-8")
    labels = []
    for label in ("Mending clothes", "Mending curtain", "Mending clothes"):
        (tree / THEME).write_text(text.replace("label: Mending clothes", f"label: {label}"), encoding="utf-8")
        os.utime(tree / THEME, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        assert (tree / THEME).stat().st_size == seen.st_size
        document = read(tree, memo)[1].document
        assert document
        labels.append(document.facts.label)
    assert labels == ["Mending clothes", "Mending curtain", "Mending clothes"]


def test_a_file_that_does_not_exist_is_looked_for_each_time(tree: Path) -> None:
    memo = ReadingMemo()
    text = (tree / THEME).read_bytes()
    (tree / THEME).unlink()
    assert [problem.rule for problem in read(tree, memo)[1].problems] == ["unreadable"]
    (tree / THEME).write_bytes(text)
    assert read(tree, memo)[1].problems == ()


def test_the_memo_forgets_files_that_are_gone(tree: Path) -> None:
    memo = ReadingMemo()
    read(tree, memo)
    read_all(tree, {STUDY: CASE_STUDIES}, {}, Cache(None), memo)
    assert [result.file for result in memo.values()] == [STUDY]
