"""An event that is over moves by itself: the build of the next night renders what that changes, and nothing later."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.settings import Settings
from tests.conftest import SITE_URL
from tests.ideas_hub.conftest import all_files

On = Callable[[str], BuildContext]

ITS_DAY, DAY_AFTER, A_WEEK_LATER = "1799928000", "1800014400", "1800532800"
"""14, 15 and 21 January 2027, in seconds since 1970."""


@pytest.fixture
def on(hub_root: Path, monkeypatch: pytest.MonkeyPatch) -> On:
    def load(day: str) -> BuildContext:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        return load_context(hub_root, Settings(url=SITE_URL, cards=False), cached=False)

    return load


def test_the_keys_change_on_the_day_it_is_over_and_on_no_other(on: On) -> None:
    before, after, later = (on(day).facts_digest for day in (ITS_DAY, DAY_AFTER, A_WEEK_LATER))

    assert before != after
    assert after == later


def test_the_next_build_shows_it_among_the_past(on: On) -> None:
    before, after = (all_files(on(day)) for day in (ITS_DAY, DAY_AFTER))
    changed = {path for path in before if before[path] != after[path]}

    assert b"We know of no events coming up." in after["events/index.html"]
    assert b"We know of no events coming up." not in before["events/index.html"]
    assert b'id="year-2027"' in after["events/index.html"]
    for path in (
        "events/fixers-evening/index.html",
        "events/fixers-evening/index.md",
        "events/feed.xml",
        "data/events.json",
    ):
        assert b"mending-wales.example/fixers-evening" in before[path]
        assert b"mending-wales.example/fixers-evening" not in after[path]
    assert b"This is still to come." not in after["events/fixers-evening/index.html"]
    assert not [path for path in changed if path.startswith("case-studies/") and path.endswith("/index.html")]
