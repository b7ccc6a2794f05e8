"""A build that finds an earlier site and its cache gives the same bytes as a build from nothing.

The changes and accidents here fail for different reasons; the nightly tests go through all there are.
"""

import pytest

from tests.conftest import digests
from tests.site.warm_changes import (
    CHANGES,
    Change,
    change,
    cut_the_cache,
    fail_once,
    lose_files,
    spoil_a_page,
)
from tests.site.warm_site import WarmSite, first_build

SOME_CHANGES = (
    "a text in a file of the same time and size",  # one page, found by its digest alone
    "a title",  # every page, feed and data file that names it
    "a name",  # a page that goes, an address that leads on
    "the forms of a word",  # the glossary's links in all texts
    "a template in all others",  # every page
    "the day",  # reviews that fall due
)


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> WarmSite:
    """The site, built once; each test takes it as the one before has left it."""
    return first_build(tmp_path_factory.mktemp("warm"))


@pytest.mark.parametrize("name", SOME_CHANGES)
def test_after_a_change_the_site_is_that_of_a_build_from_nothing(warm: WarmSite, name: str) -> None:
    """One upon the other, each built alone, so that no other change hides what it misses; each shows somewhere."""
    before = digests(warm.site)

    change(warm, name)

    assert warm.differences() == []
    assert digests(warm.site) != before


@pytest.mark.parametrize("accident", [spoil_a_page, lose_files, cut_the_cache, fail_once], ids=lambda one: one.__name__)
def test_what_happens_to_built_files_or_to_the_cache_is_put_right(warm: WarmSite, accident: Change) -> None:
    """The old site and the cache are believed only as far as they can be checked."""
    accident(warm)

    assert warm.differences() == []


def test_with_everything_undone_the_site_is_what_it_was_first(warm: WarmSite) -> None:
    """Nothing stays behind of all that was changed meanwhile."""
    change(warm, *warm.changed)

    assert warm.differences() == []


def test_every_change_named_here_exists() -> None:
    assert set(SOME_CHANGES) <= CHANGES.keys()
