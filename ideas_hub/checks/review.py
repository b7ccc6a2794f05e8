"""Pages whose review is due: someone should read them again and say that they still hold."""

from __future__ import annotations

from collections.abc import Iterator

from ideas_hub.checks.whole import Whole
from ideas_hub.problem import Problem, Severity
from ideas_hub.review import due_on, is_due


def check(whole: Whole) -> Iterator[Problem]:
    """Yield a problem for each entry past its day."""
    for entry in whole.hub.entries:
        if is_due(entry.facts, whole.today):
            due = due_on(entry.facts)
            line = entry.lines.get(("reviewed",), entry.lines.get(("published",), 1))
            yield Problem(
                entry.file, line, f"a review of this page was due on {due.day:02}/{due.month:02}/{due.year}.", field="reviewed", found=due.isoformat(),
                mend="Read it against its sources, mend what has changed, and write the day you did.",
                example=f"reviewed: {whole.today.isoformat()}", rule="review-due", severity=Severity.SHOULD_FIX,
            )  # fmt: skip
