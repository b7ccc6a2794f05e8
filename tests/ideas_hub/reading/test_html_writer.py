"""GitHub's Markdown as HTML; the expected values are those of GitHub's own converter (cmark-gfm), but for space."""

import re

import pytest

from ideas_hub.reading.html_writer import HtmlWriter
from ideas_hub.reading.markdown import parse


def html_of(source: str) -> str:
    """Return the HTML of a text on one line."""
    return re.sub(r"\n(?=<)|\n$", "", HtmlWriter().write(parse(source).events))


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("It changed:\n- one\n- two", "<p>It changed:</p><ul><li>one</li><li>two</li></ul>"),
        ("Do this:\n1. one\n2. two", "<p>Do this:</p><ol><li>one</li><li>two</li></ol>"),
        ("It began in\n2024. That was late.", "<p>It began in\n2024. That was late.</p>"),
        ("- one\n\n- two", "<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        ("- one\n\n  more", "<ul><li><p>one</p><p>more</p></li></ul>"),
        ("1) one\n2) two", "<ol><li>one</li><li>two</li></ol>"),
        ("3. one\n4. two", '<ol start="3"><li>one</li><li>two</li></ol>'),
        ("* one\n+ two", "<ul><li>one</li></ul><ul><li>two</li></ul>"),
        ("Term\n: Meaning", "<p>Term\n: Meaning</p>"),
    ],
)
def test_a_list_is_one_wherever_github_sees_one(source: str, html: str) -> None:
    """Straight after a paragraph too, but a year at the start of a row is no number; GitHub knows no definitions."""
    assert html_of(source) == html


@pytest.mark.parametrize("step", ["  ", "   ", "    ", "\t"])
def test_a_list_may_be_stepped_in_by_two_spaces_or_more(step: str) -> None:
    inner = "<ul><li>two</li><li>three</li></ul>"

    assert html_of(f"- one\n{step}- two\n{step}- three\n- four") == f"<ul><li>one{inner}</li><li>four</li></ul>"


def test_below_a_number_a_list_is_stepped_in_by_three_spaces() -> None:
    """With two it is a list of its own, as GitHub shows it."""
    assert html_of("1. one\n   - two\n2. three") == "<ol><li>one<ul><li>two</li></ul></li><li>three</li></ol>"
    assert html_of("1. one\n  - two") == "<ol><li>one</li></ol><ul><li>two</li></ul>"


ROWS = "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", ROWS),
        ("|a|b|\n|-|-|\n|1|2|", ROWS),
        ("a | b\n--- | ---\n1 | 2", ROWS),
        ("How many:\n| a | b |\n| - | - |\n| 1 | 2 |", f"<p>How many:</p>{ROWS}"),
        ("- |a|b|\n  |-|-|\n  |1|2|", f"<ul><li>{ROWS}</li></ul>"),
        ("|a|b|\n|-|-|\n|1|2|3|", ROWS),
        ("|a|b|\n|-|-|\n|1|", ROWS.replace("2", "")),
        ("|a|b|\n|-|-|\n|1|2|\n\nwords", f"{ROWS}<p>words</p>"),
        ("|a|b|\n|-|-|\n|1\\|2|`3\\|4`|", ROWS.replace("1", "1|2", 1).replace(">2<", "><code>3|4</code><")),
    ],
)
def test_a_table_is_one_wherever_github_sees_one(source: str, html: str) -> None:
    """Straight after a paragraph too; one hyphen is enough, and a cell too many is left out."""
    assert html_of(source) == html


def test_the_columns_of_a_table_are_aligned_as_its_hyphens_say() -> None:
    html = html_of("|a|b|c|d|\n|:-|:-:|-:|-|\n|1|2|3|4|")

    assert re.findall(r"<t[hd](?: .*?)?>", html) == [
        '<th align="left">', '<th align="center">', '<th align="right">', "<th>",
        '<td align="left">', '<td align="center">', '<td align="right">', "<td>",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("~~one~~ and ~two~", "<del>one</del> and <del>two</del>"),
        ("H<sub>2</sub>O, 5<sup>th</sup>", "H<sub>2</sub>O, 5<sup>th</sup>"),
        ("a  \nb\\\nc\nd", "a<br />\nb<br />\nc\nd"),
        ("5 < 6 & \"7\" > '8'", "5 &lt; 6 &amp; &quot;7&quot; &gt; '8'"),
        ("[^x] without a note", "[^x] without a note"),
        ('![a ![b](c) *d*](e "f")', '<img src="e" alt="a b d" title="f" />'),
    ],
)
def test_what_stands_in_a_row_of_words(source: str, html: str) -> None:
    assert html_of(source) == f"<p>{html}</p>"


def test_tasks_have_boxes() -> None:
    assert html_of("- [ ] one\n- [x] two\n- [y] three") == (
        '<ul><li><input disabled="" type="checkbox"> one</li>'
        '<li><input checked="" disabled="" type="checkbox"> two</li><li>[y] three</li></ul>'
    )
