"""The hub's feeds, each as Atom and as JSON Feed: one for the site, each kind of entry and each term."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from heapq import nsmallest

from jinja2 import Environment

from ideas_hub.formats.atom import ATOM_FILE, ATOM_TYPE, atom
from ideas_hub.formats.feed_items import Feed, Item, feed_item
from ideas_hub.formats.json_feed import JSON_FILE, JSON_TYPE, json_feed
from ideas_hub.formats.publication import EPOCH, last_update
from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import VOCABULARY_KINDS, Kind
from ideas_hub.model.register import Register
from ideas_hub.model.term import Term
from ideas_hub.views.meta import FeedLink
from ideas_hub.views.page import Site

NEWEST, NEWEST_OF_TERM = 50, 20  # there are few kinds and many terms, and every feed holds full texts
BATCH_SIZE = 24  # feeds; few batches, because entries appear in several feeds and each batch builds them again


def _newest(entries: Sequence[AnyEntry], limit: int = NEWEST) -> tuple[AnyEntry, ...]:
    """Return the entries that changed last, newest first."""

    def newest_first(entry: AnyEntry) -> tuple[int, int, str, str]:
        return -last_update(entry).toordinal(), -entry.facts.published.toordinal(), entry.kind.id, entry.id

    return tuple(nsmallest(limit, entries, key=newest_first))


def _feed_builders(hub: Hub, site: Site) -> list[tuple[str, Callable[[], Feed]]]:
    """Return (address, function that builds the feed) for the site, each kind of entry and each term, in this order."""
    home = (addresses.HOME, lambda: Feed(addresses.HOME, site.name, site.strapline, _newest(hub.entries)))
    kinds = [(addresses.index(kind), partial(_feed_of_kind, kind, hub, site)) for kind in hub.entry_kinds]
    terms = [
        (addresses.document(term.kind, term.id), partial(_feed_of_term, term, hub, site))
        for term in hub.vocabulary.terms()
    ]
    return [home, *kinds, *terms]


def _feed_of_kind(kind: Kind, hub: Hub, site: Site) -> Feed:
    entries = _newest([entry for entry in hub.entries if entry.kind is kind])
    return Feed(addresses.index(kind), f"{site.name}: {kind.plural_label}", f"The newest {kind.plural}.", entries)


def _feed_of_term(term: Document[Term], hub: Hub, site: Site) -> Feed:
    entries = _newest(hub.tagged(term), NEWEST_OF_TERM)
    title = f"{site.name}: {term.facts.label}"
    return Feed(addresses.document(term.kind, term.id), title, term.facts.definition, entries)


def feed_links(page: str, hub: Hub, site: Site) -> tuple[FeedLink, ...]:
    """Return the feeds to name on a page: that of its kind or term, if any, then the site's."""
    kind_id, _, rest = page.partition("/")
    term_id = rest.partition("/")[0]
    titles = [
        (addresses.index(kind), f"{site.name}: {kind.plural_label}") for kind in hub.entry_kinds if kind.id == kind_id
    ]
    for kind in VOCABULARY_KINDS:
        term = hub.vocabulary.of_kind(kind).get(term_id) if kind.id == kind_id else None
        titles += [(addresses.document(kind, term.id), f"{site.name}: {term.facts.label}")] if term else []
    return tuple(
        FeedLink(f"{title} ({name})", media_type, f"{address}{file}")
        for address, title in [*titles, (addresses.HOME, site.name)]
        for file, media_type, name in ((ATOM_FILE, ATOM_TYPE, "Atom"), (JSON_FILE, JSON_TYPE, "JSON Feed"))
    )


def feed_batches(hub: Hub, site: Site) -> Iterator[tuple[slice, tuple[str, ...]]]:
    """Yield the feeds in batches that can be rendered in parallel, as (slice of all feeds, paths of their files)."""
    feed_addresses = [address for address, _ in _feed_builders(hub, site)]
    for start in range(0, len(feed_addresses), BATCH_SIZE):
        batch = slice(start, start + BATCH_SIZE)
        yield batch, tuple(f"{address}{file}" for address in feed_addresses[batch] for file in (ATOM_FILE, JSON_FILE))


def feed_files(
    hub: Hub,
    register: Register,
    site: Site,
    environment: Environment,
    *,
    batch: slice = slice(None),
) -> Iterator[tuple[str, Feed, Callable[[], bytes]]]:
    """Yield both files of every feed, or of one batch, as (path, feed, function that renders the file)."""
    by_file = {entry.file: entry for entry in hub.entries}

    @cache  # an entry appears in several feeds
    def item_of(file: str) -> Item:
        return feed_item(by_file[file], hub, register, site, environment)

    def items_of(feed: Feed) -> list[Item]:
        return [item_of(entry.file) for entry in feed.entries]

    for _, build in _feed_builders(hub, site)[batch]:
        feed = build()
        changed = max(map(last_update, feed.entries or hub.entries), default=EPOCH)
        items = partial(items_of, feed)
        yield f"{feed.address}{ATOM_FILE}", feed, partial(atom, feed, items, changed, site)
        yield f"{feed.address}{JSON_FILE}", feed, partial(json_feed, feed, items, site)
