"""Photos of each kind with all that a camera, a phone and a picture program leave in one."""

import struct
from collections.abc import Callable

from PIL import ExifTags, Image, PngImagePlugin

from tests.ideas_hub.photos.conftest import four_colours, png_chunk, saved

SECRET = b"Taken-by-Jo-at-home"


def exif_with_everything() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = SECRET.decode()
    exif[ExifTags.Base.Software] = SECRET.decode()
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (51.0, 2.0, 3.0)
    place[ExifTags.GPS.GPSAreaInformation] = SECRET
    return exif


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def telling_jpeg() -> bytes:
    """Return a JPEG with all that a camera, a phone and a picture program leave in one.

    GPS, XMP, IPTC, comments, a thumbnail, and a trailer behind the end.
    """
    xmp = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    whole = saved(four_colours(), "JPEG", exif=exif_with_everything(), comment=SECRET, xmp=xmp)
    thumbnail = saved(four_colours(60, 40), "JPEG", comment=SECRET)
    iptc = segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\x1c" + SECRET)
    extra = iptc + segment(0xEF, SECRET) + segment(0xE0, b"JFXX\0\x10" + thumbnail)
    return whole[:2] + extra + whole[2:] + SECRET + thumbnail


def telling_png() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    texts.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    texts.add_text("Comment", SECRET.decode(), zip=True)
    whole = saved(four_colours(), "PNG", exif=exif_with_everything(), pnginfo=texts)
    return whole[:-12] + png_chunk(b"prVt", SECRET) + whole[-12:] + SECRET


def telling_webp() -> bytes:
    whole = saved(four_colours(), "WEBP", exif=exif_with_everything(), xmp=SECRET)
    extra = b"JUNK" + struct.pack("<I", len(SECRET) + len(SECRET) % 2) + SECRET + b"\0" * (len(SECRET) % 2)
    grown = whole + extra
    return grown[:4] + struct.pack("<I", len(grown) - 8) + grown[8:] + SECRET


def telling_gif() -> bytes:
    return saved(four_colours(), "GIF", comment=SECRET) + SECRET


TELLING: dict[str, Callable[[], bytes]] = {
    "a.jpg": telling_jpeg,
    "a.png": telling_png,
    "a.webp": telling_webp,
    "a.gif": telling_gif,
}
