"""HTML as programs write it becomes the Markdown that says the same, and nothing that was said is lost."""

import pytest
from bs4 import BeautifulSoup

from ideas_hub.importing.github_markdown import github_as_html
from ideas_hub.importing.html_tree import tidy_html, words_of
from ideas_hub.importing.markdown_writer import write_markdown
from tests.ideas_hub.importing.converted import converted_html, refused

SAME = {
    "headings": ("<h1>One</h1><p>a</p><h3>Two</h3><p>b</p><h2>Three</h2>", "## One\n\na\n\n### Two\n\nb\n\n### Three"),
    "a heading in a list": ("<ul><li><h2>One</h2>two</li></ul>", "- **One**\n\n  two"),
    "bold and italic": ("<p><b>one</b> <i>two</i> <strong><em>three</em></strong></p>", "**one** *two* ***three***"),
    "bold that ends in a sign": ("<p><b>Note:</b>tea</p>", "**Note:** tea"),
    "bold in pieces, as Word leaves it": ("<p><b>o</b><b>ne</b></p>", "**one**"),
    "bold within bold": ("<p><b>a <strong>b</strong></b></p>", "**a b**"),
    "lists": ("<ul><li>a<ol><li>b<li>c</ol><li>d</ul>", "- a\n  1. b\n  2. c\n- d"),
    "items in no list": ("<li>a</li>", "- a"),
    "a list beside its item": ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"),
    "rows typed as a list": ("<p>• tea</p><p>• songs</p>", "- tea\n- songs"),
    "rows typed as numbers": ("<p>1. tea</p><p>2) songs</p>", "1. tea\n2. songs"),
    "one number is no list": ("<p>2024. It rained.</p>", "2024\\. It rained."),
    "line breaks": ("<p>one<br>two</p>", "one\n\ntwo"),
    "a line break in bold": ("<p><b>one<br>two</b></p>", "**one**\n\n**two**"),
    "divisions": ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
    "words without a paragraph": ("one <b>two</b><p>three</p>", "one **two**\n\nthree"),
    "a quotation": ("<blockquote>one<p>two</p></blockquote>", "> one\n>\n> two"),
    "quotation marks": ("<p><q>tea</q></p>", "\u201ctea\u201d"),
    "details": ("<details><summary>More</summary>words</details>", "**More**\n\nwords"),
    "definitions": ("<dl><dt>Tea<dd>A drink</dl>", "**Tea**\n\nA drink"),
    "a table": (
        "<table><tr><th>a<th>b|c<tr><td><p>1</p><p>2</p><td></table>",
        "| a | b\\|c |\n| --- | --- |\n| 1; 2 |  |",
    ),
    "a cell over two columns and rows": (
        "<table><tr><td colspan=2>a<td>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>",
        "| a |  | b |\n| --- | --- | --- |\n| c | d | e |\n|  | f | g |",
    ),
    "a table for the layout": ("<table><tr><td><p>one</p><p>two</p></table>", "one\n\ntwo"),
    "code": ("<p><code>a*b</code></p><pre>x\n  y</pre>", "`a*b`\n\n```\nx\n  y\n```"),
    "code with a language": ('<pre><code class="language-r">x</code></pre>', "```r\nx\n```"),
    "small letters": ("<p>CO<sub>2</sub> m<sup>2</sup></p>", "CO<sub>2</sub> m<sup>2</sup>"),
    "struck out": ("<p><s>old</s></p>", "~~old~~"),
    "a link": ('<p><a href="https://a.example/x_y" target="_blank">tea</a></p>', "[tea](https://a.example/x_y)"),
    "a bare address": ("<p>see https://a.example/x_y.</p>", "see <https://a.example/x_y>."),
    "an exclamation mark before a link": (
        '<p>Tea!<a href="https://a.example">x</a></p>',
        "Tea\\![x](https://a.example)",
    ),
    "hard spaces": ("<p>10&nbsp;000\u00a0people</p>", "10 000 people"),
}


@pytest.mark.parametrize(("html", "markdown"), SAME.values(), ids=SAME)
def test_html_becomes_the_markdown_that_says_the_same(html: str, markdown: str) -> None:
    assert converted_html(html)[0] == markdown
    assert refused(markdown) == []


@pytest.mark.parametrize(
    "words",
    [
        "*not bold* _not italic_ `not code` ~~not struck~~",
        "# no heading", "- no list", "+ no list", "3. no list", "> no quotation", "= no line", "a | b", "[x](y) [z][a]",
        "<b>no tag</b> &amp; a<b", "{{ no template }} {% x %} {#id} {.x}", "$no$ sum $", "[^1] ^x^ ~x~ ==x==",
        "++x++ %%x%%",
        ":smile: !!! note", "::: tip", "C:\\folder\\*", "snake_case_words stay as they are", "5 < 6 > 4", "___",
        "* * *",
    ],
)  # fmt: skip
def test_words_that_look_like_marks_are_shown_as_they_are(words: str) -> None:
    """A reader of the page meets just the words that the document has."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")

    markdown, notes = converted_html(f"<p>{escaped}</p>")

    assert refused(markdown) == []
    assert shown(markdown) == words
    assert notes == []


def shown(markdown: str) -> str:
    """Return the words that a page shows."""
    return BeautifulSoup(github_as_html(markdown), "html.parser").get_text().strip()


@pytest.mark.parametrize(
    ("html", "note"),
    [
        ('<p>a<img src="b.jpg" alt="Six people"></p>', 'A picture was left out: b.jpg ("Six people").'),
        (
            "<p>a<iframe src='https://v.example'></iframe></p>",
            "A film or another page was left out: https://v.example.",
        ),
        ("<p>a<script>b()</script></p>", 'A part <script> was left out: "b()".'),
        ("<p>a<!-- b --></p>", 'A comment that readers never saw was left out: "b".'),
        ("<p>a <a href='/b'>c</a></p>", 'The words "c" are no longer a link: it led to /b.'),
        ("<p>a <a href='javascript:b()'>c</a></p>", 'The words "c" are no longer a link: it led to javascript:b().'),
        ("<p>a <my-card>c</my-card></p>", "Only the words inside <my-card> were kept."),
        ("<h3>a</h3>", "A heading was moved to the right level."),
        ("<p><abbr title='Tea Club'>TC</abbr></p>", 'An abbreviation was written out: "TC (Tea Club)".'),
    ],
)
def test_what_changes_is_said(html: str, note: str) -> None:
    markdown, notes = converted_html(html)

    assert notes == [note]
    assert refused(markdown) == []


def test_a_heading_that_repeats_the_title_is_left_out() -> None:
    tree, notes = tidy_html("<h1>Tea &amp; songs!</h1><h2>One</h2>", str, "Tea & Songs")

    assert write_markdown(tree) == "## One"
    assert notes == ["The first heading repeated the title, and was left out."]


@pytest.mark.parametrize("start", ["<div><b>", "<div>", "<ul><li>", "<table><tr><td>", "<blockquote>"])
def test_parts_within_each_other_without_end_are_refused(start: str) -> None:
    with pytest.raises(ValueError, match="too deeply"):
        converted_html(start * 30_000)


@pytest.mark.parametrize("part", ["<p>a", "<br>", "<td colspan=50>a", "<li>a"])
def test_more_parts_than_anybody_writes_are_refused(part: str) -> None:
    with pytest.raises(ValueError, match="too many parts"):
        converted_html(f"<table>{part * 30_000}")


def test_lists_within_each_other_beyond_what_a_page_may_have_are_refused() -> None:
    with pytest.raises(ValueError, match="too deeply"):
        converted_html("<ul><li>a" * 40)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Tea** &amp; <em>songs</em>", "Tea & songs"),
        ("[Tea](x.md) and `code`", "Tea and code"),
        ("snake_case_stays 2 * 3 * 4", "snake_case_stays 2 * 3 * 4"),
        ("one\n  two", "one two"),
    ],
)
def test_a_few_words_become_plain(text: str, words: str) -> None:
    assert words_of(text) == words
