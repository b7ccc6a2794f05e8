"""Finds many phrases at once: a text is split into words once, and each word leads to the phrases starting with it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")

WORD = re.compile(r"[^\W_]+(?:['\u2019&+-][^\W_]+)*")
QUOTATION = re.compile(r"“[^”]{1,300}”|\"[^\"]{1,300}\"")
LETTERS_AND_DIGITS = bytes(code if bytes([code]).isalnum() else ord(" ") for code in range(256))
"""A table for bytes.translate: ASCII letters and digits stay, every other byte becomes a space."""

MAX_GAP = 2  # between the words of a phrase: a space or a line's end, never a full stop


class Hit(NamedTuple, Generic[V]):
    """A phrase in a text: where it starts and ends, its words as they are there, and the phrase's value."""

    start: int
    end: int
    words: str
    value: V


class PhraseMatcher(Generic[V]):
    """Phrases with a value each, found in any case."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        """Index the phrases by first word, the longest first, and by their longest part, the rarest in texts."""
        self._by_first_word: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._by_longest_part: dict[str, list[frozenset[str]]] = {}
        for phrase, value in phrases:
            words, parts = _words(phrase), _parts(phrase)
            self._by_longest_part.setdefault(max(reversed(parts), key=len), []).append(frozenset(parts))
            self._by_first_word.setdefault(words[0], []).append((words, value))
        for candidates in self._by_first_word.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def hints(self, text: str) -> tuple[str, ...]:
        """Return the longest part of each phrase that may be in a text; searching for these first saves most work."""
        parts = set(_parts(text))
        return tuple(
            part
            for part in self._by_longest_part.keys() & parts
            if any(phrase <= parts for phrase in self._by_longest_part[part])
        )

    def find(self, text: str, hints: tuple[str, ...]) -> Iterator[Hit[V]]:
        """Yield each phrase in a text, in order; of two that start at one place the longer, and none within another."""
        folded = text.casefold()
        if not any(word in folded for word in hints) or not self.hints(text):
            return
        matches = list(WORD.finditer(text))
        words = [match.group().casefold().replace("\u2019", "'") for match in matches]
        position = 0
        while position < len(words):
            hit = self._at(text, matches, words, position)
            if hit:
                count, value = hit
                start, end = matches[position].start(), matches[position + count - 1].end()
                yield Hit(start, end, " ".join(text[start:end].split()), value)
                position += count
            else:
                position += 1

    def _at(self, text: str, matches: list[re.Match[str]], words: list[str], position: int) -> tuple[int, V] | None:
        """Return the length in words and the value of the longest phrase that starts at a word."""
        for phrase, value in self._by_first_word.get(words[position], ()):
            count = len(phrase)
            if tuple(words[position : position + count]) != phrase:
                continue
            found = matches[position : position + count]
            gaps = [text[before.end() : after.start()] for before, after in pairwise(found)]
            if all(gap.isspace() and len(gap) <= MAX_GAP for gap in gaps):
                return count, value
        return None


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold().replace("\u2019", "'")))


def _parts(text: str) -> list[str]:
    """Return the runs of ASCII letters and digits in a text; bytes.translate is much faster than a regex."""
    return text.casefold().encode("utf-8", "surrogatepass").translate(LETTERS_AND_DIGITS).decode().split()


def blank_quotations(text: str) -> str:
    """Return a text with dots in place of what is in double quotes, of the same length: an example is not a use."""
    if "“" not in text and '"' not in text:
        return text
    return QUOTATION.sub(lambda match: "\n".join("." * len(part) for part in match.group().split("\n")), text)
