"""Contributed Markdown as safe HTML and plain text."""

import gc
import re

import pytest

from ideas_hub.model.document import Article, FileLink
from ideas_hub.reading.article import convert, slug_of
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.prose import prose_of

FILE = "case_studies/x.md"


def converted(body: str, file: str = FILE) -> Article:
    text = parse(body, 20)
    return convert(text, prose_of(text), file)


def html_of(body: str) -> str:
    """Return the HTML of a text on one line, without directions."""
    return re.sub(r"\n(?=<)|\n$", "", converted(body).html).replace(' dir="auto"', "")


def test_plain_markdown_becomes_html_words_and_headings() -> None:
    article = converted("## What they did & why\n\nThey *soldered*.\n\n- one\n- two\n")
    assert article.headings == (("what-they-did--why", "What they did & why"),)
    assert article.text == "What they did & why\nThey soldered.\none\ntwo"
    assert "<p>They <em>soldered</em>.</p>" in article.html


def test_the_words_of_a_text_are_those_of_its_passages() -> None:
    """Without marks, entities, empty lines or code; what a picture shows is words too."""
    article = converted(
        "a\\\n*b* `c`\n\n|d|\n|-|\n|e|\n\n> f\n\n```\ng\n```\n\n![h](i.jpg) &amp; [j](k.md)[^l]\n\n[^l]: m"
    )
    assert article.text == "a\nb  \nd\ne\nf\nh & j\nm"


def test_a_heading_of_two_rows_is_one_line_of_the_contents() -> None:
    assert converted("What they\n`did`\n---\n").headings == (("what-they-did", "What they did"),)


def test_each_block_of_a_text_with_words_from_the_right_finds_its_own_direction() -> None:
    """Arabic or Persian words inside an English article read from the right; other texts need no such mark."""
    assert "dir=" not in converted("## Café\n\n- one\n\n> £2 for “three”").html
    article = converted("سلام\n\n- one\n\n> two\n\n## three\n\n|a|\n|-|\n|b|")
    assert re.findall(r'<(\w+)[^>]* dir="auto"', article.html) == ["p", "li", "blockquote", "p", "h2", "th", "td"]


def test_links_to_files_become_links_between_pages() -> None:
    """Editors link files; readers get pages, wherever the site stands."""
    article = converted("[a](../docs/communities/newcomers.md#top)\n[b](other.md) [c](../docs/index.md) [d](#here)")
    assert [part.split('"')[0] for part in article.html.split('href="')[1:]] == [
        "../../communities/newcomers/#top",
        "../other/",
        "../../",
        "#here",
    ]
    assert article.links == (
        FileLink("docs/communities/newcomers.md", "../docs/communities/newcomers.md#top", 20),
        FileLink("case_studies/other.md", "other.md", 21),
        FileLink("docs/index.md", "../docs/index.md", 21),
        FileLink(FILE, "#here", 21),
    )


def test_links_elsewhere_are_marked() -> None:
    assert 'href="https://a.example" rel="external"' in html_of("[a](https://a.example)")
    assert html_of("https://a.example") == '<p><a href="https://a.example" rel="external">https://a.example</a></p>'
    assert html_of("www.a.example") == '<p><a href="http://www.a.example" rel="external">www.a.example</a></p>'
    assert html_of("[a](tel:01234567) jo@a.example") == (
        '<p><a href="tel:01234567">a</a> <a href="mailto:jo@a.example">jo@a.example</a></p>'
    )


def test_a_link_s_title_is_kept() -> None:
    assert html_of('[a](#b "c & d")') == '<p><a href="#b" title="c &amp; d">a</a></p>'


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "&#106;avascript:x", "java\tscript:x", "data:text/html,x", "//evil.example", "/b", "/\tb"],
)
def test_a_link_that_is_refused_leads_nowhere(link: str) -> None:
    assert html_of(f"[a]({link})") in {"<p><a>a</a></p>", f"<p>[a]({link})</p>"}


def test_code_stays_as_written() -> None:
    assert converted("```py\n<b>x</b>\n```").html.strip() == "<pre><code>&lt;b&gt;x&lt;/b&gt;\n</code></pre>"
    assert html_of("`<b> {{ https://a.example`") == "<p><code>&lt;b&gt; {{ https://a.example</code></p>"


def test_a_net_behind_the_refusal_leaves_nothing_to_run() -> None:
    """Even of what is refused, nothing executable is in the HTML."""
    html = converted(
        "<script>alert(1)</script> <img src=x onerror=y> [x](javascript:y) "
        "![z](https://pixel.example)\n\n<iframe>\n\n<style>\n"
    ).html
    assert not any(part in html for part in ("<script", "<img", "<iframe", "<style", "javascript:", "pixel"))


def test_small_letters_below_and_above_are_the_only_html() -> None:
    assert html_of("H<sub>2</sub>O <SUP>x</SUP> <b>y</b>") == "<p>H<sub>2</sub>O <sup>x</sup> y</p>"
    assert html_of("H<sub>2") == "<p>H<sub>2</sub></p>"


def test_a_table_stands_in_a_box_that_scrolls_and_its_headings_have_a_scope() -> None:
    html = html_of("a|b\n-|-:\n1|2")
    assert html.startswith('<div class="table" role="group" aria-label="Table" tabindex="0"><table><thead><tr>')
    assert html.endswith("</tr></tbody></table></div>")
    assert re.findall("<t[hd] .*?>", html) == [
        '<th scope="col">',
        '<th scope="col" align="right">',
        '<td align="right">',
    ]


def test_a_task_is_a_sign_with_a_name() -> None:
    """There is nothing to tick on a page, and a screen reader says whether it is done."""
    assert html_of("- [x] one\n- [ ] two") == (
        '<ul><li><span role="img" aria-label="done">\u2611</span> one</li>'
        '<li><span role="img" aria-label="not done">\u2610</span> two</li></ul>'
    )


@pytest.mark.parametrize("kind", ["Note", "Tip", "Important", "Warning", "Caution"])
def test_an_alert_is_a_quotation_that_starts_with_its_name(kind: str) -> None:
    assert html_of(f"> [!{kind.upper()}]\n> Bring *gloves*.\n") == (
        f"<blockquote><p><strong>{kind}</strong></p><p>Bring <em>gloves</em>.</p></blockquote>"
    )


@pytest.mark.parametrize("source", ["> [!OTHER]\n> a", "> [!NOTE] a\n> b", "[!NOTE]\na"])
def test_what_github_does_not_show_as_an_alert_is_none(source: str) -> None:
    assert "<strong>" not in html_of(source)


def mark(number: int, count: str = "") -> str:
    return f'<sup id="fnref{count}:{number}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'


def way_back(number: int, count: str = "") -> str:
    return (
        f'<a class="footnote-backref" href="#fnref{count}:{number}" title="Back to note {number} in the text">'
        f"{f'back to the text {count}'.strip()}</a> "
    )


def test_footnotes_are_collected_at_the_end_each_with_ways_back() -> None:
    html = html_of("a[^x] b[^y] c[^x]\n\n[^x]: one\n\n    two\n\n[^y]: three\n\nd")
    assert html == (
        f"<p>a{mark(1)} b{mark(2)} c{mark(1, '2')}</p><p>d</p>"
        '<div class="footnote"><hr><ol>'
        f'<li id="fn:1"><p>one</p><p>two&nbsp;{way_back(1)}{way_back(1, "2")}</p></li>'
        f'<li id="fn:2"><p>three&nbsp;{way_back(2)}</p></li>'
        "</ol></div>"
    )


def test_a_footnote_may_mention_another_before_it_or_after_it() -> None:
    """Notes are numbered in the order in which the text, with its notes, first mentions them."""
    html = html_of("a[^x] b[^y]\n\n[^x]: one[^z]\n\n[^y]: two[^x]\n\n[^z]: three")
    assert html == (
        f"<p>a{mark(1)} b{mark(2)}</p>"
        '<div class="footnote"><hr><ol>'
        f'<li id="fn:1"><p>one{mark(3)}&nbsp;{way_back(1)}{way_back(1, "2")}</p></li>'
        f'<li id="fn:2"><p>two{mark(1, "2")}&nbsp;{way_back(2)}</p></li>'
        f'<li id="fn:3"><p>three&nbsp;{way_back(3)}</p></li>'
        "</ol></div>"
    )


@pytest.mark.parametrize(
    ("note", "html"),
    [
        ("- one\n    - two", "<ul><li>one</li><li>two</li></ul>"),
        ("```\n    one\n    ```", "<pre><code>one</code></pre>"),
        ("", ""),
    ],
)
def test_after_a_note_that_ends_with_no_paragraph_the_way_back_stands_alone(note: str, html: str) -> None:
    assert f'<li id="fn:1">{html}{way_back(1)}</li>' in html_of(f"a[^x]\n\n[^x]:\n    {note}\n")


def test_notes_in_lists_quotations_and_other_notes_are_collected_too() -> None:
    html = html_of("a[^x] b[^y] c[^z]\n\n- d\n\n  [^x]: one\n\n> [^y]: two\n\n[^z]: - [^w]: three\n\ne[^w]")
    assert re.findall(r"<p>(\w+)&nbsp;", html) == ["one", "two", "three"]
    assert html.count("<li") == html.count("</li>")


def test_a_mention_without_a_note_stays_text() -> None:
    assert html_of("a[^x]") == "<p>a[^x]</p>"


def test_headings_have_ids_that_no_other_has() -> None:
    """Also where the same words come again, or words that look like the id of another."""
    article = converted("## A b\n\n## A b\n\n## A b-1\n\n### A b\n\n## `c` *d* &amp; [e](#f)")
    assert article.anchors == ("a-b", "a-b-1", "a-b-1-1", "a-b-2", "c-d--e")
    assert tuple(re.findall('id="(.*?)"', article.html)) == article.anchors
    assert article.headings == (("a-b", "A b"), ("a-b-1", "A b"), ("a-b-1-1", "A b-1"), ("c-d--e", "c d & e"))


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("What they did", "what-they-did"),
        ("Who came \u2013 and why?", "who-came--and-why"),
        ("Café  No. 5!", "café--no-5"),
        ("a-b_c", "a-b_c"),
        ("Beth newidiodd yn Ŵyr?", "beth-newidiodd-yn-ŵyr"),
        ("سلام، چطوری؟", "سلام-چطوری"),
        ("हिन्दी में", "हिन्दी-में"),
        ("发生了什么!", "发生了什么"),
        ("Что изменилось", "что-изменилось"),
        ("\U0001f389 Party", "-party"),
        ("Cafe\u0301", "café"),
    ],
)
def test_a_heading_has_the_id_that_github_gives_it(words: str, slug: str) -> None:
    """Authors copy links from GitHub; letters of every script keep their accents."""
    assert slug_of(words) == slug


@pytest.mark.parametrize("words", ["\U0001f389", "!", ""])
def test_where_no_letter_is_left_a_heading_s_id_is_a_hash_of_its_words(words: str) -> None:
    """So a new heading above it moves no link."""
    before, after = (converted(f"{start}## {words}").anchors[-1] for start in ("", "## \U0001f600\n\n## ?\n\n"))
    assert before == after
    assert re.fullmatch("h-[0-9a-f]{6}", before)


def test_a_link_to_a_heading_is_spelt_as_the_heading_is() -> None:
    """An accent can be a sign of its own: browsers would not find the one for the other."""
    assert 'href="#caf%C3%A9"' in html_of("[a](#cafe\u0301)")
    assert 'href="../b/#caf%C3%A9"' in html_of("[a](b.md#cafe\u0301)")


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    """Links, notes and anchors start afresh: the order of files changes nothing."""
    first = converted("## A\n\n[x](javascript:y)[^1]\n\n[^1]: n")
    converted("## A\n\n## A")
    assert converted("## A\n\n[x](javascript:y)[^1]\n\n[^1]: n") == first


def test_a_text_that_breaks_a_limit_is_an_empty_article() -> None:
    assert converted(">" * 50_000) == Article()


def test_a_conversion_leaves_nothing_for_the_garbage_collector() -> None:
    """A writer that refers to itself would keep each text's events until a collection, which a build puts off."""
    converted("a[^b]\n\n[^b]: c")
    gc.collect()
    gc.disable()
    try:
        converted("## One\n\n- two [three](four.md)[^five]\n\n[^five]: six\n\n|seven|\n|-|\n|eight|\n")
        assert gc.collect() == 0
    finally:
        gc.enable()
