"""The editors' list of pages to review, and the notice on a page whose review is overdue."""

from dataclasses import dataclass
from datetime import date

from ideas_hub.model import addresses
from ideas_hub.model.fields import Entry
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.views import english
from ideas_hub.views.page import CONTRIBUTE_BREADCRUMB, Link, Page, hub_page, link_to

MAX_NEXT = 10
TABLE = Link("review.csv: every page with its review date, for a spreadsheet", addresses.REVIEW_TABLE)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A page to review.

    last, due: the dates of the last and the next review, in words.
    """

    link: Link
    kind: str
    last: str
    due: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The pages whose review is due, the longest overdue first, and those that come next."""

    page: Page
    total: str
    due: tuple[ReviewRow, ...]
    next: tuple[ReviewRow, ...]
    table: Link = TABLE


def overdue(facts: Entry, today: date) -> str:
    """Return the notice for a page whose review is overdue; "" for any other."""
    if not facts.last_checked or not facts.is_review_due(today):
        return ""
    return (
        f"We last checked this page on {english.day_words(facts.last_checked)}. Some of it may have changed since then."
    )


def by_review_date(hub: Hub) -> tuple[AnyEntry, ...]:
    """Return every entry, earliest review date first."""
    return tuple(sorted(hub.entries, key=lambda entry: (entry.facts.review_due, entry.file)))


def review_view(hub: Hub, today: date) -> ReviewView:
    """Return the editors' list; it changes only on a day on which a review falls due."""
    entries = by_review_date(hub)
    due = tuple(_row(entry) for entry in entries if entry.facts.is_review_due(today))
    later = entries[len(due) :]
    return ReviewView(
        hub_page("docs/contribute/review.md", addresses.REVIEW, hub, CONTRIBUTE_BREADCRUMB),
        english.counted(len(due), "page is due", "pages are due") if due else "Nothing is due.",
        due,
        tuple(_row(entry) for entry in later[:MAX_NEXT]),
    )


def _row(entry: AnyEntry) -> ReviewRow:
    facts = entry.facts
    last = english.day_words(facts.last_checked) if facts.last_checked else "Not yet"
    return ReviewRow(link_to(entry), entry.kind.label, last, english.day_words(facts.review_due))
