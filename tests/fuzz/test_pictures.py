"""Whatever is in a picture's file, it is refused, or published small and without what it hid."""

import io

from hypothesis import given
from PIL import Image

from ideas_hub.photos.accept import MIN_SIDE, Refused, kind_of
from ideas_hub.photos.clean import cleaned
from ideas_hub.photos.encode import WIDTHS, encode
from ideas_hub.photos.metadata import find_metadata
from ideas_hub.photos.originals import telling
from ideas_hub.photos.parts import REST, parts_of, png_chunk
from tests.fuzz.mutation import mutated, some
from tests.ideas_hub.photos.telling import SECRET, telling_gif, telling_jpeg, telling_png, telling_webp

SOUND = {"a.jpg": telling_jpeg(), "a.png": telling_png(), "a.webp": telling_webp(), "a.gif": telling_gif()}
PIECES = (
    b"\xff\xd8", b"\xff\xd9", b"\xff\xe1\xff\xff", b"\xff\xda", b"\xff\xc2", b"\xff\xdd\0\4\0\0", b"Exif\0\0",
    b"MM\0*\0\0\0\x08", b"IHDR", b"IDAT", b"\0\0\0\0IEND\xaeB`\x82", b"acTL", b"fdAT", b"iCCP", b"eXIf", b"zTXt",
    b"\x7f\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\xff", b"RIFF", b"WEBP", b"VP8X", b"VP8L", b"ANMF", b"ALPH",
    b"GIF89a", b"\x21\xf9\4", b"\x21\xfe", b"\x2c", b"\x3b", b"<x:xmpmeta>", b"8BIM", b"JFXX", SECRET,
)  # fmt: skip
MAX_BYTES = 400_000  # of one published file; the pictures changed here are tiny


def resealed(content: bytes) -> bytes:
    """Return a PNG with a right checksum in each chunk: with wrong ones, it is refused before anything else happens."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        return content
    return b"".join(
        png_chunk(part.whole[4:8], part.data) if len(part.whole) >= 12 and part.name != REST else part.whole
        for part in parts_of(content, "PNG")
    )


PICTURES = mutated(list(SOUND.values()), PIECES).map(resealed)


@some(examples=60)
@given(PICTURES)
def test_a_picture_with_random_changes_is_refused_or_published_without_what_it_hid(content: bytes) -> None:
    for name in SOUND:
        try:
            photo = encode(content, name)
        except Refused:
            continue
        for variant in photo.variants:
            published = variant.read()
            assert SECRET not in published
            assert len(published) < MAX_BYTES
            assert variant.width <= WIDTHS[-1]
            with Image.open(io.BytesIO(published)) as image:
                image.load()


@some(examples=40)
@given(PICTURES)
def test_a_picture_with_random_changes_is_cleaned_or_refused(content: bytes) -> None:
    """What scripts/clean-photo leaves is a picture that tells nothing."""
    for name in SOUND:
        try:
            telling(content, name)
            result = cleaned(content, name)
        except Refused:
            continue
        assert find_metadata(result, kind_of(result)) == []
        assert min(Image.open(io.BytesIO(result)).size) >= MIN_SIDE
