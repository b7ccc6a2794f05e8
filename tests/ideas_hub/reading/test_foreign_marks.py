"""Marks of other systems are refused with their line; ordinary words with the same signs are not."""

import pytest

from ideas_hub.problem import Problem
from ideas_hub.reading.foreign_marks import find_foreign_marks
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.prose import prose_of
from ideas_hub.reading.refusals import find_refusals


def refusals(body: str) -> list[Problem]:
    return list(find_refusals(parse(body, 20), "case_studies/x.md"))


@pytest.mark.parametrize(
    ("body", "line", "found"),
    [
        ("one\n\n*[GSP]: Green social prescribing", 22, "*[GSP]:"),
        (":::tip\nThe step is high.\n\n## a", 20, ":::tip"),
        ("!!! note\n\n    one", 20, "!!! note"),
        ("one\n/// details\ntwo", 21, "/// details"),
        ("## What changed {#changed .big}", 20, "{#changed .big}"),
        ("one\n{: .lead}", 21, "{: .lead}"),
        ("[TOC]\n\none", 20, "[TOC]"),
        ("[[_TOC_]]", 20, "[[_TOC_]]"),
        ("[[toc]]", 20, "[[toc]]"),
        ("see [[_Walking group_]] and", 20, "[[_Walking group_]]"),
        ("- see [[Walking group]]", 20, "[[Walking group]]"),
        ("see {ref}`sample`", 20, "{ref}"),
        ("(sample)=\n## a", 20, "(sample)="),
        ("```{note}\none\n```", 20, "{note}"),
        ("one\n[the report] (https://a.example)", 21, "] ("),
        ("[the report] (b.md)", 20, "] ("),
        ("(the report)[https://a.example]", 20, "(the report)["),
        ("• find a room", 20, "•"),
        ("one\n-\u00a0find a room", 21, "-"),
        ("It took a~b~c", 20, "~b~"),
        ("$$x^2$$", 20, "$$x^2$$"),
        ("so $x^2$ is", 20, "$x^2$"),
        ("it went well :tada:", 20, ":tada:"),
        ("at 10:30 :+1: and", 20, ":+1:"),
        ("a:b :woman_health_worker:, so", 20, ":woman_health_worker:"),
        ("Itâ€™s good", 20, "â€™"),
        ("> - a {{ b }}", 20, "{{"),
        ('one\n\n--8<-- "a.md"', 22, "--8<--"),
        ("## one\n\n| a {{ b |\n|---|", 22, "{{"),
    ],
)
def test_a_mark_of_another_system_is_refused_with_its_line(body: str, line: int, found: str) -> None:
    """GitHub shows its signs, or something that is not published."""
    assert [(problem.line, problem.found) for problem in refusals(body) if problem.found == found] == [(line, found)]
    assert all(problem.fix for problem in refusals(body))


@pytest.mark.parametrize(
    "body",
    [
        "`{{ a }}` and `[TOC]`",
        "```\n:::tip\n[[a]]\n$$\n```",
        "They met (see below) [and] talked: twice.",
        "It cost \\~£50 and ~£60, or 10:30:45, or 2:1.",
        "It cost $5 and $6, or $5-$10.",
        "a ~~b~~ c",
        "a \\{#b} and \\[[c]] and [d][e]\n\n[e]: b.md",
        "[the words](b.md) (and more)",
        "\\==a\\== \\++b\\++ \\:tada: \\%%c\\%% \\^2\\^ \\$d\\$ \\{% if \\$\\$e\\$\\$ f~2\\~",
        "\\.. note::",
        "\\(sample)=",
        "\\== One ==",
        "\\[b\\]c\\[/b\\]",
        "(the report)\\[b.md] &\\&#8203;",
        "\\&#8203;",
        "<https://a.example/**b>",
        "(one) [two](b.md)",
        "He said: yes :) :-) and :D",
        "5 * 3 - 2 • 4",
        "São Paulo, Âge, Ã",
        "The :sample: and :a_word: of 3:one:4 at 10:30:15, 1:100:20",
        "[a](https://a.example/~b~/:tada:/$c$)",
        "<https://a.example/~b~/:tada:/$c$>",
        "#hashtag & more!!! Really???",
        "/ and // and ::",
    ],
)
def test_ordinary_words_and_code_with_the_same_signs_are_no_mistakes(body: str) -> None:
    assert refusals(body) == []


@pytest.mark.parametrize("body", ["\\==a== ==b==", "\\\\==b==", "\\a ==b=="])
def test_a_backslash_makes_words_of_the_sign_after_it_alone(body: str) -> None:
    assert [problem.found for problem in refusals(body)] == ["==b=="]


def test_a_mark_is_named_as_it_is_written() -> None:
    """Signs in it that a backslash made words are no part of the pattern, and stand in the message all the same."""
    (problem,) = refusals("[a\\_b][c]")

    assert problem.found == "[a\\_b][c]"


def test_each_mark_is_named_once_in_a_row_though_addresses_stand_between() -> None:
    body = "{{ a }} https://a.example {{ b }} www.b.example [[c]]"

    assert [problem.found for problem in refusals(body) if problem.rule != "link-text"] == ["{{", "[[c]]"]


def test_bytes_that_are_cut_within_a_sign_are_read_too() -> None:
    """The byte after a row may be the first of several."""
    assert [words for words, _ in find_foreign_marks("{{ a é".encode()[:-1])] == ["{{"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("see https://a.example/*b*", 20),
        ("one\nhttps://a.example/`b`", 21),
        ("www.a.example/**b**", 20),
        ("https://a.example/&copy;", 20),
        ("https://a.example/a\\_b", 20),
    ],
)
def test_an_address_that_github_reads_further_than_we_do_is_refused(body: str, line: int) -> None:
    problems = refusals(body)

    assert {problem.line for problem in problems} == {line}
    assert any(problem.fix == "Put the address between < and >." for problem in problems)


def test_of_several_addresses_in_a_row_only_the_one_that_runs_into_marks_is_refused() -> None:
    (problem,) = refusals("https://a.example/b https://c.example www.d.example/*e*")

    assert problem.found == "http://www.d.example/"


@pytest.mark.parametrize(
    "body",
    [
        "**https://a.example/b**",
        "https://a.example/b *c*",
        "www.a.example/https://b.example/",
        "[b](https://a.example)*c*",
        "*b*https://a.example c",
        "<https://a.example/>*b*",
    ],
)
def test_an_address_that_ends_before_the_marks_is_no_mistake(body: str) -> None:
    assert refusals(body) == []


@pytest.mark.parametrize("body", ["two\n- | -", "one\nb | c\n- | -"])
def test_a_row_below_headings_that_was_read_as_an_item_is_refused(body: str) -> None:
    """GitHub shows a table."""
    ((line, found),) = [(problem.line, problem.found) for problem in refusals(body)]

    assert (line, found) == (20 + body.count("\n"), "| -")


@pytest.mark.parametrize("address", ["https://a.example/~jo/~b/", "www.a.example/~jo/b~c", "https://a.example/:tada:/"])
def test_no_mark_stands_in_a_bare_address(address: str) -> None:
    """GitHub reads the address first."""
    assert refusals(f"see {address} now") == []


@pytest.mark.parametrize(
    "body",
    [
        "[the report] (https://a.example) and",
        "[the report]\u00a0(www.a.example)",
        "(the report)[https://a.example] and",
        "(the report)[www.a.example]",
        "(the report)[ftp://a.example]",
    ],
)
def test_a_link_with_its_parts_wrong_is_one_mistake(body: str) -> None:
    """Not also an address that is bare, or not whole."""
    assert len(refusals(body)) == 1
    assert prose_of(parse(body)).links == ()


def test_an_address_after_such_a_link_is_bare_all_the_same() -> None:
    links = prose_of(parse("[a] (https://a.example) https://b.example [c] d (https://d.example)")).links

    assert [link.words for link in links] == ["https://b.example", "https://d.example"]


@pytest.mark.parametrize(
    "body", ["(the report)[[a](javascript:b)", "\\] (https://a.example:b", "(a)[<ftp://b.example>"]
)
def test_what_only_looks_like_the_start_of_such_a_link_hides_no_mistake(body: str) -> None:
    assert len(refusals(body)) == 1
