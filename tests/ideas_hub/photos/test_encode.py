"""What is published of a photo: its pixels, upright, in sRGB, in a few sizes."""

import pytest
from PIL import ExifTags, Image, ImageCms

from ideas_hub.photos.encode import encode
from tests.ideas_hub.photos.conftest import (
    BLUE,
    GREEN,
    RED,
    WHITE,
    four_colours,
    near,
    opened,
    quarters,
    saved,
    shows,
)

HELD = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_90",
    7: "TRANSVERSE",
    8: "ROTATE_270",
}
"""How a camera's pixels lie, by the EXIF orientation that it writes."""


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return exif


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_upright_however_the_camera_was_held(orientation: int, kind: str) -> None:
    """The EXIF goes, so the pixels are turned."""
    upright = four_colours()
    held = upright.transpose(Image.Transpose[HELD[orientation]]) if orientation in HELD else upright

    photo = encode(saved(held, kind, exif=turned(orientation)), f"a.{kind.lower()}")

    assert (photo.fallback.width, photo.fallback.height) == (120, 80)
    found = quarters(opened(photo.fallback))
    assert all(near(a, b, within=25) for a, b in zip(found, (RED, GREEN, BLUE, WHITE), strict=True))


def test_exif_that_cannot_be_read_does_not_cost_the_photo() -> None:
    """A photo whose camera wrote nonsense is still a photo."""
    plain = saved(four_colours(), "JPEG")
    nonsense = b"Exif\0\0MM\0*\xff\xff\xff\xff nonsense"
    segment = b"\xff\xe1" + (len(nonsense) + 2).to_bytes(2, "big") + nonsense

    assert encode(plain[:2] + segment + plain[2:], "a.jpg").fallback.width == 120


def test_a_reader_of_exif_that_fails_does_not_cost_the_photo(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Image.Image) -> Image.Exif:
        raise SyntaxError

    monkeypatch.setattr("PIL.Image.Image.getexif", fail)

    assert encode(saved(four_colours(), "GIF"), "a.gif").fallback.width == 120


def swapped_profile() -> bytes:
    """Return an RGB profile unlike sRGB: its red and green are swapped."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_colours_are_brought_to_srgb(kind: str) -> None:
    """A browser takes a picture without a profile for sRGB, so that is what it must be."""
    red = Image.new("RGB", (40, 40), (255, 0, 0))

    photo = encode(saved(red, kind, icc_profile=swapped_profile(), quality=95), f"a.{kind.lower()}")

    assert shows(photo, (0, 255, 0), within=20)
    assert not [variant for variant in photo.variants if "icc_profile" in opened(variant).info]


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_does_not_fit_is_ignored(profile: bytes) -> None:
    """The colours may then be a little off; the photo is there."""
    assert shows(encode(saved(Image.new("RGB", (40, 40), RED), "JPEG", icc_profile=profile), "a.jpg"), RED)


def test_a_picture_for_print_becomes_one_for_screens() -> None:
    """Browsers show CMYK in colours of their own."""
    photo = encode(saved(Image.new("RGB", (40, 40), RED).convert("CMYK"), "JPEG"), "a.jpg")

    assert opened(photo.fallback).mode == "RGB"
    assert shows(photo, RED)


def test_sixteen_bits_keep_their_tones() -> None:
    """The bright half must not turn white."""
    assert shows(encode(saved(Image.new("I;16", (60, 20), 40_000), "PNG"), "a.png"), (155, 155, 155), within=3)


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_few_colours_become_plain_ones(mode: str) -> None:
    assert opened(encode(saved(four_colours().convert(mode), "PNG"), "a.png").fallback).mode == "RGB"


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_a_transparent_photo_stays_so_and_has_a_png_to_fall_back_on(mode: str) -> None:
    image = Image.new(mode, (60, 40))
    image.putalpha(Image.linear_gradient("L").resize((60, 40)))

    photo = encode(saved(image, "PNG"), "a.png")

    assert photo.fallback.name.endswith(".png")
    assert all(opened(variant).mode == "RGBA" for variant in photo.variants)


@pytest.mark.parametrize("kind", ["GIF", "PNG"])
def test_a_palette_with_a_clear_colour_stays_transparent(kind: str) -> None:
    image = four_colours().convert("P")
    content = saved(image, kind, transparency=image.getpixel((0, 0)))

    assert encode(content, f"a.{kind.lower()}").fallback.name.endswith(".png")


def test_an_alpha_channel_that_hides_nothing_is_dropped() -> None:
    """A JPEG is a quarter of the size."""
    assert encode(saved(four_colours().convert("RGBA"), "PNG"), "a.png").fallback.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (2000, [480, 960, 1600]),
        (1600, [480, 960, 1600]),
        (1500, [480, 960, 1500]),
        (1000, [480, 960]),
        (700, [480, 700]),
        (300, [300]),
        (8, [8]),
    ],
)
def test_no_photo_is_made_wider_than_it_is(width: int, widths: list[int]) -> None:
    """Two or three widths, and never an invented pixel."""
    photo = encode(saved(Image.new("RGB", (width, 20), RED), "PNG"), "a.png")

    assert [source.width for source in photo.sources] == widths
    assert photo.fallback.width == min(width, 960)
    assert all(opened(variant).size == (variant.width, variant.height) for variant in photo.variants)


@pytest.mark.parametrize("size", [(8, 60_000), (60_000, 8), (16, 20_000)])
def test_a_long_strip_fits_into_every_kind_of_file(size: tuple[int, int]) -> None:
    """WebP ends at 16,383 pixels a side, JPEG at 65,535."""
    photo = encode(saved(Image.new("L", size, 90), "PNG"), "a.png")

    assert all(opened(variant).height <= 3200 for variant in photo.variants)


def test_a_phone_held_upright_gives_a_tall_photo() -> None:
    """It stores the photo lying down; the widths are those of the upright one."""
    photo = encode(saved(Image.new("RGB", (800, 700), RED), "JPEG", exif=turned(6)), "a.jpg")

    assert [(source.width, source.height) for source in photo.sources] == [(480, 549), (700, 800)]


def test_a_photo_of_several_pictures_shows_the_first() -> None:
    """Phones put a second picture behind the photo: a depth map, a brighter one."""
    blue = Image.new("RGB", (40, 40), BLUE)

    assert shows(
        encode(saved(Image.new("RGB", (40, 40), RED), "MPO", save_all=True, append_images=[blue]), "a.jpg"), RED
    )
