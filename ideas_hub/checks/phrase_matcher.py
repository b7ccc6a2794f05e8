"""Looks for many phrases at once: a text is cut into words once, and each word asks which phrases start with it."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")

WORD = re.compile(r"[^\W_]+(?:['\u2019&+-][^\W_]+)*")
SAID = re.compile(r"“[^”]{1,300}”|\"[^\"]{1,300}\"")
# Each byte as it is, or a space for what is no plain letter or digit.
PARTING = bytes(code if bytes([code]).isalnum() else ord(" ") for code in range(256))
MAX_GAP = 2  # between the words of one phrase stands a space or a line's end, never a full stop


class Hit(NamedTuple, Generic[V]):
    """A phrase that was found.  start, end: its place.  words: as they stand there."""

    start: int
    end: int
    words: str
    value: V


class PhraseMatcher(Generic[V]):
    """Phrases with a value each, found in any case."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        """Keep the phrases by their first word, the longest first, and by the part of each that tells most."""
        self._starting: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._telling: dict[str, list[frozenset[str]]] = {}
        for phrase, value in phrases:
            words, parts = _words(phrase), _parts(phrase)
            self._telling.setdefault(max(reversed(parts), key=len), []).append(frozenset(parts))
            self._starting.setdefault(words[0], []).append((words, value))
        for phrases_here in self._starting.values():
            phrases_here.sort(key=lambda one: -len(one[0]))

    def hints(self, text: str) -> tuple[str, ...]:
        """Return the telling parts of phrases that may be in a text; looking for these first saves most of the work."""
        parts = set(_parts(text))
        return tuple(
            part for part in self._telling.keys() & parts if any(phrase <= parts for phrase in self._telling[part])
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
        for phrase, value in self._starting.get(words[position], ()):
            count = len(phrase)
            if tuple(words[position : position + count]) != phrase:
                continue
            near = zip(matches[position : position + count - 1], matches[position + 1 : position + count], strict=True)
            if all(
                not (between := text[first.end() : then.start()]).strip() and len(between) <= MAX_GAP
                for first, then in near
            ):
                return count, value
        return None


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold().replace("\u2019", "'")))


def _parts(text: str) -> list[str]:
    """Return the runs of plain letters and digits in a text; through bytes, which is many times as fast as by a pattern."""
    return text.casefold().encode("utf-8", "surrogatepass").translate(PARTING).decode().split()


def without_quotations(text: str) -> str:
    """Return a text with what stands in double quotes blanked, so that places stay: an example is not a use."""
    if "“" not in text and '"' not in text:
        return text
    return SAID.sub(lambda match: "\n".join("." * len(part) for part in match.group().split("\n")), text)
