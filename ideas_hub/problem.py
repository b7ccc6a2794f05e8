"""Problem, the one way to report a mistake in the content: where it is, what was found and how to fix it."""

import difflib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

ALIKE = 0.6  # the least ratio of difflib at which two words are near
MIN_PREFIX = 3  # "art" is near arts-culture, "a" is near nothing
MAX_LISTED = 24  # allowed values in one message: every word of a usual vocabulary
MOST_OF_A_KIND = 20  # in one file
MOST_PROBLEMS = 1000  # in one file; one with more is another kind of file


class Severity(StrEnum):
    """How much a problem matters, the most serious first."""

    MUST_FIX = "must fix"
    SHOULD_FIX = "should fix"
    IDEA = "idea"


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in the content, with all that an editor needs to fix it.

    file: path from the repository's root, with forward slashes.
    line: from 1; 0 for the whole file.
    message: one sentence that says what is wrong.
    field: the front matter field ("themes[1]"), "column region" for a table, or "" for the text.
    found: the value or words found.
    allowed: the values that would be right, in their usual order.
    nearest: the allowed value most like what was found.
    fix: one sentence that says what to do.
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
        """Return the problem on one line, safe to print: `file:line: field: message`, then brief advice."""
        return printable(" ".join((f"{self.place}: {self.full_message}", *self.advice(brief=True))))

    @property
    def place(self) -> str:
        """The file, and the line if there is one: "case_studies/soldering.md:4"."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def full_message(self) -> str:
        """The message, after the field if there is one."""
        return f"{self.field}: {self.message}" if self.field else self.message

    def advice(self, *, brief: bool = False) -> tuple[str, ...]:
        """Return what to do, a sentence each: the nearest value, the fix, the allowed values, an example.

        brief: leave out a long list of allowed values if the nearest is known.
        """
        listed, more = ", ".join(self.allowed[:MAX_LISTED]), len(self.allowed) - MAX_LISTED
        redundant = brief and self.nearest and more > 0
        sentences = (
            f'Did you mean "{self.nearest}"?' if self.nearest else "",
            self.fix,
            f"Allowed: {listed}{f' and {more} more' if more > 0 else ''}." if listed and not redundant else "",
            f"For example: {self.example}" if self.example else "",
        )
        return tuple(filter(None, sentences))

    def sort_key(self) -> tuple[str, int, str, str]:
        """Return the key that sorts problems by file, then line."""
        return (self.file, self.line, self.field, self.message)


def report(problems: Iterable[Problem]) -> str:
    """Return the problems, one a line, and a last line that counts them."""
    rows = [str(problem) for problem in problems]
    if not rows:
        return "No problems found."
    count = "1 problem" if len(rows) == 1 else f"{len(rows)} problems"
    return "\n".join([*rows, f"{count} to fix."])


def first_of_each_kind(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first twenty problems of each kind in each file, and instead of the others one that counts them.

    A kind is a rule.  What was counted once stays as it is.
    """
    met: Counter[tuple[str, str, Severity]] = Counter()
    listed: list[Problem] = []
    counted: dict[tuple[str, str, Severity], int] = {}
    for problem in problems:
        kind = (problem.file, problem.rule, problem.severity)
        met[kind] += 1
        if met[kind] == MOST_OF_A_KIND + 1:
            counted[kind] = len(listed)
        if met[kind] <= MOST_OF_A_KIND + 1:
            listed.append(problem)
    for kind, place in counted.items():
        listed[place] = _count_of(listed[place], met[kind] - MOST_OF_A_KIND)
    return listed


def _count_of(first: Problem, count: int) -> Problem:
    message = f"there {'is 1 more' if count == 1 else f'are {count:,} more'} of this kind."
    fix = "Fix those above, then check again."
    return Problem(first.file, first.line, message, fix=fix, rule=f"{first.rule}-more", severity=first.severity)


def nearest(word: str, allowed: Iterable[str], alike: float = ALIKE) -> str:
    """Return the allowed word most like the one found, else the only one that starts with it, else "".

    Case does not count, and a space or an underscore counts as a hyphen.
    Most like: the highest ratio of difflib, and at least `alike`; of equals, the last in the alphabet.
    """
    return _nearest(word, tuple(allowed), alike)


@lru_cache(maxsize=100)  # thousands of files may name a page that was renamed, and each is compared with every name
def _nearest(word: str, allowed: tuple[str, ...], alike: float) -> str:
    choices = {choice.casefold(): choice for choice in allowed}
    tidy = word.strip().casefold().replace(" ", "-").replace("_", "-")
    matches = difflib.get_close_matches(tidy, choices, n=1, cutoff=alike)
    if matches:
        return choices[matches[0]]
    completions = [choice for folded, choice in choices.items() if len(tidy) >= MIN_PREFIX and folded.startswith(tidy)]
    return completions[0] if len(completions) == 1 else ""


def excerpt(value: object, length: int = 60) -> str:
    """Return a value as one line of at most this many characters, an ellipsis for the rest included."""
    text = " ".join(str(value).split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def printable(text: str) -> str:
    """Return the text with control and direction characters escaped, so that it cannot forge a log line.

    GitHub obeys `##[command]` anywhere in a line, so that is split.
    """
    escaped = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return escaped.replace("##[", "## [")
