"""Values in little room."""

import pickle
import zlib
from functools import lru_cache
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Compact(Generic[T]):
    """A value in a fifth of the room once it is stored, for values of which there are thousands and few are read.

    It is compressed when it is pickled, for the cache or by a worker, and decompressed at each use from then on.
    """

    __slots__ = ("_compressed", "_value")

    def __init__(self, value: T) -> None:
        self._value: T | None = value
        self._compressed = b""

    def __getstate__(self) -> bytes:
        """Return it compressed; higher levels are not worth the time."""
        return self._compressed or zlib.compress(pickle.dumps(self._value, protocol=5), zlib.Z_BEST_SPEED)

    def __setstate__(self, compressed: bytes) -> None:
        """Keep it compressed."""
        self._value, self._compressed = None, compressed

    def __eq__(self, other: object) -> bool:
        """Return whether the other has the same value."""
        return isinstance(other, Compact) and self.read() == other.read()

    def __hash__(self) -> int:
        """Return the same for equal values."""
        return hash(self.read())

    def read(self) -> T:
        """Return the value."""
        if self._value is not None:
            return self._value
        value: T = _decompressed(self._compressed)
        return value


@lru_cache(maxsize=8)  # whoever looks for the line of a value looks for several, one after another
def _decompressed(compressed: bytes) -> Any:  # noqa: ANN401 whatever was compressed
    return pickle.loads(zlib.decompress(compressed))  # noqa: S301 see __getstate__
