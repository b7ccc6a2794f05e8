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
from ideas_hub.model.hub import Hub
from ideas_hub.model.place import Point
from ideas_hub.search.build import Facet, SearchFiles, search_from_records
from ideas_hub.search.index import DIGITS, SearchRecord
from ideas_hub.search.words import stem
from ideas_hub.site.search_build import places_of
from ideas_hub.views.facets import search_facets
from ideas_hub.views.found import search_records

THEMES = Facet("theme", "Theme", tuple((f"t{number}", f"Theme {number}") for number in range(9)))
REGIONS = Facet("region", "Region", tuple((f"r{number}", f"Region {number}") for number in range(8)))
SCRIPT = re.compile(r'ideasHub\.chunk\("([a-z]+(?:\d+\.[0-9a-f]{5}|\.[0-9a-f]{10}))",(.*)\);\n', re.ASCII)


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
        """Return the impact by entry of a word's group, looked up in the one chunk that may hold it."""
        group = stem(word)
        starts, hashes = self.manifest["words"][0].split(","), self.manifest["words"][1].split(" ")
        return read_postings(self.postings(hashes[bisect_right(starts, group) - 1]).get(group, "."))

    @cache  # noqa: B019 a decoder lives as long as one test
    def postings(self, chunk_hash: str) -> dict[str, str]:
        """Return the postings of each group in a chunk."""
        groups, postings, _ = self.load(f"words.{chunk_hash}")
        return dict(zip(groups.split(","), postings.split(","), strict=True))

    def having(self, facet: int, value: int) -> set[int]:
        """Return the entries with a value of a facet, both given by their place."""
        _, choices = self.load(f"facets.{self.manifest['sets']}")[facet]
        *_, bitset = choices[value]
        return {
            entry * 8 + bit
            for entry, byte in enumerate(base64.b64decode(bitset))
            for bit in range(8)
            if byte >> bit & 1
        }

    def card(self, entry: int) -> list[Any]:
        """Return the fields of an entry's card, in the order of `Card`."""
        chunk, place = divmod(entry, self.manifest["cardsInAChunk"])
        hashes = re.findall(".{5}", self.manifest["cards"])
        *kind, _ = max((kind for kind in self.manifest["kinds"] if kind[2] <= entry), key=lambda kind: int(kind[2]))
        return [*kind, *self.load(f"cards{chunk}.{hashes[chunk]}")[place]]


def read_postings(postings: str) -> dict[int, int]:
    """Return the impact by entry."""
    steps, impacts = postings.split(".")
    numbers = re.findall("[w-zA-Z_-]*[0-9a-v]", steps)
    steps_to = (sum(DIGITS.index(digit) % 32 * 32**place for place, digit in enumerate(each)) for each in numbers)
    return dict(zip((total - 1 for total in accumulate(steps_to)), map(DIGITS.index, impacts), strict=True))


def record(number: int, title: str, body: str, **facets: tuple[str, ...]) -> SearchRecord:
    card = Card("ideas", "Idea", title, f"ideas/{number}/", "Summary", "Org, Place", ("Tag",))
    return SearchRecord(
        card, facets or {"theme": ("t1",), "region": ("r1",)}, lambda: {"title": [title], "body": [body]}
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
    share: float = 1.0,
    point: Point | None = None,
) -> SearchRecord:
    """Return an entry with a card of its own; its number is its day too.

    texts: of other search fields, each one text.
    share: how much its kind matters.
    point: where it is, in its region.
    """
    day = f"2021-01-{number:02d}"
    card = Card("case-studies", "Case study", title, f"case-studies/{number}/", f"About {title}", "", ("Nature",))
    return SearchRecord(
        card,
        {"theme": theme, "region": (region,)},
        lambda: {name: [text] for name, text in {"title": title, "body": body, **(texts or {})}.items()},
        share,
        region=region if point else "",
        point=point,
        day=day,
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


def search_of_hub(hub: Hub, *, related: bool = False) -> SearchFiles:
    """Return the search of a whole hub, as it is published but for the words that mean nearly the same."""
    records = search_records(hub)
    return search_from_records(records, search_facets(hub, records), places_of(hub, records), related=related)
