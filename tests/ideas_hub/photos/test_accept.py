"""ideas_hub/photos/incoming.py and animation.py: what may come in, decided before a pixel is decoded."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from ideas_hub.photos import accept, animation
from ideas_hub.photos.accept import Refused
from ideas_hub.photos.encode import encode


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def plain(kind: str) -> bytes:
    return saved(Image.linear_gradient("L").convert("RGB"), kind)


def moving(kind: str, milliseconds: int, frames: int = 3) -> bytes:
    images = [Image.new("RGB", (8, 8), (60 * number, 0, 90)) for number in range(frames)]
    return saved(images[0], kind, save_all=True, append_images=images[1:], duration=milliseconds)


def png_that_claims(width: int, height: int) -> bytes:
    """A well-formed PNG of some sixty bytes whose header promises any size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(Refused) as caught:
        encode(content, name)
    assert caught.value.mend
    return caught.value.message


@pytest.mark.parametrize(
    ("kind", "name"),
    [("JPEG", "a.jpg"), ("JPEG", "IMG_1.JPEG"), ("PNG", "a.PNG"), ("WEBP", "a.webp"), ("GIF", "a.gif")],
)
def test_the_four_kinds_of_photo_come_in_whatever_the_case_of_their_ending(kind: str, name: str) -> None:
    """Cameras write capital letters, and some write .jpeg."""
    assert accept.identify(plain(kind), name) == kind


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 5\n", "Git LFS pointer"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG drawing"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<svg/>', "an SVG drawing"),
        (b"\n<!DOCTYPE html><title>Sign in</title>", "an HTML page"),
        (b"%PDF-1.7", "a PDF"),
        (b"\0\0\0\x18ftypheic", "a HEIC picture"),
        (b"\0\0\0\x1cftypavif", "an AVIF picture"),
        (b"II*\0rest", "a TIFF picture"),
        (b"BMrest", "a BMP picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "not a picture that we can read"),
        (b"hello", "not a picture that we can read"),
    ],
)
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.svg"])
def test_what_is_no_photo_is_refused_by_what_it_is(content: bytes, words: str, name: str) -> None:
    """The ending says nothing: the file's first bytes do."""
    assert words in refusal(content, name)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_a_photo_under_the_wrong_ending_is_refused_with_the_right_name(kind: str) -> None:
    """A browser believes the ending, or does not, and then nobody sees the picture."""
    with pytest.raises(Refused) as caught:
        accept.identify(plain(kind), "walk.jpg")
    assert "its name ends in .jpg" in caught.value.message
    assert f"walk.{kind.lower()}" in caught.value.mend


def test_a_name_without_an_ending_is_refused() -> None:
    assert "nothing that says so" in refusal(plain("PNG"), "photo")


def test_a_file_of_more_than_15_mb_is_refused() -> None:
    """The size is known before the file is read."""
    accept.check_size(15 * 1024 * 1024)
    with pytest.raises(Refused, match=r"is 15.0 MB; the limit is 15 MB"):
        accept.check_size(15 * 1024 * 1024 + 1)


@pytest.mark.parametrize("size", [(8000, 5001), (200_000, 201), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_more_than_40_megapixels_are_refused_by_the_header(size: tuple[int, int]) -> None:
    """Sixty bytes can ask for a gigabyte."""
    assert "megapixels" in refusal(png_that_claims(*size), "a.png")


def test_a_real_bomb_is_refused() -> None:
    """150 megapixels of one colour are a file of 18 KB."""
    bomb = saved(Image.new("1", (12_300, 12_300)), "PNG")
    assert len(bomb) < 30_000
    assert "has 151 megapixels (12300 by 12300); the limit is 40." in refusal(bomb, "a.png")


def test_40_megapixels_are_within_the_limit() -> None:
    assert accept.opened(png_that_claims(8000, 5000), "PNG").size == (8000, 5000)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_refused(kind: str, share: float) -> None:
    """Half an upload must not become half a photo."""
    whole = saved(Image.effect_noise((120, 80), 80).convert("RGB"), kind)
    assert "damaged or cut short" in refusal(whole[: int(len(whole) * share)], f"a.{kind.lower()}")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_header_with_nothing_behind_it_is_refused(kind: str) -> None:
    assert "damaged or cut short" in refusal(plain(kind)[:16], f"a.{kind.lower()}")


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_short_animation_comes_in_and_a_long_one_does_not(kind: str) -> None:
    """What moves for more than five seconds needs a way to stop it (WCAG 2.2.2); a page has none."""
    assert animation.milliseconds(moving(kind, 1600), kind) == 4800
    assert len(encode(moving(kind, 1600), f"a.{kind.lower()}").sources) == 1
    assert refusal(moving(kind, 2000), f"a.{kind.lower()}") == "moves for 6 seconds; the limit is 5."


def test_a_still_runs_for_no_time() -> None:
    for kind in ("GIF", "PNG", "WEBP", "JPEG"):
        assert animation.milliseconds(plain(kind), kind) == 0


def test_a_frame_without_a_time_counts_as_browsers_show_it() -> None:
    """A thousand frames of no time at all still take a hundred seconds."""
    assert animation.milliseconds(moving("GIF", 0, frames=4), "GIF") == 400


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_an_animation_cut_anywhere_is_read_as_far_as_it_goes(kind: str) -> None:
    """A broken file must not break the reader of its blocks."""
    whole = moving(kind, 100)
    assert all(0 <= animation.milliseconds(whole[:length], kind) <= 300 for length in range(len(whole)))


def test_a_jpeg_of_endless_scans_is_refused() -> None:
    """Each scan of a progressive JPEG costs a pass over the whole picture."""
    jpeg = plain("JPEG")
    assert "too many steps" in refusal(jpeg[:-2] + b"\xff\xda" * 101 + jpeg[-2:], "a.jpg")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_spoilt_byte_anywhere_never_ends_in_anything_but_a_photo_or_a_refusal(kind: str) -> None:
    """Whatever a decoder stumbles over, an editor gets a sentence."""
    whole = saved(Image.linear_gradient("L").resize((24, 16)).convert("RGB"), kind)
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        spoilt = bytearray(whole)
        spoilt[at] ^= 0xA5
        try:
            made = encode(bytes(spoilt), f"a.{kind.lower()}")
        except Refused:
            continue
        assert made.fallback.width * made.fallback.height <= accept.MAX_PIXELS
