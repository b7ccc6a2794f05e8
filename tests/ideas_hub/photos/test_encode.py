"""ideas_hub/photos/outgoing.py: the photo is made anew, upright, in sRGB, and carries nothing but its pixels."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from ideas_hub.photos.encode import EncodedPhoto, Variant, encode

ROOT = Path(__file__).resolve().parents[3]
SECRET = b"Taken-by-Jo-at-home"
RED, GREEN, BLUE, WHITE = (200, 20, 30), (20, 160, 40), (30, 40, 190), (240, 240, 240)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def corners(width: int = 600, height: int = 400) -> Image.Image:
    """A picture with a colour of its own in each corner, so that turning it shows."""
    image = Image.new("RGB", (width, height))
    for number, colour in enumerate((RED, GREEN, BLUE, WHITE)):
        image.paste(colour, (number % 2 * width // 2, number // 2 * height // 2, width, height))
    return image


def content_of(variant: Variant) -> bytes:
    assert isinstance(variant.content, bytes)
    return variant.content


def shown(variant: Variant) -> Image.Image:
    image = Image.open(io.BytesIO(content_of(variant)))
    image.load()
    return image


def files_of(made: EncodedPhoto) -> list[Variant]:
    return [*made.sources, made.fallback]


def quarters(image: Image.Image) -> list[tuple[int, ...]]:
    """Return the colours of the four quarters, from top left to bottom right."""
    width, height = image.size
    plain = image.convert("RGB")
    found = [plain.getpixel((width * x // 4, height * y // 4)) for y in (1, 3) for x in (1, 3)]
    return [colour for colour in found if isinstance(colour, tuple)]


def near(found: tuple[int, ...], wanted: tuple[int, ...], within: int = 12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(found, wanted, strict=True))


def exif_with_everything(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Artist] = SECRET.decode()
    exif[ExifTags.Base.Software] = SECRET.decode()
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (51.0, 2.0, 3.0)
    place[ExifTags.GPS.GPSAreaInformation] = SECRET
    return exif


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def telling_jpeg() -> bytes:
    """A JPEG with all that a camera, a phone and a picture program leave in it: GPS, XMP, IPTC, comments, a thumbnail, a trailer."""
    whole = saved(
        corners(), "JPEG", exif=exif_with_everything(), comment=SECRET, xmp=b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    )
    thumbnail = saved(corners(60, 40), "JPEG", comment=SECRET)
    extra = (
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\x1c" + SECRET)
        + segment(0xEF, SECRET)
        + segment(0xE0, b"JFXX\0\x10" + thumbnail)
    )
    return whole[:2] + extra + whole[2:] + SECRET + thumbnail


def telling_png() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    texts.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    texts.add_text("Comment", SECRET.decode(), zip=True)
    whole = saved(corners(), "PNG", exif=exif_with_everything(), pnginfo=texts)
    return whole[:-12] + chunk(b"prVt", SECRET) + whole[-12:] + SECRET


def telling_webp() -> bytes:
    whole = saved(corners(), "WEBP", exif=exif_with_everything(), xmp=SECRET)
    extra = b"JUNK" + struct.pack("<I", len(SECRET) + len(SECRET) % 2) + SECRET + b"\0" * (len(SECRET) % 2)
    grown = whole + extra
    return grown[:4] + struct.pack("<I", len(grown) - 8) + grown[8:] + SECRET


def telling_gif() -> bytes:
    return saved(corners(), "GIF", comment=SECRET) + SECRET


TELLING = {"a.jpg": telling_jpeg, "a.png": telling_png, "a.webp": telling_webp, "a.gif": telling_gif}


def parts_of(content: bytes) -> Iterator[str]:
    """Yield the name of every part of a published file; what stands after its end is named "trailer"."""
    if content.startswith(b"RIFF"):
        at = 12
        while at < len(content):
            yield content[at : at + 4].decode()
            at += 8 + (size := struct.unpack_from("<I", content, at + 4)[0]) + size % 2
        if len(content) != 8 + struct.unpack_from("<I", content, 4)[0]:
            yield "trailer"
    elif content.startswith(b"\x89PNG"):
        at = 8
        while at < len(content):
            yield content[at + 4 : at + 8].decode()
            at += 12 + int(struct.unpack_from(">I", content, at)[0])
    else:
        yield from jpeg_parts(content)


def jpeg_parts(content: bytes) -> Iterator[str]:
    at = 2
    while at < len(content) and content[at : at + 2] != b"\xff\xd9":
        yield f"{content[at + 1]:02X}"
        at += 2 + int(struct.unpack_from(">H", content, at + 2)[0])
        while content[at] != 0xFF or content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
            at += 1
    if content[at:] != b"\xff\xd9":
        yield "trailer"


BARE = {"VP8 ", "VP8L", "VP8X", "ALPH", "IHDR", "IDAT", "IEND", "E0", "DB", "C0", "C2", "C4", "DA"}
"""The parts that pixels need: in JPEG the JFIF header, tables, frame and scans."""


@pytest.mark.parametrize("name", TELLING)
def test_nothing_of_a_file_is_published_but_its_pixels(name: str) -> None:
    """GPS, XMP, IPTC, comments, thumbnails and what hides behind the end are gone, and so is any part they could stand in."""
    original = TELLING[name]()
    assert SECRET in original
    for variant in files_of(encode(original, name)):
        content = content_of(variant)
        assert SECRET not in content
        assert b"Exif" not in content
        assert b"GPS" not in content
        assert set(parts_of(content)) <= BARE
        assert near(quarters(shown(variant))[0], RED, within=25)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_upright_however_the_camera_was_held(orientation: int, kind: str) -> None:
    """Without the EXIF nobody could turn it, so the pixels are turned."""
    undo = {
        2: "FLIP_LEFT_RIGHT",
        3: "ROTATE_180",
        4: "FLIP_TOP_BOTTOM",
        5: "TRANSPOSE",
        6: "ROTATE_90",
        7: "TRANSVERSE",
        8: "ROTATE_270",
    }
    upright = corners()
    held = upright.transpose(Image.Transpose[undo[orientation]]) if orientation in undo else upright
    made = encode(saved(held, kind, exif=exif_with_everything(orientation)), f"a.{kind.lower()}")
    assert (made.fallback.width, made.fallback.height) == (600, 400)
    assert all(
        near(a, b, within=25) for a, b in zip(quarters(shown(made.fallback)), (RED, GREEN, BLUE, WHITE), strict=True)
    )


def test_exif_that_cannot_be_read_does_not_cost_the_photo() -> None:
    """A photo whose camera wrote nonsense is still a photo."""
    plain = saved(corners(), "JPEG")
    assert (
        encode(plain[:2] + segment(0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff nonsense") + plain[2:], "a.jpg").fallback.width
        == 600
    )


def wide_gamut_profile() -> bytes:
    """An RGB profile unlike sRGB, made of one that comes along: its red and green change places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_colours_are_brought_to_srgb(kind: str) -> None:
    """A browser takes a picture without a profile for sRGB, so that is what it must be."""
    made = encode(
        saved(Image.new("RGB", (40, 40), (255, 0, 0)), kind, icc_profile=wide_gamut_profile(), quality=95),
        f"a.{kind.lower()}",
    )
    for variant in files_of(made):
        assert near(quarters(shown(variant))[0], (0, 255, 0), within=20)
        assert "icc_profile" not in shown(variant).info


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_does_not_fit_is_left_aside(profile: bytes) -> None:
    """The colours may then be a little off; the photo is there."""
    made = encode(saved(Image.new("RGB", (40, 40), RED), "JPEG", icc_profile=profile), "a.jpg")
    assert near(quarters(shown(made.fallback))[0], RED)


def test_a_picture_for_print_becomes_one_for_screens() -> None:
    """Browsers show CMYK in colours of their own."""
    made = encode(saved(Image.new("RGB", (40, 40), RED).convert("CMYK"), "JPEG"), "a.jpg")
    assert shown(made.fallback).mode == "RGB"
    assert near(quarters(shown(made.fallback))[0], RED)


def test_sixteen_bits_keep_their_tones() -> None:
    """The bright half must not turn white."""
    grey = Image.new("I;16", (60, 20), 40_000)
    made = encode(saved(grey, "PNG"), "a.png")
    assert near(quarters(shown(made.fallback))[0], (155, 155, 155), within=3)


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_few_colours_become_plain_ones(mode: str) -> None:
    assert shown(encode(saved(corners().convert(mode), "PNG"), "a.png").fallback).mode == "RGB"


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_see_through_stays_so_and_has_a_png_to_fall_back_on(mode: str) -> None:
    image = Image.new(mode, (60, 40))
    image.putalpha(Image.linear_gradient("L").resize((60, 40)))
    made = encode(saved(image, "PNG"), "a.png")
    assert made.fallback.name.endswith(".png")
    assert all(shown(variant).mode == "RGBA" for variant in files_of(made))


def test_a_palette_with_a_clear_colour_stays_see_through() -> None:
    image = corners().convert("P")
    for kind, name in (("GIF", "a.gif"), ("PNG", "a.png")):
        assert encode(saved(image, kind, transparency=image.getpixel((0, 0))), name).fallback.name.endswith(".png")


def test_an_alpha_channel_that_hides_nothing_is_dropped() -> None:
    """A JPEG is a quarter of the size."""
    assert encode(saved(corners().convert("RGBA"), "PNG"), "a.png").fallback.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((2000, 1000), [480, 960, 1600]),
        ((1600, 900), [480, 960, 1600]),
        ((1500, 900), [480, 960, 1500]),
        ((1000, 900), [480, 960]),
        ((700, 500), [480, 700]),
        ((300, 200), [300]),
        ((1, 1), [1]),
    ],
)
def test_no_photo_is_made_wider_than_it_is(size: tuple[int, int], widths: list[int]) -> None:
    """Two or three widths, and never an invented pixel."""
    made = encode(saved(Image.new("RGB", size, RED), "PNG"), "a.png")
    assert [source.width for source in made.sources] == widths
    assert [shown(source).size for source in made.sources] == [(source.width, source.height) for source in made.sources]
    assert made.fallback.width == min(size[0], 960)


@pytest.mark.parametrize("size", [(1, 60_000), (60_000, 1), (40, 20_000)])
def test_a_long_strip_fits_into_every_kind_of_file(size: tuple[int, int]) -> None:
    """WebP ends at 16,383 pixels a side, JPEG at 65,535."""
    made = encode(saved(Image.new("L", size, 90), "PNG"), "a.png")
    assert all(shown(variant).height <= 3200 for variant in files_of(made))


def test_a_held_phone_gives_a_tall_photo() -> None:
    """The widths are those of the upright photo: a phone held upright stores it lying down."""
    made = encode(saved(Image.new("RGB", (2400, 1800), RED), "JPEG", exif=exif_with_everything(6)), "a.jpg")
    assert [(source.width, source.height) for source in made.sources] == [(480, 640), (960, 1280), (1600, 2133)]


def test_a_photo_of_several_pictures_shows_the_first() -> None:
    """Phones put a second picture behind the photo: a depth map, a brighter one."""
    made = encode(
        saved(Image.new("RGB", (40, 40), RED), "MPO", save_all=True, append_images=[Image.new("RGB", (40, 40), BLUE)]),
        "a.jpg",
    )
    assert near(quarters(shown(made.fallback))[0], RED)


@pytest.mark.parametrize("name", TELLING)
def test_the_same_photo_gives_the_same_bytes_under_names_that_say_so(name: str) -> None:
    """Two builds of one tree are one site; a name holds the hash of the content and nothing of the original's name."""
    first, second = encode(TELLING[name](), name), encode(TELLING[name](), f"Jo-Smith-{name}")
    assert first == second
    assert len({variant.name for variant in files_of(first)}) == len(files_of(first))
    assert files_of(encode(saved(corners(601), "PNG"), "b.png"))[0].name != first.sources[0].name


MAKE = """
import pathlib, sys
from ideas_hub.photos.encode import encode
path = pathlib.Path(sys.argv[1])
encode(path.read_bytes(), path.name)
print(pathlib.Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's peak memory")
@pytest.mark.parametrize(
    ("mode", "name", "options"), [("CMYK", "a.jpg", {"progressive": True}), ("RGBA", "a.png", {"compress_level": 1})]
)
def test_the_largest_photo_needs_less_than_500_mb(
    mode: str, name: str, options: dict[str, Any], tmp_path: Path
) -> None:
    """40 megapixels: the most that may come in, in the kinds that cost most."""
    path = tmp_path / name
    Image.new(mode, (8000, 5000), (9, 9, 9, 9)).save(path, **options)
    run = subprocess.run([sys.executable, "-c", MAKE, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(run.stdout) < 500 * 1024
