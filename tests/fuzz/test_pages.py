"""Whatever is in a page's file, it is read or its mistakes are named, and its HTML does nothing."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from ideas_hub.checks.checked_file import checked_page
from ideas_hub.checks.run import apply_text_rules
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.reading.documents import document_of, parse_file
from ideas_hub.reading.glossary_links import GlossaryMatcher
from tests.conftest import ROOT, SMALL_HUB
from tests.fuzz.mutation import mutated, some

FILE = "case_studies/soldering.md"
FACTS = (
    b"---\n", b"...\n", b"title: ", b"\ntitle:\n", b"- ", b"\n  - ", b": ", b"&a ", b"*a", b"!!python/object:os ",
    b"<<: *a\n", b"{", b"}", b"[", b"]", b"|\n ", b">-\n ", b"'", b'"', b"#", b"\t", b"\r", b"\r\n", b"\0", b"\xff",
    b"\xef\xbb\xbf", b"%YAML 1.1\n", b"2026-02-30", b"1e999", b"0x1F", b"~", b"true", b"? ", b"\xe2\x80\xae",
    b"\xc2\x85", b"\xe2\x80\xa8", b"<<<<<<< HEAD\n", b"9" * 400,
)  # fmt: skip
MARKS = (
    b"<script>alert(1)</script>", b"<svg onload=a()>", b"<a href='javascript:a()'>", b"<!--", b"-->", b"<![CDATA[",
    b"<?", b"&#x6a;", b"[a](javascript:a())", b"[a](//b.c)", b"![a](data:text/html,b)", b"[a]: JaVaScRiPt:b\n",
    b"<javascript:a>", b"[^1]", b"\n[^1]: b\n", b"```\n", b"`", b"~~~\n", b"|a|\n|-|\n", b"\n> ", b"\n    ", b"\n# ",
    b"\n---\n", b"===\n", b"**", b"_", b"~~", b"\\", b"\n1) ", b"\n- [ ] ", b"[", b"](", b")", b"]", b"> [!NOTE]\n",
    b"http://a.b", b"www.a.b", b"a@b.cd", b"07700 900123", b"{{ 7 }}", b"{% raw %}", b"\n\n", b"\n",
)  # fmt: skip
TAGS = {
    "a", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"id", "dir", "href", "title", "class", "rel", "start", "role", "aria-label", "scope", "align"}
SCHEMES = {"", "http", "https", "mailto", "tel"}


class Page(HTMLParser):
    """Fails on whatever could act in a reader's browser."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        address = dict(attrs).get("href") or ""
        assert urlsplit(address).scheme in SCHEMES, address

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read(content: bytes) -> None:
    """Read, check and convert a file as a build does."""
    opened = parse_file(CASE_STUDIES, FILE, content)
    _, article, found = document_of(opened, GlossaryMatcher({}))
    rules = apply_text_rules(checked_page(opened, frozenset())).problems
    for problem in (*opened.problems, *opened.parsed.problems, *found, *rules):
        assert problem.file == FILE
        assert 0 <= problem.line <= content.count(b"\n") + content.count(b"\r") + 1
        assert str(problem).isprintable()
    page = Page()
    page.feed(article.html)
    page.close()


EXAMPLES = re.findall(
    r"^`{32} example\n(.*?)^\.\n",
    (ROOT / "tests/ideas_hub/reading/commonmark/spec.txt").read_text(encoding="utf-8").replace("\u2192", "\t"),
    re.MULTILINE | re.DOTALL,
)
"""The Markdown of every example in the specification of CommonMark: all that there is, in all its corners."""

SOUND = [path.read_bytes() for path in sorted((SMALL_HUB / "case_studies").glob("*.md"))]


@some(examples=60)
@given(mutated(SOUND, FACTS + MARKS))
def test_a_page_with_random_changes_is_read_or_its_mistakes_are_named(content: bytes) -> None:
    read(content)


@some(examples=60)
@given(st.lists(st.sampled_from(MARKS) | st.binary(max_size=12), max_size=30))
def test_a_text_of_random_marks_is_converted_to_inert_html(parts: list[bytes]) -> None:
    read(b"---\ntitle: A\n---\n\n" + b"".join(parts))


@some(examples=60)
@given(mutated([one.encode() for one in EXAMPLES], MARKS), st.lists(st.sampled_from(EXAMPLES), max_size=6))
def test_examples_of_every_kind_of_markdown_put_together_are_inert(changed: bytes, whole: list[str]) -> None:
    read(b"---\ntitle: A\n---\n\n" + "".join(whole).encode() + changed)


@some(examples=40)
@given(st.lists(st.sampled_from(FACTS) | st.binary(max_size=8), max_size=30))
def test_random_facts_are_read_or_their_mistakes_are_named(parts: list[bytes]) -> None:
    read(b"---\n" + b"".join(parts) + b"\n---\n\nA text.\n")
