"""The finder's search in Python: reads the published chunks and orders entries as docs/assets/js/find.js does.

For measuring what the search finds without a browser.  tests/browser/test_judged_queries.py holds the two to the same results;
names follow the script, so that a change there is easy to make here.
"""

# ruff: noqa: PLR2004 the bare numbers are those of the script
from __future__ import annotations

import json
import math
import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from ideas_hub.search.words import LONGEST_WORD, STOP_WORDS, fold

FEW, RARE, MOST_CHUNKS, LAST = 5, 3, 4, "\uffff"
SCRIPT = re.compile(r'ideasHub\.chunk\("([a-z]+\.[0-9a-f]{10})",(.*)\);\n', re.ASCII)

Lists = Sequence[tuple[Sequence[int], float]]
"""Postings of a group, and how sure it is that the group is meant."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word that is looked for, and its parts where it was written with a hyphen."""

    word: str
    parts: tuple[str, ...] = ()


class Finder:
    """files: the search's files by path from the site's root.  manifest: the path of the one to start from."""

    def __init__(self, files: Mapping[str, bytes], manifest: str) -> None:
        self.files = files
        self.chunks: dict[str, Any] = {}
        self.hub = self._load(manifest.removeprefix("search/").removesuffix(".js"))
        self.size: int = self.hub["size"]

    def find(self, words: str) -> list[str]:
        """Return the addresses of what is found, the best first."""
        tokens = split(words)
        terms = [
            lists
            for place, token in enumerate(tokens)
            for lists in self._resolve(token, begins=place == len(tokens) - 1)
        ]
        return [self.addresses[entry] for entry in self._match([lists for lists in terms if lists])]

    @cached_property
    def addresses(self) -> list[str]:
        """The address of each entry in the order of their numbers."""
        return [card[3] for name in self.hub["cards"].split(" ") for card in self._load(f"cards.{name}")]

    def _load(self, name: str) -> Any:  # noqa: ANN401 each kind of chunk is other plain data
        if name not in self.chunks:
            match = SCRIPT.fullmatch(self.files[f"search/{name}.js"].decode("ascii"))
            if not match:
                raise ValueError(f"search/{name}.js is no chunk")
            self.chunks[name] = json.loads(match[2])
        return self.chunks[name]

    def _reach(self, kind: str, first: str, last: str) -> list[str]:
        starts, hashes = (part.split(" ") for part in self.hub[kind])
        return [f"{kind}.{name}" for name in hashes[bisect_right(starts, first) - 1 : bisect_right(starts, last)]]

    def _look_up(self, word: str, *, begins: bool) -> Lists | None:
        words, groups, postings = self._load(self._reach("words", word, word)[0])
        places = {other: place for place, other in enumerate(words.split(" "))}
        own = [(postings[groups[places[word]]], 1.0)] if word in places else []
        if not begins or len(word) < 2 or (own and len(own[0][0]) >= 2 * RARE):
            return own
        names = self._reach("words", word, word + LAST)
        if len(names) > MOST_CHUNKS:
            return own or None
        return [found for name in names for found in _starting_with(word, self._load(name))]

    def _resolve(self, token: Token, *, begins: bool) -> list[Lists | None]:
        lists = self._look_up(token.word, begins=begins)
        if lists == [] and token.parts:
            last = len(token.parts) - 1
            return [
                one
                for place, part in enumerate(token.parts)
                for one in self._resolve(Token(part), begins=begins and place == last)
            ]
        instead = "" if lists is None or lists else self._nearest(token.word)
        return [self._look_up(instead, begins=False) if instead else lists]

    def _nearest(self, word: str) -> str:
        if len(word) < 4:
            return ""
        names = dict.fromkeys(name for letter in word[:2] for name in self._reach("spelling", letter, letter + LAST))
        best = ("", 1.0 if len(word) < 7 else 2.0 if len(word) < 10 else 3.0, 0)
        for name in names:
            words, entries = self._load(name)
            for other, number in zip(words.split(" "), entries, strict=True):
                far = difference(word, other, best[1])
                if far < best[1] or (far == best[1] and number > best[2]):
                    best = (other, far, number)
        return best[0]

    def _match(self, known: Sequence[Lists]) -> list[int]:
        hits, scores = [0] * self.size, array("f", [0.0]) * self.size
        for lists in known:
            for entry, score in enumerate(self._weigh(lists)):
                hits[entry] += score > 0
                scores[entry] += score
        least = self._least_hits([hits.count(number) for number in range(len(known) + 1)]) if known else 1
        found = [entry for entry in range(self.size) if hits[entry] >= least]
        return sorted(found, key=lambda entry: (-hits[entry], -scores[entry], -entry))

    def _least_hits(self, having: Sequence[int]) -> int:
        least = len(having) - 1
        if least > 1 and 0 < having[least] < FEW:
            return least - 1
        while least > 1 and not having[least]:
            least -= 1
        return least

    def _weigh(self, lists: Lists) -> array[float]:
        scores = array("f", [0.0]) * self.size  # as precise as the script's, so that equal scores are equal in both
        for postings, factor in lists:
            number = len(postings) // 2
            rarity = factor * math.log(1 + (self.size - number + 0.5) / (number + 0.5))
            for entry, impact in zip(accumulate(postings[::2], initial=-1), (0, *postings[1::2]), strict=True):
                if entry >= 0:
                    scores[entry] = max(scores[entry], rarity * impact)
        return scores


def split(text: str) -> list[Token]:
    """Return what is looked for, each word once."""
    tokens: dict[str, Token] = {}
    for token in re.findall(r"[\w'&-]+", fold(text)):
        parts = [part for part in (_tidy(part) for part in re.split("[-&]", token)) if part]
        word = "".join(parts)[:LONGEST_WORD]
        several = len(parts) > 1
        if several or _counts(word):
            tokens.setdefault(word, Token(word, tuple(part for part in parts if _counts(part)) if several else ()))
    return list(tokens.values())


def _tidy(token: str) -> str:
    return token.strip("'").removesuffix("'s").replace("'", "")[:LONGEST_WORD]


def _counts(word: str) -> bool:
    return bool(word) and word not in STOP_WORDS and not re.fullmatch("[a-z]", word)


def _starting_with(word: str, chunk: tuple[str, list[int], list[list[int]]]) -> Lists:
    words, groups, postings = chunk
    factors: dict[int, float] = {}
    for group, longer in zip(groups, words.split(" "), strict=True):
        factor = len(word) / len(longer) if longer else 0
        if longer.startswith(word) and factor >= factors.get(group, 0):
            factors[group] = factor
    return [(postings[group], factor) for group, factor in factors.items()]


def difference(one: str, other: str, most: float) -> float:
    """Count letters to add, drop, change or swap; 1.5 for what may be two forms of one word; any number above `most` for too many."""
    if abs(len(one) - len(other)) > 3:
        return math.inf
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    related = 1.5 if same > 3 and len(one) - same < 4 and len(other) - same < 4 else math.inf
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        following = [i]
        for j, facing in enumerate(other, 1):
            following.append(min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (letter != facing)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing:
                following[j] = min(following[j], before[j - 2] + 1)
        if min(following) > most:
            return related
        before, row = row, following
    return min(row[-1], related)
