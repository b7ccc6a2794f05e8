"""The words of a text as its readers meet them."""

import pytest

from ideas_hub.reading.markdown import parse
from ideas_hub.reading.prose import LinkWords, Passage, prose_of


def passages(body: str) -> list[tuple[str, str, int]]:
    return [(passage.shape, passage.text, passage.line) for passage in prose_of(parse(body, 4)).passages]


def line_of(word: str, body: str) -> int:
    """Return the line that a rule would report for a word of the text."""
    (line,) = [
        passage.line_at(passage.text.index(word)) for passage in prose_of(parse(body)).passages if word in passage.text
    ]
    return line


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("See [how *they* did it](a.md).", "See how they did it."),
        ("![A lamp](lamp_(old).jpg)", "A lamp"),
        ("Write to <jo@a.example> or https://a.example/a_b.", "Write to   or  ."),
        ("Type `a_b` and ``c ` d`` now", "Type   and   now"),
        ("snake_case and _this_ and __that__", "snake_case and this and that"),
        ("5 \\* 3 and a\\b", "5 * 3 and a\\b"),
        ("Fish &amp; chips, 5 &lt; 6", "Fish & chips, 5 < 6"),
        ("~~one~~ H<sub>2</sub>O <b>two</b>", "one H2O two"),
        ("plain words[^a] go on\n\n[^a]: ", "plain words go on"),
    ],
)
def test_only_the_words_of_markdown_are_left(source: str, words: str) -> None:
    """A space stands for code, and for an address that is its own words."""
    assert [text for _, text, _ in passages(source)] == [words]


def test_a_text_is_split_into_its_blocks_each_with_its_line() -> None:
    blocks = (
        "One\ntwo",
        "1. three\n   four\n2. five",
        "## Six ##",
        "| a | |\n| --- | --- |\n| b | c |",
        "[x]: https://a.example",
        "> seven\n> > eight",
        "nine[^n]\n\n[^n]: ten",
        "<div>\neleven\n</div>",
    )

    assert passages("\n\n".join(blocks)) == [
        ("paragraph", "One\ntwo", 4),
        ("item", "three\nfour", 7),
        ("item", "five", 9),
        ("heading", "Six", 11),
        ("column", "a", 13),
        ("column", "", 13),
        ("cell", "b", 15),
        ("cell", "c", 15),
        ("paragraph", "seven", 19),
        ("paragraph", "eight", 20),
        ("paragraph", "nine", 22),
        ("paragraph", "ten", 24),
    ]


def test_only_the_first_paragraph_of_an_item_is_the_item() -> None:
    body = "- one\n\n  two\n\n  - three\n- > four\n-\n\nfive\n\n- # six\n  seven\n  - eight\n- \n  nine"

    assert passages(body) == [
        ("item", "one", 4),
        ("paragraph", "two", 6),
        ("item", "three", 8),
        ("item", "four", 9),
        ("paragraph", "five", 12),
        ("heading", "six", 14),
        ("item", "seven", 15),
        ("item", "eight", 16),
        ("item", "nine", 18),
    ]


@pytest.mark.parametrize(("rule", "level"), [("===", 1), ("---", 2)])
def test_an_underlined_paragraph_is_a_heading(rule: str, level: int) -> None:
    (heading,) = prose_of(parse(f"What\nchanged\n{rule}\n", 4)).passages

    assert heading == Passage("heading", "What\nchanged", 4, level=level)


def test_an_empty_heading_is_a_passage_and_an_empty_cell_is_none() -> None:
    """A page may leave a cell empty; a heading, of a part or of a column, has to say something."""
    assert passages("##\n\n|a||\n|-|-|\n|||\n\n-\n") == [("heading", "", 4), ("column", "a", 6), ("column", "", 6)]


def test_only_the_signs_that_start_a_row_make_it_a_quotation() -> None:
    """A sign within a row, as in "16 > 25", stays, and the words on either side stay apart."""
    assert passages("\n> Ages 16 > 25\n> and over\n") == [("paragraph", "Ages 16 > 25\nand over", 5)]


def test_code_is_no_passage() -> None:
    body = "One\n```\ntwo\n```\nthree\n\n    four\n\n- five\n\n      six\n"

    assert passages(body) == [("paragraph", "One", 4), ("paragraph", "three", 8), ("item", "five", 12)]


@pytest.mark.parametrize(
    ("body", "is_bold"),
    [
        ("**one**", True),
        ("__one__ **two**", True),
        ("**one *two***", True),
        ("**one** two", False),
        ("one", False),
        ("**one** `two`", False),
        ("**one `two`**", False),
        ("- **one**", False),
        ("## **one**", False),
        ("|**one**|\n|-|", False),
    ],
)
def test_a_paragraph_of_bold_words_alone_is_known(body: str, is_bold: bool) -> None:  # noqa: FBT001 a table's cell
    """It may stand where a heading should."""
    (passage,) = prose_of(parse(body)).passages

    assert passage.is_bold is is_bold


def test_bold_words_count_for_their_own_paragraph_alone() -> None:
    assert [passage.is_bold for passage in prose_of(parse("one\n\n**two**\n\nthree\n\n**four**")).passages] == [
        False,
        True,
        False,
        True,
    ]


def test_links_have_their_words_and_lines() -> None:
    body = "[*a* `b`](c.md)\n\n- [d\n  e](f.md) <https://a.example>\n\n|x|\n|-|\n|www.b.example [](y.md) ![i](j)|\n"

    assert prose_of(parse(body, 4)).links == (
        LinkWords("a  ", 4, is_bare=False),
        LinkWords("d\ne", 6, is_bare=False),
        LinkWords("https://a.example", 7, is_bare=True),
        LinkWords("www.b.example", 11, is_bare=True),
        LinkWords("", 11, is_bare=False),
    )


def test_a_place_in_a_passage_has_a_line_of_the_file() -> None:
    """A front matter value may have been folded, so it counts as one line."""
    assert Passage("paragraph", "one\ntwo", 7).line_at(5) == 8
    assert Passage("value", "one\ntwo", 7, field="summary").line_at(5) == 7


@pytest.mark.parametrize(
    "before",
    [
        "one",
        "one  ",
        "one\\",
        "`one\ntwo`",
        "[one](\na.md\n)",
        "![one](a.jpg\n'b')",
        "<b\nc>",
        "**one\ntwo**",
        "https://a.example",
        "é سلام 😀",
        "one[^two]",
    ],
)
@pytest.mark.parametrize("mark", ["", "> ", "- ", "1. ", "> - "])
def test_what_stands_before_a_word_in_its_paragraph_does_not_shift_its_line(mark: str, before: str) -> None:
    """Whether it has words, marks or line ends in it."""
    below = mark.replace("-", " ").replace("1.", "  ")
    rows = f"x\n\n{before}\nhere".split("\n")
    body = "\n".join([*rows[:2], mark + rows[2], *(below + row for row in rows[3:]), "\n[^two]: y"])

    assert line_of("here", body) == len(rows)
