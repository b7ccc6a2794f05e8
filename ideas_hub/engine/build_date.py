"""The day a build takes as today: it decides what has expired, and nothing else depends on it."""

import os
from datetime import UTC, date, datetime

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970; set it to build the same site on any day (reproducible-builds.org/specs/source-date-epoch)."""


def build_date() -> date:
    """Return the day in SOURCE_DATE_EPOCH, or today if it is unset or not a moment in time; both in UTC."""
    try:
        return datetime.fromtimestamp(int(os.environ[EPOCH]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.now(UTC).date()
