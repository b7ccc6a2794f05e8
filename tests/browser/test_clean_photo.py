"""The page that cleans photos on the reader's device: the bytes of scripts/clean-photo, and no request."""

import base64
import io
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageCms, PngImagePlugin
from playwright.sync_api import Page, expect

from ideas_hub.photos.accept import MAKE_A_JPEG, Refused, kind_of
from ideas_hub.photos.clean import cleaned
from ideas_hub.photos.metadata import HIDDEN, NUMBERS, PLACE, WORDS, find_metadata
from tests.browser.axe import CONTRAST, is_too_wide, violations
from tests.browser.conftest import Open, requests_of
from tests.ideas_hub.photos.conftest import four_colours, png_chunk, saved
from tests.ideas_hub.photos.telling import SECRET, TELLING, exif_with_everything, segment
from tests.ideas_hub.photos.test_metadata import DC, EXIF_SPACE, PACKET, REGIONS, XMP_SPACE, exif_of

ADDRESS = "contribute/clean-photo/"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
KINDS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif"}
FRAMES = [Image.new("RGB", (20, 20), (60 * number, 0, 90)) for number in range(3)]
JPEG, PNG = saved(four_colours(), "JPEG"), saved(four_colours(), "PNG")
TURNED = 'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"'
POINTERS = {ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo}
HEIC = b"\0\0\0\x18ftypheic" + bytes(100)

CLEAN = """files => {
  const clean = ideasHub.openPhotos(JSON.parse(document.querySelector('[data-clean]').dataset.rules));
  const bytesOf = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const textOf = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
  return files.map(file => {
    try {
      const { bytes, ending, found } = clean(bytesOf(file));
      return { bytes: textOf(bytes), ending, found };
    } catch (error) {
      return { refused: error.refused || `NOT REFUSED: ${error.stack}` };
    }
  });
}"""


def offered(page: Page) -> list[str]:
    """Return the words of the links that save what was cleaned."""
    return page.locator("[data-clean-items]").get_by_role("link").all_inner_texts()


def cleaned_here(page: Page, photos: Sequence[bytes]) -> list[dict[str, Any]]:
    """Return what the page's script makes of each photo."""
    answers: list[dict[str, Any]] = page.evaluate(CLEAN, [base64.b64encode(photo).decode() for photo in photos])
    return [{**one, "bytes": base64.b64decode(one.get("bytes", ""))} for one in answers]


def cleaned_there(photo: bytes) -> dict[str, Any]:
    """Return what scripts/clean-photo makes of a photo, in the same form."""
    try:
        kind = kind_of(photo)
        content = cleaned(photo, f"a{KINDS[kind]}")
    except Refused as refused:
        return {"refused": refused.message, "bytes": b""}
    sorts = {found.sort for found in find_metadata(photo, kind)}
    found = [sort for sort in (PLACE, WORDS, NUMBERS, HIDDEN) if sort in sorts]
    return {"bytes": content, "ending": KINDS[kind], "found": found}


def tagged(number: int, folder: int = 0, kind: int = 2) -> bytes:
    """Return a JPEG with one EXIF tag, a short text unless its kind is another."""
    tag = struct.pack(">HHHL", 1, number, kind, 3 if kind == 2 else 1) + b"Jo\0\0" + bytes(4)
    pointer = struct.pack(">HHHLLL", 1, folder, 4, 1, 26, 0) if folder else b""
    return JPEG[:2] + segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08" + pointer + tag) + JPEG[2:]


def photos_of_all_makes() -> Iterator[bytes]:
    """Yield photos as cameras, phones and programs write them: turned, in other colours, moving, in parts."""
    yield from (whole() for whole in TELLING.values())
    for kind in ("JPEG", "PNG", "WEBP"):
        for turn in range(10):
            exif = exif_with_everything()
            exif[ExifTags.Base.Orientation] = turn
            yield saved(four_colours(), kind, exif=exif)
        yield saved(four_colours(), kind, icc_profile=PROFILE, exif=exif_with_everything())
        yield saved(four_colours(), kind)
    for options in ({"progressive": True}, {"restart_marker_blocks": 1}, {"quality": 100}, {"dpi": (300, 300)}):
        yield saved(Image.effect_noise((90, 70), 90).convert("RGB"), "JPEG", exif=exif_with_everything(), **options)
    yield saved(four_colours().convert("CMYK"), "JPEG", exif=exif_with_everything())
    yield saved(four_colours().convert("L"), "JPEG", comment=SECRET)
    yield saved(FRAMES[0], "MPO", save_all=True, append_images=FRAMES[1:])
    yield saved(four_colours().convert("RGBA"), "WEBP", lossless=True, exif=exif_with_everything())
    yield saved(four_colours().convert("P"), "PNG", exif=exif_with_everything())
    for kind in ("PNG", "WEBP", "GIF"):
        yield saved(FRAMES[0], kind, save_all=True, append_images=FRAMES[1:], duration=200, loop=0) + SECRET
    yield JPEG[:2] + b"\xff\xff" + segment(0xE1, b"Exif\0\0" + bytes(20)) + JPEG[2:] + bytes(100)


def photos_that_tell_one_thing() -> Iterator[bytes]:
    """Yield a photo with each tag of EXIF, and with much that programs write beside the picture."""
    for kind in (2, 3):
        yield from (tagged(number, kind=kind) for number in ExifTags.TAGS if number not in POINTERS)
        yield from (tagged(number, ExifTags.IFD.GPSInfo, kind) for number in ExifTags.GPSTAGS)
    for value in (b"ASCII\0\0\0Jo", b"ASCII\0\0\0   ", b"\0\0"):
        yield saved(four_colours(8, 8), "JPEG", exif=exif_of(ExifTags.IFD.Exif, {0x9286: value}))
    for spaces, content in (
        (f'{EXIF_SPACE} exif:GPSLatitude="51,2.5N"', ""),
        (DC, "<dc:creator><rdf:Seq><rdf:li>Jo Smith</rdf:li></rdf:Seq></dc:creator>"),
        (f'{REGIONS} m:Name="Jo"', ""),
        (f'{REGIONS} m:Name=""', "<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'> </dc:title>"),
        (f'{XMP_SPACE} xmp:CreatorTool="Photos"', "<xmp:Rating>5</xmp:Rating>"),
        ('xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:SerialNumber="42"', ""),
        (TURNED, ""),
    ):
        yield from (
            saved(four_colours(8, 8), kind, xmp=PACKET.format(spaces, content).encode()) for kind in ("JPEG", "WEBP")
        )
    for packet in (b"<x>Jo", b'<!DOCTYPE x [<!ENTITY a "Jo">]><x>&a;</x>', b"  \0"):
        yield saved(four_colours(8, 8), "WEBP", xmp=packet)
    for number in (25, 55, 80, 90, 200):
        resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", 7) + b"\x1c\x02" + bytes([number]) + b"\0\x02Jo"
        yield JPEG[:2] + segment(0xED, b"Photoshop 3.0\0" + resource) + JPEG[2:]
    for name, data in (
        (b"tEXt", b"Author\0Jo Smith"),
        (b"tEXt", b"Comment\0Created with GIMP"),
        (b"tEXt", b"date:create\0today"),
        (b"zTXt", b"Raw profile type iptc\0\0x"),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PACKET.format(DC, "<dc:rights>Jo</dc:rights>").encode()),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PACKET.format(TURNED, "").encode()),
        (b"tIME", b"1234567"),
        (b"caBX", b"content credentials"),
    ):
        yield PNG[:-12] + png_chunk(name, data) + PNG[-12:]
    more = b"http://ns.adobe.com/xmp/extension/\0" + bytes(40) + PACKET.format(DC, "<dc:rights>Jo</dc:rights>").encode()
    yield JPEG[:2] + segment(0xE1, more) + JPEG[2:]
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Location", "Home")
    yield saved(four_colours(), "PNG", pnginfo=texts)


def test_the_bytes_and_what_was_found_are_those_of_the_command(open_page: Open) -> None:
    """The same photo cleaned on the page and by scripts/clean-photo is the same file."""
    photos = [*photos_of_all_makes(), *photos_that_tell_one_thing()]

    here = cleaned_here(open_page(ADDRESS), photos)

    for number, (photo, result) in enumerate(zip(photos, here, strict=True)):
        assert (number, result) == (number, cleaned_there(photo))


@pytest.mark.parametrize("name", TELLING)
def test_a_spoilt_or_cut_file_ends_in_the_command_s_bytes_or_a_refusal(open_page: Open, name: str) -> None:
    """Never in an error, an endless loop, or other bytes than those of the command."""
    whole = TELLING[name]()
    spoilt = [whole[:at] + bytes([whole[at] ^ 0xA5]) + whole[at + 1 :] for at in range(0, len(whole), len(whole) // 60)]
    cut = [whole[:length] for length in range(0, len(whole), len(whole) // 30)]

    for photo, result in zip([*spoilt, *cut], cleaned_here(open_page(ADDRESS), [*spoilt, *cut]), strict=True):
        there = cleaned_there(photo)
        assert "NOT REFUSED" not in result.get("refused", "")
        if "refused" not in result and "refused" not in there:
            assert result["bytes"] == there["bytes"]
        if "refused" not in result:
            assert SECRET not in result["bytes"]


def test_a_file_of_endless_parts_ends(open_page: Open) -> None:
    hostile = [
        b"\xff\xd8" + b"\xff\xe1\0\2" * 100_000,
        b"\xff\xd8\xff\xda\0\2" + b"\xff" * 1_000_000,
        b"GIF89a" + bytes(7) + b"!\xf9\0" * 100_000 + b";",
        b"GIF89a" + bytes(7) + b"!\xfe" + b"\1a" * 300_000 + b"\0;",
        b"RIFF\xff\xff\xff\xffWEBP" + b"JUNK\0\0\0\0" * 50_000,
        JPEG[:2] + segment(0xED, b"Photoshop 3.0\0" + b"8BIM\4\4\0\0\0\0\xff\xff" * 5000) * 20 + JPEG[2:],
    ]

    *refused, taken = cleaned_here(open_page(ADDRESS), hostile)

    assert {one["refused"] for one in refused} == {"is damaged or cut short."}
    assert taken["bytes"] == JPEG


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A reader's folder with photos, under the names that phones and people give them."""
    for name, content in {
        "IMG_2041 Garten (Köln).JPG": TELLING["a.jpg"](),
        "clean.png": PNG,
        "IMG_1.HEIC": HEIC,
        "notes.jpg": b"My notes",
        "half.jpg": TELLING["a.jpg"]()[:1500],
        "ÄÖ.webp": TELLING["a.webp"](),
        "<b>.jpeg": JPEG,
    }.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def choose(page: Page, *files: Path) -> None:
    page.get_by_label("Choose one or more photos").set_input_files(list(files))
    expect(page.get_by_role("listitem").filter(has=page.get_by_role("heading", level=3))).to_have_count(len(files))
    expect(page.get_by_role("status").first).not_to_contain_text("Reading")


def test_a_chosen_photo_is_told_cleaned_and_saved_and_nobody_is_asked_for_anything(
    open_page: Open, folder: Path
) -> None:
    photo = folder / "IMG_2041 Garten (Köln).JPG"
    page = open_page(ADDRESS)
    with requests_of(page) as asked:
        choose(page, photo)
        expect(page.get_by_text("Found and removed")).to_have_text(
            "Found and removed: where it was taken, names or words, something that is no part of the picture."
        )
        expect(page.get_by_role("status").first).to_have_text("1 photo is ready to save.")
        with page.expect_download() as download:
            page.get_by_role("link", name="Save img-2041-garten-koln.jpg").click()

    saved_as = download.value.path().read_bytes()
    assert download.value.suggested_filename == "img-2041-garten-koln.jpg"
    assert saved_as == cleaned(photo.read_bytes(), "a.jpg")
    assert (dict(Image.open(io.BytesIO(saved_as)).getexif()), SECRET in saved_as) == ({}, False)
    assert [address for address in asked if not address.startswith("blob:") and "favicon" not in address] == []


def test_of_several_files_each_is_told_and_what_cannot_be_used_says_what_to_do(open_page: Open, folder: Path) -> None:
    page = open_page(ADDRESS)
    choose(
        page, *(folder / name for name in ("clean.png", "IMG_1.HEIC", "notes.jpg", "half.jpg", "ÄÖ.webp", "<b>.jpeg"))
    )

    told = dict(
        zip(
            page.get_by_role("heading", level=3).all_inner_texts(),
            page.locator("[data-item=told]").all_inner_texts(),
            strict=True,
        )
    )
    assert told["clean.png"] == told["<b>.jpeg"] == "There was nothing to remove."
    assert told["IMG_1.HEIC"] == "This file is a HEIC picture; a photo is a JPEG, PNG, WebP or GIF."
    expect(page.get_by_text(MAKE_A_JPEG)).to_be_visible()
    assert told["notes.jpg"].startswith("This file is not a picture that we can read;")
    assert told["half.jpg"] == "This file is damaged or cut short."
    assert offered(page) == [
        "Save clean.png",
        "Save ao.webp",
        "Save b.jpg",
    ]
    expect(page.get_by_role("status").first).to_have_text("3 photos are ready to save. 3 files could not be used.")


def test_another_choice_takes_the_place_of_the_first(open_page: Open, folder: Path) -> None:
    page = open_page(ADDRESS)
    choose(page, folder / "ÄÖ.webp", folder / "clean.png")
    choose(page, folder / "clean.png")

    assert offered(page) == ["Save clean.png"]


def test_a_file_beyond_the_limit_is_not_even_read(open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "film.mov").write_bytes(bytes(16 * 1024 * 1024))
    page = open_page(ADDRESS)
    choose(page, tmp_path / "film.mov")

    expect(page.get_by_text("This file is 16.0 MB; the limit is 15 MB.")).to_be_visible()


def test_it_works_by_keyboard_and_with_a_screen_reader(open_page: Open, folder: Path) -> None:
    """At 320 pixels, with a result of each sort on the page, by light and in the dark."""
    page = open_page(ADDRESS, width="small", bypass_csp=True)
    choose(page, *sorted(folder.iterdir()))
    field = page.get_by_label("Choose one or more photos")
    field.focus()
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Save b.jpg")).to_be_focused()
    expect(field).to_have_accessible_description("JPEG, PNG, WebP or GIF")
    assert violations(page) == []
    assert not is_too_wide(page)
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST) == []


def test_without_javascript_the_page_says_what_it_needs_and_offers_no_field(open_page: Open) -> None:
    page = open_page(ADDRESS, script=False)

    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_label("Choose one or more photos")).to_be_hidden()
