"""scripts/lib/preview/live_site.py: a request sees one whole state of the content, the newest."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, cast

import pytest
from preview import live_site
from preview.live_site import LiveSite, LoadingError, NoSite, Site

from ideas_hub.site.preview import Preview

SOON, LONG = 0.05, 20  # seconds


def site(name: str) -> Site:
    """Return a site that is told from others by its token."""
    return Site(cast("Preview", None), {}, b"", name)


@pytest.fixture
def live() -> LiveSite:
    live = LiveSite()
    live.reload(lambda _: site("first"))
    return live


@pytest.fixture
def background() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as threads:
        yield threads


def token(live: LiveSite, patience: float = LONG) -> str:
    return live.current(patience).token


def is_waiting(future: "Future[Any]") -> bool:
    try:
        future.result(timeout=SOON)
    except TimeoutError:
        return True
    return False


def test_before_the_first_state_a_request_waits_only_so_long() -> None:
    assert isinstance(LiveSite().current(SOON), NoSite)


def test_a_request_waits_for_a_reload(live: LiveSite, background: ThreadPoolExecutor) -> None:
    """An editor who has saved and loads the page at once sees the new words."""
    live.note_change()
    asked = background.submit(token, live)
    assert is_waiting(asked)

    live.reload(lambda _: site("second"))
    assert asked.result() == "second"


def test_a_request_does_not_wait_forever(live: LiveSite) -> None:
    live.note_change()

    assert token(live, SOON) == "first"


def test_a_change_during_a_reload_is_not_missed(live: LiveSite) -> None:
    def load(_: Site | None) -> Site:
        live.note_change()
        return site("second")

    live.note_change()
    live.reload(load)
    live.wait_for_change()  # returns at once
    live.reload(lambda _: site("third"))

    assert token(live) == "third"


def test_several_saves_in_a_row_are_one_change(
    live: LiveSite, background: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_site, "QUIET", 4 * SOON)
    waiting = background.submit(live.wait_for_change)
    for _ in range(4):
        live.note_change()
        assert is_waiting(waiting)
    waiting.result()

    live.reload(lambda _: site("second"))
    assert is_waiting(background.submit(live.wait_for_change))
    live.note_change()  # lets the thread end


def fail(last: Site | None) -> Site:
    raise LoadingError(f"after {last and last.token}")


def test_a_reload_that_fails_leaves_the_last_state_and_says_why(live: LiveSite) -> None:
    live.note_change()
    live.reload(fail)

    current = live.current(LONG)
    assert isinstance(current, Site)
    assert current.failure == "after first"
    assert current.token != site("first").token  # so that open pages are loaded again, and show it


def test_a_first_reading_that_fails_says_why_each_time() -> None:
    live = LiveSite()
    live.reload(fail)
    seen = token(live)
    live.reload(fail)

    assert live.current(LONG).failure == "after None"
    assert token(live) != seen


def test_once_it_is_mended_nothing_is_said(live: LiveSite) -> None:
    live.reload(fail)
    live.reload(lambda _: site("second"))

    assert live.current(LONG) == site("second")


def test_tabs_wait_for_news_and_hear_it_at_once(live: LiveSite, background: ThreadPoolExecutor) -> None:
    tabs = [background.submit(live.newer_token, "first") for _ in range(live_site.MAX_HELD)]
    assert all(is_waiting(tab) for tab in tabs)

    live.reload(lambda _: site("second"))
    assert [tab.result() for tab in tabs] == ["second"] * live_site.MAX_HELD
    assert live.newer_token("first") == "second"


def test_a_tab_too_many_is_answered_at_once(live: LiveSite, background: ThreadPoolExecutor) -> None:
    """It comes back soon: if it waited too, the browser would have no connection left for pages."""
    tabs = [background.submit(live.newer_token, "first") for _ in range(live_site.MAX_HELD)]
    assert all(is_waiting(tab) for tab in tabs)

    assert live.newer_token("first") == "first"
    live.reload(lambda _: site("second"))


def test_a_tab_asks_again_after_a_while(live: LiveSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_site, "HOLD", SOON)

    assert live.newer_token("first") == "first"


def test_each_state_has_a_token_of_its_own() -> None:
    """Also after the preview was started again, so the pages of the one before are loaded again."""
    assert len({Site(cast("Preview", None), {}, b"").token for _ in range(10)}) == 10
