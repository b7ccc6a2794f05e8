"""The numbers in a text, however people write them: 7,402, 7.4 thousand, 7.4k, forty-two, two thirds, 1½, 57p."""

import re
from typing import NamedTuple

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ORDINALS = "third quarter fifth sixth seventh eighth ninth tenth"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {
    **{word: number for number, word in enumerate(UNITS.split())},
    **{word: 10 * number for number, word in enumerate(TENS.split(), 2)},
    **dict.fromkeys(("nil", "none", "nothing", "nobody", "free"), 0),
    **{"once": 1, "twice": 2, "double": 2, "doubled": 2, "couple": 2, "treble": 3, "triple": 3, "tripled": 3},  # noqa: PIE800 in rows
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
PARTS = dict.fromkeys(("half", "halves"), 1 / 2) | {
    name: 1 / count for count, word in enumerate(ORDINALS.split(), 3) for name in (word, f"{word}s")
}
SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5}


def _any_of(words: dict[str, float] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


FIGURES = re.compile(rf"[\d{''.join(SIGNS)}]")
WORD = re.compile(r"[a-z]+")
NUMBER_WORDS = frozenset((*WORDS, *SCALES, *PARTS))


class Number(NamedTuple):
    """A number in a text.

    start, end: its place, with the sign of hundredths.
    value: what it says.
    last_place: what its last digit counts: 0.1 for "0.5", 10 for "250", 100 for "1.2 thousand"; 0 for a part.
    is_scaled: it has a word such as thousand or million after digits, and so may be rounded.
    in_hundredths: as in "71%" or "57p".
    """

    start: int
    end: int
    value: float
    last_place: float
    is_scaled: bool
    in_hundredths: bool


_ONE, _SCALE, _PART, _SIGN = _any_of(WORDS), _any_of(SCALES), _any_of(PARTS), f"[{''.join(SIGNS)}]"
_AND_A_PART = rf"(?P<more{{}}>\s?{_SIGN}|\s+and\s+an?\s+(?:{_PART})\b)?"
_WORD = rf"(?:{_ONE}|(?:{_SCALE})(?:\s+and(?=\s+(?:{_ONE})\b))?)"
NUMBER = (
    rf"(?i)(?<![\w.])(?<!\w-)(?:(?P<count>{_ONE})[\s-]+(?P<part>{_PART})\b"
    r"|(?P<digits>\d{1,3}(?:[,\u00a0\u2009\u202f'\u2019]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
    rf"{_AND_A_PART.format(1)}(?P<scale>[\s-]?(?:{_SCALE})\b|\s?(?:{_any_of(SHORT_SCALES)})\b)?"
    rf"|(?P<words>{_WORD}\b(?:[\s-]+{_WORD}\b)*){_AND_A_PART.format(2)}"
    rf"|(?P<alone>(?:{_PART})\b|{_SIGN})(?:\s+(?:of\s+)?an?\s+(?P<of>{_SCALE})\b)?)"
    r"(?P<hundredths>\s?(?:%|per ?cent\b|pence\b|p\b))?"
)
"""A share, digits, words, or a part alone; compiled when a text needs it, as it takes a while and few do."""


def numbers_in(text: str) -> list[Number]:
    """Return the numbers in a text, in order; "1 in 4" is two."""
    if not FIGURES.search(text) and NUMBER_WORDS.isdisjoint(WORD.findall(text.casefold())):
        return []  # most sentences; the expression below tries every letter
    return [_number(match) for match in re.finditer(NUMBER, text)]


def _number(match: re.Match[str]) -> Number:
    found = {name: words.casefold() for name, words in match.groupdict("").items()}
    scale, last_place = (SCALES | SHORT_SCALES).get(found["scale"].strip(" -\n"), 1), 1.0
    if digits := re.sub(r"[^\d.]", "", found["digits"]):
        value, last_place = (float(digits) + _more(found["more1"])) * scale, _last_place(digits) * scale
    elif found["words"]:
        value = _in_words(found["words"]) + _more(found["more2"])
    else:
        scale = SCALES.get(found["of"], 1)
        value, last_place = WORDS.get(found["count"], 1) * _part(found["part"] or found["alone"]) * scale, 0.0
    return Number(match.start(), match.end(), value, last_place, scale > 1, bool(found["hundredths"]))


def _in_words(words: str) -> float:
    """Return what number words say: "two thousand and forty-five" is 2,045."""
    total = current = 0
    for word in re.split(r"[\s-]+", words):
        if word in SCALES and SCALES[word] <= SCALES["hundred"]:
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0
        else:
            current += WORDS.get(word, 0)
    return total + current


def _more(words: str) -> float:
    return _part(words.rsplit(maxsplit=1)[-1]) if words else 0.0


def _part(word: str) -> float:
    return (SIGNS | PARTS)[word]


def _last_place(digits: str) -> float:
    """Return what the last digit counts that is not a rounded nought."""
    whole, _, decimals = digits.partition(".")
    return 10.0 ** -len(decimals) if decimals else 10.0 ** (len(whole) - len(whole.rstrip("0")))


def is_number(value: object) -> bool:
    """Return whether a fact is a number, however it is written; neither true nor false is one."""
    return isinstance(value, int | float) and not isinstance(value, bool)
