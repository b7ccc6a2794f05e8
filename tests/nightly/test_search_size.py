"""The search of a thousand entries: small to load, and similar entries found without comparing all with all."""

import gzip
import random
from collections.abc import Mapping

import pytest

from ideas_hub.search import similarity
from ideas_hub.search.build import SearchFiles, search_from_records
from ideas_hub.search.similarity import CANDIDATES, NEIGHBOURS
from ideas_hub.site.assets import published_assets
from tests.conftest import ROOT
from tests.ideas_hub.search.records import REGIONS, THEMES, made_up
from tests.ideas_hub.search.test_similarity import made_up_index

SCRIPTS = ("hub", "words", "places", "search", "finder")


def gzipped(search: SearchFiles, name: str) -> int:
    return len(gzip.compress(search.files[f"search/{name}.js"], mtime=0))


@pytest.fixture(scope="module")
def search() -> SearchFiles:
    return search_from_records(made_up(1000), (THEMES, REGIONS))


@pytest.fixture(scope="module")
def largest(search: SearchFiles) -> Mapping[str, int]:
    """The size of the largest script of each kind."""
    found: dict[str, int] = {}
    for path in search.files:
        name = path.removeprefix("search/").removesuffix(".js")
        kind = name.partition(".")[0].rstrip("0123456789")
        found[kind] = max(found.get(kind, 0), gzipped(search, name))
    return found


def test_no_script_of_a_thousand_entries_is_large(largest: Mapping[str, int]) -> None:
    """In bytes after gzip."""
    assert largest["words"] <= 5_000
    assert largest["spelling"] <= 5_000
    assert largest["cards"] <= 1_500


def test_the_first_result_of_a_thousand_entries_needs_little(largest: Mapping[str, int]) -> None:
    """In bytes after gzip: the finder's scripts as they are published, the manifest, one word and the first cards."""
    names = [f"js/{name}.js" for name in SCRIPTS]
    _, published = published_assets({name: (ROOT / "docs/assets" / name).read_bytes() for name in names})
    scripts = sum(len(gzip.compress(content, mtime=0)) for content in published.values())

    assert scripts + largest["index"] + largest["words"] + largest["cards"] <= 30_000


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
