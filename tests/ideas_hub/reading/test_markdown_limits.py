"""What is not plain Markdown is named, with its line and what to write instead."""

import pytest

from ideas_hub.model.document import Article
from ideas_hub.reading.markdown import convert


def converted(body: str) -> Article:
    return convert(body, "case_studies/x.md", first_line=20)


@pytest.mark.parametrize(
    ("html", "fix"),
    [
        ("<b>x", "Write **bold**."),
        ("<!-- x -->", "Delete the comment: everyone can read it in the file."),
        ("<IMG SRC=x>", "Name the picture in the facts"),
        ("<svg/onload=alert(1)>", "Leave the tag out"),
        ("<div\nclass=x>", "Leave the tag out"),
        ("- a\n\n    <script>", "Leave the tag out"),
        ("<?php", "Leave the tag out"),
        ("</p>", "Leave an empty line between paragraphs."),
        ("<a href=x>", "Write [the words of the link](address)."),
    ],
)
def test_html_is_refused_with_what_to_write_instead(html: str, fix: str) -> None:
    """Raw HTML is refused, not stripped in silence."""
    article = converted(f"one\n\n{html}")
    assert article.problems[0].line == 22 + html.count("\n\n") * 2
    assert article.problems[0].fix.startswith(fix)


@pytest.mark.parametrize(
    "text",
    [
        "x < y and y > z",
        "I <3 this",
        "`<b>` and ``<i>``",
        "```\n<b> {{ x }}\n```",
        "~~~\n<b>\n~~~",
        "<a.b@example.org>",
        "{ one } % 50%",
    ],
)
def test_signs_that_are_no_html_and_code_are_no_mistakes(text: str) -> None:
    """A sum, a heart and an example in backticks are plain Markdown."""
    assert converted(text).problems == ()


@pytest.mark.parametrize(("body", "line"), [("## One\n\n# Two", 22), ("One\n===", 21), ("#One", 20)])
def test_a_heading_of_the_first_level_is_refused_with_its_line(body: str, line: int) -> None:
    """A page has one title, and it is one of the facts."""
    assert [(problem.line, problem.fix) for problem in converted(body).problems] == [(line, "Write ## Heading.")]


@pytest.mark.parametrize("entity", ["&#x202e;", "&#8206;&#8238;", "&ZeroWidthSpace;", "&shy;"])
def test_an_entity_cannot_smuggle_a_hidden_character(entity: str) -> None:
    assert [problem.rule for problem in converted(f"a {entity} b").problems] == ["hidden-character"]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("a\n\n \xa0# x", "not-published"),
        ("#", "not-published"),
        ("`x`# y", "not-published"),
        ("a\n==`x`", "not-published"),
        ("a\n=", "not-published"),
        ("x </b", "raw-html"),
        ("{% x", "template"),
        ("x {{", "template"),
        ("--8<--", "template"),
        ("x&shy;", "hidden-character"),
        ("x````", "depth"),
        ("`" * 7, "depth"),
        ("[" * 21, "depth"),
        ("a\n(" * 21, "depth"),
        (" >" * 10, "depth"),
        (">" * 10, "depth"),
        ("\t" * 10 + "- x", "depth"),
        (" " * 40 + "- x", "depth"),
        ("a\n\n" + " \xa0" * 20 + "x", "depth"),
        ("## a\n" * 301, "depth"),
        ("a\n-\n" * 301, "depth"),
    ],
)
def test_one_mistake_in_an_otherwise_plain_text_is_found(body: str, rule: str) -> None:
    """Most texts pass a pre-check and are not searched by the row; it must stop at each mistake."""
    assert rule in {problem.rule for problem in converted(body).problems}


@pytest.mark.parametrize(
    "body", ["[" * 20, "(" * 20, "> " * 9 + "x", "\t" * 9 + "x", "## a\n" * 300, "(x) " * 100, "= x\n## y"]
)
def test_what_stays_within_the_limits_is_converted(body: str) -> None:
    assert converted(body).problems == ()


@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000,
        "![" * 10_000,
        "[a](" * 10_000,
        '[a](b "c) ' * 5_000,
        "".join("`" * n + " " for n in range(500)),
        "> " * 5_000 + "x",
        "# x\n" * 30_000,
        "\n".join("    " * n + "- x" for n in range(100)),
        "## a\n\n" * 10_000,
    ],
)
def test_what_would_keep_the_parser_busy_for_minutes_is_refused(body: str) -> None:
    """No text keeps a build busy: each of these took Python-Markdown seconds to minutes."""
    assert [problem.rule for problem in converted(body).problems] == ["depth"]


def test_many_brackets_that_are_closed_are_converted() -> None:
    assert converted(("[" * 15 + "]" * 15) * 100).problems == ()
