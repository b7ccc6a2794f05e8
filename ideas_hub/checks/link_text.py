"""Link text: people who hear a list of a page's links need to know where each one goes."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.problem import Problem, Severity, excerpt
from ideas_hub.reading.prose import LinkWords

WEB_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
LOOKS_LIKE_ADDRESS = re.compile(r"\s*<?(?:https?://|www\.|[\w.-]+\.(?:org|com|uk|net|gov)\b)\S*\s*$", re.IGNORECASE)
VAGUE = re.compile(
    r"\W*(?:click|tap|press)?\W*(?:here|this|(?:this|the) (?:link|page|site|website|article|report|document)"
    r"|link|page|more|read more|find out more|learn more|see more|more info(?:rmation)?|details|website|read on"
    r"|download|pdf)\W*$",
    re.IGNORECASE,
)


def find_vague_links(checked: CheckedFile, _glossary: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each link whose words do not say where it goes."""
    for link in checked.prose.links:
        if message := _fault(link):
            yield _problem(checked.file, link.line, message, link.words)


def _fault(link: LinkWords) -> str:
    """Return what is wrong with the words of a link, "" if nothing is.

    A bare e-mail address or number says where it goes; whether it may stand there is for `personal_data` to say.
    """
    words = link.words
    if link.is_bare:
        return f'a bare address stands in the text: "{excerpt(words)}".' if WEB_ADDRESS.match(words) else ""
    if not words.strip():
        return "a link has no words."
    if LOOKS_LIKE_ADDRESS.match(words):
        return f'the words of a link are an address: "{excerpt(words)}".'
    return f'the words of a link do not say where it goes: "{excerpt(words)}".' if VAGUE.match(words) else ""


def _problem(file: str, line: int, message: str, found: str) -> Problem:
    return Problem(
        file,
        line,
        message,
        found=excerpt(found),
        fix="Say where the link goes.",
        example="See [how the walking group did it](walking-together.md).",
        rule="link-text",
        severity=Severity.SHOULD_FIX,
    )
