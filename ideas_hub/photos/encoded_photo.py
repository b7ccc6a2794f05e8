"""What is published of a photo: its variants, in several widths and formats."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """One file to publish.

    name: the hash of its content, and its width.
    content: the bytes, or a function that reads them: all photos of a large site need not fit in memory.
    """

    name: str
    width: int
    height: int
    content: bytes | Callable[[], bytes]

    def read(self) -> bytes:
        """Return the bytes."""
        return self.content() if callable(self.content) else self.content


@dataclass(frozen=True, slots=True)
class EncodedPhoto:
    """All that is published of one photo.

    sources: as WebP, the narrowest first.
    fallback: for browsers without WebP, as JPEG, or as PNG if transparent.
    """

    sources: tuple[Variant, ...]
    fallback: Variant

    @property
    def variants(self) -> tuple[Variant, ...]:
        """All files, the fallback first."""
        return (self.fallback, *self.sources)
