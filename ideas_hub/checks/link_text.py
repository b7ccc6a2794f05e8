"""Link text: people who hear a list of a page's links need to know where each one goes."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.passages import REFERENCE
from ideas_hub.problem import Problem, Severity, excerpt
from ideas_hub.reading.markdown_limits import CODE_SPAN

INLINE_LINK = re.compile(r"(?<!!)\[([^\[\]\n]*)\]\([^()\s]*")
BARE_ADDRESS = re.compile(r"(?:<|(?<![\w(\[\"'/:.<]))(?:https?://|www\.)[^\s<>)\]]+")
LOOKS_LIKE_ADDRESS = re.compile(r"\s*<?(?:https?://|www\.|[\w.-]+\.(?:org|com|uk|net|gov)\b)\S*\s*$", re.IGNORECASE)
VAGUE = re.compile(
    r"\W*(?:click|tap|press)?\W*(?:here|this|(?:this|the) (?:link|page|site|website|article|report|document)"
    r"|link|page|more|read more|find out more|learn more|see more|more info(?:rmation)?|details|website|read on"
    r"|download|pdf)\W*$",
    re.IGNORECASE,
)


def find_vague_links(checked: CheckedFile, _glossary: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each link whose words do not say where it goes."""
    if not _may_link(checked.body):
        return
    for number, full_row in checked.prose:
        if not _may_link(full_row):
            continue
        row = CODE_SPAN.sub(" ", full_row)
        for match in INLINE_LINK.finditer(row):
            if message := _fault(match[1]):
                yield _problem(checked.file, number, message, match[1])
        for match in () if REFERENCE.match(row) else BARE_ADDRESS.finditer(INLINE_LINK.sub(" ", row)):
            address = match.group().strip("<.,;:!?")
            yield _problem(checked.file, number, f'a bare address stands in the text: "{excerpt(address)}".', address)


def _may_link(markdown: str) -> bool:
    return "[" in markdown or "://" in markdown or "www." in markdown


def _fault(words: str) -> str:
    """Return what is wrong with the words of a link, "" if nothing is."""
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
        example="See [how the Rochdale group did it](petrus-community.md).",
        rule="link-text",
        severity=Severity.SHOULD_FIX,
    )
