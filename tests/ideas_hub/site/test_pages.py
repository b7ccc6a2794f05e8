"""ideas_hub/site/output_groups.py: which pages there are, where they are written, and what changes them."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.site import entry_groups as entry_groups_module
from ideas_hub.site.context import BuildContext
from ideas_hub.site.entry_groups import entry_groups
from ideas_hub.site.output_groups import OutputGroup, list_groups
from ideas_hub.site.renderer import Renderer
from ideas_hub.site.single_pages import single_pages
from ideas_hub.views.entries import entry_view
from ideas_hub.views.entry_page import EntryExtras, EntryView
from ideas_hub.views.not_found import not_found_view
from ideas_hub.views.sources import sources_view

TODAY = date(2026, 11, 27)
DUE = date(2028, 8, 31)
"""The day from which two entries of the small hub are due for review."""

Batches = list[tuple[tuple[str, ...], list[str]]]


def entries(context: BuildContext) -> list[OutputGroup]:
    return list(entry_groups(Renderer(context), context.similar))


@pytest.fixture(scope="session")
def batches(context: BuildContext, renderer: Renderer) -> Batches:
    """Of each group of pages, the paths that it names and the paths of its files; nothing is rendered."""
    return [
        (group.paths, [file.path for file in group.files()]) for group in (*entries(context), *list_groups(renderer))
    ]


def test_no_two_pages_have_one_address(context: BuildContext, batches: Batches) -> None:
    counts = Counter(path for _, files in batches for path in files)
    counts.update(addresses.output_file(page.address) for page in single_pages(context.hub, TODAY))

    assert {path: count for path, count in counts.items() if count > 1} == {}
    assert {"index.html", "case-studies/soldering/index.html", "themes/index.html"} <= set(counts)


def test_the_page_of_sources_shows_the_title_the_text_and_the_website_of_each(
    context: BuildContext, renderer: Renderer
) -> None:
    html = renderer.render("sources.html", sources_view(context.hub)).decode()

    assert (
        '<section class="source" id="parts-evaluation">\n<h2 dir="auto">Evaluation of the Spare Parts Fund</h2>' in html
    )
    assert "The final report." in html
    assert '<a href="https://thimble-and-spanner.example">https://thimble-and-spanner.example</a>' in html


def test_no_two_groups_have_one_key(context: BuildContext, renderer: Renderer) -> None:
    """A group with the key of another would be taken for it."""
    groups = [*entries(context), *list_groups(renderer)]
    groups += [page.group(renderer) for page in single_pages(context.hub, TODAY)]

    assert len({group.key for group in groups}) == len(groups)


def test_a_batch_writes_only_where_it_says(batches: Batches) -> None:
    """The preview finds a page by these paths."""
    for paths, files in batches:
        for file in files:
            assert file.startswith(paths), (file, paths)


def test_every_entry_has_its_page_whatever_the_size_of_a_group(
    context: BuildContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry_groups_module, "ENTRIES_PER_GROUP", 4)
    groups = entries(context)

    assert [len(group.paths) for group in groups] == [4, 4, 4, 4]
    assert [file.path for group in groups for file in group.files() if file.path.endswith(".html")] == [
        addresses.output_file(addresses.document(entry.kind, entry.id)) for entry in context.hub.entries
    ]


def test_an_entry_s_view_is_built_once(context: BuildContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its page and its Markdown copy share it."""
    built: list[str] = []

    def build(entry: AnyEntry, hub: Hub, extras: EntryExtras) -> EntryView:
        built.append(entry.id)
        return entry_view(entry, hub, extras)

    monkeypatch.setattr(entry_groups_module, "entry_view", build)
    for group in entries(context):
        for file in group.files():
            file.render()

    assert sorted(built) == sorted(entry.id for entry in context.hub.entries)


@pytest.mark.parametrize(("day", "same"), [(DUE - timedelta(1), True), (DUE, False)])
def test_entry_pages_change_on_the_day_a_review_falls_due(context: BuildContext, day: date, *, same: bool) -> None:
    """And on no other day: the key has what the page says of its review, not the date."""
    before, after = (
        [group.key for group in entries(replace(context, today=today))] for today in (DUE - timedelta(2), day)
    )

    assert (after == before) is same


def test_of_the_pages_that_exist_once_only_the_list_of_reviews_depends_on_the_day(hub: Hub) -> None:
    assert {page.address for page in single_pages(hub, TODAY) if page.today} == {addresses.REVIEW}


def test_a_page_is_written_where_the_recipe_says(hub: Hub) -> None:
    for page in single_pages(hub, TODAY):
        assert page.build_view().page.address == page.address


def test_search_engines_leave_out_the_page_for_unknown_addresses() -> None:
    assert not_found_view("search/index.js").page.robots == "noindex"
