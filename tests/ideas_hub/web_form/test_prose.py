"""Markdown in the browser is read as in the build: the same passages and links, and a preview of the same parts."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from script_checks import Scripts, open_scripts

from ideas_hub.reading.article import TAGS, convert
from ideas_hub.reading.html_writer import SAFE_IN_TARGETS
from ideas_hub.reading.links import resolve_link
from ideas_hub.reading.markdown import LINKS, MAX_DEPTH, MAX_EVENTS, MAX_SIGNS, MarkdownText, parse
from ideas_hub.reading.prose import prose_of
from tests.conftest import ROOT, SMALL_HUB
from tests.ideas_hub.reading.test_markdown import EXAMPLE, SPECIFICATION
from tests.ideas_hub.web_form.markdown_texts import TextMaker

SEEDS = range(60, 360)  # of texts without the kinds below
FRONT_MATTER = re.compile(r"\A\ufeff?---\n.*?\n---\n", re.DOTALL)
SHOWN = set(TAGS.split()) - {"code", "a", "hr", "br", "sup", "sub", "div", "span"}
FILE = "case_studies/lamp-swap.md"


@pytest.fixture(scope="module")
def scripts() -> Iterator[Scripts]:
    with open_scripts("micromark", "prose", "markdown") as running:
        yield running


def texts_of_files(pattern: str) -> dict[str, str]:
    """Return the text below the facts of each file that can be read, by its path."""
    found = {}
    for path in sorted((ROOT / "tests").glob(pattern)):
        source = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\0", "")
        found[path.relative_to(ROOT).as_posix()] = FRONT_MATTER.sub("", source)
    return found


def examples() -> dict[str, str]:
    specification = SPECIFICATION.read_text(encoding="utf-8").partition("<!-- END TESTS -->")[0].replace("\u2192", "\t")
    return {f"example {number}": source for number, (source, _) in enumerate(EXAMPLE.findall(specification), 1)}


def golden_texts() -> dict[str, str]:
    return texts_of_files("**/golden/**/*.md")


def texts_of_the_small_hub() -> dict[str, str]:
    return texts_of_files(f"{SMALL_HUB.relative_to(ROOT / 'tests').as_posix()}/**/*.md")


def made_texts() -> dict[str, str]:
    return {f"seed {seed}": TextMaker(seed).text() for seed in SEEDS}


SOURCES = [examples, golden_texts, texts_of_the_small_hub, made_texts]


def read_by_the_build(source: str, first_line: int = 1) -> dict[str, Any]:
    """Return what rules see of a text, named as the script does."""
    prose = prose_of(parse(source, first_line))
    names = {"is_bold": "isBold"}
    passages = [{names.get(name, name): value for name, value in one._asdict().items()} for one in prose.passages]
    links = [{"words": one.words, "line": one.line, "isBare": one.is_bare} for one in prose.links]
    return {"passages": passages, "links": links}


@pytest.mark.parametrize("texts", SOURCES)
def test_the_passages_and_links_of_a_text_are_those_that_the_build_sees(scripts: Scripts, texts: Any) -> None:
    read = {name: (scripts.ask("prose", text, 7), read_by_the_build(text, 7)) for name, text in texts().items()}

    assert len(read) > 10
    assert {name: both for name, both in read.items() if both[0] != both[1]} == {}


@pytest.mark.parametrize("texts", SOURCES)
def test_links_and_pictures_have_the_kind_and_target_that_the_build_sees(scripts: Scripts, texts: Any) -> None:
    names = {"link_type": "type", "dest_url": "target", "title": "title"}
    for name, source in texts().items():
        text = parse(source)
        opened = [event for event in text.events if event.kind == "open" and event.name in LINKS]
        read = [one for one in scripts.ask("events", source, 1) if one["kind"] == "open" and one["name"] in LINKS]

        assert [(one["name"], *map(one["value"].get, names.values()), one["line"]) for one in read] == [
            (event.name, *map(event.value.get, names), text.line_at(event.start)) for event in opened
        ], name


OTHERWISE = {
    "an item without words, below a row of words, in a list or a quotation that starts there": "Words\n> -",
    "a list that starts with another number than 1, in a quotation right below a row of words": "Words\n> 2. more",
    "a list that starts below code and has no words, or another number than 1": "    code\n2. words",
    "a row below the name of an alert that has no >": "- > [!NOTE]\nwords",
    "a task that is the heading of a table, or underlined": "- [x] words\n  ---",
    "a row of a table that starts with four spaces": "a | b\n- | -\n    words",
    "a table whose row of headings ends in a backslash": "a | b \\\n-|-",
    "a column whose row below the headings is a colon alone": "a | b\n- | :",
    "a table straight below a table in a list, but not stepped in": "- | a |\n  |---|\n| b |\n|---|",
    "a tag on a row that is not stepped in as the item above it is": "- words\n<b>",
    "a tab at the end of a heading": "# words\t",
}
"""Kinds of text that the two libraries read in different ways; nobody has been seen to write one.

In the first three the browser's sees no start of a list where CommonMark asks for one, or sees one where it does not.
"""


@pytest.mark.parametrize("text", OTHERWISE.values(), ids=OTHERWISE)
def test_a_few_kinds_of_text_are_read_in_another_way(scripts: Scripts, text: str) -> None:
    """Where a new version of a library brings them together, the line above goes."""
    assert scripts.ask("prose", text, 1) != read_by_the_build(text)


def simplified(node: Tag) -> list[Any]:
    """Return the tree of an article with nothing but the parts that readers tell apart, and its words."""
    found: list[Any] = []
    for part in parts_of(node):
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    tidy = [" ".join(part.split()) if isinstance(part, str) else part for part in found]
    return [part for part in tidy if part]


def parts_of(node: Tag) -> Iterator[Any]:
    """Yield the words and parts within a tag, and those within a part that is not told apart."""
    for child in node.children:
        if isinstance(child, NavigableString):
            yield str(child)
        elif isinstance(child, Tag) and "footnote-backref" not in (child.get("class") or []):
            name = web_address(child) or (child.name if child.name in SHOWN else "")
            if name:
                yield [name, *simplified(child)]
            else:
                yield from parts_of(child)


def web_address(tag: Tag) -> str:
    """Return where a link leads, if that is not within the hub and not refused."""
    href = str(tag.get("href") or "") if tag.name == "a" else ""
    is_kept = href.startswith(("http", "mailto:")) and resolve_link(href, FILE).href
    return quote(href, safe=f"{SAFE_IN_TARGETS}%") if is_kept else ""


def is_shown_whole(text: MarkdownText) -> bool:
    """Return whether a page shows all of a text: it shows no HTML and no picture, and has a title of its own."""
    levels = [event.value["level"] for event in text.events if event.kind == "open" and event.name == "Heading"]
    return "H1" not in levels and not any(event.kind == "html" or event.name == "Image" for event in text.events)


def tree_of(html: str) -> list[Any]:
    return simplified(BeautifulSoup(html, "html.parser"))


@pytest.mark.parametrize("texts", SOURCES)
def test_a_preview_has_the_words_and_parts_of_the_page(scripts: Scripts, texts: Any) -> None:
    parsed = {name: parse(text) for name, text in texts().items()}
    whole = {name: text for name, text in parsed.items() if is_shown_whole(text)}
    trees = {
        name: (
            tree_of(scripts.ask("preview", text.source)),
            tree_of(convert(text, prose_of(text), FILE).html),
        )
        for name, text in whole.items()
    }

    assert len(trees) > 10
    assert {name: both for name, both in trees.items() if both[0] != both[1]} == {}


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a <script>alert(1)</script>", "<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<div>\n*a*\n</div>", "<p>&lt;div&gt;\n*a*\n&lt;/div&gt;\n</p>"),
        ("![a *cup*](https://repair.example/a.png)", '<p><span class="picture">a <em>cup</em></span></p>'),
        ("[a](javascript:alert)", "<p>a</p>"),
        ("[a](<java\tscript:alert>)", "<p>a</p>"),
        ("[a](data:text/html,x)", "<p>a</p>"),
        ("[a](//repair.example)", "<p>a</p>"),
        ('[a](b.md"onclick=x)', '<p><a href="b.md&quot;onclick=x">a</a></p>'),
        ("# a", "<h2>a</h2>"),
    ],
)
def test_a_preview_is_safe_and_asks_nobody_for_anything(scripts: Scripts, source: str, html: str) -> None:
    assert scripts.ask("preview", source) == html


def test_links_and_headings_are_given_with_what_rules_ask_of_them(scripts: Scripts) -> None:
    source = "### Tea\n\n[a](b.md 'T') ![c](d.png) [e][F] <b>\n\n[f]: https://repair.example\n[g]: x"

    read = scripts.ask("parse", source)
    values = [event["value"] for event in read["events"] if event["kind"] in {"open", "html"} and event["value"]]

    assert values == [
        {"level": 3},
        {"type": "Inline", "target": "b.md", "title": "T", "label": "a"},
        {"type": "Inline", "target": "d.png", "title": "", "label": "c"},
        {"type": "Reference", "target": "https://repair.example", "title": "", "label": "F"},
        "<b>",
    ]
    assert [(one["label"], one["line"]) for one in read["definitions"]] == [("f", 5), ("g", 6)]


def test_a_text_that_breaks_a_limit_has_no_passages(scripts: Scripts) -> None:
    assert scripts.ask("limits") == {"depth": MAX_DEPTH, "events": MAX_EVENTS, "signs": MAX_SIGNS}
    assert scripts.ask("parse", "- a\n\n" + "> " * 31 + "a")["limit"] == {"name": "depth", "line": 3}
    assert scripts.ask("parse", "&" * 30_001)["limit"] == {"name": "parts", "line": 1}
    assert scripts.ask("prose", "> " * 31 + "a", 1) == {"passages": [], "links": []}
