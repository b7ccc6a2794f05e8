"""Contributed Markdown as safe HTML and plain text."""

import pytest
from markdown import Markdown

from ideas_hub.model.document import Article
from ideas_hub.reading.markdown import convert

FILE = "case_studies/x.md"


def converted(body: str) -> Article:
    return convert(body, FILE, first_line=20)


def test_plain_markdown_becomes_html_words_and_headings() -> None:
    article = converted("## What they did & why\n\nThey *soldered*.\n\n- one\n- two\n")
    assert article.problems == ()
    assert article.headings == (("what-they-did-why", "What they did & why"),)
    assert article.text == "What they did & why\nThey soldered.\none\ntwo"
    assert '<p dir="auto">They <em>soldered</em>.</p>' in article.html


def test_each_paragraph_finds_its_own_direction() -> None:
    """Arabic or Persian words inside an English article read from the right."""
    assert '<p dir="auto">سلام</p>' in converted("سلام").html


def test_links_to_files_become_links_between_pages() -> None:
    """Editors link files; readers get pages, wherever the site stands."""
    article = converted("[a](../docs/communities/newcomers.md#top) [b](other.md) [c](../docs/index.md) [d](#here)")
    assert [part.split('"')[0] for part in article.html.split('href="')[1:]] == [
        "../../communities/newcomers/#top",
        "../other/",
        "../../",
        "#here",
    ]
    assert [target for target, _ in article.links] == [
        "docs/communities/newcomers.md",
        "case_studies/other.md",
        "docs/index.md",
    ]


def test_links_elsewhere_are_marked() -> None:
    assert 'href="https://example.org" rel="external"' in converted("[a](https://example.org)").html
    assert converted("[a](mailto:a@example.org) [b](tel:01234567) <https://example.org>").problems == ()


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/absolute",
        "\\\\evil",
        "http://[bad",
        "https://",
        "blob:x",
        "\x01javascript:x",
    ],
)
def test_a_link_that_is_not_plain_is_refused_and_never_followed(link: str) -> None:
    """Only http, https, mailto, tel and local files; the text is not quietly changed."""
    article = converted(f"one\n\n[x]({link})")
    assert len(article.problems) == 1
    assert "javascript" not in article.html.replace(" ", "").casefold()


def test_code_stays_as_written() -> None:
    assert converted("```\n<b>x</b>\n```").html.strip() == "<pre><code>&lt;b&gt;x&lt;/b&gt;\n</code></pre>"


def test_a_net_behind_the_refusal_leaves_nothing_to_run() -> None:
    """Even of what is refused, nothing executable is in the HTML."""
    article = converted(
        "<script>alert(1)</script> <img src=x onerror=y> [x](javascript:y) "
        "![z](https://pixel.example)\n\n<iframe>\n\n<style>\n"
    )
    assert not any(part in article.html for part in ("<script", "<img", "<iframe", "<style", "javascript:", "pixel"))


def test_entities_that_can_be_seen_are_kept() -> None:
    assert converted("&pound;5 &amp; &eacute; &lrm;").problems == ()
    assert converted("&pound;5").text == "£5"


def test_footnotes_tables_and_lists_work() -> None:
    article = converted("A[^1]\n\n[^1]: Note\n\na|b\n-|-\n1|2\n\nTerm\n:   Meaning\n")
    assert article.problems == ()
    assert '<div class="table"><table>' in article.html
    assert '<th dir="auto" scope="col">a</th>' in article.html.replace(
        'scope="col" dir="auto"', 'dir="auto" scope="col"'
    )
    assert "<dl>" in article.html
    assert "back to the text" in article.html


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    """Links, notes and anchors start afresh: the order of files changes nothing."""
    first = converted("## A\n\n[x](javascript:y)[^1]\n\n[^1]: n")
    converted("## A\n\n## A")
    again = converted("## A\n\n[x](javascript:y)[^1]\n\n[^1]: n")
    assert first == again


def test_a_picture_in_the_text_is_refused_with_its_line() -> None:
    (problem,) = converted("one\n\n![x](photo.jpg)").problems
    assert (problem.line, problem.found) == (22, "photo.jpg")
    assert problem.fix == "Name it in the facts at the top (image)."


def test_a_mistake_whose_words_are_not_found_is_reported_on_the_first_line() -> None:
    """An escaped address is not in the text as the parser returns it."""
    (problem,) = converted("one\n\n[x](\\/absolute\\_path)").problems
    assert problem.line == 20


def test_lists_too_deep_for_the_parser_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text never brings the build down, whatever the parser makes of it."""

    def overflow(_converter: Markdown, _text: str) -> str:
        raise RecursionError

    monkeypatch.setattr(Markdown, "convert", overflow)
    (problem,) = converted("one").problems
    assert (problem.line, problem.rule) == (20, "depth")
