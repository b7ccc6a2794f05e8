"""ideas_hub/engine/compact.py: a value takes less room once it is stored, and stays what it was."""

import pickle
from typing import TypeVar

from ideas_hub.engine.compact import Compact

T = TypeVar("T")
TEXT = "Bring what is broken, and mend it with us. " * 50


def stored_and_read(value: Compact[T]) -> Compact[T]:
    read: Compact[T] = pickle.loads(pickle.dumps(value))  # noqa: S301 our own
    return read


def test_a_text_is_stored_in_less_room() -> None:
    stored = pickle.dumps(Compact(TEXT))

    assert len(stored) < len(TEXT) / 5
    assert stored_and_read(Compact(TEXT)).read() == TEXT
    assert pickle.dumps(stored_and_read(Compact(TEXT))) == stored


def test_equal_values_are_equal_whether_they_were_stored_or_not() -> None:
    value = Compact(("one", 1))

    assert {value, stored_and_read(value)} == {value}
    assert value != Compact(("one", 2))
    assert value != ("one", 1)
