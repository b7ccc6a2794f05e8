"""The shortlist: its page, and the rows in which it sets entries side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ideas_hub import addresses
from ideas_hub.article import Article
from ideas_hub.hub import Hub
from ideas_hub.views.lists import home_trail
from ideas_hub.views.page import Page

FILE = "docs/shortlist.md"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the comparison.  id: what facts.js calls it."""

    id: str
    label: str


ROWS = (
    Row("about", "In short"),
    Row("who", "Who"),
    Row("where", "Where"),
    Row("what", "What"),
    Row("for", "For"),
    Row("cost", "Cost"),
    Row("people", "People"),
    Row("time", "Time"),
    Row("place", "Place"),
    Row("evidence", "How we know"),
    Row("helped", "What helped"),
    Row("hindered", "What got in the way"),
    Row("steps", "What you can do"),
)


@dataclass(frozen=True, slots=True)
class ShortlistView:
    """The page of the shortlist; what it lists comes from the reader's device."""

    page: Page
    rows: tuple[Row, ...] = ROWS


def shortlist(hub: Hub, articles: Mapping[str, Article]) -> ShortlistView:
    """Return the shortlist's page."""
    facts = hub.pages[FILE].facts
    return ShortlistView(Page(facts.title, facts.summary, addresses.SHORTLIST, home_trail(), FILE, articles[FILE].html))
