"""The content is tested as it stands on the day that it is."""

import pytest


@pytest.fixture(scope="module", autouse=True)
def today(real_day: None) -> None:
    """Every test of this folder runs on it."""
