"""The content is tested as it stands today: some of it is not out before its day."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def today() -> Iterator[None]:
    """The day is that of the calendar, and not the one that other tests run on."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("SOURCE_DATE_EPOCH", raising=False)
        yield
