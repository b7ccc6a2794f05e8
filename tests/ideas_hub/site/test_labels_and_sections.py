"""The words and the order of an entry's page stand in one place, and nothing but what readers see hangs on them."""

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from ideas_hub.model import sections
from ideas_hub.model.sections import BODY, DID_NOT_WORK, FIGURES, SECTIONS, WORKED, Section
from ideas_hub.site.context import BuildContext
from ideas_hub.views import entries, organisation_links
from ideas_hub.views.entries import entry_view
from ideas_hub.views.page import Fact
from tests.ideas_hub.conftest import all_files

NEW = " (new)"
ENTRY_FILES = re.compile(
    r"(case-studies|learning-points|trails|programmes|tools|events|projects|organisations)/[a-z0-9-]+/index\.(html|md)"
    r"|(.*/)?feed\.(xml|json)"
)
HEADING = re.compile(r"<h[23][^>]*>(.+?)</h[23]>")


def fact(label: str, *rest: Any, **more: Any) -> Fact:
    """Return a fact whose label has changed."""
    return Fact(label + NEW, *rest, **more)


@pytest.fixture(scope="module")
def before(context: BuildContext) -> dict[str, bytes]:
    return all_files(context)


def test_a_label_changes_only_itself(
    context: BuildContext, before: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page, copy and feed show the new word; shortlist, structured data, cards, data and search stay as they were."""
    monkeypatch.setattr(entries, "Fact", fact)
    monkeypatch.setattr(organisation_links, "Fact", fact)
    after = all_files(context)
    changed = {path for path in before if before[path] != after[path]}

    assert {path: content.replace(NEW.encode(), b"") for path, content in after.items()} == before
    assert {"case-studies/soldering/index.html", "case-studies/soldering/index.md", "feed.xml"} <= changed
    assert all(ENTRY_FILES.fullmatch(path) for path in changed)
    assert after["case-studies/soldering/index.html"].count(b"<dt>Themes (new)</dt>") == 1


def test_the_title_of_a_section_changes_only_itself(
    context: BuildContext, before: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = {one: replace(one, title=one.title and one.title + NEW) for one in SECTIONS}
    for name, one in vars(sections).copy().items():
        if isinstance(one, Section):
            monkeypatch.setattr(sections, name, renamed[one])
    monkeypatch.setattr(sections, "SECTIONS", tuple(renamed.values()))
    after = all_files(context)

    assert {path: content.replace(NEW.encode(), b"") for path, content in after.items()} == before
    assert all(ENTRY_FILES.fullmatch(path) for path in before if before[path] != after[path])
    assert b"## What helped (new)\n" in after["case-studies/soldering/index.md"]


def headings(files: dict[str, bytes], address: str) -> tuple[list[str], list[str], list[str]]:
    """Return the headings of an entry's page, Markdown copy and feed item, as they follow each other."""
    page, copy = (files[f"{address}index.{ending}"].decode() for ending in ("html", "md"))
    items = json.loads(files[f"{address.partition('/')[0]}/feed.json"])["items"]
    item = next(item for item in items if item["url"].endswith(address))
    on_page, in_feed = (
        [unescape(words) for words in HEADING.findall(html)]
        for html in (page.partition("<main")[2], item["content_html"])
    )
    return on_page, re.findall("^## (.+)$", copy, re.MULTILINE), in_feed


def test_copy_and_feed_have_the_same_sections_in_the_same_order(
    context: BuildContext, before: dict[str, bytes]
) -> None:
    """The order is that of the view: nothing is added, left out or moved on the way."""
    for entry in context.hub.entries:
        view = entry_view(entry, context.hub)
        titles = [section.title for section, _ in view.sections if section.title]
        _, *others = headings(before, view.page.address)

        for found in others:
            assert [words for words in found if words in titles] == titles


def test_a_page_has_every_section_once_part_by_part(context: BuildContext, before: dict[str, bytes]) -> None:
    """What it opens on, the text, what stands beside it, what is folded away; figures are in the box of facts."""
    for entry in context.hub.entries:
        view = entry_view(entry, context.hub)
        parts = [one.section for one in (*view.answer, *view.story, *view.beside)] + [one for one, _ in view.about]
        titles = [section.title for section in parts if section.title]
        on_page, *_ = headings(before, view.page.address)

        assert [words for words in on_page if words in titles] == titles
        assert {section for section, _ in view.sections} == {
            *parts,
            *({FIGURES} if view.figures else ()),
        }


def test_moving_a_section_moves_it_wherever_the_entry_is_shown(
    context: BuildContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = (DID_NOT_WORK, *(one for one in SECTIONS if one is not DID_NOT_WORK))
    monkeypatch.setattr(sections, "SECTIONS", moved)
    files = all_files(context)
    titles = {DID_NOT_WORK.title, WORKED.title}

    for found in headings(files, "case-studies/toaster-tuesdays/"):
        assert [words for words in found if words in titles] == [DID_NOT_WORK.title, WORKED.title]


def test_every_section_has_a_title_and_an_anchor() -> None:
    assert all(section.title and section.anchor for section in SECTIONS if section is not BODY)
