"""The text that GitHub's issue form makes becomes words by question.

A form's text is a heading of the third level for each question, in the form's order, and the answer below it (GitHub's
docs, "Syntax for GitHub's form schema").  A heading that somebody types into an answer is part of that answer.
"""

from collections.abc import Sequence

from ideas_hub.drafting.plain_text import strip_hidden
from ideas_hub.drafting.questions import Question

HEADING = "### "
NO_ANSWER = "_No response_"
NOTHING_CHOSEN = "None"


def words_of_issue(text: str, asked: Sequence[Question], closing: str) -> dict[str, str]:
    """Return the answers by the label of their question.  closing: the label of what follows the last question."""
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
    answers = {label: "\n".join(found).strip() for label, found in rows.items() if label != closing}
    chooses = {question.label for question in asked if question.choices}
    return {
        label: words
        for label, words in answers.items()
        if words != NO_ANSWER and not (words == NOTHING_CHOSEN and label in chooses)
    }
