"""Each entry as Markdown, and llms.txt."""

from dataclasses import replace
from pathlib import Path

import markdown
import pytest
from jinja2 import Environment

from ideas_hub.engine.compact import Compact
from ideas_hub.formats import markdown_copies
from ideas_hub.model.hub import Hub
from ideas_hub.reading.markdown import COMMONMARK_ALONE, Limit, read_events
from ideas_hub.repository.load import read_hub
from ideas_hub.views.page import Site
from tests.ideas_hub.conftest import FILES, all_copies


def test_each_entry_is_there_as_markdown(full_hub: Hub, copies: dict[str, str]) -> None:
    """All that the page says, its links leading to pages."""
    text = copies["case-studies/soldering/index.md"]

    assert len(copies) == len(full_hub.entries) + 1
    assert text.startswith("# Soldering together in Conwy\n")
    assert "[other newcomers](../../communities/newcomers/)" in text
    assert "- A warm welcome at the door." in text
    assert "24 people:** People who came (based on: All people who signed up)" in text
    assert not any("\n\n\n" in copy for copy in copies.values())


def test_links_in_every_notation_lead_to_pages(tree: Path, site: Site, templates: Environment) -> None:
    """Inline, in angle brackets and as a reference; what is no page of the hub stays as it is."""
    file = "case_studies/soldering.md"
    links = "[a](<../docs/about.md>) [b](mending-van.md#what-they-did) [c]\n\n[c]: ../docs/find.md\n"
    (tree / file).write_text(f"{FILES[file]}\n{links}\n[d](https://example.org/about.md)\n", encoding="utf-8")
    hub = read_hub(tree)[0]

    text = all_copies(hub, site, templates)["case-studies/soldering/index.md"].decode()

    assert "[a](<../../about/>) [b](../mending-van/#what-they-did) [c]" in text
    assert "[c]: ../../find/" in text
    assert "[d](https://example.org/about.md)" in text


def test_hostile_words_stay_words(hostile_hub: Hub, site: Site, templates: Environment) -> None:
    """A Markdown reader shows no tag and no link that words made."""
    text = all_copies(hostile_hub, site, templates)["case-studies/soldering/index.md"].decode()
    html = markdown.markdown(text.splitlines()[0])

    assert "<b>" not in html
    assert html.startswith("<h1>=HYPERLINK(")
    assert "&lt;/script&gt;" in html


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("2021) no list", r"2021\) no list"),
        ("~~~ no code", r"\~~~ no code"),
        ("1950s", "1950s"),
        ("[no](link)", r"\[no\](link)"),
        ("*no* _stress_", r"\*no\* \_stress\_"),
        ("AT&amp;T & Co", "AT&amp;amp;T & Co"),
        ("a < b", "a &lt; b"),
        ("> no quote", r"\> no quote"),
        ("plain words", "plain words"),
        ("two\nlines", "two lines"),
    ],
)
def test_words_are_escaped_only_where_they_must(words: str, escaped: str) -> None:
    """Escapes are hard to read, so there are no more than needed."""
    assert markdown_copies.escape_markdown(words) == escaped


BODIES = (
    "    <script>alert(1)</script>",
    "\n\t<img src=x onerror=alert(1)>",
    "Text.\n\n- one\n\n\n      <script>alert(1)</script>",
    "```\n<script>alert(1)</script>\n```",
    r"\<script>alert(1)\</script>",
    "&lt;script>",
)


@pytest.mark.parametrize("body", BODIES)
def test_what_is_code_on_the_page_is_no_html_in_the_copy(
    body: str, hub: Hub, site: Site, templates: Environment
) -> None:
    """A reader of Markdown that shows HTML finds none, whatever stands above the text."""
    study = hub.case_studies["soldering"]
    told = replace(study, text=Compact((body, study.article)))

    text = all_copies(replace(hub, case_studies={"soldering": told}), site, templates)[
        "case-studies/soldering/index.md"
    ]
    events = read_events(text.decode(), COMMONMARK_ALONE)

    assert not isinstance(events, Limit)
    assert [event for event in events if event.kind == "html"] == []
    assert any("script" in event.value or "img" in event.value for event in events if event.kind == "text")


def test_llms_txt_lists_every_entry(
    hub: Hub, full_hub: Hub, site: Site, copies: dict[str, str], templates: Environment
) -> None:
    """https://llmstxt.org: a title, a summary as a quotation, and lists of links under headings."""
    text = copies["llms.txt"]
    lines = text.splitlines()
    [(_, local)] = markdown_copies.llms_txt(hub, replace(site, url=""), templates)

    assert lines[0] == f"# {site.name}"
    assert lines[2].startswith("> ")
    assert all(
        f"{site.url}{entry.kind.id}/{entry.id}/index.md): {entry.facts.summary}" in text for entry in full_hub.entries
    )
    assert b"](case-studies/soldering/index.md): Short soldering lessons" in local
    assert "/sources/): the documents that the facts come from" in text


def test_llms_txt_names_no_page_that_the_hub_does_not_have(hub: Hub, site: Site, templates: Environment) -> None:
    without = replace(hub, sources={}, glossary={}, case_studies={}, learning_points={})
    [(_, text)] = markdown_copies.llms_txt(without, site, templates)

    assert b"sources/" not in text
    assert b"## Optional" not in text
