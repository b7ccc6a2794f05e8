"""The editors' list of pages to read again, and what a page past its day says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ideas_hub.model import addresses
from ideas_hub.model.document import Article
from ideas_hub.model.fields import Entry
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.views import english
from ideas_hub.views.overview import hub_page
from ideas_hub.views.page import Link, Page, link_to

FILE = "docs/contribute/review.md"
NEXT = 10


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A page to read again.  file: the one to change.  last, due: days in words."""

    link: Link
    kind: str
    file: str
    last: str
    due: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The pages whose review is due, the longest due first, and those that come next."""

    page: Page
    total: str
    due: tuple[ReviewRow, ...]
    next: tuple[ReviewRow, ...]
    table: Link


def overdue(facts: Entry, today: date) -> str:
    """Return what a page past its day says of itself, or ""."""
    if not facts.is_review_due(today):
        return ""
    return (
        f"We last checked this page on {english.day_words(facts.last_checked)}. Some of it may have changed since then."
    )


def review_view(hub: Hub, articles: Mapping[str, Article], today: date) -> ReviewView:
    """Return the editors' list.  It changes only on a day on which something becomes due."""
    due = tuple(_row(entry) for entry in hub.by_review_date if entry.facts.is_review_due(today))
    later = tuple(_row(entry) for entry in hub.by_review_date if not entry.facts.is_review_due(today))
    trail = (Link("Home", addresses.HOME), Link("Contribute", addresses.CONTRIBUTE))
    total = english.counted(len(due), "page is due", "pages are due") if due else "Nothing is due."
    return ReviewView(
        hub_page(FILE, addresses.REVIEW, hub, articles, trail), total, due, later[:NEXT],
        Link("review.csv, every page with its day, for a spreadsheet", addresses.REVIEW_TABLE),
    )  # fmt: skip


def _row(entry: AnyEntry) -> ReviewRow:
    facts = entry.facts
    return ReviewRow(
        link_to(entry),
        entry.kind.label,
        entry.file,
        english.day_words(facts.last_checked),
        english.day_words(facts.review_due),
    )
