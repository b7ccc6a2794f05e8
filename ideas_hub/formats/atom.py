"""A feed as Atom (RFC 4287)."""

from collections.abc import Callable, Sequence
from datetime import date
from xml.etree import ElementTree as ET

from ideas_hub.formats.feed_items import NOT_IN_XML, ROOT_MARKER, Feed, Item, id_prefix, rfc3339
from ideas_hub.formats.publication import LANGUAGE, LICENCE, base_url
from ideas_hub.views.page import Site

ATOM_FILE = "feed.xml"
ATOM_TYPE = "application/atom+xml"


def atom(feed: Feed, items: Callable[[], Sequence[Item]], changed: date, site: Site) -> bytes:
    """Return a feed as Atom.

    items: builds the feed's items.
    changed: the day of the newest one.
    """
    base = base_url(feed.address, site)
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": LANGUAGE})
    _add(root, "id", f"{id_prefix(site)}{feed.address}feed")
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", rfc3339(changed))
    _add(ET.SubElement(root, "author"), "name", site.name)
    _add(root, "link", rel="alternate", type="text/html", href=f"{base}{feed.address}")
    if site.url:  # an unknown address may be left out: a reader knows where it found the feed
        _add(root, "link", rel="self", type=ATOM_TYPE, href=f"{base}{feed.address}{ATOM_FILE}")
    _add(root, "link", rel="license", href=LICENCE)
    for item in items():
        _add_entry(root, item, base)
    ET.indent(root, " ")
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _add_entry(root: ET.Element, item: Item, base: str) -> None:
    entry = ET.SubElement(root, "entry")
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "updated", item.updated)
    _add(entry, "published", item.published)
    _add(entry, "link", rel="alternate", type="text/html", href=f"{base}{item.address}")
    for scheme, term, label in item.categories:
        _add(entry, "category", scheme=scheme, term=term, label=label)
    _add(entry, "summary", item.summary)
    _add(entry, "content", item.text.replace(ROOT_MARKER, base), type="html")


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    """Add an element without the characters that XML cannot represent; ElementTree escapes the rest."""
    element = ET.SubElement(parent, name, {key: NOT_IN_XML.sub("", value) for key, value in attributes.items()})
    element.text = NOT_IN_XML.sub("", text) or None
