"""Overdue reviews: someone should read the page again and confirm that it still holds."""

from collections.abc import Iterator

from ideas_hub.checks.hub_context import HubContext
from ideas_hub.problem import Problem, Severity


def find_overdue_reviews(context: HubContext) -> Iterator[Problem]:
    """Yield a problem for each entry whose review is overdue."""
    for entry in context.hub.entries:
        if entry.facts.is_review_due(context.today):
            due = entry.facts.review_due
            yield Problem(
                entry.file,
                entry.lines.get(("reviewed",), entry.lines.get(("published",), 1)),
                f"a review of this page was due on {due.day:02}/{due.month:02}/{due.year}.",
                field="reviewed",
                found=due.isoformat(),
                fix="Read it against its sources, mend what has changed, and write the day you did.",
                example=f"reviewed: {context.today.isoformat()}",
                rule="review-due",
                severity=Severity.SHOULD_FIX,
            )
