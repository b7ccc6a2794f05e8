"""Personal data in other people's files, left out before it reaches the repository, where everyone can read it."""

import re

from ideas_hub.checks.identifier_rows import candidate_rows
from ideas_hub.checks.personal_data import redacted
from ideas_hub.checks.personal_identifiers import find_identifiers

LEFT_OUT = "(left out)"
"""Stands in the place of each, so that a reader sees that something was there."""


def without_personal_data(text: str) -> tuple[str, list[str]]:
    """Return a text without what identifies a person as it stands there, and a note on each that shows a part of it.

    What is written over two lines, or has marks within it, stays: scripts/check stops it.
    """
    rows, notes = text.split("\n"), []
    for number, row in candidate_rows(text):
        for identifier, words in find_identifiers(row):
            spelling = r"\s*".join(map(re.escape, re.sub(r"\s", "", words)))
            rows[number - 1], count = re.subn(spelling, LEFT_OUT, rows[number - 1])
            notes += (
                [f"{identifier.name[:1].upper()}{identifier.name[1:]} was left out: {redacted(words)}."]
                if count
                else []
            )
    return "\n".join(rows), notes


def holds_personal_data(words: str) -> bool:
    """Return whether words identify a person."""
    return any(find_identifiers(row) for _, row in candidate_rows(words))
