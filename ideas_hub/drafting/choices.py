"""Which of the choices of a question somebody's words name."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from ideas_hub.drafting.plain_text import lines
from ideas_hub.search.words import fold

SEPARATOR = re.compile("[,;\n]")

Name: TypeAlias = tuple[str, ...]
"""A name in lower case and without accents, parted where it has a separator of its own."""


def match_choices(
    text: str, choices: Mapping[str, str], synonyms: Mapping[str, str] | None = None, *, numbered: bool = True
) -> tuple[list[str], list[str]]:
    """Return the ids of the choices that an answer names, in its order, and any words that name none.

    Commas, semicolons and line ends separate choices; a label may contain commas, so the longest match wins.

    choices: their labels by id; both name one, and so do other words (synonyms: ids by word).
    numbered: the number of a choice, from 1, names it too.
    """
    named = dict(synonyms or {})
    named |= {str(number): choice for number, choice in enumerate(choices, 1)} if numbered else {}
    named |= {choice: choice for choice in choices} | {label: choice for choice, label in choices.items()}
    names = {_name_of(_parts(words)): choice for words, choice in named.items()}
    parts = _parts("\n".join(lines(text)))
    longest = max(map(len, names), default=0)
    ids: list[str] = []
    unknown: list[str] = []
    place = 0
    while place < len(parts):
        sizes = range(min(longest, len(parts) - place), 0, -1)
        size = next((size for size in sizes if _name_of(parts[place : place + size]) in names), 0)
        if size:
            ids.append(names[_name_of(parts[place : place + size])])
        else:
            unknown.append(parts[place])
        place += size or 1
    return ids, unknown


def _parts(text: str) -> list[str]:
    return [part for part in (" ".join(part.split()) for part in SEPARATOR.split(text)) if part]


def _name_of(parts: Iterable[str]) -> Name:
    return tuple(map(fold, parts))
