"""Pages whose review is due: someone should read them again and say that they still hold."""

from collections.abc import Iterator

from ideas_hub.checks.hub_context import HubContext
from ideas_hub.problem import Problem, Severity


def find_overdue_reviews(whole: HubContext) -> Iterator[Problem]:
    """Yield a problem for each entry past its day."""
    for entry in whole.hub.entries:
        if entry.facts.is_review_due(whole.today):
            due = entry.facts.review_due
            line = entry.lines.get(("reviewed",), entry.lines.get(("published",), 1))
            yield Problem(
                entry.file, line, f"a review of this page was due on {due.day:02}/{due.month:02}/{due.year}.", field="reviewed", found=due.isoformat(),
                fix="Read it against its sources, mend what has changed, and write the day you did.",
                example=f"reviewed: {whole.today.isoformat()}", rule="review-due", severity=Severity.SHOULD_FIX,
            )  # fmt: skip
