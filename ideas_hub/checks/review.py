"""Pages whose review is due: someone should read them again and say that they still hold."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ideas_hub.checks.whole import Whole
from ideas_hub.model.fields import Entry
from ideas_hub.problem import Problem, Severity

MONTHS = 12


def due_on(facts: Entry) -> date:
    """Return the day an entry's review is due: so many months after it was last checked, changed or published."""
    last = facts.reviewed or facts.updated or facts.published
    months = last.month - 1 + facts.review_in_months
    year, month = last.year + months // MONTHS, months % MONTHS + 1
    return date(year, month, min(last.day, monthrange(year, month)[1]))


def check(whole: Whole) -> Iterator[Problem]:
    """Yield a problem for each entry past its day."""
    for entry in whole.hub.entries:
        due = due_on(entry.facts)
        if due <= whole.today:
            line = entry.lines.get(("reviewed",), entry.lines.get(("published",), 1))
            yield Problem(
                entry.file, line, f"a review of this page was due on {due:%d}/{due:%m}/{due.year}.", field="reviewed", found=due.isoformat(),
                mend="Read it against its sources, mend what has changed, and write the day you did.",
                example=f"reviewed: {whole.today.isoformat()}", rule="review-due", severity=Severity.SHOULD_FIX,
            )  # fmt: skip
