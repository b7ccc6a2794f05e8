"""For a word that the index lacks: is it a word at all, and which words of the index are near to it in meaning?

A browser asks this of a word that it does not find, before it takes it for a misspelling.
The answers stand in `data/`, in files that a person can read and correct; scripts/near-words wrote two of them.
They know nothing of the content: of a word's near words, a build keeps those that its index has.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from ideas_hub.search.chunks import WordRanges, build_chunk, compact_json, in_browser_order, partition, starts
from ideas_hub.search.words import stem

DATA = Path(__file__).parent / "data"
COMMON_WORDS, COMMON_BY_HAND = "common_words.txt", "common_words_by_hand.txt"
RELATED, RELATED_BY_HAND = "related_words.txt", "related_words_by_hand.txt"
DENIED, INSULTS = "denied.txt", "insults.txt"
"""The last two are for scripts/near-words, and for the test that holds the others to them."""

MOST = 3
"""How many words of the index may stand for one that it lacks: with more, everything is found."""

LARGEST_CHUNK = 11_000
"""In characters: some 4 KB gzipped, see chunks.py."""


def related_chunks(stems: Collection[str], folder: Path = DATA) -> WordRanges:
    """Return what a browser may ask about the words that an index lacks.

    stems: those of the index.
    The data of a chunk: [stems joined by spaces, for each its near words joined by spaces, or 0 where it has none].
    A near word is written as a reader would write it; the index has its stem.
    """
    near_words = near_words_of_absent(stems, folder)

    def size(word: str) -> int:
        return len(word) + len(near_words[word]) + 4

    ranges = partition(in_browser_order(near_words), size, LARGEST_CHUNK)
    data = (compact_json([" ".join(absent), [near_words[word] or 0 for word in absent]]) for absent in ranges)
    return WordRanges(starts(ranges), tuple(build_chunk("related", json_text) for json_text in data))


def near_words_of_absent(stems: Collection[str], folder: Path = DATA) -> dict[str, str]:
    """Return the stem of every common word that an index lacks, with up to three near words that it has."""
    tables = [read_table(folder / name) for name in (RELATED, RELATED_BY_HAND)]
    absent = {stem(word) for word in chain(read_common_words(folder), *tables)}.difference(stems)
    computed, by_hand = (_of_absent(table, absent) for table in tables)
    near_words = {**computed, **by_hand}
    return {word: " ".join(_present(near_words.get(word, ()), stems)) for word in absent}


def stems_in_tables(folder: Path = DATA) -> frozenset[str]:
    """Return the stems of all words in the tables: what else an index has makes no difference to the near words."""
    tables = [read_table(folder / name) for name in (RELATED, RELATED_BY_HAND)]
    words = chain(read_common_words(folder), *tables, *(near for table in tables for near in table.values()))
    return frozenset(map(stem, words))


def _of_absent(table: Mapping[str, Sequence[str]], absent: Collection[str]) -> Mapping[str, Sequence[str]]:
    """Return the near words by stem; those of several words of one stem one after the other."""
    near_words: dict[str, list[str]] = defaultdict(list)
    for word, near in table.items():
        if stem(word) in absent:
            near_words[stem(word)] += near
    return near_words


def _present(near: Sequence[str], stems: Collection[str]) -> list[str]:
    """Return the first near words that an index has, one of each stem."""
    first = {stem(word): word for word in reversed(near) if stem(word) in stems}
    return [word for word in near if word in first.values()][:MOST]


def read_common_words(folder: Path = DATA) -> list[str]:
    """Return the words that are no misspelling, whatever the content; those of the tables of near words come on top."""
    return " ".join(chain(_lines(folder / COMMON_WORDS), _lines(folder / COMMON_BY_HAND))).split()


def read_table(path: Path) -> dict[str, list[str]]:
    """Return what stands after the colon of each line, by the word before it."""
    rows = (line.partition(":") for line in _lines(path))
    return {word: near.replace(",", " ").split() for word, _, near in rows}


def _lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file that say something."""
    return (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
