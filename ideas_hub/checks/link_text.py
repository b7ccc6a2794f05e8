"""The words of a link: people who hear a list of the page's links need to know where each goes."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.passages import CODE_SPAN, REFERENCE
from ideas_hub.problem import Problem, Severity, excerpt

LINK = re.compile(r"(?<!!)\[([^\[\]\n]*)\]\(([^()\s]*)")
BARE = re.compile(r"(?:<|(?<![\w(\[\"'/:.<]))(?:https?://|www\.)[^\s<>)\]]+")
ADDRESS = re.compile(r"\s*<?(?:https?://|www\.|[\w.-]+\.(?:org|com|uk|net|gov)\b)\S*\s*$", re.IGNORECASE)
SAYS_NOTHING = re.compile(
    r"\W*(?:click|tap|press)?\W*(?:here|this|(?:this|the) (?:link|page|site|website|article|report|document)|link|page|more|read more|find out more"
    r"|learn more|see more|more info(?:rmation)?|details|website|read on|download|pdf)\W*$",
    re.IGNORECASE,
)
FIX = "Say where the link goes."
EXAMPLE = "See [how the Rochdale group did it](petrus-community.md)."


def find_vague_links(text: CheckedFile, _known: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each link whose words do not say where it goes."""
    if not _may_link(text.body):
        return
    for number, full_row in text.prose:
        if not _may_link(full_row):
            continue
        row = CODE_SPAN.sub(" ", full_row)
        for match in LINK.finditer(row):
            if message := _wrong(match[1]):
                yield _problem(text.file, number, message, match[1])
        for match in BARE.finditer(LINK.sub(" ", row)):
            if not REFERENCE.match(row):
                address = match.group().strip("<.,;:!?")
                yield _problem(text.file, number, f'a bare address stands in the text: "{excerpt(address)}".', address)


def _may_link(markdown: str) -> bool:
    return "[" in markdown or "://" in markdown or "www." in markdown


def _wrong(words: str) -> str:
    if not words.strip():
        return "a link has no words."
    if ADDRESS.match(words):
        return f'the words of a link are an address: "{excerpt(words)}".'
    return f'the words of a link do not say where it goes: "{excerpt(words)}".' if SAYS_NOTHING.match(words) else ""


def _problem(file: str, line: int, message: str, found: str) -> Problem:
    return Problem(
        file,
        line,
        message,
        found=excerpt(found),
        fix=FIX,
        example=EXAMPLE,
        rule="link-text",
        severity=Severity.SHOULD_FIX,
    )
