"""Finds many phrases at once: a text is split into words once, and each word leads to the phrases starting with it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from ideas_hub.reading.prose import ascii_words

V = TypeVar("V")

WORD = re.compile(r"[^\W_]+(?:['\u2019&+-][^\W_]+)*")
QUOTATION = re.compile(r"“[^”]{1,300}”|\"[^\"]{1,300}\"")
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
        self._by_longest_part: dict[bytes, list[frozenset[bytes]]] = {}
        for phrase, value in phrases:
            words, parts = _words(phrase), frozenset(ascii_words(phrase))
            self._by_longest_part.setdefault(max(parts, key=len), []).append(parts)
            self._by_first_word.setdefault(words[0], []).append((words, value))
        for candidates in self._by_first_word.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def hints(self, vocabulary: frozenset[bytes]) -> tuple[str, ...]:
        """Return the longest part of each phrase that may be in a text; searching for these first saves most work.

        vocabulary: of the text, as in `Prose`.
        """
        return tuple(
            part.decode()
            for part in self._by_longest_part.keys() & vocabulary
            if any(phrase <= vocabulary for phrase in self._by_longest_part[part])
        )

    def find(self, text: str) -> Iterator[Hit[V]]:
        """Yield each phrase in a text, in order; of two that start at one place the longer, and none within another."""
        if not self.hints(frozenset(ascii_words(text))):
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


def blank_quotations(text: str) -> str:
    """Return a text with dots in place of what is in double quotes, of the same length: an example is not a use."""
    if "“" not in text and '"' not in text:
        return text
    return QUOTATION.sub(lambda match: "\n".join("." * len(part) for part in match.group().split("\n")), text)
