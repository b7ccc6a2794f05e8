"""Front matter values and Markdown as runs of words."""

import pytest

from ideas_hub.checks.checked_file import checked_file
from ideas_hub.checks.passages import Passage, strip_markdown

FACTS = "---\ntitle: A\n---\n"


def passages(body: str) -> list[tuple[str, str, int]]:
    read = checked_file(f"{FACTS}{body}", "docs/x.md")
    return [(passage.shape, passage.text, passage.line) for passage in read.body_passages]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("See [how *they* did it](a.md).", "See how they did it."),
        ("![A lamp](lamp_(old).jpg)", "A lamp"),
        ("Write to <jo@example.org> or https://example.org/a_b.", "Write to   or  "),
        ("Type `a_b` and ``c ` d`` now", "Type   and   now"),
        ("snake_case and _this_ and __that__", "snake_case and this and that"),
        ("5 \\* 3 and a\\b", "5  3 and a\\b"),
        ("plain words", "plain words"),
    ],
)
def test_only_the_words_of_markdown_are_left(markdown: str, words: str) -> None:
    assert strip_markdown(markdown) == words


def test_a_text_is_split_into_its_blocks_each_with_its_line() -> None:
    blocks = (
        "One\ntwo",
        "1. three\n   four\n- five",
        "## Six ##",
        "| a | |\n| --- | --- |\n| b | c |",
        "[x]: https://a.example",
    )

    assert passages("\n\n".join(blocks)) == [
        ("paragraph", "One\ntwo", 4),
        ("item", "three\n   four", 7),
        ("item", "five", 9),
        ("heading", "Six", 11),
        ("cell", "a", 13),
        ("cell", "b", 15),
        ("cell", "c", 15),
    ]


@pytest.mark.parametrize(("rule", "level"), [("===", 1), ("---", 2)])
def test_an_underlined_paragraph_is_a_heading(rule: str, level: int) -> None:
    (heading,) = checked_file(f"{FACTS}What\nchanged\n{rule}\n", "docs/x.md").body_passages

    assert heading == Passage("heading", "What\nchanged", 4, level=level)


def test_only_the_signs_that_start_a_row_make_it_a_quotation() -> None:
    """A sign within a row, as in "16 > 25", stays, and the words on either side stay apart."""
    assert passages("\n> Ages 16 > 25\n> > and over\n") == [("paragraph", "Ages 16 > 25\nand over", 5)]


def test_code_is_no_passage() -> None:
    assert passages("One\n```\ntwo\n```\nthree\n") == [("paragraph", "One", 4), ("paragraph", "three", 8)]


def test_a_place_in_a_passage_has_a_line_of_the_file() -> None:
    """A front matter value may have been folded, so it counts as one line."""
    assert Passage("paragraph", "one\ntwo", 7).line_at(5) == 8
    assert Passage("value", "one\ntwo", 7, field="summary").line_at(5) == 7


def test_values_that_are_sentences_are_passages_by_field() -> None:
    """Names, ids and words to search by are not read as sentences."""
    facts = 'title: A\nlicence: CC\nworked:\n  - First.\n  - ""\nfigures:\n  - {label: People, code: x, value: 3}\n'

    read = checked_file(f"---\n{facts}---\n", "case_studies/x.md")

    assert [(passage.field, passage.text, passage.line) for passage in read.passages] == [
        ("title", "A", 2),
        ("worked[1]", "First.", 5),
        ("figures[1].label", "People", 8),
    ]
