"""Writes the words that the search knows, and which are near in meaning; scripts/near-words gets what it needs.

A word is near if WordNet says how (the same, wider, narrower, of one root ...) and if both are used in the same way,
by their vectors: a relation without use is a rare sense, and use without a relation may be an opposite or a name.
"""

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from heapq import nlargest
from math import log2
from pathlib import Path

from subjects import Subjects
from vectors import Vectors
from wordnet import WordNet

from ideas_hub.search.related import COMMON_WORDS, DATA, DENIED, INSULTS, RELATED, read_table
from ideas_hub.search.words import STOP_WORDS, fold, stem

VARIETIES = ("english", "british", "british_z", "british_variant_1", "american")
SMALL, LARGE, OF_NAMES = (10, 20, 35), (40, 50, 55, 60), (10, 35, 40, 50)
"""Sizes of SCOWL: what nearly everybody knows; what many know, taken if it is used often; names, likewise."""

KNOWN_RANK, NAME_RANK, FORM_RANK = 75_000, 30_000, 80_000
HEAD_RANK, TARGET_RANK = 75_000, 25_000
"""A word's place by frequency: how rare it may be to be known, a name, a seldom form, have near words, be one."""

MOST, WIDE = 6, 3
"""How many words are near, and how many of them may say what a word is about."""

LEAST_SCORE, LEAST_COSINE = 0.44, 0.35


def scowl(folder: Path, kinds: Iterable[str], sizes: Iterable[int], varieties: Iterable[str] = VARIETIES) -> set[str]:
    """Return the folded words of lists, without possessives."""
    names = {f"{variety}-{kind}.{size}" for variety in varieties for kind in kinds for size in sizes}
    lists = (folder / name for name in names)
    words = {word for one in lists if one.exists() for word in one.read_text("latin-1").split() if "'" not in word}
    return {word for word in map(fold, words) if word.isascii() and word.isalpha() and len(word) > 1}


def common_words(folder: Path, ranks: Mapping[str, int], insults: Collection[str]) -> set[str]:
    """Return the words that the search is to know."""

    def used(words: Iterable[str], rank: int) -> set[str]:
        return {word for word in words if ranks.get(word, sys.maxsize) < rank}

    small = scowl(folder, ["words"], SMALL)
    often = used(small, FORM_RANK)
    stems = {stem(word) for word in often}
    seldom = {word for word in small - often if stem(word) not in stems}
    large = used(scowl(folder, ["words"], LARGE), KNOWN_RANK)
    names = used(scowl(folder, ["upper", "proper-names"], OF_NAMES), NAME_RANK)
    rude = set(map(stem, insults))
    return {word for word in often | seldom | large | names if stem(word) not in rude}


class Finder:
    """Finds the near words of a word."""

    def __init__(self, wordnet: WordNet, vectors: Vectors, targets: set[str], denied: Mapping[str, list[str]]) -> None:
        """Take the sources, the words that may be found, and those that may not."""
        self.wordnet, self.vectors, self.denied = wordnet, vectors, denied
        self.subjects = Subjects(wordnet)
        self.never = {stem(word) for word, targets in denied.items() if not targets}
        self.targets = {word for word in targets if stem(word) not in self.never}

    def near(self, words: Sequence[str]) -> list[str]:
        """Return the words near to one of the forms of a word, the nearest first, and then what it is about."""
        own = stem(min(words))
        not_near = {stem(target) for word in words for target in self.denied.get(word, ())}
        not_near |= {own, *(stem(other) for word in words for other in self.wordnet.opposites(word))}
        best: dict[str, tuple[float, str]] = {}
        for word in words:
            for other, nearness in self.wordnet.near(word).items():
                target, share = _last_part(other)
                score = self._score(word, target, nearness * share) if target in self.targets else 0
                if score >= LEAST_SCORE and stem(target) not in not_near:
                    best[stem(target)] = max(best.get(stem(target), (0, "")), (score, target))
        subjects = {stem(subject): subject for word in words[:1] for subject in self.subjects.of(word)}
        wide = [subject for group, subject in subjects.items() if group not in not_near | self.never][:WIDE]
        near = [target for _, target in nlargest(MOST, best.values()) if stem(target) not in subjects]
        return near[: MOST - len(wide)] + wide

    def _score(self, word: str, target: str, nearness: float) -> float:
        """Return how near a target is; a common one, which more texts have, gains a little."""
        cosine = self.vectors.nearness(word, target)
        if not cosine:
            return nearness / 2 if nearness >= 0.8 else 0  # noqa: PLR2004
        if cosine < LEAST_COSINE:
            return 0
        return (0.35 * nearness + 0.65 * cosine) * (1.2 - 0.025 * log2(max(100, self.vectors.ranks[target])))


def _last_part(phrase: str) -> tuple[str, float]:
    """Return what a phrase is a kind of, a board game a game, and how much of it that says."""
    *before, last = phrase.replace("-", "_").split("_")
    return last, 0.6 if before else 1.0


def related_words(words: Collection[str], finder: Finder) -> dict[str, list[str]]:
    """Return the near words of each group of forms, under the form that is used most."""
    ranks, wordnet = finder.vectors.ranks, finder.wordnet
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (ranks.get(word, sys.maxsize), word)):
        if word in wordnet.senses and stem(word) not in finder.never:
            groups[stem(word)].append(word)
    table: dict[str, list[str]] = {}
    for head, *others in groups.values():
        if ranks.get(head, sys.maxsize) < HEAD_RANK:
            own = wordnet.near(head)  # admiral and admire have one stem, and no more than that
            near = finder.near([head, *(other for other in others if other in own or head in wordnet.near(other))])
            table |= {head: near} if near else {}
    return dict(sorted(table.items()))


def main(scowl_folder: Path, wordnet_folder: Path, vectors_file: Path) -> None:
    """Write both files, each below the comment that it begins with."""
    every_size = {*SMALL, *LARGE, *OF_NAMES}
    vectors = Vectors(vectors_file, scowl(scowl_folder, ["words", "upper", "proper-names"], every_size))
    common = common_words(scowl_folder, vectors.ranks, read_table(DATA / INSULTS))
    _write(DATA / COMMON_WORDS, sorted(common))
    british = scowl(scowl_folder, ["words"], SMALL, ("english", "british")) & common - STOP_WORDS
    targets = {word for word in british if vectors.ranks.get(word, sys.maxsize) < TARGET_RANK}
    finder = Finder(WordNet(wordnet_folder), vectors, targets, read_table(DATA / DENIED))
    table = related_words(scowl(scowl_folder, ["words"], every_size) & common - STOP_WORDS, finder)
    _write(DATA / RELATED, [f"{word}: {', '.join(near)}" for word, near in table.items()])
    print(f"{len(common)} words, {len(table)} of them with near words")


def _write(path: Path, lines: Iterable[str]) -> None:
    comment = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    dated = [f"# Made: {datetime.now(UTC):%Y-%m-%d}" if line.startswith("# Made: ") else line for line in comment]
    path.write_text("\n".join((*dated, *lines, "")), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
