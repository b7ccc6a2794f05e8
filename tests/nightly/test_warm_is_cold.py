"""Every change and every accident: a build over an old site gives the same bytes as a build from nothing."""

import random
from pathlib import Path

import pytest

from ideas_hub.views.lists import PAGE_SIZE
from tests.conftest import digests
from tests.site.warm_changes import ACCIDENTS, CHANGES, Change, change
from tests.site.warm_site import ADDED, STUDIES, STUDY, WarmSite, first_build

SECOND_PAGE = "case-studies/page/2/index.html"


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> WarmSite:
    """The site, built once; each test takes it as the one before has left it."""
    return first_build(tmp_path_factory.mktemp("warm"))


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_the_site_is_that_of_a_build_from_nothing(warm: WarmSite, name: str) -> None:
    """One upon the other, each built alone, so that no other change hides what it misses; each shows somewhere."""
    before = digests(warm.site)

    change(warm, name)

    assert warm.differences() == []
    assert digests(warm.site) != before


@pytest.mark.parametrize("accident", ACCIDENTS, ids=lambda accident: accident.__name__)
def test_what_happens_to_built_files_or_to_the_cache_is_put_right(warm: WarmSite, accident: Change) -> None:
    """The old site and the cache are believed only as far as they can be checked."""
    accident(warm)

    assert warm.differences() == []


@pytest.mark.parametrize("turn", range(8))
def test_after_changes_drawn_by_lot_too(warm: WarmSite, turn: int) -> None:
    """Several at once, the same every time; one that was made before is undone."""
    names = random.Random(turn).sample(list(CHANGES), 8)  # noqa: S311 the same every time is the point
    change(warm, *names)

    assert warm.differences() == [], names


def test_with_everything_undone_the_site_is_what_it_was_first(warm: WarmSite) -> None:
    """Nothing stays behind of all that was changed meanwhile."""
    change(warm, *warm.changed)

    assert warm.differences() == []


def test_with_more_entries_than_a_list_has_room_for(tmp_path: Path) -> None:
    """So many that all processors share the work; with some deleted, the second page of a list goes too."""
    warm = first_build(tmp_path)
    bees = {
        f"case_studies/bees-{number:03}.md": STUDIES[ADDED].replace("Bees", f"Bees {number}")
        for number in range(PAGE_SIZE + 2)
    }
    for file, text in bees.items():
        (warm.root / file).write_text(text, encoding="utf-8")
    warm.build()
    assert (warm.site / SECOND_PAGE).is_file()

    for file in list(bees)[:10]:
        (warm.root / file).unlink()
    warm.swap(STUDY, "People soldered", "People sang")

    assert warm.differences() == []
    assert not (warm.site / SECOND_PAGE).exists()
