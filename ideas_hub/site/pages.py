"""The hub's pages: the template and the view of each, in batches that workers render independently."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import LEARNING_POINTS, VOCABULARY_KINDS
from ideas_hub.model.photo import Photo
from ideas_hub.search.similarity import Similar
from ideas_hub.views import review
from ideas_hub.views.cards import ListView
from ideas_hub.views.entries import entry_view
from ideas_hub.views.entry_page import EntryExtras, EntryView
from ideas_hub.views.evidence import evidence_view
from ideas_hub.views.finder import finder_view
from ideas_hub.views.glossary import glossary_view
from ideas_hub.views.home import home_view
from ideas_hub.views.learning_points import learning_points_view
from ideas_hub.views.lists import list_builders
from ideas_hub.views.page import Link, Page
from ideas_hub.views.projects import projects_view
from ideas_hub.views.shortlist import shortlist_view
from ideas_hub.views.similar import similar_views
from ideas_hub.views.sources import sources_view
from ideas_hub.views.terms import terms_view

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
class PageBatch:
    """Pages rendered together.

    paths: the folders and files that they are written to.
    extra_key: cache-key parts beyond the facts digest (entry bodies, today).
    """

    paths: tuple[str, ...]
    pages: Callable[[], Iterator[PageSpec | EntryPageSpec]]
    extra_key: object = None


def entry_batches(hub: Hub, extras: ExtrasByFile) -> Iterator[PageBatch]:
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


def list_batches(hub: Hub) -> Iterator[PageBatch]:
    """Yield the lists of each kind, of each term and of each pair of terms."""
    for paths, views in list_builders(hub):
        yield PageBatch(paths, partial(_list_pages, views))


def _list_pages(views: Callable[[], Iterator[ListView]]) -> Iterator[PageSpec]:
    return (PageSpec("list.html", view.page, view) for view in views())


def overview_batches(hub: Hub, today: date) -> Iterator[PageBatch]:
    """Yield the pages that exist once, but for the finder's and the data's, which come with their files."""
    builders: tuple[tuple[str, str, Callable[[], Any]], ...] = (
        (addresses.HOME, "home.html", partial(home_view, hub)),
        (addresses.SHORTLIST, "shortlist.html", partial(shortlist_view, hub)),
        (addresses.index(LEARNING_POINTS), "learning_points.html", partial(learning_points_view, hub)),
        (addresses.PROJECTS, "projects.html", partial(projects_view, hub)),
        (addresses.EVIDENCE, "evidence.html", partial(evidence_view, hub)),
        (addresses.SOURCES, "sources.html", partial(sources_view, hub)),
        (addresses.GLOSSARY, "glossary.html", partial(glossary_view, hub)),
        (addresses.REVIEW, "review.html", partial(review.review_view, hub, today)),
        *((addresses.index(kind), "terms.html", partial(terms_view, kind, hub)) for kind in VOCABULARY_KINDS),
    )
    for address, template, view in builders:
        key = today if address == addresses.REVIEW else None
        yield PageBatch((addresses.output_file(address),), partial(_overview_page, template, view), key)
    yield PageBatch((addresses.NOT_FOUND,), _not_found_page)


def _overview_page(template: str, build_view: Callable[[], Any]) -> Iterator[PageSpec]:
    view = build_view()
    yield PageSpec(template, view.page, view)


def _not_found_page() -> Iterator[PageSpec]:
    home = (Link("Home", addresses.HOME),)
    page = Page("Page not found", "There is no page at this address.", addresses.NOT_FOUND, home, robots="noindex")
    yield PageSpec("not_found.html", page, None)


def finder_page(hub: Hub, search_index: str) -> PageSpec:
    """Return the finder's page, the only one that depends on the search files.

    search_index: the path of the search's manifest.
    """
    view = finder_view(hub, search_index)
    return PageSpec("find.html", view.page, view)
