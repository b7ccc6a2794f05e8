"""ideas_hub/site/pages.py: which pages there are, where they are written, and what changes them."""

from collections import Counter
from datetime import date, timedelta

import pytest

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.site import pages
from ideas_hub.site.build import single_pages
from ideas_hub.site.pages import ExtrasByFile, entry_batches, list_batches

TODAY = date(2026, 11, 27)
DUE = date(2028, 8, 31)
"""The day from which two entries of the small hub are due for review."""


def extras(today: date = TODAY) -> ExtrasByFile:
    return ExtrasByFile(photos={}, similar={}, today=today)


@pytest.fixture(scope="session")
def batches(hub: Hub) -> list[tuple[tuple[str, ...], list[str]]]:
    """Of each batch, the paths that it names and the paths of its pages."""
    entries = [(one.paths, [spec.view().page for spec in one.pages()]) for one in entry_batches(hub, extras())]
    lists = [(one.paths, [spec.page for spec in one.pages()]) for one in list_batches(hub)]
    return [
        (paths, [addresses.output_file(page.address) for page in pages_of_batch])
        for paths, pages_of_batch in (*entries, *lists)
    ]


def test_no_two_pages_have_one_address(hub: Hub, batches: list[tuple[tuple[str, ...], list[str]]]) -> None:
    counts = Counter(path for _, files in batches for path in files)
    counts.update(addresses.output_file(page.address) for page in single_pages(hub, TODAY))

    assert {path: count for path, count in counts.items() if count > 1} == {}
    assert {"index.html", "404.html", "case-studies/soldering/index.html", "themes/index.html"} <= set(counts)


def test_a_batch_writes_only_where_it_says(batches: list[tuple[tuple[str, ...], list[str]]]) -> None:
    """The preview finds a page by these paths."""
    for paths, files in batches:
        for file in files:
            assert file.startswith(paths), (file, paths)


def test_every_entry_has_its_page_whatever_the_size_of_a_batch(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ENTRIES_PER_BATCH", 4)

    batches = list(entry_batches(hub, extras()))

    assert [len(batch.paths) for batch in batches] == [4, 4, 2]
    assert [spec.entry for batch in batches for spec in batch.pages() ] == list(
        hub.entries
    )


def test_an_entry_s_view_is_built_once(hub: Hub) -> None:
    """Its page and its Markdown copy share it."""
    spec = next(next(entry_batches(hub, extras())).pages())

    assert spec.view() is spec.view()


@pytest.mark.parametrize(("day", "same"), [(DUE - timedelta(1), True), (DUE, False)])
def test_entry_pages_change_on_the_day_a_review_falls_due(hub: Hub, day: date, *, same: bool) -> None:
    """And on no other day: the key has what the page says of its review, not the date."""
    before = [batch.extra_key for batch in entry_batches(hub, extras(DUE - timedelta(2)))]

    assert ([batch.extra_key for batch in entry_batches(hub, extras(day))] == before) is same


def test_of_the_pages_that_exist_once_only_the_list_of_reviews_depends_on_the_day(hub: Hub) -> None:
    assert {page.address for page in single_pages(hub, TODAY) if page.today} == {addresses.REVIEW}


def test_a_page_is_written_where_the_recipe_says(hub: Hub) -> None:
    for page in single_pages(hub, TODAY):
        assert page.spec().page.address == page.address


def test_search_engines_leave_out_the_page_for_unknown_addresses(hub: Hub) -> None:
    (not_found,) = [page for page in single_pages(hub, TODAY) if page.address == addresses.NOT_FOUND]

    assert not_found.spec().page.robots == "noindex"
