"""What pages the hub has: which template each takes, and its view.

The pages come in batches that are made apart from each other, so that all processors can share them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from ideas_hub import addresses
from ideas_hub.article import Article
from ideas_hub.facets import search_facets
from ideas_hub.hub import AnyEntry, Hub
from ideas_hub.kinds import VOCABULARY_KINDS
from ideas_hub.photos.photo import Photo
from ideas_hub.views import entries, lists, overview, review
from ideas_hub.views.data import data_view
from ideas_hub.views.page import Link, Page
from ideas_hub.views.shortlist import shortlist
from ideas_hub.views.similar import SimilarView

BATCH = 20  # entries: enough to be worth sending to a worker, few enough to share the work evenly


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be: its template below overrides/hub/, the page's own facts, and its view."""

    template: str
    page: Page
    view: Any


@dataclass(frozen=True, slots=True)
class EntrySheet(Sheet):
    """An entry's page to be."""

    entry: AnyEntry


@dataclass(frozen=True, slots=True)
class Shown:
    """What entries show beside their own facts, by the file of the entry.  today: the day by which a page is past its review."""

    photos: Mapping[str, Photo]
    similar: Mapping[str, tuple[SimilarView, ...]]
    today: date


def batches(hub: Hub, articles: Mapping[str, Article], shown: Shown) -> list[Callable[[], Iterator[Sheet]]]:
    """Return what makes the pages of the hub but the finder's, a batch a call."""
    found: list[Callable[[], Iterator[Sheet]]] = [partial(_overviews, hub, articles, shown)]
    found += [partial(_entries, hub.entries[start : start + BATCH], hub, articles, shown) for start in range(0, len(hub.entries), BATCH)]
    found += [partial(_lists, make) for make in lists.list_makers(hub, articles)]
    return found


def sheets(hub: Hub, articles: Mapping[str, Article], shown: Shown) -> Iterator[Sheet]:
    """Yield every page of the hub but the finder's."""
    for make in batches(hub, articles, shown):
        yield from make()


def find_sheet(hub: Hub, articles: Mapping[str, Article], search_index: str) -> Sheet:
    """Return the finder's page, which alone of all pages waits for the search.  search_index: the path of the search's first file."""
    view = overview.find(hub, articles, search_facets(hub), search_index)
    return Sheet("find.html", view.page, view)


def _overviews(hub: Hub, articles: Mapping[str, Article], shown: Shown) -> Iterator[Sheet]:
    views: tuple[tuple[str, Any], ...] = (
        ("home.html", overview.home(hub, articles)),
        ("shortlist.html", shortlist(hub, articles)),
        ("learning_points.html", overview.learning_points(hub, articles)),
        ("projects.html", overview.projects(hub, articles)),
        ("evidence.html", overview.evidence(hub, articles)),
        ("sources.html", overview.sources(hub, articles)),
        ("glossary.html", overview.glossary(hub, articles)),
        ("data.html", data_view(hub, articles)),
        ("review.html", review.review_view(hub, articles, shown.today)),
        *(("terms.html", lists.terms_page(kind, hub, articles)) for kind in VOCABULARY_KINDS),
    )
    for template, view in views:
        yield Sheet(template, view.page, view)
    home = (Link("Home", addresses.HOME),)
    yield Sheet(
        "not_found.html", Page("Page not found", "There is no page at this address.", addresses.NOT_FOUND, home, robots="noindex"), None
    )


def _entries(batch: tuple[AnyEntry, ...], hub: Hub, articles: Mapping[str, Article], shown: Shown) -> Iterator[Sheet]:
    for entry in batch:
        made = entries.entry_view(entry, hub, articles, shown.photos.get(entry.file), shown.similar.get(entry.file, ()))
        view = replace(made, overdue=review.overdue(entry.facts, shown.today))
        yield EntrySheet("entry.html", view.page, view, entry)


def _lists(make: Callable[[], Iterator[lists.ListView]]) -> Iterator[Sheet]:
    for view in make():
        yield Sheet("list.html", view.page, view)
