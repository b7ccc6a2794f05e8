"""The hub's pages: the template and the view of each, in batches that workers render independently."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any, Generic, TypeVar

from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.photo import Photo
from ideas_hub.search.similarity import Similar
from ideas_hub.views import review
from ideas_hub.views.entries import entry_view
from ideas_hub.views.entry_page import EntryExtras, EntryView
from ideas_hub.views.lists import ListView, list_builders
from ideas_hub.views.page import Page
from ideas_hub.views.similar import similar_views

S = TypeVar("S")
ENTRIES_PER_BATCH = 20  # worth sending to a worker, and small enough to balance the load


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page to render.

    template: its path below overrides/hub/.
    """

    template: str
    page: Page
    view: Any


@dataclass(frozen=True, slots=True)
class SinglePage:
    """A page that exists once.

    template: its path below overrides/hub/.
    part: of the hub, without which there is no such page; "" if every hub has it.
    today: the day that it depends on, if any.
    """

    address: str
    template: str
    build_view: Callable[[], Any]
    part: str = ""
    today: date | None = None

    def spec(self) -> PageSpec:
        """Build the view."""
        view = self.build_view()
        return PageSpec(self.template, view.page, view)


@dataclass(frozen=True, slots=True)
class EntryPageSpec:
    """An entry's page to render.

    key_parts: the entry's share of the cache key.
    view: builds the view (memoised).
    """

    entry: AnyEntry
    key_parts: object
    view: Callable[[], EntryView]


@dataclass(frozen=True, slots=True)
class ExtrasByFile:
    """What entry pages show that depends on other entries, photos or the date, by the entry's file.

    today: pages whose review is overdue on this day say so.
    """

    photos: Mapping[str, Photo]
    similar: Mapping[str, tuple[Similar, ...]]
    today: date


@dataclass(frozen=True, slots=True)
class PageBatch(Generic[S]):
    """Pages of one sort that are rendered together.

    paths: the folders and files that they are written to.
    extra_key: cache-key parts beyond the facts digest (entry bodies, today).
    """

    paths: tuple[str, ...]
    pages: Callable[[], Iterator[S]]
    extra_key: object = None


def entry_batches(hub: Hub, extras: ExtrasByFile) -> Iterator[PageBatch[EntryPageSpec]]:
    """Yield the pages of all entries."""
    for start in range(0, len(hub.entries), ENTRIES_PER_BATCH):
        entries = hub.entries[start : start + ENTRIES_PER_BATCH]
        paths = tuple(addresses.document(entry.kind, entry.id) for entry in entries)
        key = [(one.digest, extras.photos.get(one.file), review.overdue(one.facts, extras.today)) for one in entries]
        yield PageBatch(paths, partial(_entry_pages, entries, hub, extras), key)


def _entry_pages(entries: tuple[AnyEntry, ...], hub: Hub, extras: ExtrasByFile) -> Iterator[EntryPageSpec]:
    for entry in entries:
        overdue = review.overdue(entry.facts, extras.today)
        own = EntryExtras(
            extras.photos.get(entry.file), similar_views(extras.similar.get(entry.file, ()), hub), overdue
        )
        yield EntryPageSpec(entry, (entry.id, entry.digest, own), cache(partial(entry_view, entry, hub, own)))


def list_batches(hub: Hub) -> Iterator[PageBatch[PageSpec]]:
    """Yield the lists of each kind, of each term and of each pair of terms."""
    for paths, views in list_builders(hub):
        yield PageBatch(paths, partial(_list_pages, views))


def _list_pages(views: Callable[[], Iterator[ListView]]) -> Iterator[PageSpec]:
    return (PageSpec("list.html", view.page, view) for view in views())
