"""An entry as an item of a feed, the same in every feed that has it.

An id never changes: it contains neither the site's host nor a name that an entry was given later (RFC 4151, tag URIs).
"""

import html
import re
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from ideas_hub.formats.publication import EPOCH
from ideas_hub.model import addresses, links
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import VOCABULARY_KINDS
from ideas_hub.model.languages import Language
from ideas_hub.model.register import Register
from ideas_hub.views.entries import entry_view
from ideas_hub.views.page import Site

ROOT_MARKER = "\x00"  # cannot occur in a text
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HREF = re.compile(r'(<\w+(?: [\w-]+="[^"]*")*? href=")([^"]*)')
"""The target of a link, in its tag: in text "<" is written "&lt;"."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as it appears in every feed.

    published, updated: as RFC 3339; published may be "".
    categories: each as (scheme, term, label).
    language: of title, summary and text, where that is not the feed's.
    text: the full text as HTML, links within the site starting with `ROOT_MARKER`; "" in a feed of summaries.
    """

    id: str
    address: str
    title: str
    summary: str
    published: str
    updated: str
    categories: tuple[tuple[str, str, str], ...]
    language: Language | None = None
    text: str = ""

    def html(self, base: str) -> str:
        """Return the full text with its links.  base: the link to the site's root."""
        return self.text.replace(ROOT_MARKER, base)


def id_prefix(site: Site) -> str:
    """Return how every id begins.  The host is reserved (RFC 2606), so ids survive any move of the site."""
    return f"tag:{site.short_name}.invalid,2026:"


def feed_item(entry: AnyEntry, hub: Hub, register: Register, site: Site) -> Item:
    """Return an entry's item without its text."""
    prefix, facts = id_prefix(site), entry.facts
    return Item(
        f"{prefix}{entry.kind.id}/{register.first_id_of(entry)}",
        addresses.document(entry.kind, entry.id),
        facts.title,
        facts.summary,
        rfc3339(facts.published) if facts.published else "",
        rfc3339(facts.last_changed or EPOCH),
        (
            (f"{prefix}kinds", entry.kind.id, entry.kind.label),
            *(
                (f"{prefix}{term.kind.id}", term.id, term.facts.label)
                for term in hub.terms_of(entry, *VOCABULARY_KINDS)
            ),
        ),
        facts.other_language,
    )


def full_text(entry: AnyEntry, hub: Hub, environment: Environment) -> str:
    """Return all that an entry's page says as HTML, links within the site starting with `ROOT_MARKER`."""
    view = entry_view(entry, hub)
    text = environment.get_template("hub/feed_content.html").render(view=view, page=view.page, root=view.page.root)
    return with_root_marker(NOT_IN_XML.sub("", text.strip()), view.page.address)


def rfc3339(day: date) -> str:
    """Return a day as an RFC 3339 timestamp, at midnight UTC."""
    return f"{day.isoformat()}T00:00:00Z"


def with_root_marker(text: str, page: str) -> str:
    """Return HTML with every link within the site, relative to `page`, replaced by `ROOT_MARKER` and the address.

    Each feed then puts its own base URL in place of the marker.
    """

    def mark(match: re.Match[str]) -> str:
        target = links.resolved(html.unescape(match[2]), page)
        return match.group() if target is None else f"{match[1]}{ROOT_MARKER}{html.escape(target)}"

    return HREF.sub(mark, text)
