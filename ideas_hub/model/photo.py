"""A published photo, as a page shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """A published photo.

    address: of the fallback (JPEG, or PNG if transparent), from the site's root.
    srcset: the WebP files as (address, width in pixels), narrowest first.
    width, height: of the fallback, in pixels.
    alt: "" if the photo is only decoration.
    """

    address: str
    srcset: tuple[tuple[str, int], ...]
    width: int
    height: int
    alt: str
    credit: str = ""
    licence: str = ""
