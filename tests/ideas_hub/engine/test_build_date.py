"""ideas_hub/engine/build_date.py: the day a build takes as today."""

from datetime import UTC, date, datetime

import pytest

from ideas_hub.engine.build_date import EPOCH, build_date


@pytest.mark.parametrize(
    ("seconds", "day"),
    [("0", date(1970, 1, 1)), ("1795737600", date(2026, 11, 27)), ("1795823999", date(2026, 11, 27))],
)
def test_the_day_is_that_of_source_date_epoch_in_utc(monkeypatch: pytest.MonkeyPatch, seconds: str, day: date) -> None:
    monkeypatch.setenv(EPOCH, seconds)

    assert build_date() == day


@pytest.mark.parametrize("value", [None, "", "today", "9" * 30])
def test_without_a_moment_in_it_the_day_is_the_clocks(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    """Unset, no number, or beyond any calendar."""
    monkeypatch.delenv(EPOCH, raising=False)
    if value is not None:
        monkeypatch.setenv(EPOCH, value)
    before = datetime.now(UTC).date()

    assert before <= build_date() <= datetime.now(UTC).date()
