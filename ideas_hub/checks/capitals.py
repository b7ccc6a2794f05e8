"""Words all in capitals: harder to read, read letter by letter by some screen readers, and they seem to shout."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.problem import Problem, Severity, excerpt

CAPITAL = "[A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻŴŶ]"
IN_WORD = "[A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻŴŶ'\u2019&-]"
RUN = re.compile(
    rf"{CAPITAL}(?<![^\W_]{CAPITAL}){IN_WORD}*(?:[ \n,]+{IN_WORD}+)*(?![^\W_])"
)  # a set first: see Text.passages_with
EMPHASIS_WORDS = {
    "PLEASE",
    "IMPORTANT",
    "NOTE",
    "NEVER",
    "ALWAYS",
    "MUST",
    "NOT",
    "FREE",
    "NEW",
    "WARNING",
    "VERY",
    "ALL",
    "ONLY",
    "EVERYONE",
}
LONG_WORD = 5  # most abbreviations have fewer letters
LONG_WORDS = 2


def find_words_in_capitals(text: CheckedFile, known: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each run of words in capitals that are not abbreviations."""
    for passage in text.in_capitals:
        for match in RUN.finditer(passage.text):
            words = re.findall(r"[^\W_]{2,}", match.group())
            loud = [word for word in words if word not in known.spellings and len(word) >= LONG_WORD]
            if len(loud) >= LONG_WORDS or any(word in EMPHASIS_WORDS for word in words):
                found = excerpt(match.group())
                yield Problem(
                    text.file, passage.line_at(match.start()), f'words are all in capitals: "{found}".', field=passage.field, found=found,
                    fix="Write them in small letters; use **bold** for what matters.", example=found.capitalize(),
                    rule="capitals", severity=Severity.SHOULD_FIX,
                )  # fmt: skip
