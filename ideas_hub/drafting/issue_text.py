"""Reads the text of an issue that was opened with the form.

It has a third-level heading for each question, in the form's order, and below it the answer (GitHub's docs, "Syntax for
GitHub's form schema").  A heading that somebody typed into an answer is part of that answer.
"""

from collections.abc import Sequence

from ideas_hub.drafting.plain_text import strip_hidden
from ideas_hub.drafting.questions import Question

HEADING = "### "
NO_ANSWER = "_No response_"
NOTHING_CHOSEN = "None"


def read_issue(text: str, asked: Sequence[Question], closing: str) -> dict[str, str]:
    """Return the answers by the label of their question.  closing: the label of the element after the last question."""
    labels = [*(question.label for question in asked), closing]
    rows: dict[str, list[str]] = {}
    current = ""
    for row in strip_hidden(text).split("\n"):
        label = row.removeprefix(HEADING).rstrip() if row.startswith(HEADING) else ""
        if label in labels:
            current = label
            labels = labels[labels.index(label) + 1 :]
            rows[current] = []
        elif current:
            rows[current].append(row)
    answers = {label: "\n".join(typed).strip() for label, typed in rows.items() if label != closing}
    dropdowns = {question.label for question in asked if question.choices}
    return {
        label: answer
        for label, answer in answers.items()
        if answer != NO_ANSWER and not (answer == NOTHING_CHOSEN and label in dropdowns)
    }
