"""The editors' list of pages to review, and the notice on a page whose review is overdue."""

from dataclasses import dataclass
from datetime import date

from ideas_hub.model import addresses
from ideas_hub.model.fields import Entry
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.views import english
from ideas_hub.views.page import CONTRIBUTE_BREADCRUMB, Link, Page, hub_page, link_to

MAX_DUE, MAX_NEXT = 50, 10  # the table has every page
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
    """The pages whose review is due, the longest overdue first, and those that come next.

    total: how many are due, and how many of them are named.
    """

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
    due = sum(entry.facts.is_review_due(today) for entry in entries)
    total = english.counted(due, "page is due", "pages are due") if due else "Nothing is due."
    return ReviewView(
        hub_page("docs/contribute/review.md", addresses.REVIEW, hub, CONTRIBUTE_BREADCRUMB),
        f"{total}. Here are the {MAX_DUE} longest overdue." if due > MAX_DUE else total,
        tuple(map(_row, entries[: min(due, MAX_DUE)])),
        tuple(map(_row, entries[due : due + MAX_NEXT])),
    )


def _row(entry: AnyEntry) -> ReviewRow:
    facts = entry.facts
    last = english.day_words(facts.last_checked) if facts.last_checked else "Not yet"
    return ReviewRow(link_to(entry), entry.kind.label, last, english.day_words(facts.review_due))
