"""A file as the rules see it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ideas_hub.checks import sentences
from ideas_hub.checks.checked_file import GlossaryForms, checked_file
from ideas_hub.checks.run import apply_text_rules, check_text
from ideas_hub.reading.front_matter import parse_page, parse_yaml

HERE = Path(__file__).parent
KNOWN = GlossaryForms((("link worker", "link-worker"),))
TEXT = """---
title: A walk in MAY
summary: We met.
---

First words.

- one
- two MEN

## THE third
"""


@pytest.mark.parametrize(
    "path", sorted((HERE / "golden").glob("*.trips.md")), ids=lambda path: path.name.partition(".")[0]
)
def test_a_page_that_was_parsed_before_is_checked_alike(path: Path) -> None:
    """Reading a file once for its page and for its checks changes nothing of what is found."""
    file, text = f"case_studies/{path.name}", path.read_text(encoding="utf-8")

    parsed = checked_file(text, file, parse_page(text, file))

    assert apply_text_rules(parsed, KNOWN) == check_text((file, text.encode(), KNOWN))


def test_a_parsed_page_whose_facts_cannot_be_read_keeps_its_text() -> None:
    text = '---\ntitle: "open\n---\n\nWords.\n'

    read = checked_file(text, "case_studies/x.md", parse_page(text, "x"))

    assert [(passage.text, passage.line) for passage in read.passages] == [("Words.", 5)]


def test_a_parsed_data_file_is_read_alike() -> None:
    text = "word:\n  meaning: Many words.\n"

    assert (
        checked_file(text, "docs/glossary.yml", parse_yaml(text, "x")).passages
        == checked_file(text, "docs/glossary.yml").passages
    )


def test_passages_with_a_pattern_are_named_once_each_in_order() -> None:
    read = checked_file(TEXT, "case_studies/x.md")

    found = list(read.passages_with(re.compile("[A-Z][A-Z]")))

    assert [(passage.text, passage.shape) for passage in found] == [
        ("A walk in MAY", "value"),
        ("two MEN", "item"),
        ("THE third", "heading"),
    ]


def test_only_the_signs_that_start_a_row_make_it_a_quotation() -> None:
    """A sign within a row, as in "16 > 25", stays, and the words beside it stay apart."""
    text = checked_file("---\ntitle: A\n---\n\n> Ages 16 > 25\n> > and over\n", "docs/x.md")

    assert [passage.text for passage in text.passages if not passage.field] == ["Ages 16 > 25\nand over"]


def test_a_pattern_is_not_found_across_two_passages() -> None:
    """One passage ends with "words.", the next starts with "one"."""
    read = checked_file(TEXT, "case_studies/x.md")

    assert list(read.passages_with(re.compile(r"words\.\s*one"))) == []


@pytest.mark.parametrize(
    "space", [space for space in map(chr, range(0x3001)) if space.isspace() and space != "\n"], ids=ascii
)
def test_a_long_sentence_is_found_whatever_stands_between_its_words(space: str) -> None:
    """Full stops within a word end no sentence."""
    words = ["people"] * 8 + ["walked", "to", "the", "3.5", "x.y.z", "and", "they"] + ["came"] * 12
    text = checked_file(f"---\ntitle: A\n---\n\nWe met. {space.join(words)}. We left. {'x' * 100}", "docs/x.md")

    assert [problem.found[:12] for problem in sentences.find_long_sentences(text, KNOWN)] == ["people peopl"]


def test_the_same_words_in_short_sentences_are_not_told() -> None:
    """A full stop, a mark, a bracket or a quotation ends a sentence."""
    words = "people walked to the park and they " * 3
    text = checked_file(f"---\ntitle: A\n---\n\n{words}. {words}? {words}.) {words}.\u201d\n{words}", "docs/x.md")

    assert not list(sentences.find_long_sentences(text, KNOWN))
