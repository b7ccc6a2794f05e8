"""One way to say a problem: where it is, what was found, what is allowed and how to mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

SHORTEST_START = 3  # "art" is near arts-culture, "a" is near nothing
SHOWN_ALLOWED = 12  # a longer list of allowed values is cut, and left out where the nearest word is known


class Severity(StrEnum):
    """How much a problem matters, the gravest first."""

    MUST_FIX = "must fix"
    SHOULD_FIX = "should fix"
    IDEA = "idea"


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in the content, said so that an editor can mend it.

    file: path from the repository's root, with forward slashes.
    line: from 1; 0 when the whole file is meant.
    field: the front matter field ("themes[1]"), "column region" for a table, or "" for the text.
    message: one sentence that says what is wrong.
    found: the value or words found. allowed: the values that would be right, in their usual order.
    nearest: the allowed value most like what was found. mend: one sentence that says what to do.
    example: how it looks when it is right.
    """

    file: str
    line: int
    message: str
    field: str = ""
    found: str = ""
    allowed: tuple[str, ...] = ()
    nearest: str = ""
    fix: str = ""
    rule: str = "content"
    severity: Severity = Severity.MUST_FIX
    example: str = ""

    def __str__(self) -> str:
        """Return the problem as `file:line: field: message ...` on one line, safe to print."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [f"{place}:", f"{self.field}:" if self.field else "", self.message]
        if self.nearest:
            parts.append(f'Did you mean "{self.nearest}"?')
        if self.fix:
            parts.append(self.fix)
        if self.allowed and not (self.nearest and len(self.allowed) > SHOWN_ALLOWED):
            shown = ", ".join(self.allowed[:SHOWN_ALLOWED])
            more = len(self.allowed) - SHOWN_ALLOWED
            parts.append(f"Allowed: {shown}{f' and {more} more' if more > 0 else ''}.")
        if self.example:
            parts.append(f"For example: {self.example}")
        return printable(" ".join(part for part in parts if part))

    def sort_key(self) -> tuple[str, int, str, str]:
        """Return the order in which problems are shown: by file, then line."""
        return (self.file, self.line, self.field, self.message)


def report(problems: Iterable[Problem]) -> str:
    """Return the problems one a line, with a closing line that counts them."""
    rows = [str(problem) for problem in problems]
    if not rows:
        return "No problems found."
    count = "1 problem" if len(rows) == 1 else f"{len(rows)} problems"
    return "\n".join([*rows, f"{count} to mend."])


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Return the allowed word most like the one found, or the only one that starts with it; "" when none is near."""
    return _nearest(word, tuple(allowed))


@lru_cache(maxsize=100)  # a page that was renamed may be missed by thousands, and each looks at all the names there are
def _nearest(word: str, allowed: tuple[str, ...]) -> str:
    choices = {choice.casefold(): choice for choice in allowed}
    tidy = word.strip().casefold().replace(" ", "-").replace("_", "-")
    matches = difflib.get_close_matches(tidy, choices, n=1, cutoff=0.6)
    if matches:
        return choices[matches[0]]
    started = [choice for folded, choice in choices.items() if len(tidy) >= SHORTEST_START and folded.startswith(tidy)]
    return started[0] if len(started) == 1 else ""


def excerpt(value: object, length: int = 60) -> str:
    """Return a value as one short line for a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def printable(text: str) -> str:
    """Return the text with control and direction characters escaped, so that it cannot forge a log line.

    GitHub obeys `##[command]` wherever it stands in a line, so that is taken apart too.
    """
    shown = text
    if not text.isprintable():
        shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return shown.replace("##[", "## [")
