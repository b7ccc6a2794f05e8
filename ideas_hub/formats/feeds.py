"""Feeds: what is new on the hub, in one kind of entry or for one term, as Atom and as JSON Feed.

Sources: RFC 4287 (Atom), RFC 4151 (tag URIs), https://www.jsonfeed.org/version/1.1/.  An id never changes: it holds neither the
site's host nor a name that an entry was given later.
"""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from heapq import nsmallest
from typing import Any
from xml.etree import ElementTree as ET

from jinja2 import Environment

from ideas_hub.model import addresses
from ideas_hub.model.document import Article, Document
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import ENTRY_KINDS, VOCABULARY_KINDS, Kind
from ideas_hub.model.register import Register
from ideas_hub.model.term import Term
from ideas_hub.views.entries import entry_view
from ideas_hub.views.meta import FeedLink
from ideas_hub.views.page import Site

NEWEST, NEWEST_OF_TERM = 50, 20  # there are few kinds and many terms, and every feed holds full texts
TAG = "tag:ideas-hub.invalid,2026:"
"""What every id starts with.  The host is nobody's (RFC 2606), so an id outlives every move of the site."""

ATOM_FILE, JSON_FILE = "feed.xml", "feed.json"
ATOM_TYPE, JSON_TYPE = "application/atom+xml", "application/feed+json"
LANGUAGE = "en-GB"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
BATCH = 24  # few: entries stand in several feeds, and a batch makes each of them once
ROOT = "\x00"  # no text holds it
LONG_AGO = date(1970, 1, 1)  # Atom wants a date even of a feed that has never had an entry
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HREF = re.compile(r'(?<= href=")[^"]*')


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed.  address: of the page it belongs to, which is the folder it stands in.  entries: the newest first."""

    address: str
    title: str
    subtitle: str
    entries: tuple[AnyEntry, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as every feed shows it.  text: its full text as HTML; links within the site start with `ROOT`."""

    id: str
    address: str
    title: str
    summary: str
    text: str
    published: str
    updated: str
    categories: tuple[tuple[str, str, str], ...]
    """Each as (scheme, term, label)."""


def last_update(entry: Document[Any]) -> date:
    """Return the day an entry last changed in substance."""
    day: date = entry.facts.updated or entry.facts.published
    return day


def newest(entries: Sequence[AnyEntry], most: int = NEWEST) -> tuple[AnyEntry, ...]:
    """Return the entries that changed last, the newest first."""
    return tuple(nsmallest(most, entries, key=_newest_first))


def _newest_first(entry: AnyEntry) -> tuple[int, int, str, str]:
    return -last_update(entry).toordinal(), -entry.facts.published.toordinal(), entry.kind.id, entry.id


def feeds(hub: Hub, site: Site) -> Iterator[Feed]:
    """Yield the site's feed, that of each kind of entry, and that of each term."""
    return (make() for _, make in _makers(hub, site))


def _makers(hub: Hub, site: Site) -> list[tuple[str, Callable[[], Feed]]]:
    """Return what makes each feed, with its address."""
    home = (addresses.HOME, lambda: Feed(addresses.HOME, site.name, site.strapline, newest(hub.entries)))
    kinds = [(addresses.index(kind), partial(_feed_of_kind, kind, hub, site)) for kind in ENTRY_KINDS]
    terms = [
        (addresses.document(term.kind, term.id), partial(_feed_of_term, term, hub, site))
        for term in hub.vocabulary.terms()
    ]
    return [home, *kinds, *terms]


def _feed_of_kind(kind: Kind, hub: Hub, site: Site) -> Feed:
    entries = [entry for entry in hub.entries if entry.kind is kind]
    return Feed(
        addresses.index(kind), f"{site.name}: {kind.plural_label}", f"The newest {kind.plural}.", newest(entries)
    )


def _feed_of_term(term: Document[Term], hub: Hub, site: Site) -> Feed:
    title = f"{site.name}: {term.facts.label}"
    return Feed(
        addresses.document(term.kind, term.id), title, term.facts.definition, newest(hub.tagged(term), NEWEST_OF_TERM)
    )


def feed_links(page: str, hub: Hub, site: Site) -> tuple[FeedLink, ...]:
    """Return the feeds to name on a page: of its kind or term, if it has one, then the site's."""
    kind_id, _, rest = page.partition("/")
    term_id = rest.partition("/")[0]
    named = [(addresses.index(kind), f"{site.name}: {kind.plural_label}") for kind in ENTRY_KINDS if kind.id == kind_id]
    for kind in VOCABULARY_KINDS:
        term = hub.vocabulary.of_kind(kind).get(term_id) if kind.id == kind_id else None
        named += [(addresses.document(kind, term.id), f"{site.name}: {term.facts.label}")] if term else []
    return tuple(
        FeedLink(f"{title} ({name})", media_type, f"{address}{file}")
        for address, title in [*named, (addresses.HOME, site.name)]
        for file, media_type, name in ((ATOM_FILE, ATOM_TYPE, "Atom"), (JSON_FILE, JSON_TYPE, "JSON Feed"))
    )


def item(
    entry: AnyEntry, hub: Hub, articles: Mapping[str, Article], register: Register, environment: Environment
) -> Item:
    """Return an entry as every feed shows it, from the view that its page is made from."""
    view = entry_view(entry, hub, articles)
    categories = [(f"{TAG}kinds", entry.kind.id, view.kind_label)]
    categories += [
        (f"{TAG}{term.kind.id}", term.id, term.facts.label) for term in hub.terms_of(entry, *VOCABULARY_KINDS)
    ]
    text = environment.get_template("hub/full_text.html").render(view=view, page=view.page, root=view.page.root)
    return Item(
        f"{TAG}{entry.kind.id}/{register.first_id(entry)}",
        view.page.address,
        view.page.title,
        view.page.description,
        with_root_marker(NOT_IN_XML.sub("", text.strip()), view.page.address),
        moment(entry.facts.published),
        moment(last_update(entry)),
        tuple(categories),
    )


def moment(day: date) -> str:
    """Return a day as RFC 3339 writes a moment; the hub knows no hours."""
    return f"{day.isoformat()}T00:00:00Z"


def base_url(base: str, site: Site) -> str:
    """Return what turns an address into a link: the site's own address where it is known, else the way there from the folder `base`."""
    return site.url or addresses.root_of(base)


def link_builder(base: str, site: Site) -> Callable[[str], str]:
    """Return what turns an address into a link as seen from the folder `base`."""
    return lambda address: f"{site.url}{address}" if site.url else addresses.relative(address, base)


def with_root_marker(text: str, page: str) -> str:
    """Return HTML whose links within the site, written as seen from a page, start with `ROOT`: each feed then says where that is."""

    def replaced(match: re.Match[str]) -> str:
        target = addresses.resolved(html.unescape(match.group()), page)
        return match.group() if target is None else f"{ROOT}{html.escape(target)}"

    return HREF.sub(replaced, text)


def batches(hub: Hub, site: Site) -> Iterator[tuple[slice, tuple[str, ...]]]:
    """Yield the feeds in a few batches, so that they can be made at the same time, each with the paths of its files."""
    addressed = [address for address, _ in _makers(hub, site)]
    for start in range(0, len(addressed), BATCH):
        batch = slice(start, start + BATCH)
        yield batch, tuple(f"{address}{file}" for address in addressed[batch] for file in (ATOM_FILE, JSON_FILE))


def feed_files(  # noqa: PLR0913 a feed shows all that a page does
    hub: Hub,
    articles: Mapping[str, Article],
    register: Register,
    site: Site,
    environment: Environment,
    *,
    batch: slice = slice(None),
) -> Iterator[tuple[str, Feed, Callable[[], bytes]]]:
    """Yield both files of every feed, or of a batch of them, as (path, feed, what makes its content)."""
    by_file = {entry.file: entry for entry in hub.entries}

    @cache  # an entry stands in several feeds
    def item_of(file: str) -> Item:
        return item(by_file[file], hub, articles, register, environment)

    def items_of(feed: Feed) -> list[Item]:
        return [item_of(entry.file) for entry in feed.entries]

    for _, make in _makers(hub, site)[batch]:
        feed = make()
        changed = max(map(last_update, feed.entries or hub.entries), default=LONG_AGO)
        items = partial(items_of, feed)
        yield f"{feed.address}{ATOM_FILE}", feed, partial(atom, feed, items, changed, site)
        yield f"{feed.address}{JSON_FILE}", feed, partial(json_feed, feed, items, site)


def atom(feed: Feed, items: Callable[[], Sequence[Item]], changed: date, site: Site) -> bytes:
    """Return a feed as Atom.  items: makes its entries.  changed: the day of the newest."""
    root_link = base_url(feed.address, site)
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": LANGUAGE})
    _add(root, "id", f"{TAG}{feed.address}feed")
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", moment(changed))
    _add(ET.SubElement(root, "author"), "name", site.name)
    _add(root, "link", rel="alternate", type="text/html", href=f"{root_link}{feed.address}")
    if site.url:  # what is not known may be left out, and a reader knows where it found the feed
        _add(root, "link", rel="self", type=ATOM_TYPE, href=f"{root_link}{feed.address}{ATOM_FILE}")
    _add(root, "link", rel="license", href=LICENCE)
    for one in items():
        _add_entry(root, one, root_link)
    ET.indent(root, " ")
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _add_entry(root: ET.Element, one: Item, root_link: str) -> None:
    entry = ET.SubElement(root, "entry")
    _add(entry, "id", one.id)
    _add(entry, "title", one.title)
    _add(entry, "updated", one.updated)
    _add(entry, "published", one.published)
    _add(entry, "link", rel="alternate", type="text/html", href=f"{root_link}{one.address}")
    for scheme, term, label in one.categories:
        _add(entry, "category", scheme=scheme, term=term, label=label)
    _add(entry, "summary", one.summary)
    _add(entry, "content", one.text.replace(ROOT, root_link), type="html")


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    """Add an element; ElementTree escapes, and what XML cannot hold at all is left out."""
    element = ET.SubElement(parent, name, {key: NOT_IN_XML.sub("", value) for key, value in attributes.items()})
    element.text = NOT_IN_XML.sub("", text) or None


def json_feed(feed: Feed, items: Callable[[], Sequence[Item]], site: Site) -> bytes:
    """Return a feed as JSON Feed 1.1.  items: makes its entries."""
    root_link = base_url(feed.address, site)
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": f"{root_link}{feed.address}",
        **({"feed_url": f"{root_link}{feed.address}{JSON_FILE}"} if site.url else {}),
        "language": LANGUAGE,
        "authors": [{"name": site.name}],
        "items": [_json_item(one, root_link, has_cards=site.has_cards) for one in items()],
    }
    return (json.dumps(made, ensure_ascii=False) + "\n").encode()


def _json_item(one: Item, root_link: str, *, has_cards: bool) -> dict[str, Any]:
    return {
        "id": one.id,
        "url": f"{root_link}{one.address}",
        "title": one.title,
        "summary": one.summary,
        "content_html": one.text.replace(ROOT, root_link),
        **({"image": f"{root_link}{addresses.card_picture(one.address)}"} if has_cards else {}),
        "date_published": one.published,
        "date_modified": one.updated,
        "tags": [label for _, _, label in one.categories],
    }
