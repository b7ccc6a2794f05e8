"""Typed text stays words: whatever signs are in it, its page shows just them, and no check takes them for marks."""

from collections.abc import Iterator
from itertools import product
from string import punctuation

import pytest
from bs4 import BeautifulSoup

from ideas_hub.drafting.plain_text import BULLET, as_markdown, is_empty, one_line
from ideas_hub.reading.article import convert
from ideas_hub.reading.markdown import MarkdownText, parse
from ideas_hub.reading.prose import NO_PROSE
from ideas_hub.reading.refusals import find_refusals

FILE = "case_studies/x.md"
AROUND = (
    "{0}{1}x{1}{0}|{0}{1} x {1}{0}|we {0}{1}x{1}{0} met|{0}smile{1}|{0}x{1}{0}x{1}|- {0}{1} x|{0}{0}{0} x{1}|{0}x{1}="
)
BESIDE_ADDRESSES = (
    "{0}https://a.example/x{1}y{0}|see www.a.example/{0}x{1} now|{0}x{1}[http://a.example]|x{0} (a.md){1}"
    "|{0}http://a.example/{1}www.a.example/{0}|{0}jo@a.example{1}"
)
MARKS = (
    "==x==", "++x++", "^2^", "H~2~O", "%%x%%", "$x$", "$$x$$", ":smile:", ":+1:", "{% if %}", "{{ x }}", "{{< x >}}",
    "--8<--", ".. note::", "(label)=", "{ref}`x`", "== Head ==", "(words)[http://a.example]",
    "[words] (http://a.example)", "[[x]]", "![[x|y]]", "[TOC]", "[b]x[/b]", "[size size=2]", "!!! tip", "??? note",
    "///", "::: x", '=== "Tab"', "{: .x}", "[^1]", "^[x]", "*[x]: y", "##Head", "\u2022word", "- \u25aa word",
    "\u2022 \u2022 word", "\u2022\nword", "[a](b", "[a](http://a.example b)", "[a][b]", "<www.a.example>", "<https://a.example>",
    "<a href='https://a.example'>x</a>", "&#8203;", "&copy;", "\\&#8203;", "x &&#8203;", "2024. A year",
    "C++ and G++", "10:30:45", "f(x)=y", "a_b __c__", "| - |",
)  # fmt: skip


def typed_texts() -> list[str]:
    """Return signs alone and in pairs, around words and beside addresses, and the marks of other programs."""
    forms = f"{AROUND}|{BESIDE_ADDRESSES}".split("|")
    return [*MARKS, *(form.format(*pair) for form, pair in product(forms, product(punctuation, repeat=2)))]


def read(typed: str) -> MarkdownText:
    return parse(as_markdown(typed))


def shown(typed: str) -> str:
    page = BeautifulSoup(convert(read(typed), NO_PROSE, FILE).html, "html.parser")
    return one_line(page.get_text()) if {tag.name for tag in page.find_all()} <= {"p", "a", "ul", "ol", "li"} else ""


def refused(typed: str) -> Iterator[str]:
    yield from (str(problem) for problem in find_refusals(read(typed), FILE))


def test_a_page_shows_just_what_was_typed() -> None:
    typed = [text for text in typed_texts() if as_markdown(text)]

    assert len(typed) > 10_000
    assert [text for text in typed if shown(text) != BULLET.sub("", one_line(text))] == []


def test_nothing_typed_is_taken_for_a_mark() -> None:
    assert [(text, found) for text in typed_texts() for found in refused(text)] == []


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("https://a.example/~jo/*b*/", "https://a.example/~jo/*b*/"),
        ("(https://a.example/_b_?c*)", "https://a.example/_b_?c"),
        ("www.a.example/~jo/*b*/.", "http://www.a.example/~jo/*b*/"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("[b](https://a.example/b$c)", "https://a.example/b$c"),
        ("https://a.example/?b=1&c=2", "https://a.example/?b=1&c=2"),
        ("https://a.example/{b}", "https://a.example/"),
        ("www.a.example/https://b.example/*", "http://www.a.example/https://b.example/"),
    ],
)
def test_a_typed_address_leads_where_it_says(typed: str, target: str) -> None:
    opened = [event.value for event in read(typed).events if event.kind == "open" and event.name == "Link"]

    assert [link["dest_url"] for link in opened] == [target]
    assert shown(typed) == typed
    assert list(refused(typed)) == []


def test_an_address_without_marks_stays_as_it_is() -> None:
    for typed in ("see https://a.example/b-c?d=1#e.", "(www.a.example/our_own_story)"):
        assert as_markdown(typed) == typed


def test_only_what_could_act_is_escaped() -> None:
    words = 'It\'s 50% (or £5): a = b, 10:30, yes/no + "more" - done! Really? A&E, x > y; @us #1'

    assert as_markdown(words) == words


@pytest.mark.parametrize("answer", ["", " ", ".", "-", "\u2013.", "N/A", "None.", "\u200b", "\u00ad \u200b\n", " nil "])
def test_an_answer_that_says_that_there_is_none_is_empty(answer: str) -> None:
    assert is_empty(answer)


@pytest.mark.parametrize("answer", ["?", "0", "nothing", "no", "- none of us", "n/a here"])
def test_an_answer_with_words_is_not_empty(answer: str) -> None:
    assert not is_empty(answer)
