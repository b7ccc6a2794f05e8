"""What scripts/near-words takes for near in meaning: a WordNet of a few words, and vectors of two numbers."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import subjects
import vectors as vectors_module
from near_words import Finder, common_words, related_words
from vectors import Vectors
from wordnet import WordNet

NOUNS = """\
  1 A licence.
00000010 05 n 01 animal 0 001 ~ 00000020 n 0000 | a living thing
00000020 05 n 02 dog 0 hound 0 003 @ 00000010 n 0000 ~ 00000030 n 0000 ~ 00000040 n 0000 | a friend
00000030 05 n 01 poodle 0 001 @ 00000020 n 0000 | with curls
00000040 05 n 01 cur 0 001 @ 00000020 n 0000 | (offensive) a bad one
00000050 05 n 01 rover 0 001 @i 00000020 n 0000 | a certain dog
"""
ADJECTIVES = """\
00000010 00 a 01 happy 0 002 ! 00000020 a 0101 & 00000030 s 0000 | glad
00000020 00 a 01 sad 0 001 ! 00000010 a 0101 | not glad
00000030 00 s 02 cheerful 0 glad 0 001 & 00000010 a 0000 | smiling
"""
SENSES = """\
animal%1:05:00:: 00000010 1 9
cheerful%5:00:00:happy:00 00000030 1 2
cur%1:05:00:: 00000040 1 0
dog%1:05:00:: 00000020 1 9
glad%5:00:00:happy:00 00000030 1 2
happy%3:00:00:: 00000010 1 9
hound%1:05:00:: 00000020 1 1
poodle%1:05:00:: 00000030 1 0
rover%1:05:00:: 00000050 1 0
sad%3:00:00:: 00000020 1 9
"""
ALIKE = {
    word: direction
    for direction, words in {(1, 0.1): "animal dog hound poodle cur cat rover", (0.1, 1): "happy sad cheerful"}.items()
    for word in words.split()
} | {"glad": (-1, 0.1)}
"""Cats and dogs, and happy and sad, are used alike; glad, here, is not."""


@pytest.fixture
def wordnet(tmp_path: Path) -> WordNet:
    files = {"data.noun": NOUNS, "data.adj": ADJECTIVES, "data.verb": "", "data.adv": "", "index.sense": SENSES}
    for name, text in files.items():
        tmp_path.joinpath(name).write_text(text)
    return WordNet(tmp_path)


@pytest.fixture
def vectors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Vectors:
    monkeypatch.setattr(vectors_module, "DIMENSIONS", 2)
    rows = {word: [*direction, 1, place] for place, (word, direction) in enumerate(ALIKE.items())}
    file = tmp_path / "vectors.json"
    file.write_text(json.dumps({"size": 9, "words": list(ALIKE), "vectors": rows}, separators=(",", ":")))
    return Vectors(file, ALIKE.keys())


def near(
    wordnet: WordNet, vectors: Vectors, monkeypatch: pytest.MonkeyPatch, denied: Mapping[str, list[str]] = {}
) -> dict[str, list[str]]:
    monkeypatch.setattr(subjects, "SUBJECTS", {"animal": "animals"})
    return related_words(ALIKE.keys(), Finder(wordnet, vectors, set(ALIKE), denied))


def test_near_is_what_means_the_same_and_what_is_wider_or_narrower(
    wordnet: WordNet, vectors: Vectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = near(wordnet, vectors, monkeypatch)

    assert table["dog"] == ["hound", "poodle", "animals"]
    assert "dog" in table["hound"]
    assert "dog" in table["poodle"]


def test_near_is_no_opposite_no_name_no_insult_and_nothing_that_is_used_otherwise(
    wordnet: WordNet, vectors: Vectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = near(wordnet, vectors, monkeypatch)

    assert table["happy"] == ["cheerful"]  # sad is used alike, glad means the same
    assert "sad" not in table
    assert not {"rover", "cur", "cat"} & {word for words in table.values() for word in words}


def test_what_is_denied_is_not_near(wordnet: WordNet, vectors: Vectors, monkeypatch: pytest.MonkeyPatch) -> None:
    table = near(wordnet, vectors, monkeypatch, {"hound": [], "dog": ["poodle"]})

    assert table["dog"] == ["animals"]
    assert "hound" not in table
    assert "poodle" in table


def test_common_words_are_those_of_the_small_lists_and_of_the_large_ones_what_is_used_often(tmp_path: Path) -> None:
    lists = {
        "english-words.10": "dog dog's dogs café",
        "british-words.20": "colour",
        "english-words.50": "poodle zyzzyva",
        "english-upper.50": "Ada Zebedee",
        "english-words.80": "aa",
        "french-words.10": "chien",
    }
    for name, words in lists.items():
        tmp_path.joinpath(name).write_text("\n".join(words.split()), encoding="latin-1")
    ranks = {"dog": 1, "poodle": 2, "ada": 3}

    assert common_words(tmp_path, ranks, ()) == {"dog", "cafe", "colour", "poodle", "ada"}  # a stem is enough
    assert common_words(tmp_path, ranks, ("poodles",)) == {"dog", "cafe", "colour", "ada"}
