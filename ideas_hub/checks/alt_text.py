"""A picture's words for those who cannot see it.  Too long or left out altogether is the model's to say."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, Severity, excerpt

OPENING = re.compile(
    r"\s*(?:an?\s|the\s|this\s(?:is\s)?)?(?:image|picture|photo(?:graph)?|pic|graphic|screenshot)\s(?:of|showing|shows)\b",
    re.IGNORECASE,
)
FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|webp|gif|heic)\s*$|^(?:img|dsc|dscn|pxl|image|photo|picture|whatsapp image)[\s_-]*\d[\w\s.-]*$",
    re.IGNORECASE,
)
EXAMPLE = "Six people laugh as they plant beans in raised beds."


def find_poor_alt_text(text: CheckedFile, _known: GlossaryForms) -> Iterator[Problem]:
    """Yield what a reader who cannot see the picture would miss."""
    image = text.values.get("image")
    if not isinstance(image, dict) or not isinstance(alt := image.get("alt", EXAMPLE), str | None):
        return
    alt = alt or ""
    message = fix = ""
    if not alt.strip():
        message, fix = (
            "the picture has no words for people who cannot see it.",
            "Say what it shows. Leave it empty only for decoration.",
        )
    elif FILE_NAME.search(alt) or alt.strip() == image.get("file"):
        message, fix = "the words for the picture are a file's name.", "Say what the picture shows."
    elif opening := OPENING.match(alt):
        message, fix = (
            f'the words for the picture start with "{opening.group().strip()}".',
            "Leave that out: the reader is told that it is a picture.",
        )
    if message:
        line = line_of(("image", "alt"), text.lines)
        yield Problem(
            text.file,
            line,
            message,
            field="image.alt",
            found=excerpt(alt),
            fix=fix,
            example=EXAMPLE,
            rule="alt-text",
            severity=Severity.SHOULD_FIX,
        )
