"""Words all in capitals: harder to read, spelt out by some screen readers, and they seem to shout."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.problem import Problem, Severity, excerpt

CAPITAL = "[A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻŴŶ]"
IN_WORD = "[A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻŴŶ'\u2019&-]"
# A set first: see CheckedFile.passages_with.
CAPITALS = re.compile(rf"{CAPITAL}(?<![^\W_]{CAPITAL}){IN_WORD}*(?:[ \n,]+{IN_WORD}+)*(?![^\W_])")
EMPHASIS_WORDS = {
    "ALL", "ALWAYS", "EVERYONE", "FREE", "IMPORTANT", "MUST", "NEVER", "NEW", "NOT", "NOTE", "ONLY", "PLEASE", "VERY",
    "WARNING",
}  # fmt: skip
MIN_LETTERS = 5  # most abbreviations have fewer
MIN_WORDS = 2


def find_words_in_capitals(checked: CheckedFile, glossary: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each run of words in capitals that are not abbreviations."""
    for passage in checked.passages_in_capitals:
        for match in CAPITALS.finditer(passage.text):
            words = re.findall(r"[^\W_]{2,}", match.group())
            long = [word for word in words if word not in glossary.forms and len(word) >= MIN_LETTERS]
            if len(long) >= MIN_WORDS or any(word in EMPHASIS_WORDS for word in words):
                found = excerpt(match.group())
                yield Problem(
                    checked.file,
                    passage.line_at(match.start()),
                    f'words are all in capitals: "{found}".',
                    field=passage.field,
                    found=found,
                    fix="Write them in small letters; use **bold** for what matters.",
                    example=found.capitalize(),
                    rule="capitals",
                    severity=Severity.SHOULD_FIX,
                )
