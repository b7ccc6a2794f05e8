"""Wait for what another process will do."""

import time
import urllib.request
from collections.abc import Callable
from urllib.error import HTTPError

import pytest

PATIENCE = 60  # seconds for a busy machine; a wait ends as soon as all is as wanted


def wait_until(read: Callable[[], str], ready: Callable[[str], bool]) -> str:
    """Return a text as soon as it is as wanted; fail when it never is."""
    end = time.monotonic() + PATIENCE
    while not ready(text := read()):
        if time.monotonic() > end:
            pytest.fail(f"It never became as wanted; last seen: {text[:500]}")
        time.sleep(0.05)
    return text


def page_when(address: str, ready: Callable[[str], bool]) -> str:
    """Return the page as soon as it is as wanted, also one that says what went wrong."""

    def read() -> str:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 an address of this machine
                page: str = answer.read().decode()
        except HTTPError as refusal:
            return refusal.read().decode()
        except OSError:
            return "nothing was answered"
        return page

    return wait_until(read, ready)
