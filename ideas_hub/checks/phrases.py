"""Looks for many phrases at once: a text is cut into words once, and each word asks which phrases start with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")

WORD = re.compile(r"[^\W_]+(?:['\u2019&+-][^\W_]+)*")
SAID = re.compile(r"“[^”]{1,300}”|\"[^\"]{1,300}\"")
MAX_GAP = 2  # between the words of one phrase stands a space or a line's end, never a full stop


class Hit(NamedTuple, Generic[V]):
    """A phrase that was found.  start, end: its place.  words: as they stand there."""

    start: int
    end: int
    words: str
    value: V


class Phrases(Generic[V]):
    """Phrases with a value each.  A phrase with a capital after its first letter must match in case, any other need not."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        """Keep the phrases by their first word, the longest first; a text without the longest word of any has none of them."""
        self._telling: set[str] = set()
        self._starting: dict[str, list[tuple[tuple[str, ...], str, V]]] = {}
        for phrase, value in phrases:
            words = tuple(WORD.findall(phrase.casefold().replace("\u2019", "'")))
            if words:
                exact = phrase if any(letter.isupper() for letter in phrase[1:]) and " " not in phrase else ""
                self._telling.add(max(words, key=len))
                self._starting.setdefault(words[0], []).append((words, exact, value))
        for phrases_here in self._starting.values():
            phrases_here.sort(key=lambda one: -len(one[0]))

    def find(self, text: str) -> Iterator[Hit[V]]:
        """Yield each phrase in a text, in order; of two that start at one place the longer, and none within another."""
        if self._telling.isdisjoint(_words(text)):
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
        for phrase, exact, value in self._starting.get(words[position], ()):
            count = len(phrase)
            if tuple(words[position : position + count]) != phrase or (exact and matches[position].group() != exact):
                continue
            near = zip(matches[position : position + count - 1], matches[position + 1 : position + count], strict=True)
            if all(not (between := text[first.end() : then.start()]).strip() and len(between) <= MAX_GAP for first, then in near):
                return count, value
        return None


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text; several rules ask for those of the same one."""
    return tuple(WORD.findall(text.casefold().replace("\u2019", "'")))


def without_quotations(text: str) -> str:
    """Return a text with what stands in double quotes blanked, so that places stay: an example is not a use."""
    if "“" not in text and '"' not in text:
        return text
    return SAID.sub(lambda match: "\n".join("." * len(part) for part in match.group().split("\n")), text)
