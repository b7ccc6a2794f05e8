"""Made-up entries to search, and a reader of the search's files."""

import base64
import json
import random
import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from typing import Any

from ideas_hub.model.card import Card
from ideas_hub.search.build import Facet, SearchFiles
from ideas_hub.search.index import SearchRecord, weigh_words

THEMES = Facet("theme", "Theme", tuple((f"t{number}", f"Theme {number}") for number in range(9)))
REGIONS = Facet("region", "Region", tuple((f"r{number}", f"Region {number}") for number in range(8)))
SCRIPT = re.compile(r'ideasHub\.chunk\("([a-z]+\.[0-9a-f]{10})",(.*)\);\n', re.ASCII)


class Decoder:
    """Reads the files as docs/assets/js/search.js does, and says what is in each."""

    def __init__(self, search: SearchFiles) -> None:
        self.search = search
        self.manifest = self.load(search.manifest.removeprefix("search/").removesuffix(".js"))

    def load(self, name: str) -> Any:
        match = SCRIPT.fullmatch(self.search.files[f"search/{name}.js"].decode("ascii"))
        assert match
        assert match[1] == name
        return json.loads(match[2])

    def entries(self, word: str) -> dict[int, int]:
        """Return the impact by entry of a word, looked up in the one chunk that may hold it."""
        starts, hashes = (self.manifest["words"][part].split(" ") for part in (0, 1))
        words, groups, postings = self.words(hashes[bisect_right(starts, word) - 1])
        if word not in words:
            return {}
        flat = postings[groups[words[word]]]
        return dict(zip((total - 1 for total in accumulate(flat[::2])), flat[1::2], strict=True))

    @cache  # noqa: B019 a decoder lives as long as one test
    def words(self, chunk_hash: str) -> tuple[dict[str, int], list[int], list[list[int]]]:
        """Return the place of each word of a chunk, the group of each word, and the postings of each group."""
        words, groups, postings = self.load(f"words.{chunk_hash}")
        return {word: place for place, word in enumerate(words.split(" "))}, groups, postings

    def having(self, facet: int, value: int) -> set[int]:
        """Return the entries with a value of a facet, both given by their place."""
        bitset = self.load(f"facets.{self.manifest['sets']}")[facet][value]
        return {
            entry * 8 + bit
            for entry, byte in enumerate(base64.b64decode(bitset))
            for bit in range(8)
            if byte >> bit & 1
        }

    def card(self, entry: int) -> list[Any]:
        size = self.manifest["cardsInAChunk"]
        found: list[Any] = self.load(f"cards.{self.manifest['cards'].split(' ')[entry // size]}")[entry % size]
        return found


def record(number: int, title: str, body: str, **facets: tuple[str, ...]) -> SearchRecord:
    day = f"20{10 + number // 500}-01-01"
    card = Card("ideas", "Idea", title, f"ideas/{number}/", "Summary", "Org, Place", ("Tag",), day)
    return SearchRecord(
        card, facets or {"theme": ("t1",), "region": ("r1",)}, lambda: weigh_words({"title": title, "body": body})
    )


ATTACK = "<img src=x onerror=alert(1)> & <b>bold</b>"
THEME = Facet("theme", "Theme", (("arts", "Arts and culture"), ("nature", "Nature"), ("sport", "Sport")))
REGION = Facet("region", "Region", (("london", "London"), ("south-west", "South West")))


def entry(
    number: int,
    title: str,
    body: str,
    theme: tuple[str, ...] = (),
    region: str = "london",
    *,
    texts: Mapping[str, str] | None = None,
) -> SearchRecord:
    """Return an entry with a card of its own; its number is its day too.

    texts: of other search fields.
    """
    day = f"2021-01-{number:02d}"
    card = Card("case-studies", "Case study", title, f"case-studies/{number}/", f"About {title}", "", ("Nature",), day)
    return SearchRecord(
        card,
        {"theme": theme, "region": (region,)},
        lambda: weigh_words({"title": title, "body": body, **(texts or {})}),
    )


ENTRIES = (
    entry(1, "Gardening for carers", "People grew food. Carers came to a co-designed garden.", ("nature",)),
    entry(2, "A choir", "Singing together, for carers who are lonely.", ("arts",), "south-west"),
    entry(3, "Walking football", "Older men in the garden of a café played.", ("sport", "nature"), "south-west"),
    entry(4, ATTACK, "A text with an attack in its title.", ("arts",)),
    entry(5, "Words", "A&E in Łódź, the people\u2019s हिन्दी, e\u2011learning, O'Connor, a stra\u00adße.", ("arts",)),
    *(entry(number, f"Painting {number}", "Painters painted pictures.", ("arts",)) for number in range(6, 31)),
)


@cache
def made_up(number: int, words_each: int = 800, vocabulary_size: int = 20_000) -> tuple[SearchRecord, ...]:
    """Return entries of words that are as common and as long as English ones, the same on every run."""
    chance = random.Random(7)  # noqa: S311 see above
    syllables = [
        consonant + vowel
        for consonant in ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "st", "pr")
        for vowel in "aeiou"
    ]
    vocabulary = sorted(
        {
            "".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 3, 4))))
            + chance.choice(("", "s", "ing", "ed"))
            for _ in range(vocabulary_size)
        }
    )
    chance.shuffle(vocabulary)
    odds = list(accumulate(1 / (place + 5) for place in range(len(vocabulary))))

    def entry(ordinal: int) -> SearchRecord:
        words = chance.choices(vocabulary, cum_weights=odds, k=words_each)
        # a text comes back to its subject
        again = [chance.choice(words) if chance.random() < 0.4 else word for word in words]
        themes = tuple(sorted({f"t{chance.randrange(9)}" for _ in range(3)}))
        return record(ordinal, " ".join(words[:6]), " ".join(again), theme=themes, region=(f"r{chance.randrange(8)}",))

    return tuple(entry(ordinal) for ordinal in range(number))
