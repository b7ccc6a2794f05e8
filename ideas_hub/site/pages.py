"""What pages the hub has: which template each takes, and its view.

The pages come in batches that are made apart from each other, so that all processors can share them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.views.finder_facets import search_facets
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import LEARNING_POINTS, VOCABULARY_KINDS
from ideas_hub.model.photo import Photo
from ideas_hub.model.document import Article
from ideas_hub.views import lists, overview, review
from ideas_hub.views.entries import EntryExtras, EntryView, entry_view
from ideas_hub.views.page import Link, Page
from ideas_hub.views.shortlist import shortlist
from ideas_hub.views.similar import SimilarView

BATCH = 20  # entries: enough to be worth sending to a worker, few enough to share the work evenly


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page to be: its template below overrides/hub/, the page's own facts, and its view."""

    template: str
    page: Page
    view: Any


@dataclass(frozen=True, slots=True)
class EntryPageSpec:
    """An entry's page to be.  own: what tells whether it is as it was, as far as this entry goes.  view: makes its view, once."""

    entry: AnyEntry
    own: object
    view: Callable[[], EntryView]


@dataclass(frozen=True, slots=True)
class ExtrasByFile:
    """What entries show beside their own facts, by the file of the entry.  today: the day by which a page is past its review."""

    photos: Mapping[str, Photo]
    similar: Mapping[str, tuple[SimilarView, ...]]
    today: date


@dataclass(frozen=True, slots=True)
class PageBatch:
    """Pages that are made in one go.

    within: the addresses of their folders and files.  beside: what they show of the texts of case studies and of the day,
    or what tells whether that is as it was; all else that they show is facts.
    """

    within: tuple[str, ...]
    make: Callable[[], Iterator[PageSpec | EntryPageSpec]]
    beside: object = None


def page_batches(hub: Hub, articles: Mapping[str, Article], shown: ExtrasByFile) -> Iterator[PageBatch]:
    """Yield what makes the pages of the hub but the finder's."""
    yield from _overviews(hub, articles, shown)
    for start in range(0, len(hub.entries), BATCH):
        entries = hub.entries[start : start + BATCH]
        within = (addresses.document(entry.kind, entry.id) for entry in entries)
        beside = [(entry.digest, shown.photos.get(entry.file), review.overdue(entry.facts, shown.today)) for entry in entries]
        yield PageBatch(tuple(within), partial(_entries, entries, hub, articles, shown), beside)
    for made in lists.list_builders(hub, articles):
        yield PageBatch(made.within, partial(_lists, made.make))


def finder_page(hub: Hub, articles: Mapping[str, Article], search_index: str) -> PageSpec:
    """Return the finder's page, which alone of all pages waits for the search.  search_index: the path of the search's first file."""
    view = overview.find(hub, articles, search_facets(hub), search_index)
    return PageSpec("find.html", view.page, view)


def _overviews(hub: Hub, articles: Mapping[str, Article], shown: ExtrasByFile) -> Iterator[PageBatch]:
    makers: tuple[tuple[str, str, Callable[[], Any]], ...] = (
        (addresses.HOME, "home.html", partial(overview.home, hub, articles)),
        (addresses.SHORTLIST, "shortlist.html", partial(shortlist, hub, articles)),
        (addresses.index(LEARNING_POINTS), "learning_points.html", partial(overview.learning_points, hub, articles)),
        (addresses.PROJECTS, "projects.html", partial(overview.projects, hub, articles)),
        (addresses.EVIDENCE, "evidence.html", partial(overview.evidence, hub, articles)),
        (addresses.SOURCES, "sources.html", partial(overview.sources, hub, articles)),
        (addresses.GLOSSARY, "glossary.html", partial(overview.glossary, hub, articles)),
        (addresses.REVIEW, "review.html", partial(review.review_view, hub, articles, shown.today)),
        *((addresses.index(kind), "terms.html", partial(lists.terms_page, kind, hub, articles)) for kind in VOCABULARY_KINDS),
    )
    for address, template, make in makers:
        yield PageBatch((addresses.output_file(address),), partial(_one, template, make), shown.today if address == addresses.REVIEW else None)
    yield PageBatch((addresses.NOT_FOUND,), _not_found)


def _one(template: str, make: Callable[[], Any]) -> Iterator[PageSpec]:
    view = make()
    yield PageSpec(template, view.page, view)


def _not_found() -> Iterator[PageSpec]:
    home = (Link("Home", addresses.HOME),)
    page = Page("Page not found", "There is no page at this address.", addresses.NOT_FOUND, home, robots="noindex")
    yield PageSpec("not_found.html", page, None)


def _entries(batch: tuple[AnyEntry, ...], hub: Hub, articles: Mapping[str, Article], shown: ExtrasByFile) -> Iterator[EntryPageSpec]:
    for entry in batch:
        overdue = review.overdue(entry.facts, shown.today)
        beside = EntryExtras(shown.photos.get(entry.file), shown.similar.get(entry.file, ()), overdue)
        yield EntryPageSpec(entry, (entry.id, entry.digest, beside), cache(partial(entry_view, entry, hub, articles, beside)))


def _lists(make: Callable[[], Iterator[lists.ListView]]) -> Iterator[PageSpec]:
    for view in make():
        yield PageSpec("list.html", view.page, view)
