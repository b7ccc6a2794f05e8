"""Alt text.  Length and presence are checked by the model."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, Severity, excerpt

OPENING = re.compile(
    r"\s*(?:an?\s|the\s|this\s(?:is\s)?)?(?:image|picture|photo(?:graph)?|pic|graphic|screenshot)"
    r"\s(?:of|showing|shows)\b",
    re.IGNORECASE,
)
FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|webp|gif|heic)\s*$|^(?:img|dsc|dscn|pxl|image|photo|picture|whatsapp image)[\s_-]*\d[\w\s.-]*$",
    re.IGNORECASE,
)
EXAMPLE = "Six people laugh as they plant beans in raised beds."


def find_poor_alt_text(checked: CheckedFile, _glossary: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for alt text that tells a listener nothing of the picture."""
    image = checked.values.get("image")
    if not isinstance(image, dict) or not isinstance(alt := image.get("alt", EXAMPLE), str | None):
        return
    if message_and_fix := _fault(alt or "", image.get("file")):
        message, fix = message_and_fix
        yield Problem(
            checked.file,
            line_of(("image", "alt"), checked.lines),
            message,
            field="image.alt",
            found=excerpt(alt or ""),
            fix=fix,
            example=EXAMPLE,
            rule="alt-text",
            severity=Severity.SHOULD_FIX,
        )


def _fault(alt: str, file: object) -> tuple[str, str] | None:
    """Return what is wrong with an alt text, and the fix."""
    if not alt.strip():
        message = "the picture has no words for people who cannot see it."
        return message, "Say what it shows. Leave it empty only for decoration."
    if FILE_NAME.search(alt) or alt.strip() == file:
        return "the words for the picture are a file's name.", "Say what the picture shows."
    if opening := OPENING.match(alt):
        message = f'the words for the picture start with "{opening.group().strip()}".'
        return message, "Leave that out: screen readers say that it is a picture."
    return None
