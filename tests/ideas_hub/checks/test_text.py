"""A file as the rules see it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ideas_hub.checks.run import check_read, check_text
from ideas_hub.checks.text import Known, read_text
from ideas_hub.front_matter import parse_page, parse_yaml

HERE = Path(__file__).parent
KNOWN = Known((("link worker", "link-worker"),))
TEXT = """---
title: A walk in MAY
summary: We met.
---

First words.

- one
- two MEN

## THE third
"""


@pytest.mark.parametrize("path", sorted((HERE / "golden").glob("*.trips.md")), ids=lambda path: path.name.partition(".")[0])
def test_a_page_that_was_parsed_before_is_checked_alike(path: Path) -> None:
    """Reading a file once for its page and for its checks changes nothing of what is found."""
    file, text = f"case_studies/{path.name}", path.read_text(encoding="utf-8")

    parsed = read_text(text, file, parse_page(text, file))

    assert check_read(parsed, KNOWN) == check_text((file, text.encode(), KNOWN))


def test_a_parsed_page_whose_facts_cannot_be_read_keeps_its_text() -> None:
    text = '---\ntitle: "open\n---\n\nWords.\n'

    read = read_text(text, "case_studies/x.md", parse_page(text, "x"))

    assert [(passage.text, passage.line) for passage in read.passages] == [("Words.", 5)]


def test_a_parsed_data_file_is_read_alike() -> None:
    text = "word:\n  meaning: Many words.\n"

    assert read_text(text, "docs/glossary.yml", parse_yaml(text, "x")).passages == read_text(text, "docs/glossary.yml").passages


def test_passages_with_a_pattern_are_named_once_each_in_order() -> None:
    read = read_text(TEXT, "case_studies/x.md")

    found = list(read.passages_with(re.compile("[A-Z][A-Z]")))

    assert [(passage.text, passage.shape) for passage in found] == [
        ("A walk in MAY", "value"),
        ("two MEN", "item"),
        ("THE third", "heading"),
    ]


def test_a_pattern_is_not_found_across_two_passages() -> None:
    """One passage ends with "words.", the next starts with "one"."""
    read = read_text(TEXT, "case_studies/x.md")

    assert list(read.passages_with(re.compile(r"words\.\s*one"))) == []
