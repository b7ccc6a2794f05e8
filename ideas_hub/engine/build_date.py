"""The day a build takes for today: what has run out is left out, and nothing else depends on it."""

import os
from datetime import UTC, date, datetime

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970; set, it makes a build of any other day the same (reproducible-builds.org/specs/source-date-epoch)."""


def build_date() -> date:
    """Return the day that SOURCE_DATE_EPOCH names, or the clock's where it is not set or is no moment; both in UTC."""
    try:
        return datetime.fromtimestamp(int(os.environ[EPOCH]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.now(UTC).date()
