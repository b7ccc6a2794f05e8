"""What is not published is named, with its line and what to write instead."""

import pytest

from ideas_hub.problem import Problem
from ideas_hub.reading.markdown import MAX_DEPTH, parse
from ideas_hub.reading.refusals import find_refusals


def refusals(body: str) -> list[Problem]:
    return list(find_refusals(parse(body, 20), "case_studies/x.md"))


def places(body: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.found) for problem in refusals(body)]


@pytest.mark.parametrize(
    ("html", "fix"),
    [
        ("<b>x", "Write **bold**."),
        ("<!-- x -->", "Delete the comment: everyone can read it in the file."),
        ("<IMG SRC=x>", "Name the picture in the facts"),
        ("<svg onload=alert(1)>", "Leave the tag out"),
        ("<div\nclass=x>", "Leave the tag out"),
        ("- a\n\n  <script>", "Leave the tag out"),
        ("<?php", "Leave the tag out"),
        ("<!DOCTYPE html>", "Leave the tag out"),
        ("</p>", "Leave an empty line between paragraphs."),
        ("a <a href=x>", "Write [the words of the link](address)."),
        ("<sub>\nx\n</sub>", "Leave the tag out"),
    ],
)
def test_html_is_refused_with_what_to_write_instead(html: str, fix: str) -> None:
    """Raw HTML is refused, not stripped in silence."""
    (problem,) = refusals(f"one\n\n{html}")
    assert problem.line == 22 + html.count("\n\n") * 2
    assert problem.fix.startswith(fix)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("See[^1].\n\n[^1]: javascript:alert(1)", "[^1]"),
        ("- [x] done\n\n[x]: data:text/html,x", "[x]:"),
        ("| ` | `<img src=x>` |\n| --- | --- |\n| a | b |", "<img src=x>"),
        ("See[^`].\n\n[^`]: x `<b>`", "<b>"),
    ],
)
def test_what_acts_only_where_tables_and_notes_are_not_known_is_refused(body: str, found: str) -> None:
    """The Markdown copy of a page is for every reader of Markdown."""
    assert [problem.found for problem in refusals(body)] == [found]


@pytest.mark.parametrize(
    "body",
    [
        "See[^1].\n\n[^1]: https://charity.example/report",
        "See[^1].\n\n[^1]: Smith (2020), p. 3.",
        "~~a~~ b\n\n| a | `b` |\n| - | - |\n| `<b>` | c |",
        "- [ ] ask\n- [x] [done](https://charity.example)",
    ],
)
def test_notes_tables_and_lists_of_tasks_are_no_mistakes(body: str) -> None:
    assert refusals(body) == []


def test_an_element_is_reported_once() -> None:
    """Not for its closing tag, nor for what is in it: one change mends them all."""
    body = "<b>one <i>two</i> <b>three</b></b> <br> <i>four</i>\n\n<div>\n<b>\n<p>\n</div>\n\n<b>\n"
    assert places(body) == [(20, "<b>"), (20, "<br>"), (20, "<i>"), (22, "<div>"), (27, "<b>")]


def test_an_element_is_reported_once_though_paragraphs_stand_in_it() -> None:
    """One with children once, and a comment once, whatever it says."""
    assert places("<details>\n<summary>More</summary>\n\nOne <b>two</b>\n\n</details>\n\n<br>") == [
        (20, "<details>"),
        (27, "<br>"),
    ]
    assert places('<p align="center">\n\n<i>a</i>\n\n</p>') == [(20, "<p")]
    assert places("<!-- one\n<b>two</b>\n\nthree -->\n\nfour <!-- <i> -->") == [(20, "<!--"), (25, "<!--")]


def test_an_element_that_is_not_closed_hides_nothing() -> None:
    assert places("a <b>\n\nc <i>\n\n<div>\nx\n\n</u> y") == [(20, "<b>"), (22, "<i>"), (24, "<div>"), (27, "</u>")]
    assert places("- a <b>\n- c <i>\n\n## <u>\n\n|<q>|<s>|\n|-|-|") == [
        (20, "<b>"),
        (21, "<i>"),
        (23, "<u>"),
        (25, "<q>"),
        (25, "<s>"),
    ]
    assert places("<i>a <b>b</i> c</b> <u>d") == [(20, "<i>"), (20, "<u>")]


@pytest.mark.parametrize("text", ["<name of place>", "<Name>", "<your group>", "<insert date>"])
@pytest.mark.parametrize("around", ["{}", "They met at {}.", "- {} met", "{} met\n\nat noon"])
def test_a_place_for_words_in_angle_brackets_is_told_as_one(text: str, around: str) -> None:
    (problem,) = refusals(around.format(text))
    assert (problem.line, problem.rule, problem.found) == (20, "placeholder", text)


@pytest.mark.parametrize("text", ["if a<b and c>d", "x<y or y>z", "<your walk>", "3<n>2", "<o>"])
def test_what_looks_like_html_and_is_meant_as_words_is_told_how_to_write_it(text: str) -> None:
    """GitHub would leave it out."""
    (problem,) = refusals(text)
    assert (problem.rule, problem.fix) == ("raw-html", "Write \\< for the sign itself.")


@pytest.mark.parametrize(
    "text",
    [
        "x < y and y > z",
        "a<b, x<y and 3<4",
        "if a\\<b and c>d",
        "I <3 this",
        "`<b>` and ``<i>``",
        "```\n<b> {{ x }}\n-|-\n# y\n```",
        "~~~\n<b>\n~~~",
        "    <b> {% x %}",
        "<a.b@a.example> <https://a.example>",
        "{ one } % 50%",
        "H<sub>2</sub>O and 5<SUP>th</SUP>",
        "-- a | b --",
        "- a:\n- b|",
        "| a |\n| - |\n| - |",
        ":-|",
        "x </b",
        "<svg/onload=alert(1)>",
    ],
)
def test_signs_that_are_no_html_and_code_are_no_mistakes(text: str) -> None:
    """A sum, a heart, an example in backticks, and what GitHub shows as words."""
    assert refusals(text) == []


@pytest.mark.parametrize(
    ("body", "line"), [("## One\n\n# Two", 22), ("One\n===", 20), ("#", 20), ("- a\n  # b", 21), ("> a\n> =", 20)]
)
def test_a_heading_of_the_first_level_is_refused_with_its_line(body: str, line: int) -> None:
    """A page has one title, and it is one of the facts."""
    assert [(problem.line, problem.fix) for problem in refusals(body)] == [(line, "Write ## Heading.")]


@pytest.mark.parametrize("body", ["#One", "\u00a0# One", "`x`# y", "a\n==b"])
def test_what_github_shows_as_words_is_no_heading(body: str) -> None:
    assert refusals(body) == []


@pytest.mark.parametrize("entity", ["&#x202e;", "&#8206;&#8238;", "&ZeroWidthSpace;", "&shy;", "&#xFEFF;"])
def test_an_entity_cannot_smuggle_a_hidden_character(entity: str) -> None:
    (problem,) = refusals(f"one\n**a {entity} b**")
    assert (problem.line, problem.rule) == (21, "hidden-character")
    assert problem.found in entity


def test_a_link_s_title_cannot_smuggle_one_either() -> None:
    assert places("one\n[a](#b 'c&#x202e;')") == [(21, "&#x202e;")]


def test_entities_that_can_be_seen_are_kept() -> None:
    assert refusals("&pound;5 &amp; &eacute; &lrm; &nbsp;") == []


@pytest.mark.parametrize("template", ["{{", "{%", "--8<--", "-8<-", "---8<---"])
def test_templates_and_snippets_are_refused(template: str) -> None:
    (problem,) = refusals(f"one\n\ntwo {template} x")
    assert (problem.line, problem.found, problem.rule) == (22, template, "template")


def test_a_picture_in_the_text_is_refused_with_its_line() -> None:
    (problem,) = refusals("one\n\ntwo\n![x](photo.jpg)")
    assert (problem.line, problem.found) == (23, "photo.jpg")
    assert problem.fix == "Name it in the facts at the top (image)."


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("one\n\n[x](\\/\\/a\\.example)", 22),
        ("[x](/\\\\a.example)", 20),
        ("[x]()", 20),
        ("[x](www.a.example)", 20),
        ("[x](a.example/report)", 20),
        ("[x](council.gov.wales)", 20),
        ("[x](https//a.example)", 20),
        ("[x](jo@a.example)", 20),
        ("[x]({{page.url}})", 20),
        ("one\n[two\n](javascript:x)", 21),
        ("[x]\n\n[x]: javascript:y", 20),
        ("one\n<vbscript:x>", 21),
        ("one\nftp://a.example/b", 21),
        ("https://a.example:b", 20),
    ],
)
def test_a_link_that_is_not_published_is_refused_with_its_line(body: str, line: int) -> None:
    """However it is written."""
    assert [(problem.line, problem.rule) for problem in refusals(body)] == [(line, "not-published")]


@pytest.mark.parametrize(
    "body",
    [
        "[a](b.md#c)",
        "[a](#b)",
        "<jo@a.example>",
        "jo@a.example",
        "www.a.example",
        "[a](tel:1)",
        "[a](photo.b.jpg)",
        "[a](b)",
        "[a](report.docx#c)",
        "[a](../b.c/d.md)",
        "[a](http://b.example)",
    ],
)
def test_a_plain_link_is_no_mistake(body: str) -> None:
    assert refusals(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "a\nb | c\n--- | ---\nd | e",
        "one\n|-|",
        "one\n:-",
        "> one\n> two\n> |:-:|-|",
        "- one\n  two\n  -|-\n  x|y",
        "[a]\n|-|",
    ],
)
def test_a_table_that_github_would_show_and_the_page_would_not_is_refused(body: str) -> None:
    """A heading row without | at its start is read as words when it stands straight after a paragraph."""
    (problem,) = refusals(body)
    assert (problem.line, problem.rule) in {(21, "not-published"), (22, "not-published")}
    assert problem.line == 20 + next(number for number, row in enumerate(body.split("\n")) if problem.found in row)
    assert problem.fix == "Leave an empty line above the table, and start and end each of its rows with |."


def test_a_note_that_nothing_leads_to_is_refused() -> None:
    """Nobody would see it, in GitHub's preview either."""
    (problem,) = refusals("one[^a]\n\n[^a]: x\n\n[^b]: y\n")
    assert (problem.line, problem.found) == (24, "[^b]")
    assert problem.message == 'nothing in the text leads to the note "[^b]", so nobody would see it.'


def test_of_two_notes_with_one_name_the_second_is_refused() -> None:
    (problem,) = refusals("one[^a]\n\n[^a]: x\n\n[^A]: y\n")
    assert (problem.line, problem.message) == (24, 'the note "[^a]" is written twice.')


@pytest.mark.parametrize("body", ["one[^a]\n\n[^a]: x[^b]\n\n[^b]: y", "[^a]: x[^a]", "one\\[^a]"])
def test_a_note_that_something_leads_to_is_no_mistake(body: str) -> None:
    assert refusals(body) == []


@pytest.mark.parametrize(
    "body",
    [
        ">" * 50_000,
        "> " * 50_000 + "x",
        "\n".join(">" * step + " x" for step in range(100)),
        "\n".join("  " * step + "- x" for step in range(100)),
        "- " * 20_000 + "x",
        "*" * 5_000 + "a" + "*" * 5_000,
    ],
)
def test_what_lies_too_deep_is_refused(body: str) -> None:
    """What comes after the parser is slow on deep nesting."""
    (problem,) = refusals(body)
    assert (problem.rule, problem.fix) == ("depth", "Use fewer steps in.")


@pytest.mark.parametrize(
    "body",
    ["*a* " * 20_000, "<a>" * 40_000, "`a` " * 20_000, "## a\n\n" * 12_000, "|a|b|\n|-|-|\n" + "|a|b|\n" * 6_000],
)
def test_what_has_too_many_parts_is_refused(body: str) -> None:
    (problem,) = refusals(body)
    assert (problem.rule, problem.fix) == ("depth", "Split it into several files.")


@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000,
        "![" * 10_000,
        "[a](" * 5_000,
        "".join("`" * count + " " for count in range(100)),
        "## a\n" * 2_000,
        "> " * (MAX_DEPTH - 1) + "x",
        "`" * 7,
        "a@" + "-" * 50_000 + ".",
        "https://a.example/" + ")!" * 50_000,
        "&amp;" * 10_000,
    ],
)
def test_what_would_only_be_slow_for_another_parser_is_no_mistake(body: str) -> None:
    """Open brackets, many backticks and many headings are read in a moment."""
    assert refusals(body) == []


@pytest.mark.parametrize(
    ("body", "line", "fix"),
    [
        ("See [the report](report.md too.", 1, "Write ) after the address."),
        ("One.\n\n```\ncode\n\nThe rest of the page.", 3, "Write a row of ``` below it."),
        ("> ~~~\n> code\n\nMore.", 1, "Write a row of ``` below it."),
    ],
)
def test_what_is_begun_and_never_ends_is_named_with_its_line(body: str, line: int, fix: str) -> None:
    """The rest of the page would be a part of it."""
    (problem,) = find_refusals(parse(body), "case_studies/x.md")

    assert (problem.line, problem.fix) == (line, fix)


@pytest.mark.parametrize(
    "body", ["```\ncode\n```", "> ~~~~\n> code\n> ~~~~", "- ```\n  code\n  ```\n\nMore.", "    indented"]
)
def test_code_that_ends_is_let_through(body: str) -> None:
    assert list(find_refusals(parse(body), "case_studies/x.md")) == []


def test_a_second_block_of_facts_is_told_wherever_a_list_cuts_it() -> None:
    """Of two stories in one file, with lists among their facts or without."""
    for facts in ("title: A\nplace: B\n", "title: A\nplace: B\nworked:\n  - C\n"):
        (problem,) = find_refusals(parse(f"Words.\n\n---\n{facts}---\n\nMore.\n"), "case_studies/x.md")
        assert problem.message == "there is a block of facts in the text."
