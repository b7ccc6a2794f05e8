"""Nothing of an original is published but its pixels, and no name but that of its content."""

import struct
from collections.abc import Iterator

import pytest

from ideas_hub.photos.encode import encode
from tests.ideas_hub.photos.conftest import RED, content_of, four_colours, saved, shows
from tests.ideas_hub.photos.telling import SECRET, TELLING

PARTS_OF_PIXELS = {"VP8 ", "VP8L", "VP8X", "ALPH", "IHDR", "IDAT", "IEND", "E0", "DB", "C0", "C2", "C4", "DA"}
"""The parts that pixels need; in a JPEG the JFIF header, tables, frame and scans."""


def parts_of(content: bytes) -> Iterator[str]:
    """Yield the name of every part of a published file; what follows its end is named "trailer"."""
    if content.startswith(b"RIFF"):
        yield from webp_parts(content)
    elif content.startswith(b"\x89PNG"):
        at = 8
        while at < len(content):
            yield content[at + 4 : at + 8].decode()
            at += 12 + int(struct.unpack_from(">I", content, at)[0])
    else:
        yield from jpeg_parts(content)


def webp_parts(content: bytes) -> Iterator[str]:
    at = 12
    while at < len(content):
        yield content[at : at + 4].decode()
        at += 8 + (size := struct.unpack_from("<I", content, at + 4)[0]) + size % 2
    if len(content) != 8 + struct.unpack_from("<I", content, 4)[0]:
        yield "trailer"


def jpeg_parts(content: bytes) -> Iterator[str]:
    at = 2
    while at < len(content) and content[at : at + 2] != b"\xff\xd9":
        yield f"{content[at + 1]:02X}"
        at += 2 + int(struct.unpack_from(">H", content, at + 2)[0])
        while content[at] != 0xFF or content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
            at += 1
    if content[at:] != b"\xff\xd9":
        yield "trailer"


@pytest.mark.parametrize("name", TELLING)
def test_nothing_of_a_file_is_published_but_its_pixels(name: str) -> None:
    """GPS, XMP, IPTC, comments, thumbnails and trailers are gone, and so is any part that could hold them."""
    original = TELLING[name]()
    assert SECRET in original

    photo = encode(original, name)

    assert shows(photo, RED, within=25)
    for content in map(content_of, photo.variants):
        assert SECRET not in content
        assert b"Exif" not in content
        assert b"GPS" not in content
        assert set(parts_of(content)) <= PARTS_OF_PIXELS


@pytest.mark.parametrize("name", TELLING)
def test_the_same_photo_gives_the_same_bytes_under_the_same_names(name: str) -> None:
    """A published name has the hash of the content and nothing of the original's name."""
    first, second = encode(TELLING[name](), name), encode(TELLING[name](), f"Jo-Smith-{name}")

    assert first == second
    assert len({variant.name for variant in first.variants}) == len(first.variants)
    assert encode(saved(four_colours(121), "PNG"), "b.png").sources[0].name != first.sources[0].name
