"""The words of WordNet that are near in meaning to a word, from its database files.

The format of the files: https://wordnet.princeton.edu/documentation/wndb5wn
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Key = tuple[str, str]
"""A part of speech (n, v, a, r) and the place of a synset in its file."""

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
PARTS_OF_SPEECH = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
NEARNESS = {
    "&": 0.8,  # similar
    "$": 0.8,  # the same group of verbs
    "@": 0.75,  # wider
    "~": 0.5,  # narrower
    ";c": 0.6,  # the subject it belongs to
    "^": 0.5,  # see also
    "=": 0.5,  # attribute: hot, temperature
    "*": 0.5,  # entails: snore, sleep
    ">": 0.4,  # causes
    "#p": 0.5,  # is a part of: knee, leg
}
OF_ONE_WORD = {"+": 0.85, "\\": 0.9}
"""Pointers between words, not synsets: of one root (grieve, grief), and of or about (dental, tooth)."""

WIDER_STILL = 0.45
TOO_WIDE = 250
"""A synset with more below it says too little: an artefact, an act, a person."""

LEAST_SHARE = 0.35
"""How much a word has to be used in a sense, against the one it is used in most: others surprise a reader."""

OFFENSIVE = re.compile(
    r"\b(offensive|disparag\w+|derogatory|obscene|vulgar|ethnic slur|insulting|taboo|contemptuous|abusive)\b"
)
NAME_LIKE = {"15"}
"""The lexicographer file noun.location."""


@dataclass(frozen=True, slots=True)
class Synset:
    """Words that mean one thing.

    words: in lower case, with underscores for spaces.
    pointers: symbol, target, number of the word it starts from and of the word it points to (0: all).
    usable: no instance (a single person or place), no insult.
    """

    words: tuple[str, ...]
    pointers: tuple[tuple[str, Key, int, int], ...]
    usable: bool


class WordNet:
    """The database in a folder."""

    def __init__(self, folder: Path) -> None:
        """Read the folder."""
        self.synsets: dict[Key, Synset] = {}
        for part, name in FILES.items():
            for line in (folder / f"data.{name}").read_text("utf-8").splitlines():
                if not line.startswith("  "):
                    self.synsets[part, line[:8]] = _synset(line)
        self.senses: dict[str, list[tuple[Key, float]]] = _senses(folder / "index.sense")
        self.below = cache(self._below)

    def near(self, word: str) -> dict[str, float]:
        """Return the words near to a word, each with how near it is, from 0 to 1."""
        found: dict[str, float] = {}
        senses = [(key, share) for key, share in self.senses.get(word, ()) if key[0] != "r"]
        largest = max((share for _, share in senses), default=0.0)
        for key, share in senses:
            if self.synsets[key].usable and share >= LEAST_SHARE * largest:
                for other, nearness in self._near_in_sense(key, word):
                    found[other] = max(found.get(other, 0), nearness * (0.3 + 0.7 * share / largest))
        opposites = self.opposites(word)
        return {other: nearness for other, nearness in found.items() if other != word and other not in opposites}

    def opposites(self, word: str) -> set[str]:
        """Return the opposites of a word, of its synonyms and of what is similar, and what is similar to those."""
        found: set[str] = set()
        for key, _ in self.senses.get(word, ()):
            for place in (key, *self.targets(key, "&")):
                for target in self.targets(place, "!"):
                    found.update(*(self.synsets[near].words for near in (target, *self.targets(target, "&"))))
        return found

    def targets(self, key: Key, symbol: str) -> list[Key]:
        """Return the synsets that pointers with a symbol lead to."""
        return [target for one, target, _, _ in self.synsets[key].pointers if one == symbol]

    def _near_in_sense(self, key: Key, word: str) -> Iterator[tuple[str, float]]:
        synset = self.synsets[key]
        yield from ((other, 1.0) for other in synset.words)
        for symbol, target, source, number in synset.pointers:
            if symbol in OF_ONE_WORD and synset.words[source - 1] == word:
                yield self.synsets[target].words[number - 1], OF_ONE_WORD[symbol]
            elif symbol in NEARNESS and self._says_enough(target):
                yield from ((other, NEARNESS[symbol]) for other in self.synsets[target].words)
                if symbol == "@":
                    yield from self._further(target)

    def _further(self, wider: Key) -> Iterator[tuple[str, float]]:
        for symbol, target, _, _ in self.synsets[wider].pointers:
            if symbol == "@" and self._says_enough(target):
                yield from ((other, WIDER_STILL) for other in self.synsets[target].words)

    def _says_enough(self, key: Key) -> bool:
        return self.synsets[key].usable and self.below(key) <= TOO_WIDE

    def _below(self, key: Key) -> int:
        """Return how many synsets are narrower."""
        return sum(1 + self.below(target) for target in self.targets(key, "~"))


def _synset(line: str) -> Synset:
    facts, _, gloss = line.partition(" | ")
    parts = facts.split()
    count = int(parts[3], 16)
    words = tuple(re.sub(r"\(\w+\)$", "", word).lower() for word in parts[4 : 4 + 2 * count : 2])
    rest = parts[5 + 2 * count :]
    pointers = tuple(_pointer(*rest[4 * n : 4 * n + 4]) for n in range(int(parts[4 + 2 * count])))
    instance = any(symbol == "@i" for symbol, *_ in pointers)
    return Synset(words, pointers, not instance and parts[1] not in NAME_LIKE and not OFFENSIVE.search(gloss))


def _pointer(symbol: str, offset: str, part: str, ends: str) -> tuple[str, Key, int, int]:
    source, number = bytes.fromhex(ends)
    return symbol, ("a" if part == "s" else part, offset), source, number


def _senses(path: Path) -> dict[str, list[tuple[Key, float]]]:
    """Return the synsets of each word, each with the share of the word's uses that it has."""
    counted: dict[str, list[tuple[Key, float]]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        sense, offset, number, uses = line.split()
        word, _, rest = sense.partition("%")
        counted[word].append(((PARTS_OF_SPEECH[rest[0]], offset), (int(uses) + 0.5) / int(number)))
    return {
        word: [(key, weight / sum(weight for _, weight in senses)) for key, weight in senses]
        for word, senses in counted.items()
    }
