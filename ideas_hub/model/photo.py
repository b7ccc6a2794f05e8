"""What a page knows of its photo."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """A published photo.

    address: of the fallback (JPEG; PNG where parts are see-through), from the site's root; width, height: its pixels.
    srcset: the WebP files as (address, width in pixels), the narrowest first.  alt: "" for mere decoration.
    """

    address: str
    srcset: tuple[tuple[str, int], ...]
    width: int
    height: int
    alt: str
    credit: str = ""
    licence: str = ""
