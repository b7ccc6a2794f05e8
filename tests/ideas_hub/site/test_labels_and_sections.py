"""The words and the order of an entry's page stand in one place, and nothing but what readers see hangs on them."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from ideas_hub.model import sections
from ideas_hub.model.sections import BODY, DID_NOT_WORK, SECTIONS, Section
from ideas_hub.site.context import BuildContext
from ideas_hub.views import entries, organisation_links
from ideas_hub.views.entries import entry_view
from ideas_hub.views.page import Fact, Link
from tests.ideas_hub.conftest import all_files

NEW = " (new)"
ENTRY_FILES = re.compile(
    r"(case-studies|learning-points|programmes|tools|events|projects|organisations)/[a-z0-9-]+/index\.(html|md)"
    r"|(.*/)?feed\.(xml|json)"
)
HEADING = re.compile(r"<h2[^>]*>(.+?)</h2>")


def fact(label: str, text: str = "", links: tuple[Link, ...] = (), id: str = "") -> Fact:  # noqa: A002 as Fact has it
    """Return a fact whose label has changed."""
    return Fact(label + NEW, text, links, id)


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
    assert after["case-studies/soldering/index.html"].count(b"<dt>Who (new)</dt>") == 1


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
    in_html = [HEADING.findall(html) for html in (page.partition('<div class="text">')[2], item["content_html"])]
    on_page, in_feed = ([unescape(words) for words in found] for found in in_html)
    return on_page, re.findall("^## (.+)$", copy, re.MULTILINE), in_feed


def test_page_copy_and_feed_have_the_same_sections_in_the_same_order(
    context: BuildContext, before: dict[str, bytes]
) -> None:
    """The order is that of the view: nothing is added, left out or moved on the way."""
    for entry in context.hub.entries:
        view = entry_view(entry, context.hub)
        titles = [section.title for section, _ in view.sections if section.title]

        for found in headings(before, view.page.address):
            assert [words for words in found if words in titles] == titles


def test_moving_a_section_moves_it_wherever_the_entry_is_shown(
    context: BuildContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the page, in its contents, in the copy and in the feed; two are side by side only as neighbours."""
    moved = (DID_NOT_WORK, *(one for one in SECTIONS if one is not DID_NOT_WORK))
    monkeypatch.setattr(sections, "SECTIONS", moved)
    files = all_files(context)
    page = files["case-studies/clock-club/index.html"].decode()

    assert [found[0] for found in headings(files, "case-studies/clock-club/")] == [DID_NOT_WORK.title] * 3
    assert page.index('href="#whatGotInTheWay"') < page.index('href="#why-it-ended"')
    assert page.count('<div class="both">') == 2


def test_every_section_has_its_own_id_a_title_and_an_anchor() -> None:
    assert len({section.id for section in SECTIONS}) == len(SECTIONS)
    assert all(section.title and section.anchor for section in SECTIONS if section is not BODY)
