"""The search of a thousand entries: small to load, and similar entries found without comparing all with all."""

import gzip
import random

import pytest

from ideas_hub.search import similarity
from ideas_hub.search.build import SearchFiles, search_from_records
from ideas_hub.search.similarity import CANDIDATES, NEIGHBOURS
from tests.ideas_hub.search.records import REGIONS, THEMES, made_up
from tests.ideas_hub.search.test_similarity import made_up_index


def gzipped(search: SearchFiles, name: str) -> int:
    return len(gzip.compress(search.files[f"search/{name}.js"], mtime=0))


def test_a_thousand_entries_stay_small() -> None:
    """In bytes after gzip: what one word and the first card need, and no chunk above 10 KB."""
    search = search_from_records(made_up(1000), (THEMES, REGIONS))
    names = [path.removeprefix("search/").removesuffix(".js") for path in search.files]
    largest = {
        kind: max(gzipped(search, name) for name in names if name.startswith(kind))
        for kind in ("index", "facets", "words", "spelling", "cards")
    }

    assert largest["words"] <= 10_000
    assert largest["spelling"] <= 6_000
    assert largest["index"] + largest["facets"] + 2 * largest["words"] + largest["cards"] <= 30_000


def test_of_a_thousand_entries_few_are_compared_and_nearly_the_best_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number compared with each does not grow with the hub, and what is found is at least nine tenths as good."""
    index = made_up_index(1000)
    asked = random.Random(2).sample(range(1000), 50)  # noqa: S311 the same on every run
    assert all(
        len(list(index._candidates(one, index._likeness_of_words(one)))) <= CANDIDATES + 2 * NEIGHBOURS for one in asked
    )

    found = sum(likeness for one in asked for _, likeness in index.most_like(one))
    monkeypatch.setattr(similarity, "EXHAUSTIVE_UP_TO", 10**6)
    assert found >= 0.9 * sum(likeness for one in asked for _, likeness in index.most_like(one))
