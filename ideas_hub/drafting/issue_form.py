"""The issue forms for a story, generated from the same questions as every other way to send one, and for a file.

GitHub takes the form from the repository, so the file may be older than the vocabulary.  No answer depends on that:
`SOMETHING_ELSE` is a choice wherever one is needed, and terms are also found in the answer below the lists.

Source of the format: GitHub's docs, "Syntax for issue forms" and "Syntax for GitHub's form schema".
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from ideas_hub.drafting.plain_text import strip_hidden
from ideas_hub.drafting.questions import Answer, Question, form_questions
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.files import is_there, read_file

LABEL, FILE_LABEL = "story", "file"
"""The labels of issues from the two forms; .github/workflows/story.yml acts on them."""

PROMISES = "Before you send it"
"""The label of the boxes to tick, below the last question."""

FORM, FILE_FORM = ".github/ISSUE_TEMPLATE/1-share-a-story.yml", ".github/ISSUE_TEMPLATE/4-send-a-file.yml"
"""Where GitHub looks for the forms."""

COMMAND = "scripts/new --write-forms"
"""The command that makes the forms again, after a change of the questions or of what there is to choose from."""

HEADER = f"# Made from the model: do not edit. To make it again: {COMMAND}\n"
WELCOME = """\
Thank you for sharing what your group did. You need no special knowledge: answer in your own words, \
and leave out what you do not know.

**Everyone can read what you send here.** \
Please give no names of people who took part, no telephone numbers, no e-mail addresses and no full postcodes.
Please attach no pictures here either: they would be public at once, with the place where they were taken. \
An editor will ask you for them.

Is your story written already? Send it with the form "Send a file" instead. Or fill in this form, and drop the file \
into the box "What did you do?": Word (.docx), Excel (.xlsx), CSV or text (.txt, .md).

An editor reads your story, puts it in shape with you and publishes it. Most answers may stay empty.
"""
FILE_WELCOME = """\
Thank you for sharing what your group did. Send it as you have it: a program makes a draft of it, and an editor puts \
that in shape with you.

**Everyone can read what you send here, from the moment you drop it in.** \
Look through the file first. Take out names of people who took part. \
It should hold no telephone numbers, no e-mail addresses and no postcodes. The answers of a form often have columns of \
names and e-mail addresses: delete those columns.
Please send no photos. An editor will ask you for them.

| You have | Send |
| --- | --- |
| Word | the document (.docx) |
| Excel | the spreadsheet (.xlsx), a row for each story |
| Google Docs | File, Download, Microsoft Word (.docx) |
| Google Sheets | File, Download, Comma-separated values (.csv) |
| Google Forms | Responses, the three dots, Download responses (.csv). Unpack the .zip that you get |
| Microsoft Forms | Responses, Open in Excel, and save it (.xlsx) |
| a text | the file (.txt or .md) |
"""
BOXES = (
    "Nobody can be recognised from what I wrote, or they have agreed in writing that we tell their story.",
    "My group agrees that you publish these words under the licence CC BY 4.0, which lets others use them and name us.",
)

HEADING = "### "
NO_ANSWER = "_No response_"
NOTHING_CHOSEN = "None"
SOMETHING_ELSE = "Something else, which I write below"
"""The last choice where one has to be made: no list fits everybody."""


class _Dumper(yaml.CSafeDumper):
    """Dumps text of several lines as a block scalar."""


def _represent_text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent_text)


def issue_forms(hub: Hub) -> dict[str, str]:
    """Return the forms that are generated, as YAML, by their paths."""
    return {FORM: story_form(form_questions(hub)), FILE_FORM: file_form()}


def story_form(asked: Sequence[Question]) -> str:
    """Return the form for a story as YAML."""
    description = "Tell other groups what you did, what helped and what did not."
    return _form("Share a story", description, "A story: ", LABEL, WELCOME, [_element(question) for question in asked])


def file_form() -> str:
    """Return the form for a file as YAML."""
    file = {
        "label": "Your file",
        "description": "Drop it into this box, or click below the box to add it. "
        "Then wait until its name is there as a link. Five files at most.",
    }
    words = {
        "label": "What should we know about it?",
        "description": "For example, which part is the story, or who may be asked. Please give no names of people.",
    }
    elements = [
        {"type": "textarea", "id": "file", "attributes": file, "validations": {"required": True}},
        {"type": "textarea", "id": "words", "attributes": words, "validations": {"required": False}},
    ]
    description = "You have it in Word, in Excel, as answers of a form or as a text."
    return _form("Send a file", description, "A file: ", FILE_LABEL, FILE_WELCOME, elements)


def _form(  # noqa: PLR0913, PLR0917 the parts of a form
    name: str, description: str, title: str, label: str, welcome: str, elements: Sequence[Mapping[str, Any]]
) -> str:
    promises = [{"label": box, "required": True} for box in BOXES]
    form = {
        "name": name,
        "description": description,
        "title": title,
        "labels": [label],
        "body": [
            {"type": "markdown", "attributes": {"value": welcome}},
            *elements,
            {"type": "checkboxes", "id": "promises", "attributes": {"label": PROMISES, "options": promises}},
        ],
    }
    return HEADER + yaml.dump(form, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000)


def _element(question: Question) -> dict[str, Any]:
    types = {Answer.TEXT: "textarea", Answer.LINES: "textarea", Answer.CHOICE: "dropdown", Answer.CHOICES: "dropdown"}
    options = list(question.choices.values())
    options += [SOMETHING_ELSE] if options and question.required else []
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


def labels_in_form(form: bytes) -> dict[str, str]:
    """Return the labels that a form has, by the ids of its questions; none if it cannot be read."""
    try:
        elements = yaml.safe_load(form)["body"]
        return {str(one["id"]): str(one["attributes"]["label"]) for one in elements if "id" in one}
    except (yaml.YAMLError, TypeError, KeyError):
        return {}


def read_issue(
    text: str, asked: Sequence[Question], closing: str, labels_there: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the answers in the text of an issue that was opened with the form, by the label of their question.

    It has a heading of the third level for each question, in the form's order, and below it the answer.
    A heading that somebody typed into an answer is part of that answer.

    closing: the label of the element after the last question.
    labels_there: those of the form by the ids of its questions, where it may ask in older words.
    """
    there = {(labels_there or {}).get(question.id, question.label): question.label for question in asked}
    labels = [*there, closing]
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
    answers = {there[label]: "\n".join(typed).strip() for label, typed in rows.items() if label != closing}
    chosen = {question.label for question in asked if question.choices}
    answers |= {label: _without_empty_choices(answer) for label, answer in answers.items() if label in chosen}
    return {label: answer for label, answer in answers.items() if answer not in {"", NO_ANSWER}}


def _without_empty_choices(answer: str) -> str:
    return "" if answer == NOTHING_CHOSEN else answer.replace(SOMETHING_ELSE, "").strip(", ")


def form_of(root: Path, form: str = FORM) -> bytes:
    """Return a form of a repository, by its path; b"" if it has none."""
    content = read_file(root, form) if is_there(root, form) else b""
    return content if isinstance(content, bytes) else b""


def find_stale_form(hub: Hub, root: Path) -> Iterator[Problem]:
    """Yield an idea, for whoever looks after the hub, for each form in the repository that would be made otherwise."""
    for form, text in issue_forms(hub).items():
        content = form_of(root, form)
        if content and content != text.encode():
            yield Problem(
                form,
                0,
                "The form is out of date: its questions or choices differ from those of the hub. "
                "No story is lost: if something is missing, people can write it in their own words.",
                fix=f"GitHub proposes the new one as a draft pull request. To make it by hand: {COMMAND}",
                rule="old-form",
                severity=Severity.IDEA,
            )
