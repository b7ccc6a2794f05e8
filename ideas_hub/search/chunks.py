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
from itertools import groupby, pairwise

from ideas_hub.search.index import Index
from ideas_hub.search.words import stem

FOLDER = "search/"
HASH_LENGTH = 10
LARGEST_WORD_CHUNK = 22_000
LARGEST_SPELLING_CHUNK = 11_000
"""Sizes in characters: some 9 KB and 5 KB gzipped.  Two versions of zlib would compress, and so cut, differently."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One script.

    name: "words.0123456789", as the page asks for it.
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


def build_chunk(kind: str, data: str) -> Chunk:
    """Return a script that passes data, given as JSON, to the page."""
    name = f"{kind}.{hashlib.sha256(data.encode()).hexdigest()[:HASH_LENGTH]}"
    return Chunk(name, f'ideasHub.chunk("{name}",{data});\n'.encode())


def word_chunks(index: Index) -> WordRanges:
    """Return the words with their postings.

    The data of a chunk: [words joined by spaces, the group of each word, the postings of each group].
    A chunk numbers its groups from 0; the postings are those of the index.
    A group whose forms lie in two chunks has its postings in both, so that a word never needs a second chunk.
    """
    postings = index.postings

    def size(words: Sequence[str]) -> int:
        groups = {stem(word) for word in words}
        return sum(len(word) + 4 for word in words) + sum(len(postings[group]) for group in groups)

    ranges = partition(in_browser_order(index.words), size, LARGEST_WORD_CHUNK)
    return WordRanges(starts(ranges), tuple(_word_chunk(words, postings) for words in ranges))


def spelling_chunks(index: Index) -> WordRanges:
    """Return the words with the number of entries that have each.

    The data of a chunk: [words joined by spaces, numbers].
    """
    counts = index.words

    def size(words: Sequence[str]) -> int:
        return sum(len(word) + len(str(counts[word])) + 2 for word in words)

    ranges = partition(in_browser_order(counts), size, LARGEST_SPELLING_CHUNK)
    data = (compact_json([" ".join(words), [counts[word] for word in words]]) for words in ranges)
    return WordRanges(starts(ranges), tuple(build_chunk("spelling", json_text) for json_text in data))


def in_browser_order(words: Iterable[str]) -> list[str]:
    """Return words sorted as a browser compares them: by UTF-16 code units."""
    return sorted(words, key=_utf_16)


def partition(
    words: Sequence[str], size: Callable[[Sequence[str]], int], largest: int, letters: int = 1
) -> list[Sequence[str]]:
    """Cut sorted words into ranges of a size of at most `largest`.

    Only the forms of one group may be larger, since they stay together.
    letters: how many first letters tell the ranges apart.
    """
    if size(words) <= largest or len({stem(word) for word in words}) == 1:
        return [words]
    parts = (list(part) for _, part in groupby(words, key=lambda word: word[:letters]))
    return _joined([piece for part in parts for piece in partition(part, size, largest, letters + 1)], size, largest)


def _joined(pieces: Sequence[Sequence[str]], size: Callable[[Sequence[str]], int], largest: int) -> list[Sequence[str]]:
    """Join neighbouring pieces as long as they fit together."""
    joined: list[list[str]] = []
    room = 0
    for piece in pieces:
        needed = size(piece)
        if needed <= room:
            joined[-1].extend(piece)
            room -= needed
        else:
            joined.append(list(piece))
            room = largest - needed
    return list(joined)


def _word_chunk(words: Sequence[str], postings: Mapping[str, str]) -> Chunk:
    groups = {group: number for number, group in enumerate(dict.fromkeys(stem(word) for word in words))}
    numbers = [groups[stem(word)] for word in words]
    rows = ",".join(postings[group] for group in groups)
    return build_chunk("words", f"[{compact_json(' '.join(words))},{compact_json(numbers)},[{rows}]]")


def starts(ranges: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the starts of ranges, see WordRanges."""
    starts = [""]
    for before, words in pairwise(ranges):
        first, last = words[0], _utf_16(before[-1])
        starts.append(next(first[:length] for length in range(1, len(first) + 1) if _utf_16(first[:length]) > last))
    return tuple(starts)


def _utf_16(word: str) -> bytes:
    return word.encode("utf-16-be")
