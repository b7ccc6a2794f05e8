"""Text becomes words, and words become stems.

A reader's words are folded, split and stemmed by the same rules in the browser (docs/assets/js/words.js).
A change here is a change there; a test compares the two.
The words that everybody uses, and the stems that no rule gives, are on this side alone: the manifest passes them on.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from Stemmer import Stemmer

LONGEST_WORD = 40
"""Longer words are cut, in the index as in the query: an address pasted into a text stays small."""

JOINERS = "-&"
"""Characters within a word that people write, leave out or replace by a space: co-design, Q&A."""

VERY_COMMON = (
    "a an and are as at be been but by can did do for from had has have how if in into is it its of on or our so than "
    "that the their them then there these they this to was we were what when where which who why will with would you "
    "your"
)
QUESTION_WORDS = (
    "about after again also always am any anybody anyone anything because before being between both cannot cant could "
    "does doesnt doing don dont during each either ever every everyone few get gets getting give go goes going gone "
    "got he him his i isnt just know lot lots make many may me might more most much must my never not now off once "
    "only other others out over please put she should some someone something such take tell thing things through too "
    "try until up us use used very want wants way went while without wont"
)
STOP_WORDS = frozenset(f"{VERY_COMMON} {QUESTION_WORDS}".split())
"""Words that nearly every entry has, or that people need to ask anything at all; neither indexed nor looked for."""

DATA = Path(__file__).parent / "data"
FAMILIES, APART = "families.txt", "apart.txt"

STEMMER = Stemmer("english", 0)  # its own cache is slower than ours

ACCENTS = re.compile("[\u0300-\u036f]")
"""Of Latin, Greek and Cyrillic; a mark in another script may be half its letter."""

INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens and joiners, which change how a word looks and not which word it is."""

APOSTROPHES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\uff07", "'") | dict.fromkeys("\u2010\u2011\u2212\uff0d", "-")
)
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)


CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
"""What is a word of its own though its letters in lower case are one that everybody uses: ME, IT, WHO."""

INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])")
"""One letter, a full stop, and so on: "G.P." is GP."""


def fold(text: str) -> str:
    """Return the text in lower case without accents: "Café" is "cafe"."""
    if "." in text:
        text = INITIALS.sub(lambda match: match[0].replace(".", ""), text)
    if text.isascii():
        return text.lower()
    text = INVISIBLE.sub("", text.translate(APOSTROPHES))
    text = ACCENTS.sub("", unicodedata.normalize("NFKD", text).lower())
    return unicodedata.normalize("NFC", text).translate(LETTERS)


def count_words(text: str) -> dict[str, int]:
    """Return how often each folded word appears in a text, in order of appearance.

    Stop words are left out; "co-design" gives co, design and codesign.
    """
    counts: dict[str, int] = {}
    for part, count in Counter(text.split()).items():  # few are distinct
        for word in _words_of(part):
            counts[word] = counts.get(word, 0) + count
    return counts


def name_key(name: str) -> str:
    """Return the group under which a whole name is indexed: its stems in order, each once, and a sign of equality.

    "" if everybody uses all of its words.
    """
    stems = " ".join(dict.fromkeys(chain.from_iterable(map(_joined_stems, name.split()))))
    return stems and f"{stems}="


def stems_of(text: str) -> list[str]:
    """Return the stem of each word of a text in order, stop words left out."""
    return [stem(word) for part in text.split() for word in _words_of(part)]


@cache  # each distinct word appears in many entries
def stem(word: str) -> str:
    """Return what a word's forms have in common: the stem of an English word, any other word itself."""
    return stems_of_its_own().get(word) or _regular_stem(word)


def _regular_stem(word: str) -> str:
    return str(STEMMER.stemWord(word)) if word.isascii() and word.isalpha() and word.islower() else word


@cache
def stems_of_its_own() -> Mapping[str, str]:
    """Return the stem of each word that the stemmer knows nothing of, or takes for a form of another."""
    stems = {form: _regular_stem(word) for word, forms in _table(FAMILIES) for form in forms}
    return stems | {form: word for word, forms in _table(APART) for form in (word, *forms)}


def _table(name: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each line of a table as a word and its forms."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            word, _, forms = line.partition(":")
            yield word, forms.split()


@lru_cache(maxsize=20_000)  # most texts use the same few thousand
def _words_of(part: str) -> tuple[str, ...]:
    """Return the words of a part between two spaces; folding never reaches across a space."""
    words = tuple(chain.from_iterable(map(_spellings, _tokens(part))))
    capitals = CAPITALS.search(part)
    return (*words, capitals[0]) if capitals and capitals[0].lower() in STOP_WORDS else words


def _tokens(part: str) -> list[str]:
    folded = fold(part)
    if not folded.isalnum():
        folded = "".join(character if _is_word_character(character) else " " for character in folded)
    return folded.split()


def _spellings(token: str) -> Iterator[str]:
    """Return the words of a token, on their own and joined."""
    parts = [_strip_apostrophes(part) for part in re.split(f"[{JOINERS}]", token)]
    joined = ["".join(parts)[:LONGEST_WORD]] if len(list(filter(None, parts))) > 1 else []
    return filter(_is_indexed, parts + joined)


@lru_cache(maxsize=20_000)
def _joined_stems(part: str) -> tuple[str, ...]:
    """Return the stems of a part between two spaces, where "co-design" is one word."""
    return tuple(stem(word) for word in map(_joined, _tokens(part)) if _is_indexed(word))


def _joined(token: str) -> str:
    return "".join(map(_strip_apostrophes, re.split(f"[{JOINERS}]", token)))[:LONGEST_WORD]


def _is_word_character(character: str) -> bool:
    return character.isalnum() or character in "'-&" or unicodedata.category(character).startswith("M")


def _strip_apostrophes(token: str) -> str:
    """Return a token without apostrophes: "people's" is people, "o'connor" is oconnor."""
    return token.strip("'").removesuffix("'s").replace("'", "")[:LONGEST_WORD]


def _is_indexed(word: str) -> bool:
    """Return whether a word is indexed: a stop word or a single Latin letter is not, a digit is."""
    return bool(word) and word not in STOP_WORDS and (len(word) > 1 or not "a" <= word <= "z")
