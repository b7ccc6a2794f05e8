"""Metadata is taken out of a photo without a change to the picture."""

import io
import struct

import pytest
from PIL import Image, ImageCms, ImageOps

from ideas_hub.photos.accept import Refused
from ideas_hub.photos.clean import cleaned
from ideas_hub.photos.metadata import find_metadata
from ideas_hub.photos.parts import parts_of
from tests.ideas_hub.photos.conftest import four_colours, saved
from tests.ideas_hub.photos.telling import SECRET, TELLING, exif_with_everything, segment

KINDS = {"a.jpg": "JPEG", "a.png": "PNG", "a.webp": "WEBP", "a.gif": "GIF"}
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_left_but_the_picture(name: str) -> None:
    """Pixel for pixel the same, and no tag, text, thumbnail or trailer with it."""
    whole = TELLING[name]()

    result = cleaned(whole, name)

    assert opened(result).tobytes() == opened(whole).tobytes()
    assert SECRET not in result
    assert find_metadata(result, KINDS[name]) == []
    assert not opened(result).getexif()
    assert cleaned(result, name) == result


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_a_photo_that_lies_turned_is_still_shown_upright(orientation: int, name: str) -> None:
    """How to turn it is the one note that stays."""
    exif = exif_with_everything()
    exif[0x0112] = orientation
    whole = saved(four_colours(), KINDS[name], exif=exif)

    result = cleaned(whole, name)

    assert dict(opened(result).getexif()) == ({0x0112: orientation} if orientation > 1 else {})
    assert ImageOps.exif_transpose(opened(result)).tobytes() == ImageOps.exif_transpose(opened(whole)).tobytes()
    assert find_metadata(result, KINDS[name]) == []


@pytest.mark.parametrize("orientation", [0, 9, 65_536, 2**32 - 1])
def test_a_turn_that_there_is_not_counts_as_none(orientation: int) -> None:
    """The field may hold any number, also one that is too large to be written again."""
    tag = struct.pack(">HHLL", 0x0112, 4, 1, orientation)
    jpeg = saved(four_colours(), "JPEG")
    whole = jpeg[:2] + segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + tag + bytes(4)) + jpeg[2:]

    assert cleaned(whole, "a.jpg") == jpeg


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_colours_stay_as_they_are(name: str) -> None:
    """A profile says what the numbers of the colours mean, and so does the mark of the program that made a JPEG."""
    whole = saved(four_colours(), KINDS[name], icc_profile=PROFILE, exif=exif_with_everything())
    print_colours = saved(four_colours().convert("CMYK"), "JPEG", exif=exif_with_everything())

    assert opened(cleaned(whole, name)).info["icc_profile"] == PROFILE
    assert opened(cleaned(print_colours, "a.jpg")).tobytes() == opened(print_colours).tobytes()


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 1}, {"quality": 100}])
def test_a_jpeg_of_any_make_stays_the_same(options: dict[str, object]) -> None:
    noise = Image.effect_noise((200, 150), 90).convert("RGB")
    whole = saved(noise, "JPEG", exif=exif_with_everything(), **options)

    assert opened(cleaned(whole, "a.jpg")).tobytes() == opened(whole).tobytes()


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.gif"])
def test_an_animation_goes_on_moving(name: str) -> None:
    frames = [Image.new("RGB", (20, 20), (60 * number, 0, 90)) for number in range(3)]
    whole = saved(frames[0], KINDS[name], save_all=True, append_images=frames[1:], duration=200, loop=0)

    result = cleaned(whole + SECRET, name)

    assert getattr(opened(result), "n_frames", 1) == 3
    assert opened(result).info.get("loop") == opened(whole).info.get("loop")
    assert SECRET not in result


def test_of_a_photo_of_several_pictures_the_first_stays() -> None:
    images = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    whole = saved(images[0], "MPO", save_all=True, append_images=images[1:])

    result = opened(cleaned(whole, "a.jpg"))

    assert (result.format, result.tobytes()) == ("JPEG", opened(whole).tobytes())


@pytest.mark.parametrize("name", KINDS)
def test_the_parts_of_a_file_make_up_the_whole_however_short_it_is_cut(name: str) -> None:
    whole = TELLING[name]()
    for length in range(12, len(whole), 7):
        assert b"".join(part.whole for part in parts_of(whole[:length], KINDS[name])) == whole[:length]


@pytest.mark.parametrize("name", KINDS)
def test_a_spoilt_byte_anywhere_ends_in_a_sound_photo_or_a_refusal(name: str) -> None:
    whole = TELLING[name]()
    for at in range(0, len(whole), max(1, len(whole) // 40)):
        spoilt = bytearray(whole)
        spoilt[at] ^= 0xA5
        try:
            result = cleaned(bytes(spoilt), name)
        except Refused:
            continue
        assert opened(result).size == opened(bytes(spoilt)).size
