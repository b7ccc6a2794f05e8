"""docs/assets/js/words.js makes the same words and the same stems of a text as the index does."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import ascii_lowercase

import pytest
from script_search import ScriptSearch, search_of

from ideas_hub.model.hub import Hub
from ideas_hub.search.build import search_from_records
from ideas_hub.search.words import STOP_WORDS, count_words, stem, stems_of_its_own
from ideas_hub.views.found import search_records

TRICKY_WORDS = Path(__file__).with_name("tricky_words.txt")
"""At least one word for each rule of the stemmer and each exception, and what readers of a hub look for."""


@pytest.fixture(scope="module")
def search() -> Iterator[ScriptSearch]:
    with search_of(search_from_records((), ())) as running:
        yield running


def test_the_index_and_the_browser_split_texts_alike(search: ScriptSearch) -> None:
    """Each character in a word, as a word and after a capital sigma; of tens of thousands of ideographs a few.

    Newer versions of Unicode agree on what 3.2 had, but for two letters.
    """
    known = (chr(code) for code in (*range(0x3400), *range(0x3400, 0xD800, 97), *range(0xE000, 0x20000, 3)))
    texts = [
        f"xa{one}b {one}{one} \u039f\u03a3{one}"
        for one in known
        if unicodedata.ucd_3_2_0.category(one) not in {"Cn", "Co"} and one not in "\u0295\u02e4"
    ]
    texts += [
        "co-design -- a start-",
        "A&E, Q&A & arts",
        "people's 'quoted' newcomers'",
        "d'Arc\u2019s",
        "1,119 (24%) 2-3",
    ]

    assert different(search, texts) == {}


def test_stems_are_the_same_for_tricky_words(search: ScriptSearch) -> None:
    assert differing_stems(search, TRICKY_WORDS.read_text("utf-8").split()) == {}


def test_stems_are_the_same_for_words_of_families_and_for_what_is_no_english_word(search: ScriptSearch) -> None:
    odd = [
        "",
        "y",
        "yy",
        "s",
        "ss",
        "ing",
        "eed",
        "чаи",
        "covid19",
        "2022",
        "ME",
        "it",
        "हिन्दी",
        "sss",
        "ying",
        "a" * 40,
    ]

    assert differing_stems(search, [*stems_of_its_own(), *stems_of_its_own().values(), *odd]) == {}


def test_stems_are_the_same_for_every_word_of_a_hub(search: ScriptSearch, hub: Hub) -> None:
    words = frozenset().union(*(record.words().words for record in search_records(hub)))

    assert len(words) > 500
    assert differing_stems(search, sorted(words)) == {}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("my G.P. said", ["gp", "said"]),
        ("G.P", ["gp"]),
        ("N.H.S.", ["nhs"]),
        ("it hurt me", ["hurt"]),
        ("ME", ["ME"]),
        ("living with ME", ["living", "ME"]),
        ("IT lessons for us", ["lessons", "IT"]),
        ("what the WHO says", ["says", "WHO"]),
        ("HOW DO I GET HELP WITH IT", ["help"]),  # somebody shouts
        ("MS", ["ms"]),  # a word anyway
        ("co-design", ["codesign"]),
        ("walk Walk WALK", ["walk"]),
        ("the of and", []),
    ],
)
def test_a_reader_s_words_are_what_they_mean(search: ScriptSearch, typed: str, words: list[str]) -> None:
    """Initials are one word; in capitals beside small letters, or alone, ME, IT and WHO are words too."""
    assert [token["word"] for token in search.split([typed])[0]] == words


def different(search: ScriptSearch, texts: Sequence[str]) -> dict[str, tuple[set[str], set[str]]]:
    """Return the texts of which the two sides make different words; each side leaves out what it does not index."""
    ours = [set(count_words(text)) for text in texts]
    theirs = [
        {word for token in tokens for word in (token["word"], *token["parts"])} - STOP_WORDS - set(ascii_lowercase)
        for tokens in search.split(texts)
    ]
    return {text: (one, other) for text, one, other in zip(texts, ours, theirs, strict=True) if one != other}


def differing_stems(search: ScriptSearch, words: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return the words whose stem is not the same on both sides, with both stems."""
    pairs = zip(words, map(stem, words), search.stems(words), strict=True)
    return {word: (ours, theirs) for word, ours, theirs in pairs if ours != theirs}
