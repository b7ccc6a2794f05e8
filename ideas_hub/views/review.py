"""The editors' list of pages to read again, and what a page past its day says of itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ideas_hub import addresses
from ideas_hub.exports import BYTE_ORDER_MARK, safe_cell
from ideas_hub.hub import AnyEntry, Hub
from ideas_hub.model.fields import Entry
from ideas_hub.reading.article import Article
from ideas_hub.review import by_due_date, due_on, is_due, last_look
from ideas_hub.views import words
from ideas_hub.views.entries import kind_label
from ideas_hub.views.overview import hub_page
from ideas_hub.views.page import Link, Page, link_to

FILE = "docs/contribute/review.md"
NEXT = 10
COLUMNS = ("title", "kind", "file", "last_checked", "review_due", "is_due")


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
    if not is_due(facts, today):
        return ""
    return f"We last checked this page on {words.day_words(last_look(facts))}. Some of it may have changed since then."


def review_view(hub: Hub, articles: Mapping[str, Article], today: date) -> ReviewView:
    """Return the editors' list.  It changes only on a day on which something becomes due."""
    due = tuple(_row(entry) for entry in by_due_date(hub) if is_due(entry.facts, today))
    later = tuple(_row(entry) for entry in by_due_date(hub) if not is_due(entry.facts, today))
    trail = (Link("Home", addresses.HOME), Link("Contribute", addresses.CONTRIBUTE))
    total = words.counted(len(due), "page is due", "pages are due") if due else "Nothing is due."
    return ReviewView(
        hub_page(FILE, addresses.REVIEW, hub, articles, trail), total, due, later[:NEXT],
        Link("review.csv, every page with its day, for a spreadsheet", addresses.REVIEW_TABLE),
    )  # fmt: skip


def _row(entry: AnyEntry) -> ReviewRow:
    facts = entry.facts
    return ReviewRow(link_to(entry), kind_label(entry.kind), entry.file, words.day_words(last_look(facts)), words.day_words(due_on(facts)))


def files(hub: Hub, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the same list as a spreadsheet, with every entry in it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in by_due_date(hub):
        facts = entry.facts
        days = (last_look(facts).isoformat(), due_on(facts).isoformat(), "yes" if is_due(facts, today) else "no")
        writer.writerow([safe_cell(facts.title), kind_label(entry.kind), entry.file, *days])
    yield addresses.REVIEW_TABLE, (BYTE_ORDER_MARK + out.getvalue()).encode()
