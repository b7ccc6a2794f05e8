"""The id that was meant by a word that is none: a name that readers see, an old id, or a slip of the keyboard."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

from ideas_hub.problem import nearest

CYRILLIC = dict(zip("АВЕІЈКМНОРСЅТУХаеіјкмнорсѕтухһԁ", "ABEIJKMHOPCSTYXaeijkmhopcstyxhd", strict=True))
GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεηικνορτυχω", "ABEZHIKMNOPTYXaenikvoptuxw", strict=True))
LOOK_ALIKES = CYRILLIC | GREEK
TRANSCRIPTS = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
LATIN, PLAIN = str.maketrans(LOOK_ALIKES), str.maketrans(TRANSCRIPTS)
WORD, TIDY = re.compile("[a-z0-9]+"), re.compile("[a-z0-9]+(-[a-z0-9]+)*")
JOINING_WORDS = {"a", "an", "and", "are", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "who", "with"}
MOST_COMPARED = 5_000_000  # in one run, about two seconds: whoever names thousands of unknown ids has another problem
COST_OF_RATIO = 100  # a comparison by difflib, in others
SLIPS = ((1, 0), (4, 1), (11, 2))
"""How many slips of the keyboard a name of at most so many letters may have; a longer one may have three."""

MOST_NEAR = 3  # ids for one word; where more are equally near, none is

Names: TypeAlias = Callable[[], Iterable[tuple[str, Iterable[str]]]]


def tidy(text: str) -> str:
    """Return a text as lower-case ASCII letters and digits joined by hyphens; "" if it has none.

    Accents go, and a letter of another alphabet that looks like one of ours counts as that one.
    """
    if TIDY.fullmatch(text):  # as the names of thousands of files are
        return text
    apart = unicodedata.normalize("NFKD", text).translate(LATIN).casefold().translate(PLAIN)
    kept = "".join(c for c in apart if c.isascii() or not (c.isalnum() or unicodedata.combining(c)))
    return "-".join(WORD.findall(kept.replace("'", "").replace("\u2019", "")))


def look_alike(text: str) -> str:
    """Return the first letter that only looks like one of the Latin alphabet, or ""."""
    return next((letter for letter in text if letter in LOOK_ALIKES), "")


class KnownIds(Collection[str]):
    """The ids of one kind, and what else each is called.

    names: returns each id with what readers call it, the best known first; asked for only if an id is unknown.
    renamed: the id that took the place of an old one.
    gone: what to do about an id that may have gone with something else; "" if none can have.
    places: returns each place with the id of its region.  A place counts only by its whole name: among thousands there
    is one like anything.
    """

    def __init__(
        self,
        ids: Iterable[str],
        names: Names = tuple,
        renamed: Mapping[str, str] | None = None,
        gone: str = "",
        places: Callable[[], Iterable[tuple[str, str]]] = tuple,
    ) -> None:
        self._ids, self.names, self.renamed, self.gone = dict.fromkeys(ids), names, renamed or {}, gone
        self._places = places
        self._found: dict[str, tuple[str, ...]] = {}
        self._left = MOST_COMPARED

    def __contains__(self, value: object) -> bool:
        return value in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def called(self, word: str) -> tuple[str, ...]:
        """Return the ids that are called so; capitals, accents, plurals and the marks between words do not count."""
        return next((self._best([form]) for form in _forms(word) if form in self._by_name), ())

    def nearest(self, word: str) -> tuple[str, ...]:
        """Return the ids that a word may have been meant for, all equally near; usually one or none."""
        if word not in self._found:
            self._found[word] = self._search(word)
        return self._found[word]

    def _search(self, word: str) -> tuple[str, ...]:
        if found := self.called(word) or self._by_place.get(tidy(word), ()):
            return found
        self._left -= len(self._by_name)
        if self._left < 0:
            return ()
        slips, misspelt = self._misspelt(word)
        if slips == 1:
            return misspelt
        names = self._with_the_words(word)
        return self._best(names) if names else misspelt or self._alike(word)

    @cached_property
    def _by_name(self) -> dict[str, dict[str, int]]:
        """By each name, tidied, the ids that are called so, and how well that is known: 0 for the id itself."""
        names: dict[str, dict[str, int]] = {}
        for known_id, others in (*((known_id, ()) for known_id in self._ids), *self.names()):
            for rank, name in enumerate((known_id, *others)):
                for form in _forms(name):
                    ids = names.setdefault(form, {})
                    how_well = min(rank, 2) if form == tidy(name) else 3
                    ids[known_id] = min(ids.get(known_id, how_well), how_well)
        return names

    @cached_property
    def _by_place(self) -> dict[str, tuple[str, ...]]:
        """The ids by the places that they have; there may be two of a name."""
        ids: dict[str, tuple[str, ...]] = {}
        for place, known_id in self._places():
            name = tidy(place)
            ids[name] = tuple(dict.fromkeys((*ids.get(name, ()), known_id)))[:MOST_NEAR]
        return ids

    @cached_property
    def _letters(self) -> list[tuple[str, int, int, int]]:
        """Each name with its length, the slips that it may have, and its letters."""
        slips = ((name, next((most for length, most in SLIPS if len(name) <= length), 3)) for name in self._by_name)
        return [(name, len(name), most, _letters_of(name)) for name, most in slips]

    def _best(self, names: Iterable[str]) -> tuple[str, ...]:
        ranks: dict[str, int] = {}
        for name in names:
            for known_id, rank in self._by_name[name].items():
                ranks[known_id] = min(rank, ranks.get(known_id, rank))
        best = min(ranks.values(), default=0)
        ids = tuple(known_id for known_id, rank in ranks.items() if rank == best)
        return ids if len(ids) <= MOST_NEAR else ()

    def _misspelt(self, word: str) -> tuple[int, tuple[str, ...]]:
        """Return the least number of slips to a name, and the ids that are called so."""
        slips: dict[int, list[str]] = {}
        for form in _forms(word):
            letters, size = _letters_of(form), len(form)
            for name, length, most, its_letters in self._letters:
                different = max((letters & ~its_letters).bit_count(), (its_letters & ~letters).bit_count())
                if abs(size - length) <= most >= different and (distance := slips_between(form, name)) <= most:
                    slips.setdefault(distance, []).append(name)
        least = min(slips, default=0)
        return least, self._best(slips.get(least, ()))

    def _with_the_words(self, word: str) -> list[str]:
        """Return the names that hold all the words, as "tools" is in "Tools and electrics"."""
        all_words = (set(form.split("-")) - JOINING_WORDS - {""} for form in _forms(word))
        found = (
            [name for name in self._by_name if words <= set(name.split("-"))]
            for words in all_words
            if not all(map(str.isdigit, words))
        )
        return next(filter(None, found), [])

    def _alike(self, word: str) -> tuple[str, ...]:
        self._left -= len(self._ids) * COST_OF_RATIO
        near = nearest(tidy(word), self._ids) if self._left >= 0 else ""
        return (near,) if near else ()


def _forms(name: str) -> tuple[str, ...]:
    """Return a name tidied, and with each word in the singular where that differs."""
    plain = tidy(name)
    singular = "-".join(map(_singular, plain.split("-")))
    return (plain, singular) if singular != plain else (plain,)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > len("its") else word


def _letters_of(word: str) -> int:
    """Return the different letters of a word as bits: words with too many different ones need no closer look."""
    letters = 0
    for letter in word:
        letters |= 1 << (ord(letter) & 63)
    return letters


def slips_between(one: str, other: str) -> int:
    """Return how many letters must be added, left out, changed or swapped with the next to get from one to the other.

    Known as the Damerau-Levenshtein distance.
    """
    rows: list[list[int]] = [[*range(len(other) + 1)]]
    last_row: dict[str, int] = {}  # in which a letter of `one` was last
    for i, letter in enumerate(one, 1):
        row: list[int] = [i]
        last_column = 0  # where `letter` was last in `other`
        for j, its in enumerate(other, 1):
            least = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (letter != its))
            if (above := last_row.get(its, 0)) and last_column:
                between = (i - above - 1) + (j - last_column - 1)
                least = min(least, rows[above - 1][last_column - 1] + between + 1)
            if letter == its:
                last_column = j
            row.append(least)
        last_row[letter] = i
        rows.append(row)
    return rows[-1][-1]
