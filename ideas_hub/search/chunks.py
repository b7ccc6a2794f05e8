"""Pieces of the index as small scripts, each of which passes its data to the page.

A script also loads where a page cannot fetch: from a memory stick.
Its name carries a hash of its content, so browsers can cache it for ever, and an unchanged chunk keeps its name.
Words are cut into ranges by their first letters and not into equal portions:
a new word changes the range it falls in and hardly ever its neighbours.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from types import MappingProxyType

from ideas_hub.search.index import Index

FOLDER = "search/"
HASH_LENGTH = 10
SHORT_HASH = 5
"""Of chunks with a number, which no other of their kind has: the hash need only change with the content."""

LARGEST_WORD_CHUNK = 6_000
LARGEST_SPELLING_CHUNK = 11_000
"""Sizes in characters: some 2 KB and 5 KB gzipped.  Two versions of zlib would compress, and so cut, differently."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One script.

    name: "words.0123456789" or "cards7.01234", as the page asks for it.
    """

    name: str
    content: bytes

    @property
    def path(self) -> str:
        """Where it is published, from the site's root."""
        return f"{FOLDER}{self.name}.js"

    @property
    def hash(self) -> str:
        """Its name without the kind, as the manifest lists it."""
        return self.name.partition(".")[2]


@dataclass(frozen=True, slots=True)
class WordRanges:
    """Chunks of sorted words.

    starts: the shortest prefix that sorts after the previous chunk; "" for the first.
    """

    starts: tuple[str, ...]
    chunks: tuple[Chunk, ...]


def compact_json(data: object) -> str:
    """Return data as JSON in ASCII: the same script whatever character set a server declares."""
    return json.dumps(data, separators=(",", ":"))


def build_chunk(kind: str, data: str, number: int | None = None) -> Chunk:
    """Return a script that passes data, given as JSON, to the page.

    number: of the chunk among those of its kind, if the page asks for it by that.
    """
    digest = hashlib.sha256(data.encode()).hexdigest()
    name = f"{kind}.{digest[:HASH_LENGTH]}" if number is None else f"{kind}{number}.{digest[:SHORT_HASH]}"
    return Chunk(name, f'ideasHub.chunk("{name}",{data});\n'.encode())


def word_chunks(index: Index, begin_places: Mapping[str, str] = MappingProxyType({})) -> WordRanges:
    """Return the groups of words with their postings.

    begin_places: by the stem of a word that a place's name begins with, the first letters of words that may follow, or
    "" for a name that it is alone.
    The data of a chunk: [groups, their postings as the index has them, those that may begin a place], each joined by
    commas; the last with a colon and the letters.
    """
    postings = index.postings

    def size(group: str) -> int:
        return len(group) + len(postings[group]) + 2

    ranges = partition(in_browser_order(postings), size, LARGEST_WORD_CHUNK)
    return WordRanges(starts(ranges), tuple(_word_chunk(groups, postings, begin_places) for groups in ranges))


def spelling_chunks(index: Index) -> WordRanges:
    """Return the words with the number of entries that have each.

    The data of a chunk: [words joined by spaces, numbers].
    """
    counts = index.words

    def size(word: str) -> int:
        return len(word) + len(str(counts[word])) + 2

    ranges = partition(in_browser_order(counts), size, LARGEST_SPELLING_CHUNK)
    data = (compact_json([" ".join(words), [counts[word] for word in words]]) for words in ranges)
    return WordRanges(starts(ranges), tuple(build_chunk("spelling", json_text) for json_text in data))


def in_browser_order(words: Iterable[str]) -> list[str]:
    """Return words sorted as a browser compares them: by UTF-16 code units."""
    return sorted(words, key=_utf_16)


def partition(words: Sequence[str], size: Callable[[str], int], largest: int) -> list[Sequence[str]]:
    """Cut sorted words into ranges of a size of at most `largest`; only a single word may be larger.

    size: of a word with what stands beside it.
    """
    ends = [0, *accumulate(map(size, words))]

    def cut(first: int, end: int, letters: int) -> list[tuple[int, int]]:
        """Return some of the words in ranges that so many first letters tell apart, as long as they fit together."""
        if ends[end] - ends[first] <= largest or end - first == 1:
            return [(first, end)]
        parts = [i for i in range(first, end) if i == first or words[i][:letters] != words[i - 1][:letters]]
        ranges: list[tuple[int, int]] = []
        for start, stop in chain.from_iterable(cut(*part, letters + 1) for part in pairwise((*parts, end))):
            if ranges and ends[stop] - ends[ranges[-1][0]] <= largest:
                ranges[-1] = ranges[-1][0], stop
            else:
                ranges.append((start, stop))
        return ranges

    return [words[first:end] for first, end in cut(0, len(words), 1)]


def _word_chunk(groups: Sequence[str], postings: Mapping[str, str], begin_places: Mapping[str, str]) -> Chunk:
    begin = [f"{group}:{begin_places[group]}" for group in groups if group in begin_places]
    columns = groups, [postings[group] for group in groups], begin
    return build_chunk("words", compact_json([",".join(column) for column in columns]))


def starts(ranges: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the starts of ranges, see WordRanges."""
    found = [""]
    for before, words in pairwise(ranges):
        first, last = words[0], _utf_16(before[-1])
        found.append(next(first[:length] for length in range(1, len(first) + 1) if _utf_16(first[:length]) > last))
    return tuple(found)


def _utf_16(word: str) -> bytes:
    return word.encode("utf-16-be")
