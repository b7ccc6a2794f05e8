"""Which files are accepted, decided before a pixel is decoded."""

import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from ideas_hub.photos import accept
from ideas_hub.photos.accept import Refused
from ideas_hub.photos.encode import encode, open_image
from tests.ideas_hub.photos.conftest import four_colours, pixels_or_refusal, png_chunk, saved

KINDS = ("JPEG", "PNG", "WEBP", "GIF")


@pytest.fixture(scope="module")
def plain() -> dict[str, bytes]:
    """A small still of each kind."""
    return {kind: saved(four_colours(), kind) for kind in KINDS}


def png_that_claims(width: int, height: int) -> bytes:
    """Return a well-formed PNG of some sixty bytes whose header promises any size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(name, data) for name, data in chunks)


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(Refused) as caught:
        encode(content, name)
    assert caught.value.fix
    return caught.value.message


@pytest.mark.parametrize(
    ("kind", "name"),
    [("JPEG", "a.jpg"), ("JPEG", "IMG_1.JPEG"), ("PNG", "a.PNG"), ("WEBP", "a.webp"), ("GIF", "a.gif")],
)
def test_the_four_kinds_are_accepted_whatever_the_case_of_their_ending(
    kind: str, name: str, plain: dict[str, bytes]
) -> None:
    """Cameras write capital letters, and some write .jpeg."""
    assert accept.identify(plain[kind], name) == kind


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
        (b"\0\0\0\x18ftyphevx", "a HEIC picture"),
        (b"\0\0\0\x20ftypqt  ", "a film"),
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
def test_a_photo_under_the_wrong_ending_is_refused_with_the_right_name(kind: str, plain: dict[str, bytes]) -> None:
    """A browser believes the ending, or does not, and then nobody sees the picture."""
    with pytest.raises(Refused) as caught:
        accept.identify(plain[kind], "walk.jpg")
    assert "its name ends in .jpg" in caught.value.message
    assert f"walk.{kind.lower()}" in caught.value.fix


def test_a_name_without_an_ending_is_refused(plain: dict[str, bytes]) -> None:
    assert "nothing that says so" in refusal(plain["PNG"], "photo")


def test_a_file_of_more_than_15_mb_is_refused() -> None:
    """The size is known before the file is read."""
    accept.check_size(15 * 1024 * 1024)
    with pytest.raises(Refused, match=r"is 15.0 MB; the limit is 15 MB"):
        accept.check_size(15 * 1024 * 1024 + 1)


@pytest.mark.parametrize("size", [(8000, 5001), (200_000, 201), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_more_than_40_megapixels_are_refused_by_the_header(size: tuple[int, int]) -> None:
    """Sixty bytes can ask for a gigabyte."""
    assert "megapixels" in refusal(png_that_claims(*size), "a.png")


def test_40_megapixels_are_within_the_limit() -> None:
    assert open_image(png_that_claims(8000, 5000), "PNG").size == (8000, 5000)


def test_a_webp_has_a_lower_limit() -> None:
    """Its decoder needs four times the memory; the size is in bits 0 to 27 after the sign of VP8L."""
    bits = (5001 - 1) | (5000 - 1) << 14
    data = b"VP8L" + struct.pack("<I", 26) + b"\x2f" + struct.pack("<I", bits) + bytes(21)
    webp = b"RIFF" + struct.pack("<I", len(data) + 4) + b"WEBP" + data

    assert refusal(webp, "a.webp") == "has 25 megapixels (5001 by 5000); the limit is 25."


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_refused(kind: str, share: float) -> None:
    """Half an upload must not become half a photo."""
    whole = saved(Image.effect_noise((60, 40), 80).convert("RGB"), kind)
    assert "damaged or cut short" in refusal(whole[: int(len(whole) * share)], f"a.{kind.lower()}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_header_with_nothing_behind_it_is_refused(kind: str, plain: dict[str, bytes]) -> None:
    assert "damaged or cut short" in refusal(plain[kind][:16], f"a.{kind.lower()}")


def test_a_jpeg_of_endless_scans_is_refused(plain: dict[str, bytes]) -> None:
    """Each scan of a progressive JPEG costs a pass over the whole picture."""
    jpeg = plain["JPEG"]
    assert "too many steps" in refusal(jpeg[:-2] + b"\xff\xda" * 101 + jpeg[-2:], "a.jpg")


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_byte_anywhere_ends_in_a_photo_or_a_refusal(kind: str) -> None:
    """Whatever a decoder stumbles over, an editor gets a sentence."""
    whole = saved(Image.linear_gradient("L").resize((24, 16)).convert("RGB"), kind)
    for at in range(0, len(whole), max(1, len(whole) // 30)):
        spoilt = bytearray(whole)
        spoilt[at] ^= 0xA5
        assert pixels_or_refusal(bytes(spoilt), f"a.{kind.lower()}") <= accept.MAX_PIXELS


@pytest.mark.parametrize("name", [b"IHDR", b"IDAT", b"tEXt", b"IEND"])
def test_a_png_with_a_wrong_checksum_is_refused(name: bytes) -> None:
    """Its pixels may still decode, to something that nobody took."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Software", "GIMP")
    whole = bytearray(saved(four_colours(), "PNG", pnginfo=text))
    start = whole.index(name)
    whole[start + 4 + int.from_bytes(whole[start - 4 : start], "big")] ^= 1

    assert "damaged or cut short" in refusal(bytes(whole), "a.png")


def test_a_png_with_a_spoilt_byte_anywhere_is_refused() -> None:
    whole = saved(four_colours(), "PNG")
    for at in range(8, len(whole), 5):
        spoilt = whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :]
        assert pixels_or_refusal(spoilt, "a.png") == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(1, 1), (2, 2), (1, 600), (600, 7)])
def test_a_picture_of_a_few_pixels_is_refused(kind: str, size: tuple[int, int]) -> None:
    """It shows nothing: a placeholder, or what counts readers."""
    words = refusal(saved(Image.new("RGB", size, "red"), kind), f"a.{kind.lower()}")

    assert words == f"has only {size[0]} by {size[1]} pixels, too few to show anything."
