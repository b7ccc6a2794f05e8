"""The issue form for a story, generated from the same questions as every other way to send one, and its answers.

Source of the format: GitHub's docs, "Syntax for issue forms" and "Syntax for GitHub's form schema".
"""

from collections.abc import Sequence
from typing import Any

import yaml

from ideas_hub.drafting.plain_text import strip_hidden
from ideas_hub.drafting.questions import Answer, Question

LABEL = "story"
"""The label of an issue from the form; .github/workflows/story.yml acts on it."""

PROMISES = "Before you send it"
"""The label of the boxes to tick, below the last question."""

COMMAND = ".venv/bin/python -m ideas_hub.commands.new --write-forms"
"""The command that makes the form again, after a change of the questions or of what there is to choose from."""

HEADER = f"# Made from the model: do not edit. To make it again: {COMMAND}\n"
WELCOME = """\
Thank you for sharing what your group did. You need no special knowledge: answer in your own words, \
and leave out what you do not know.

**Everyone can read what you send here.** \
Please give no names of people who took part, no telephone numbers, no e-mail addresses and no full postcodes.
Please attach no pictures here either: they would be public at once, with the place where they were taken. \
An editor will ask you for them.

An editor reads your story, puts it in shape with you and publishes it. Most answers may stay empty.
"""
BOXES = (
    "Nobody can be recognised from what I wrote, or they have agreed in writing that we tell their story.",
    "My group agrees that you publish these words under the licence CC BY 4.0, which lets others use them and name us.",
)

HEADING = "### "
NO_ANSWER = "_No response_"
NOTHING_CHOSEN = "None"


class _Dumper(yaml.SafeDumper):
    """Dumps text of several lines as a block scalar."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent_text)


def story_form(asked: Sequence[Question]) -> str:
    """Return the issue form as YAML."""
    promises = [{"label": box, "required": True} for box in BOXES]
    form = {
        "name": "Share a story",
        "description": "Tell other groups what you did, what helped and what did not.",
        "title": "A story: ",
        "labels": [LABEL],
        "body": [
            {"type": "markdown", "attributes": {"value": WELCOME}},
            *map(_element, asked),
            {"type": "checkboxes", "id": "promises", "attributes": {"label": PROMISES, "options": promises}},
        ],
    }
    return HEADER + yaml.dump(form, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000)


def _element(question: Question) -> dict[str, Any]:
    types = {Answer.TEXT: "textarea", Answer.LINES: "textarea", Answer.CHOICE: "dropdown", Answer.CHOICES: "dropdown"}
    options = list(question.choices.values())
    return {
        "type": types.get(question.answer, "input"),
        "id": question.id,
        "attributes": {
            "label": question.label,
            "description": question.help,
            **({"multiple": question.answer is Answer.CHOICES, "options": options} if options else {}),
        },
        "validations": {"required": question.required},
    }


def read_issue(text: str, asked: Sequence[Question], closing: str) -> dict[str, str]:
    """Return the answers in the text of an issue that was opened with the form, by the label of their question.

    It has a heading of the third level for each question, in the form's order, and below it the answer.
    A heading that somebody typed into an answer is part of that answer.

    closing: the label of the element after the last question.
    """
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
