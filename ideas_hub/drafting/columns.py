"""Which question each column of somebody's table answers, by its heading, and what is left out.

A heading is known if it is a question, its field or the heading of its part of the story, as they are written; then
without numbers, brackets, case and punctuation; then in other words that people use; else it is the one question that
it is clearly nearest to.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from ideas_hub.drafting.other_words import ABOUT_A_PERSON, ADDED_BEFORE, FILLERS, NO_ANSWER, OTHER_WORDS
from ideas_hub.drafting.questions import Question
from ideas_hub.drafting.wording import WORDINGS
from ideas_hub.importing.cells import Row
from ideas_hub.importing.values import column_letter
from ideas_hub.problem import Problem, excerpt
from ideas_hub.search.words import fold, stem

NUMBERING = re.compile(r"(?:q(?:uestion)?\.?\s*)?\d{1,2}[a-z]?\s*(?:[.):-]|\s(?=\S))\s*|q(?:uestion)?\.?\s*\d{1,2}\s+")
ASIDE = re.compile(r"[(\[](?:required|optional|mandatory|if any|if applicable|please [^)\]]*|max[^)\]]*)[)\]]")
NEAR, NEARER = 0.7, 0.1
"""How alike the nearest question must be, of 1, and by how much more than the next."""

WHAT_IS_ASKED = re.compile(r"(?<=\?)|\n|\s[-\u2013\u2014]\s|[(\[:]")
"""Matches where a heading ends that goes on with what to write."""

SAME_WORD = 0.85  # how alike two stems are, of 1, if one is the other mistyped
SHORTEST_MISTYPED = 4  # letters of a stem
LONGEST_HEADING = 200  # characters; longer cells are answers
MOST_WORDS_GUESSED = 15  # of a heading
ROWS_LOOKED_AT = 20  # for the headings, below titles and instructions
ROWS_GUESSED_AT = 3


class Rank(IntEnum):
    """How sure it is that a heading is a question, the surest first."""

    EXACT = 0
    TIDIED = 1
    OTHER_WORDS = 2
    NEAREST = 3
    NONE = 4


class Match(NamedTuple):
    """The label of the question that a heading is, "" if none, and how sure that is."""

    label: str
    rank: Rank


NO_MATCH = Match("", Rank.NONE)


class Headings:
    """The headings by which each of some questions is known."""

    def __init__(self, asked: Sequence[Question]) -> None:
        usual = {wording.path: wording.label for wording in WORDINGS if wording.path}
        self._exact: dict[str, str] = {}
        self._tidied: dict[str, str] = {}
        self._others: dict[str, str] = {}
        self._names: list[tuple[str, frozenset[str]]] = []
        for question in asked:
            path, heading, label = question.wording.path, question.wording.heading, question.label
            written = [name for name in (label, path, heading) if name]
            others = OTHER_WORDS.get(path or heading or label, ())
            self._exact |= dict.fromkeys((_one_line(name) for name in written), label)
            self._tidied |= dict.fromkeys(map(tidy, (*written, usual.get(path, label))), label)
            self._others |= dict.fromkeys(map(tidy, others), label)
            self._names += [(label, _telling(tidy(name))) for name in (label, heading, *others) if name]
        self._words = frozenset(word for _, name in self._names for word in name)

    def match(self, cell: str, *, guess: bool = True) -> Match:
        """Return which question a heading is.  guess: also look for the nearest."""
        if not cell.strip() or len(cell) > LONGEST_HEADING:
            return NO_MATCH
        words, start = tidy(cell), tidy(WHAT_IS_ASKED.split(cell.strip(), maxsplit=1)[0])
        for rank, names, name in (
            (Rank.EXACT, self._exact, _one_line(cell)),
            (Rank.TIDIED, self._tidied, words),
            (Rank.OTHER_WORDS, self._others, words),
            (Rank.NEAREST, self._tidied, start),
            (Rank.NEAREST, self._others, start),
        ):
            if name in names:
                return Match(names[name], rank)
        return self._nearest(words) if guess and words and not self._is_never_near(words) else NO_MATCH

    def _nearest(self, words: str) -> Match:
        """Return the question that shares most of the words that say something, if no other shares nearly as many."""
        said = _telling(words)
        same = {word: self._words_meant(word) for word in said}
        alike = dict.fromkeys((label for label, _ in self._names), 0.0)
        for label, name in self._names:
            if ("not" in said) == ("not" in name):
                shared = sum(not same[word].isdisjoint(name) for word in said)
                alike[label] = max(alike[label], 2 * shared / (len(said) + len(name)))
        second, best = sorted((0.0, *alike.values()))[-2:]
        label = max(alike, key=lambda one: alike[one])
        return Match(label, Rank.NEAREST) if best >= NEAR and best - second >= NEARER else NO_MATCH

    def _is_never_near(self, words: str) -> bool:
        """Return whether a heading must not be guessed: what a form adds, and what may be about a person.

        The name of an organisation is not, if it is asked for in just the words that are known.
        """
        parts, said = words.split(), _telling(words)
        is_person = not ABOUT_A_PERSON.isdisjoint(parts)
        is_known = not said <= ABOUT_A_PERSON and any(said == name for _, name in self._names)
        is_added = words in NO_ANSWER or words.startswith(ADDED_BEFORE)
        return is_added or len(parts) > MOST_WORDS_GUESSED or (is_person and not is_known)

    def _words_meant(self, word: str) -> set[str]:
        """Return the stems that a stem is, as it is or mistyped."""
        if word in self._words or len(word) < SHORTEST_MISTYPED:
            return {word}
        others = [other for other in self._words if other[0] == word[0] and len(other) >= SHORTEST_MISTYPED]
        return set(difflib.get_close_matches(word, others, cutoff=SAME_WORD))


def tidy(heading: str) -> str:
    """Return a heading without case, accents, punctuation, and the number or bracket that a form adds."""
    words = ASIDE.sub(" ", fold(_one_line(heading)).replace("n't", " not").replace("'", ""))
    return " ".join(re.findall(r"[^\W_]+", NUMBERING.sub("", words, count=1) if NUMBERING.match(words) else words))


def _one_line(text: str) -> str:
    return " ".join(text.split()).casefold()


def _telling(words: str) -> frozenset[str]:
    parts = words.split()
    return frozenset(stem(part) for part in parts if part not in FILLERS) or frozenset(parts)


class Header(NamedTuple):
    """The row of headings: its place among the rows, from 0, and the question that each column answers.

    known: how many of them are questions.
    """

    place: int
    matches: tuple[Match, ...]
    known: int


def find_header(rows: Sequence[Row], headings: Headings) -> Header:
    """Return the row in which most cells are questions, the first of equals; `known` is 0 without one."""
    for guess, most in ((False, ROWS_LOOKED_AT), (True, ROWS_GUESSED_AT)):
        found = [_header(place, row, headings, guess=guess) for place, row in enumerate(rows[:most])]
        best = max(found, key=lambda header: header.known, default=None)
        if best and best.known:
            return _header(best.place, rows[best.place], headings, guess=True)
    return Header(0, (), 0)


def _header(place: int, row: Row, headings: Headings, *, guess: bool) -> Header:
    matches = tuple(headings.match(cell, guess=guess) for cell in row.cells)
    return Header(place, matches, sum(match is not NO_MATCH for match in matches))


def labels_of_columns(header: Header) -> tuple[str, ...]:
    """Return the question that each column answers, "" if none: of two columns for one question, the surer."""
    best = {match.label: match.rank for match in sorted(header.matches, key=lambda match: -match.rank)}
    return tuple(match.label if match.label and match.rank == best[match.label] else "" for match in header.matches)


def find_repeated(labels: Sequence[str], row: Row, file: str) -> Iterator[Problem]:
    """Yield a problem for each question that two columns answer, neither surer than the other."""
    for label, count in sorted(Counter(labels).items()):
        if label and count > 1:
            cells = (f'"{excerpt(cell)}"' for cell, one in zip(row.cells, labels, strict=True) if one == label)
            same = [*dict.fromkeys(cells)]
            message = f'"{label}" is there twice' + (f": {' and '.join(same)}." if len(same) > 1 else ".")
            yield Problem(file, row.number, message, field="header", rule="repeated-column", fix="Keep one.")


def column_notes(header: Header, labels: Sequence[str], row: Row, below: Sequence[Row]) -> Iterator[str]:
    """Yield what a person should know of the headings: which are guesses, which columns are left out.

    below: the rows of answers.
    """
    left_out = []
    for place, (match, label, cell) in enumerate(zip(header.matches, labels, row.cells, strict=True)):
        count = sum(len(one.cells) > place and bool(one.cells[place].strip()) for one in below)
        name = f'"{excerpt(cell)}"' if cell.strip() else f"column {column_letter(place + 1)} without a heading"
        if label and match.rank in {Rank.OTHER_WORDS, Rank.NEAREST}:
            yield f'{name} is read as "{label}".'
        elif match.label and not label:
            yield f'{name} is left out: another column is clearly "{match.label}".'
        elif not label and (count or cell.strip()):
            left_out.append(f"{name} ({_words_in(count)})")
    if left_out:
        yield f"Left out, as it is none of our questions: {', '.join(left_out)}."


def _words_in(rows: int) -> str:
    return "words in 1 row" if rows == 1 else f"words in {rows} rows" if rows else "empty"
