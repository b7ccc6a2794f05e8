"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from ideas_hub.formats.feed_items import ROOT_MARKER, Feed, Item
from ideas_hub.formats.publication import LANGUAGE, base_url
from ideas_hub.model import addresses
from ideas_hub.views.page import Site

JSON_FILE = "feed.json"
JSON_TYPE = "application/feed+json"


def json_feed(feed: Feed, items: Callable[[], Sequence[Item]], site: Site) -> bytes:
    """Return a feed as JSON Feed.  items: builds the feed's items."""
    base = base_url(feed.address, site)
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": f"{base}{feed.address}",
        **({"feed_url": f"{base}{feed.address}{JSON_FILE}"} if site.url else {}),
        "language": LANGUAGE,
        "authors": [{"name": site.name}],
        "items": [_json_item(item, base, has_cards=site.has_cards) for item in items()],
    }
    return (json.dumps(document, ensure_ascii=False) + "\n").encode()


def _json_item(item: Item, base: str, *, has_cards: bool) -> dict[str, Any]:
    return {
        "id": item.id,
        "url": f"{base}{item.address}",
        "title": item.title,
        "summary": item.summary,
        "content_html": item.text.replace(ROOT_MARKER, base),
        **({"image": f"{base}{addresses.card_picture(item.address)}"} if has_cards else {}),
        "date_published": item.published,
        "date_modified": item.updated,
        "tags": [label for _, _, label in item.categories],
    }
