"""A Markdown file's facts and its text, each with its lines, or what is wrong with the block of facts."""

import pytest

from ideas_hub.reading.front_matter import parse_page, parse_yaml


def test_facts_and_text_know_their_lines() -> None:
    parsed = parse_page("---\na: 1\nb:\n  - x\n  - y\nc: {d: 2}\n---\ntext", "x.md")
    assert parsed.values == {"a": 1, "b": ["x", "y"], "c": {"d": 2}}
    assert (parsed.lines["a",], parsed.lines["b", 1], parsed.lines["c", "d"]) == (2, 5, 6)
    assert (parsed.body, parsed.body_line) == ("text", 8)


def test_the_body_stays_as_written() -> None:
    """Spaces that Markdown needs, and a ruler of ---, are the body's own."""
    parsed = parse_page("---\na: 1\n---\n\n    code\n\n---\n\nend\n", "x.md")
    assert parsed.body_line == 4
    assert parsed.body.startswith("\n    code\n\n---\n\nend")


def test_a_page_with_no_facts_has_none() -> None:
    for text in ("---\n---\n", "---\n# only a comment\n---\n", "---\n\n---\nbody"):
        parsed = parse_page(text, "x.md")
        assert (parsed.values, parsed.problems) == ({}, ())


def test_spaces_after_the_lines_of_hyphens_do_no_harm() -> None:
    assert parse_page("---  \na: 1\n--- \nx", "x.md").values == {"a": 1}


def test_three_full_stops_end_the_facts_as_in_yaml() -> None:
    parsed = parse_page("---\na: 1\n...\n\nThe text\n...\n", "x.md")
    assert (parsed.values, parsed.body.strip(), parsed.body_line) == ({"a": 1}, "The text\n...", 4)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the file is empty."),
        ("\n\n", 1, "the file is empty."),
        ("---\n...\n", 1, "the file is empty."),
        ("---\n---\na: 1\n", 2, "a second block of facts starts here."),
        ("# words\n---\n---\na: 1\n", 3, "a second block of facts starts here."),
        ("a: 1\n---\nb: 1\n", 2, "a second block of facts starts here."),
        ("a: 1\n...\nb: 1\n", 3, "a second block of facts starts here."),
        ("a: 1\n...\nWords.\n", 3, "a second block of facts starts here."),
    ],
)
def test_a_yaml_file_holds_one_block_of_facts(text: str, line: int, message: str) -> None:
    """Two lines of --- above a glossary made 49 words into none, and nobody was the wiser."""
    parsed = parse_yaml(text, "x.yml")
    assert parsed.values == {}
    assert [(problem.line, problem.message) for problem in parsed.problems] == [(line, message)]


@pytest.mark.parametrize("text", ["# no words yet\n", "---\na: 1\n", "a: 1\n...\n", "# one\n---\na: 1\n...\n\n"])
def test_marks_of_yaml_around_one_block_do_no_harm(text: str) -> None:
    assert parse_yaml(text, "x.yml").problems == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "x.md:1: the file is empty."),
        (" \n\n", "x.md:1: the file is empty."),
        ("\n---\na: 1\n---\n", "x.md:1: the file starts with an empty line or a space."),
        ("a: 1\n", "x.md:1: the file does not start with its facts between two lines of ---."),
        ("---\na: 1\n", "x.md:1: the block of facts is not closed."),
        ("---\na:\n\t- 1\n---\n", "x.md:3: a: the line starts with a tab."),
        ("---\na: 1\na: 2\n---\n", "x.md:3: a: it is written twice (first on line 2)."),
        ("---\na: 1\n...\nb: 2\n---\n", "x.md:4: a second block of facts starts here."),
        ("---\na: b: c\n---\n", "x.md:2: a: there is a second colon in this line."),
    ],
)
def test_a_mistake_in_the_block_is_named_with_its_line(text: str, words: str) -> None:
    """python-frontmatter would take each of these for a page without facts, or raise."""
    (problem,) = parse_page(text, "x.md").problems
    assert str(problem).startswith(words)
    assert problem.fix


@pytest.mark.parametrize("row", ["\u2014", "\u2013", "----", "--", "- - -", "\u2010\u2010\u2010", "***", "___"])
@pytest.mark.parametrize("below", ["\n\nWords.\n", "\n\nWords.\n\n---\n\nMore.\n", ""])
def test_a_row_that_was_three_hyphens_is_named_where_it_stands(row: str, below: str) -> None:
    """Word makes a dash of them."""
    (problem,) = parse_page(f"---\na: 1\n{row}{below}", "x.md").problems
    assert (problem.line, problem.found) == (3, row)
    assert problem.fix.startswith("Write --- there")


@pytest.mark.parametrize(
    ("below", "line"),
    [("---## What they did\n", 3), ("  ---\n\nWords.\n", 3), ("b: [c] ---\n\nWords.\n", 3), ("\n---Words.\n", 4)],
)
def test_hyphens_that_do_not_stand_alone_are_named_where_nothing_closes_the_facts(below: str, line: int) -> None:
    (problem,) = parse_page(f"---\na: 1\n{below}", "x.md").problems
    assert (problem.line, problem.fix.partition(",")[0]) == (line, "Write --- there")


@pytest.mark.parametrize("first", ["\u2014", "----", " ---", "***"])
def test_a_first_row_that_was_three_hyphens_is_named(first: str) -> None:
    (problem,) = parse_page(f"{first}\ntitle: A\n---\n", "x.md").problems[:1]
    assert (problem.line, problem.fix.partition(",")[0]) == (1, "Write --- there") or first.startswith(" ")


@pytest.mark.parametrize("text", ["---\na:\n- \n- b\n---\n", "---\na: \u2014\n---\n", "---\na: |\n  b\n  ***\n---\n"])
def test_hyphens_and_dashes_within_the_facts_close_nothing(text: str) -> None:
    assert parse_page(text, "x.md").problems == ()


@pytest.mark.parametrize("above", ["\n", "  \n\n", "A walk\n", "```\n"])
def test_facts_below_the_first_row_are_no_text(above: str) -> None:
    """A rule about sentences has no business with them."""
    assert parse_page(f"{above}---\ntitle: A\n---\n\nWords.\n", "x.md").body.strip().removesuffix("```") == "Words."


def test_a_yaml_file_is_read_as_strictly() -> None:
    parsed = parse_yaml("# lists\na:\n  b: yes\n  b: no\n", "x.yml")
    assert parsed.values == {"a": {"b": "yes"}}
    assert [str(problem) for problem in parsed.problems] == [
        "x.yml:4: a.b: it is written twice (first on line 3). Keep one of the two."
    ]


def test_facts_that_were_pasted_with_the_marks_of_code_around_them_are_one_mistake() -> None:
    """As an example in the guide shows them."""
    (problem,) = parse_page("```yaml\n---\ntitle: A\n---\n```\n\nWords.\n", "x.md").problems

    assert problem.fix == "Delete the lines of ``` above and below the facts."
