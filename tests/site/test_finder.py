"""The published search, run without a page, finds for each choice what a plain count over the published data gives."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from script_search import ScriptSearch, open_search

from tests.site.finder_counts import Choice, counted, read_entries


@pytest.fixture(scope="module")
def search(built_site: Path) -> Iterator[ScriptSearch]:
    [manifest] = built_site.glob("search/index.*.js")
    with open_search(manifest) as running:
        yield running


def results(search: ScriptSearch, chosen: tuple[Choice, ...]) -> int:
    facets = {facet: [value for other, value in chosen if other == facet] for facet, _ in chosen}
    return len(search.find("", facets).addresses)


def test_every_choice_and_every_pair_of_choices_gives_what_a_plain_count_gives(
    search: ScriptSearch, built_site: Path
) -> None:
    """Two values of one facet are OR, two facets are AND."""
    entries = read_entries(built_site)
    choices = [(facet, value) for facet, numbers in search.find("").counts.items() for value in numbers]
    chosen = [*((choice,) for choice in choices), *combinations(choices, 2)]

    assert {some: results(search, some) for some in chosen} == {some: counted(entries, some) for some in chosen}
