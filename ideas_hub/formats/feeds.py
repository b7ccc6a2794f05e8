"""The hub's feeds: for the site, each kind of entry, each term and some organisations; an entry is an item of each.

Those of the site and of the kinds have every text in full, the others its summary: an entry is in a dozen of these.
Each is written as Atom (RFC 4287) and as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from heapq import nsmallest
from typing import Any

from jinja2 import Environment

from ideas_hub.formats.feed_items import NOT_IN_XML, Item, feed_item, full_text, id_prefix, rfc3339
from ideas_hub.formats.publication import EPOCH, LANGUAGE, LICENCE, link_builder
from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import PART_FILES, SETBACKS
from ideas_hub.model.register import Register
from ideas_hub.views.meta import FeedLink
from ideas_hub.views.page import Site

FORMATS = (("feed.xml", "application/atom+xml", "Atom"), ("feed.json", "application/feed+json", "JSON Feed"))
"""Each as (file, media type, name)."""

NEWEST = 20
"""As many as a reader who looks in once a month misses."""

ItemOf = Callable[[str], Item]
"""From the file of an entry to its item, with or without the full text."""


@dataclass(frozen=True)
class Feed:
    """One feed.

    address: of the page it belongs to, which is also the folder of its files.
    candidates: the entries that it is about.
    is_full: its items have their whole text.
    """

    address: str
    title: str
    subtitle: str
    candidates: Sequence[AnyEntry]
    is_full: bool = False

    @cached_property
    def entries(self) -> list[AnyEntry]:
        """The entries that changed last, newest first."""
        return nsmallest(NEWEST, self.candidates, key=_newest_first)


def _newest_first(entry: AnyEntry) -> tuple[int, int, str, str]:
    facts = entry.facts
    return -(facts.updated or facts.sort_date).toordinal(), -facts.sort_date.toordinal(), entry.kind.id, entry.id


def all_feeds(hub: Hub, site: Site) -> list[Feed]:
    """Return the feeds of kinds of entry, of terms, of what did not work, of organisations, and of the site."""
    lists = [
        Feed(
            addresses.index(kind),
            f"{site.name}: {kind.plural_label}",
            f"The newest {kind.plural}.",
            hub.of_kind(kind),
            is_full=True,
        )
        for kind in hub.entry_kinds
    ]
    if SETBACKS in hub.parts:
        about = hub.pages[PART_FILES[SETBACKS]].facts
        lists.append(Feed(addresses.SETBACKS, f"{site.name}: {about.title}", about.summary, hub.with_setbacks))
    terms = [
        Feed(
            addresses.document(term.kind, term.id),
            f"{site.name}: {term.facts.label}",
            term.facts.definition,
            hub.tagged(term),
        )
        for term in hub.vocabulary.terms()
    ]
    return [
        *lists,
        *terms,
        *_of_organisations(hub, site),
        Feed(addresses.HOME, site.name, site.strapline, hub.listed, is_full=True),
    ]


def _of_organisations(hub: Hub, site: Site) -> Iterator[Feed]:
    """Yield the feed of each organisation that has taken part in enough to be worth following."""
    for row in hub.organisations.values():
        if hub.directory.is_followed(row.id):
            about = f"The newest stories, programmes and events that {row.facts.name} took part in."
            title, entries = f"{site.name}: {row.facts.name}", hub.directory.entries_of(row.id)
            yield Feed(addresses.organisation(row.id), title, about, entries)


def feed_links(page: str, feeds: Sequence[Feed]) -> tuple[FeedLink, ...]:
    """Return the feed to name on a page, in each format: that of its kind or term, or the site's."""
    nearest = max((feed for feed in feeds if page.startswith(feed.address)), key=lambda feed: len(feed.address))
    return tuple(
        FeedLink(f"{nearest.title} ({name})", media_type, f"{nearest.address}{file}")
        for file, media_type, name in FORMATS
    )


def feed_files(
    feeds: Iterable[Feed], hub: Hub, register: Register, site: Site, environment: Environment
) -> Iterator[tuple[str, Feed, Sequence[Item], Callable[[], bytes]]]:
    """Yield both files of each of these feeds as (path, feed, items without their texts, function that renders it)."""
    by_file = {entry.file: entry for entry in hub.entries}

    @cache  # an entry appears in several feeds
    def in_short(file: str) -> Item:
        return feed_item(by_file[file], hub, register, site)

    @cache
    def in_full(file: str) -> Item:
        return replace(in_short(file), text=full_text(by_file[file], hub, environment))

    for feed in feeds:
        item_of = in_full if feed.is_full else in_short
        days = (entry.facts.last_changed or EPOCH for entry in feed.entries or hub.entries)
        changed = rfc3339(max(days, default=EPOCH))
        items = [in_short(entry.file) for entry in feed.entries]
        yield f"{feed.address}feed.xml", feed, items, partial(_atom, feed, item_of, changed, site, environment)
        yield f"{feed.address}feed.json", feed, items, partial(_json_feed, feed, item_of, site)


def _atom(feed: Feed, item_of: ItemOf, changed: str, site: Site, environment: Environment) -> bytes:
    """Return a feed as Atom.  changed: when the newest item did."""
    text = environment.get_template("hub/feed.xml").render(
        feed=feed,
        items=[item_of(entry.file) for entry in feed.entries],
        updated=changed,
        site=site,
        base=link_builder(feed.address, site)(addresses.HOME),
        id_prefix=id_prefix(site),
        language=LANGUAGE,
        licence=LICENCE,
    )
    return f"{NOT_IN_XML.sub('', text)}\n".encode()


def _json_feed(feed: Feed, item_of: ItemOf, site: Site) -> bytes:
    base = link_builder(feed.address, site)(addresses.HOME)
    items = (item_of(entry.file) for entry in feed.entries)
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": f"{base}{feed.address}",
        **({"feed_url": f"{base}{feed.address}feed.json"} if site.url else {}),
        "language": LANGUAGE,
        "authors": [{"name": site.name}],
        "items": [_json_item(item, base, has_social_cards=site.has_social_cards) for item in items],
    }
    return (json.dumps(document, ensure_ascii=False) + "\n").encode()


def _json_item(item: Item, base: str, *, has_social_cards: bool) -> dict[str, Any]:
    return {
        "id": item.id,
        "url": f"{base}{item.address}",
        "title": item.title,
        **({"language": item.language.tag} if item.language else {}),
        **({"summary": item.summary, "content_html": item.html(base)} if item.text else {"content_text": item.summary}),
        **({"image": f"{base}{addresses.card_picture(item.address)}"} if has_social_cards else {}),
        **({"date_published": item.published} if item.published else {}),
        "date_modified": item.updated,
        "tags": [label for _, _, label in item.categories],
    }
