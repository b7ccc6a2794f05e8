"""The page that takes the metadata out of photos on the reader's own device, and the rules of its script."""

import json
import re
from dataclasses import dataclass
from typing import Any

from PIL import ExifTags

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.photos import accept, metadata, parts, xmp
from ideas_hub.photos.metadata import PLACES, SERIALS
from ideas_hub.views.page import CONTRIBUTE_BREADCRUMB, Page, hub_page


@dataclass(frozen=True, slots=True)
class CleanPhotoView:
    """The page; what is on it comes from the reader's own files.

    rules: what counts as what in a photo's file, as JSON, so that it stands in ideas_hub/photos alone.
    kinds: for the file input, the kinds of photo that are taken.
    """

    page: Page
    rules: str
    kinds: str


def clean_photo_view(hub: Hub) -> CleanPhotoView:
    page = hub_page("docs/contribute/clean-photo.md", addresses.CLEAN_PHOTO, hub, CONTRIBUTE_BREADCRUMB)
    kinds = ",".join(f"image/{kind.lower()}" for kind in dict.fromkeys(accept.ENDINGS.values()))
    return CleanPhotoView(page, json.dumps(photo_rules(), separators=(",", ":")), kinds)


def photo_rules() -> dict[str, Any]:
    """Return the rules for docs/assets/js/photos.js: patterns that both languages read alike, bytes as Latin-1."""
    endings = {kind: ending for ending, kind in reversed(accept.ENDINGS.items())}
    return {
        "signatures": [(kind, at, _text(start), endings[kind]) for kind, at, start in accept.SIGNATURES],
        "others": [(words, fix, at, _text(start)) for words, fix, at, start in accept.OTHER_SIGNATURES],
        "unknown": (accept.NOT_READABLE, accept.SAVE_AS_JPEG),
        "maxBytes": accept.MAX_BYTES,
        "saveSmaller": accept.SAVE_SMALLER,
        "maxParts": parts.MAX_PARTS,
        "needed": {kind: pattern.pattern for kind, pattern in metadata.PICTURE_PARTS.items()},
        "neededStarts": {name: [_text(start) for start in starts] for name, starts in metadata.STARTS.items()},
        "sorts": (metadata.PLACE, metadata.WORDS, metadata.NUMBERS, metadata.HIDDEN),
        "places": PLACES.pattern,
        "serials": SERIALS.pattern,
        "exif": _exif_rules(),
        "xmp": {"technical": sorted(xmp.TECHNICAL), "harmless": sorted(xmp.HARMLESS), "telling": xmp.TELLING.pattern},
        "iptc": {
            "technical": sorted(metadata.TECHNICAL_IPTC),
            "places": [number for number, name in metadata.IPTC_NAMES.items() if PLACES.search(name)],
        },
        "keywords": sorted(map(_text, metadata.TECHNICAL_KEYWORDS)),
        "encodersNote": _text(metadata.ENCODERS_NOTE.pattern),
        "harmlessParts": sorted(metadata.HARMLESS_PARTS),
        "harmlessStarts": [_text(start) for start in metadata.HARMLESS_STARTS],
    }


def _exif_rules() -> dict[str, list[int]]:
    """Return the numbers of EXIF's tags by what they tell, and those of a place that tell nothing."""
    return {
        "technical": _numbers(ExifTags.TAGS, metadata.TECHNICAL_EXIF),
        "places": _numbers(ExifTags.TAGS, re.compile(f".*(?:{PLACES.pattern}).*")),
        "serials": _numbers(ExifTags.TAGS, re.compile(f".*(?:{SERIALS.pattern}).*")),
        "technicalGps": [ExifTags.GPS.GPSVersionID, *_numbers(ExifTags.GPSTAGS, metadata.TECHNICAL_EXIF)],
    }


def _text(some: bytes) -> str:
    return some.decode("latin-1")


def _numbers(names: dict[int, str], pattern: re.Pattern[str]) -> list[int]:
    return [number for number, name in names.items() if pattern.fullmatch(name)]
