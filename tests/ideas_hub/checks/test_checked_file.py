"""A file as the rules see it."""

import re
from pathlib import Path

import pytest

from ideas_hub.checks.checked_file import checked_file, checked_page, glossary_forms, values_as_passages
from ideas_hub.checks.run import apply_text_rules, check_text
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.reading.documents import parse_file
from ideas_hub.reading.front_matter import parse_page
from tests.ideas_hub.checks.conftest import GLOSSARY

HERE = Path(__file__).parent
TEXT = """---
title: An evening in MAY
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
    """A page is parsed once for its facts and its checks, and that changes nothing of what is found."""
    file, text = f"case_studies/{path.name}", path.read_text(encoding="utf-8")

    parsed = checked_page(parse_file(CASE_STUDIES, file, text.encode()), GLOSSARY)

    assert apply_text_rules(parsed) == check_text(file, text.encode(), GLOSSARY)


def test_the_sentences_of_a_data_file_are_passages() -> None:
    read = checked_file("word:\n  meaning: Many words.\n", "docs/glossary.yml")

    assert [(passage.text, passage.line) for passage in read.passages] == [("Many words.", 2)]
    assert read.vocabulary == {b"many", b"words"}


def test_the_passages_with_one_of_some_words_are_found_in_any_case_and_in_order() -> None:
    """A word may be folded to another length: the passage found is still the right one."""
    read = checked_file(f"{TEXT}\nStraße und SONG, some song.\n\nA Song.\n", "case_studies/x.md")

    assert [passage.text for passage in read.passages_with_any(["song", "first"])] == [
        "First words.",
        "Straße und SONG, some song.",
        "A Song.",
    ]
    assert read.passages_with_any([]) == []


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ('---\ntitle: "open\n---\n\nWords.\n', [("Words.", 5)]),
        ('---\ntitle: "open\n', []),
    ],
)
def test_a_page_whose_front_matter_cannot_be_read_keeps_its_body(text: str, passages: list[tuple[str, int]]) -> None:
    """The body starts below the second fence; without one there is none."""
    read = checked_file(text, "case_studies/x.md")

    assert [(passage.text, passage.line) for passage in read.passages] == passages


def test_a_file_of_another_kind_has_no_passages() -> None:
    read = checked_file("id,place\na,Bala\n", "docs/projects/projects.csv")

    assert read.raw == "id,place\na,Bala\n"
    assert read.passages == ()


@pytest.mark.parametrize(
    ("file", "is_entry"),
    [
        ("case_studies/soldering.md", True),
        ("docs/learning-points/say-hello.md", True),
        ("docs/learning-points/index.md", False),
        ("docs/themes/mending-clothes.md", False),
        ("docs/about.md", False),
    ],
)
def test_an_entry_is_known_by_its_folder(file: str, is_entry: bool) -> None:  # noqa: FBT001 a table's cell
    assert checked_file("", file).is_entry is is_entry


def test_passages_with_a_pattern_are_named_once_each_in_order() -> None:
    read = checked_file(TEXT, "case_studies/x.md")

    found = list(read.passages_with(re.compile("[A-Z][A-Z]")))

    assert [(passage.text, passage.shape) for passage in found] == [
        ("An evening in MAY", "value"),
        ("two MEN", "item"),
        ("THE third", "heading"),
    ]


def test_a_pattern_is_not_found_across_two_passages() -> None:
    """One passage ends with "words.", the next starts with "one"."""
    read = checked_file(TEXT, "case_studies/x.md")

    assert list(read.passages_with(re.compile(r"words\.\s*one"))) == []


def test_a_glossary_explains_every_form_of_its_words(hub: Hub) -> None:
    assert {"fixer", "fixers"} <= glossary_forms(hub.glossary)


def test_values_that_are_sentences_are_passages_by_field() -> None:
    """Names, ids and words to search by are not read as sentences."""
    facts = 'title: A\nlicence: CC\nworked:\n  - First.\n  - ""\nfigures:\n  - {label: People, code: x, value: 3}\n'
    parsed = parse_page(f"---\n{facts}---\n", "case_studies/x.md")

    passages = values_as_passages(parsed.values, parsed.lines)

    assert [(passage.shape, passage.field, passage.text, passage.line) for passage in passages] == [
        ("value", "title", "A", 2),
        ("value", "worked[1]", "First.", 5),
        ("value", "figures[1].label", "People", 8),
    ]
