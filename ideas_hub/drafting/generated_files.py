"""The issue form and the empty spreadsheet: files made from the questions, and whether they still match them."""

from collections.abc import Iterator
from pathlib import Path

from ideas_hub.drafting import issue_form, table
from ideas_hub.drafting.questions import form_questions, questions
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.files import read_file

FORM = ".github/ISSUE_TEMPLATE/1-share-a-story.yml"
TABLE = f"docs/{addresses.TEMPLATE}"
GENERATED_FILES = (FORM, TABLE)


def generated_files(hub: Hub) -> dict[str, str]:
    """Return the text of each file generated from the questions, by path from the repository's root."""
    return {FORM: issue_form.story_form(form_questions(hub)), TABLE: table.template(questions(hub))}


def write_generated_files(hub: Hub, root: Path) -> None:
    """Write the issue form and the empty spreadsheet."""
    for file, text in generated_files(hub).items():
        (root / file).write_text(text, encoding="utf-8", newline="")


def find_stale_files(hub: Hub, root: Path) -> Iterator[Problem]:
    """Yield a problem for each generated file that is there but not as the questions would make it now."""
    for file, text in generated_files(hub).items():
        content = read_file(root, file)
        if isinstance(content, bytes) and content != text.encode():
            yield Problem(
                file,
                0,
                "This file is out of date: it does not ask what the hub asks now, or does not offer the same choices.",
                fix=f"To make it again: {issue_form.COMMAND}",
                rule="generated-file",
                severity=Severity.SHOULD_FIX,
            )
