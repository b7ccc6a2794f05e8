"""Finds many phrases at once: a text is split into words once, and each word leads to the phrases starting with it."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from ideas_hub.reading.prose import ascii_words

V = TypeVar("V")

WORD = re.compile(r"[^\W_]+(?:['\u2019&+-][^\W_]+)*")
GAP = re.compile(r"\s{1,2}")  # between the words of a phrase: a space or a line's end, never a full stop


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
        self._by_first_word: dict[str, list[tuple[str, V]]] = {}
        self._by_longest_part: dict[bytes, list[frozenset[bytes]]] = {}
        for phrase, value in sorted(phrases, key=lambda phrase_and_value: -len(phrase_and_value[0])):
            parts = frozenset(ascii_words(phrase))
            self._by_longest_part.setdefault(max(parts, key=len), []).append(parts)
            first_word = WORD.findall(phrase)[0]
            self._by_first_word.setdefault(_fold(first_word), []).append((_fold(phrase), value))

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
        words = list(WORD.finditer(text))
        done = 0
        for place, word in enumerate(words):
            if place < done:
                continue
            for phrase, value in self._by_first_word.get(_fold(word.group()), ()):
                last = min(place + len(WORD.findall(phrase)), len(words)) - 1
                start, end = word.start(), words[last].end()
                if _fold(GAP.sub(" ", text[start:end])) == phrase:
                    yield Hit(start, end, " ".join(text[start:end].split()), value)
                    done = last + 1
                    break


def _fold(words: str) -> str:
    return words.casefold().replace("\u2019", "'")
