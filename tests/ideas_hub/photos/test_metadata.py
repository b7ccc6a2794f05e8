"""What a photo's file tells beyond the picture is named by its tags, and nothing that tells of nobody is."""

import struct

import pytest
from PIL import Image, PngImagePlugin

from ideas_hub.photos.metadata import find_metadata, in_words
from ideas_hub.photos.parts import MAX_PARTS, parts_of
from ideas_hub.photos.xmp import telling_properties
from tests.ideas_hub.photos.conftest import four_colours, png_chunk, saved
from tests.ideas_hub.photos.telling import SECRET, TELLING, segment

PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" {}>{}</rdf:Description></rdf:RDF></x:xmpmeta>'
)
EXIF_SPACE = 'xmlns:exif="http://ns.adobe.com/exif/1.0/"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
XMP_SPACE = 'xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
REGIONS = 'xmlns:m="http://www.metadataworkinggroup.com/schemas/regions/"'


def tags(content: bytes, kind: str = "JPEG") -> list[str]:
    return [found.tag for found in find_metadata(content, kind)]


def exif_of(folder: int, values: dict[int, object]) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0110] = "EOS"  # Pillow leaves out what has only folders
    (exif if folder == 0 else exif.get_ifd(folder)).update(values)
    return exif


@pytest.mark.parametrize(
    ("folder", "number", "value", "tag"),
    [
        (0x8825, 2, (51.0, 2.0, 3.0), "GPSLatitude"),
        (0x8825, 29, "2026:01:01", "GPSDateStamp"),
        (0, 0x013B, "Jo Smith", "Artist"),
        (0, 0x8298, "Jo Smith 2026", "Copyright"),
        (0, 0x010E, "Jo and Sam in the garden", "ImageDescription"),
        (0, 0x013C, "Jo's iPhone", "HostComputer"),
        (0, 0x9C9D, "Jo".encode("utf-16-le"), "XPAuthor"),
        (0x8769, 0xA430, "Jo Smith", "CameraOwnerName"),
        (0x8769, 0xA431, "0042123", "BodySerialNumber"),
        (0x8769, 0xA435, "0000c15e6c", "LensSerialNumber"),
        (0x8769, 0x927C, b"Nikon\0 serial 0042123", "MakerNote"),
        (0x8769, 0x9286, b"ASCII\0\0\0Jo was here", "UserComment"),
        (0x8769, 0xFDE8, "Jo Smith", "OwnerName"),
        (0, 0xE99F, "Jo Smith", "0xE99F"),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_places_names_and_numbers_in_exif_are_named(
    folder: int, number: int, value: object, tag: str, kind: str
) -> None:
    """The tag, so that an editor can see what it is; never the value, which a log would keep."""
    found = tags(saved(four_colours(), kind, exif=exif_of(folder, {number: value})), kind)

    assert found in ([tag], [f"0x{number:04X}"])


def test_what_a_camera_notes_of_the_picture_is_no_problem() -> None:
    """Model, exposure, time, orientation, size, colours: they tell of nobody."""
    exif = exif_of(
        0x8769,
        {0x829A: 0.01, 0x9003: "2026:01:01 10:00:00", 0xA434: "50 mm", 0x9286: b"ASCII\0\0\0    ", 0x9010: "+01:00"},
    )
    exif.update({0x010F: "Canon", 0x0112: 1, 0x0131: "Photos 9", 0x0132: "2026:01:01 10:00:00", 0x013B: " "})
    exif.get_ifd(0x8825)[0] = b"\2\3\0\0"  # the version of a place that is not there
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Software", "GIMP")
    texts.add_text("Comment", "Created with GIMP")
    packet = PACKET.format(f'{XMP_SPACE} xmp:CreatorTool="Photos 9"', "<xmp:Rating>5</xmp:Rating>").encode()

    assert tags(saved(four_colours(), "JPEG", exif=exif, xmp=packet, comment="CREATOR: gd-jpeg v1.0")) == []
    assert tags(saved(four_colours(), "PNG", exif=exif, pnginfo=texts), "PNG") == []
    assert tags(saved(four_colours(), "WEBP", exif=exif, xmp=packet), "WEBP") == []
    assert tags(saved(four_colours(), "GIF", comment="Created with GIMP"), "GIF") == []


@pytest.mark.parametrize(
    ("spaces", "content", "found"),
    [
        (f'{EXIF_SPACE} exif:GPSLatitude="51,2.5N"', "", ["GPSLatitude"]),
        (EXIF_SPACE, "<exif:GPSLatitude>51,2.5N</exif:GPSLatitude>", ["GPSLatitude"]),
        (DC, "<dc:creator><rdf:Seq><rdf:li>Jo Smith</rdf:li></rdf:Seq></dc:creator>", ["creator"]),
        ('xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:SerialNumber="42"', "", ["SerialNumber"]),
        (f'{REGIONS} m:Name="Jo"', "", ["Name"]),
        (f'{REGIONS} m:Name=""', "<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'> </dc:title>", []),
        (f'{XMP_SPACE} xmp:CreatorTool="Photos"', "", []),
    ],
)
def test_telling_properties_of_xmp_are_named(spaces: str, content: str, found: list[str]) -> None:
    """Whatever prefix they have; of namespaces that are not known to be technical, all of them."""
    assert telling_properties(PACKET.format(spaces, content).encode()) == found


@pytest.mark.parametrize("packet", [b"<x:xmpmeta>Jo", b"Jo", b'<!DOCTYPE x [<!ENTITY a "Jo">]><x>&a;</x>'])
def test_xmp_that_cannot_be_read_counts_as_telling(packet: bytes) -> None:
    assert telling_properties(packet) == ["XMP that cannot be read"]


def test_iptc_is_named_by_its_datasets() -> None:
    data = b"".join(b"\x1c\x02" + bytes([number]) + b"\0\x02Jo" for number in (80, 90, 55, 200))
    resource = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data
    jpeg = saved(four_colours(), "JPEG")

    assert tags(jpeg[:2] + segment(0xED, resource) + jpeg[2:]) == ["By-line", "City", "IPTC-2:200"]


@pytest.mark.parametrize(
    ("name", "data", "tag"),
    [
        (b"tEXt", b"Author\0Jo Smith", "Author"),
        (b"zTXt", b"Raw profile type exif\0\0x", "Raw-profile-type-exif"),
        (b"iTXt", b"Description\0\0\0\0\0Jo", "Description"),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PACKET.format(DC, "<dc:rights>Jo</dc:rights>").encode(), "rights"),
        (b"caBX", b"content credentials", "a part caBX"),
    ],
)
def test_texts_and_strange_chunks_of_a_png_are_named(name: bytes, data: bytes, tag: str) -> None:
    png = saved(four_colours(), "PNG")

    assert tags(png[:-12] + png_chunk(name, data) + png[-12:], "PNG") == [tag]


@pytest.mark.parametrize("name", TELLING)
def test_what_lies_behind_the_end_is_named(name: str) -> None:
    """Phones put films and second pictures there, with places of their own."""
    kind = {"a.jpg": "JPEG", "a.png": "PNG", "a.webp": "WEBP", "a.gif": "GIF"}[name]
    found = find_metadata(TELLING[name](), kind)

    assert any(one.tag.endswith("bytes after its end") for one in found)
    assert SECRET.decode() not in in_words(found)
    assert tags(saved(four_colours(), kind) + bytes(100), kind) == []


def test_what_was_found_is_said_by_sorts() -> None:
    found = find_metadata(TELLING["a.jpg"](), "JPEG")

    assert in_words(found).startswith("where it was taken (GPSLatitudeRef, GPSLatitude, GPSAreaInformation), names or")


def test_a_part_that_no_format_knows_is_named() -> None:
    """JPEG keeps some markers for later; nothing of a picture is behind them."""
    jpeg = saved(four_colours(), "JPEG")

    assert tags(jpeg[:2] + segment(0x5B, SECRET) + jpeg[2:]) == ["a part 5B"]


def test_exif_that_is_cut_short_counts_as_telling() -> None:
    """Pillow passes over a tag whose text is not where it should be; another program may not."""
    exif = b"Exif\0\0II*\0\x08\0\0\0\1\0" + b"\x3b\1\2\0\xff\0\0\0\xff\xff\0\0"
    jpeg = saved(four_colours(), "JPEG")

    assert tags(jpeg[:2] + segment(0xE1, exif) + jpeg[2:]) == ["EXIF that cannot be read"]


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("JPEG", b"\xff\xd8" + b"\xff\xe1\0\2" * 100_000),
        ("JPEG", b"\xff\xd8\xff\xda\0\2" + b"\xff" * 1_000_000),
        ("GIF", b"GIF89a" + bytes(7) + b"!\xf9\0" * 100_000 + b";"),
        ("GIF", b"GIF89a" + bytes(7) + b"!\xfe" + b"\1a" * 300_000 + b"\0;"),
        ("PNG", b"\x89PNG\r\n\x1a\n" + png_chunk(b"tEXt", b"a\0b") * 100_000),
        ("JPEG", b"\xff\xd8" + segment(0xED, b"Photoshop 3.0\0" + b"8BIM\4\4\0\0\0\0\xff\xff" * 5000) * 200),
    ],
)
def test_a_file_of_endless_parts_costs_little(kind: str, content: bytes) -> None:
    """Each part is read once, and no more of them than any honest file has; the rest counts as what follows the end."""
    parts = parts_of(content, kind)

    assert len(parts) <= MAX_PARTS + 1
    assert b"".join(part.whole for part in parts).endswith(content[-1000:])
    assert isinstance(find_metadata(content, kind), list)
