"""What a photo's file tells beyond the picture: where it was taken, names and words, numbers of the camera.

What cameras note of a picture itself, such as its model, exposure and time, is left alone; whatever is not known to be
such a note counts as telling.  The hub publishes nothing of this, but the file lies in a public repository.
"""

import re
import warnings
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ideas_hub.photos.parts import REST, Part, parts_of
from ideas_hub.photos.xmp import UNREADABLE, telling_properties

PLACE, WORDS, NUMBERS, HIDDEN = (
    "where it was taken",
    "names or words",
    "numbers of the camera",
    "something that is no part of the picture",
)
PLACES = re.compile(r"GPS|City|Location|Country|Province|State|Sub-location")
SERIALS = re.compile(r"Serial|UniqueID|MakerNote")

TECHNICAL_EXIF = re.compile(
    r"(?:Lens)?(?:Make|Model)|(?:Processing)?Software|DateTime.*|OffsetTime.*|Sub[Ss]ec[Tt]ime.*|\w+Version"
    r"|ComponentsConfiguration|FileSource|SceneType|CFAPattern|Interop\w*|PrintImageMatching|SpectralSensitivity"
    r"|OECF|SpatialFrequencyResponse|DeviceSettingDescription|0xEA1C|GPSDifferential"
)
"""The EXIF tags with text or bytes that tell of the picture alone.  0xEA1C is padding."""

CHARACTER_CODE = re.compile(rb"^(?:ASCII|UNICODE|JIS)\0+")
ENCODERS_NOTE = re.compile(rb"\0*(?:CREATOR: gd-jpeg|Lavc|Created with (?:The )?GIMP|LEAD Tech|File written by Adobe)")
TECHNICAL_KEYWORDS = {b"Software", b"Creation Time", b"date:create", b"date:modify", b"date:timestamp"}
IPTC_NAMES = {
    5: "ObjectName", 25: "Keywords",
    80: "By-line", 90: "City", 92: "Sub-location", 95: "Province-State",
    101: "Country", 105: "Headline", 110: "Credit", 115: "Source", 116: "CopyrightNotice", 118: "Contact",
    120: "Caption", 122: "Writer",
}  # fmt: skip
TECHNICAL_IPTC = {0, 10, 30, 37, 47, 55, 60, 62, 63, 65, 70}  # dates, programs and versions (IIM 4.2)
IPTC_RESOURCE = re.compile(rb"8BIM\x04\x04")
DATASET = re.compile(rb"\x1c\x02(.)(..)", re.DOTALL)
PICTURE_PARTS = {
    "JPEG": re.compile(r"C[0-9A-F]|D[89A-F]"),
    "PNG": re.compile(
        r"signature|IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDC[Vv]|cLL[Ii]|bKGD|hIST|pHYs|sPLT"
        r"|acTL|fcTL|fdAT"
    ),
    "WEBP": re.compile(r"RIFF|VP8[ LX]|ALPH|ANIM|ANMF|ICCP"),
    "GIF": re.compile(r"header|control|image|end"),
}
"""The parts that the picture itself needs, by kind of photo."""

STARTS = {
    "APP0": (b"JFIF\0",),
    "APP2": (b"ICC_PROFILE\0",),
    "APP14": (b"Adobe",),
    "application": (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"),
}
"""The start of the data of others that it needs, by name."""

HARMLESS_PARTS = {"tIME", "iDOT", "vpAg", "orNT", "oFFs", "pCAL", "sCAL"}
HARMLESS_STARTS = (b"http://ns.adobe.com/xmp/extension/\0", b"JFXX\0", b"MPF\0", b"FPXR\0", b"Ducky")
MAX_TEXT = 1_000_000  # bytes
XMP_JPEG, XMP_MORE = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
XMP_MORE_HEADER = len(XMP_MORE) + 40


class Found(NamedTuple):
    """What was found: its sort in words, and the name of its tag."""

    sort: str
    tag: str


def is_of_picture(part: Part, kind: str) -> bool:
    """Return whether the picture would not be the same without a part of its file."""
    if PICTURE_PARTS[kind].fullmatch(part.name):
        return True
    return part.name in STARTS and part.data.startswith(STARTS[part.name])


def find_metadata(content: bytes, kind: str) -> list[Found]:
    """Return what a photo's file tells beyond the picture, each tag once; its values are not repeated anywhere."""
    parts = [part for part in parts_of(content, kind) if not is_of_picture(part, kind)]
    more_xmp = b"".join(part.data[XMP_MORE_HEADER:] for part in parts if part.data.startswith(XMP_MORE))
    tags = [tag for part in parts for tag in _tags(part)]
    tags += telling_properties(more_xmp) if more_xmp else []
    return [Found(_sort(tag), tag) for tag in dict.fromkeys(tags)]


def in_words(found: Iterable[Found]) -> str:
    """Return what was found as a part of a sentence: "where it was taken (GPSLatitude), names or words (Artist)"."""
    by_sort = groupby(
        sorted(found, key=lambda one: (PLACE, WORDS, NUMBERS, HIDDEN).index(one.sort)), lambda one: one.sort
    )
    return ", ".join(f"{sort} ({', '.join(one.tag for one in group)})" for sort, group in by_sort)


def _sort(tag: str) -> str:
    if PLACES.search(tag):
        return PLACE
    if " " in tag:
        return HIDDEN
    return NUMBERS if SERIALS.search(tag) else WORDS


def _tags(part: Part) -> Iterator[str]:
    """Yield the name of each telling tag in a part that the picture does not need."""
    for names, start, tags_in in READERS:
        if part.name in names and part.data.startswith(start):
            yield from tags_in(part.data.removeprefix(start))
            return
    if not (part.data.startswith(HARMLESS_STARTS) or part.name in HARMLESS_PARTS or _is_blank(part.data)):
        yield f"{len(part.data)} bytes after its end" if part.name == REST else f"a part {part.name}"


def _exif_tags(data: bytes) -> Iterator[str]:
    from ideas_hub.photos.exif import SUB_FOLDERS, exif_folders  # noqa: PLC0415 it imports Pillow, and few pictures have any

    if _is_blank(data):
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.filterwarnings("error", "Corrupt EXIF|Tag data larger")  # Pillow would pass over the rest
            folders = exif_folders(data)
    except Exception:  # noqa: BLE001 what cannot be read may hold anything
        yield "EXIF that cannot be read"
        return
    for values, names in folders:
        for number, value in values.items():
            name = names.get(number, f"0x{number:04X}")
            if number not in SUB_FOLDERS and _is_telling(name, value):
                yield name


def _is_telling(name: str, value: object) -> bool:
    if name == "GPSVersionID" or TECHNICAL_EXIF.fullmatch(name):
        return False
    if isinstance(value, str | bytes):
        raw = value.encode() if isinstance(value, str) else value
        return not _is_blank(CHARACTER_CODE.sub(b"", raw))
    if name.startswith("XP"):
        return not _is_blank(bytes(value) if isinstance(value, tuple) else b"")
    return bool(PLACES.match(name) or SERIALS.search(name))


def _iptc_tags(data: bytes) -> Iterator[str]:
    """Yield the datasets of the IPTC record in Photoshop's resources."""
    end = 0
    while resource := IPTC_RESOURCE.search(data, end):
        start = (
            resource.end() + 1 + int.from_bytes(data[resource.end() : resource.end() + 1], "big")
        )  # after the resource's name, whose length is a byte
        start += start % 2 != resource.start() % 2
        end = start + 4 + int.from_bytes(data[start : start + 4], "big")
        for dataset in DATASET.finditer(data, start + 4, end):
            number, size = dataset.group(1)[0], int.from_bytes(dataset.group(2), "big")
            if number not in TECHNICAL_IPTC and not _is_blank(data[dataset.end() : dataset.end() + size]):
                yield IPTC_NAMES.get(number, f"IPTC-2:{number:02d}")


def _text_tags(data: bytes) -> Iterator[str]:
    """Yield the keyword of a PNG's text, which may be compressed, unless it tells nothing."""
    keyword, _, text = data.partition(b"\0")
    if not (keyword in TECHNICAL_KEYWORDS or _is_blank(text) or ENCODERS_NOTE.match(text)):
        yield keyword.decode("latin-1").replace(" ", "-")


def _xmp_text_tags(data: bytes) -> list[str]:
    """Return the telling tags of an XMP packet in a PNG's international text: flags, language and title come first."""
    text = data[2:].split(b"\0", 2)[-1]
    try:
        return telling_properties(zlib.decompressobj().decompress(text, MAX_TEXT) if data[:1] == b"\1" else text)
    except zlib.error:
        return [UNREADABLE]


def _comment_tags(data: bytes) -> list[str]:
    return [] if _is_blank(data) or ENCODERS_NOTE.match(data) else ["Comment"]


def _is_blank(data: bytes) -> bool:
    return not data.strip(b"\0 \t\r\n\xff")


READERS: tuple[tuple[set[str], bytes, Callable[[bytes], Iterable[str]]], ...] = (
    ({"APP1", "eXIf", "EXIF"}, b"Exif\0\0", _exif_tags),
    ({"eXIf", "EXIF"}, b"", _exif_tags),
    ({"APP1"}, XMP_JPEG, telling_properties),
    ({"XMP "}, b"", telling_properties),
    ({"application"}, b"XMP DataXMP", telling_properties),
    ({"iTXt"}, b"XML:com.adobe.xmp\0", _xmp_text_tags),
    ({"tEXt", "zTXt", "iTXt"}, b"", _text_tags),
    ({"APP13"}, b"Photoshop 3.0\0", _iptc_tags),
    ({"comment"}, b"", _comment_tags),
)
"""By the name of a part and the start of its data: what yields its telling tags."""
