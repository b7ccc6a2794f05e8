"""A photo's file cut into the parts that its format is made of; nothing is decoded.

Sources: JPEG, ITU-T T.81, annex B; PNG, third edition, chapter 5; WebP container specification; GIF89a.
A file that is cut short, or has a strange part, is read as far as it goes; what is left is a part named REST.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

MAX_PARTS = 10_000  # no honest file has as many
REST = "rest"
"""The name of what follows the end of the picture."""

NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""What ends a scan of a JPEG: no stuffed byte, no byte that fills, and no restart of the same scan."""

SOI, SOS, EOI = 0xD8, 0xDA, 0xD9
GIF_EXTENSION, GIF_IMAGE, GIF_END = 0x21, 0x2C, 0x3B
GIF_EXTENSIONS = {0xF9: "control", 0xFE: "comment", 0xFF: "application"}


class Part(NamedTuple):
    """A part of a file.

    name: "APP1" or "DB" in a JPEG, "tEXt" in a PNG, "EXIF" in a WebP, "comment" in a GIF.
    whole: its bytes, as they stand in the file.
    data: what is in it.
    """

    name: str
    whole: bytes
    data: bytes


def parts_of(content: bytes, kind: str) -> list[Part]:
    """Return the parts of a photo, which make up the whole file; of more than MAX_PARTS the last is the rest."""
    parts = list(islice(READERS[kind](content), MAX_PARTS))
    if len(parts) == MAX_PARTS:
        rest = content[sum(len(part.whole) for part in parts) :]
        parts.append(Part(REST, rest, rest))
    return parts


def is_sound_png(parts: list[Part]) -> bool:
    """Return whether a PNG is there to its end, and each chunk has the checksum that it was written with."""
    chunks = [part for part in parts[1:] if part.name != REST]
    return all(map(_is_sound_chunk, chunks)) and any(part.name == "IEND" for part in chunks)


def _is_sound_chunk(part: Part) -> bool:
    whole = len(part.whole) == len(part.data) + 12
    return whole and zlib.crc32(part.whole[4:-4]) == int.from_bytes(part.whole[-4:], "big")


def png_chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def _jpeg(content: bytes) -> Iterator[Part]:
    at = 2
    yield Part(f"{SOI:02X}", content[:2], b"")
    while content[at : at + 1] == b"\xff" and at + 1 < len(content):
        marker = content[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 a byte that fills
            at += 1
            continue
        if marker == EOI:
            yield Part(f"{EOI:02X}", content[at : at + 2], b"")
            at += 2
            break
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        data = content[at + 4 : end]
        if marker == SOS:
            found = NEXT_MARKER.search(content, end)
            end = found.start() if found else len(content)
        yield Part(_jpeg_name(marker), content[at:end], data)
        at = end
    if at < len(content):
        yield Part(REST, content[at:], content[at:])


def _jpeg_name(marker: int) -> str:
    if 0xE0 <= marker <= 0xEF:  # noqa: PLR2004 application segments
        return f"APP{marker - 0xE0}"
    return "comment" if marker == 0xFE else f"{marker:02X}"  # noqa: PLR2004 COM


def _png(content: bytes) -> Iterator[Part]:
    at, name = 8, ""
    yield Part("signature", content[:8], b"")
    while at + 8 <= len(content) and name != "IEND":
        data = at + 8
        size = int.from_bytes(content[at : at + 4], "big")
        name = content[at + 4 : data].decode("latin-1")
        yield Part(name, content[at : data + size + 4], content[data : data + size])
        at = data + size + 4
    if at < len(content):
        yield Part(REST, content[at:], content[at:])


def _webp(content: bytes) -> Iterator[Part]:
    at, end = 12, min(len(content), 8 + int.from_bytes(content[4:8], "little"))
    yield Part("RIFF", content[:12], b"")
    while at + 8 <= end:
        data = at + 8
        size = int.from_bytes(content[at + 4 : data], "little")
        following = data + size + size % 2
        yield Part(content[at : at + 4].decode("latin-1"), content[at:following], content[data : data + size])
        at = following
    if at < len(content):
        yield Part(REST, content[at:], content[at:])


def _gif(content: bytes) -> Iterator[Part]:
    at = 13 + _colour_table_size(content, 10)
    yield Part("header", content[:at], b"")
    while at + 1 < len(content) and content[at] in {GIF_EXTENSION, GIF_IMAGE}:
        start = at
        if content[at] == GIF_EXTENSION:
            name, at = GIF_EXTENSIONS.get(content[at + 1], "extension"), at + 2
        else:
            name, at = "image", at + 11 + _colour_table_size(content, at + 9)
        blocks = []
        while at < len(content) and content[at]:
            if name != "image":
                blocks.append(content[at + 1 : at + 1 + content[at]])
            at += content[at] + 1
        at += 1
        yield Part(name, content[start:at], b"".join(blocks))
    if content[at : at + 1] == bytes([GIF_END]):
        yield Part("end", content[at : at + 1], b"")
        at += 1
    if at < len(content):
        yield Part(REST, content[at:], content[at:])


def _colour_table_size(content: bytes, flags_at: int) -> int:
    """Return the size of a colour table in bytes."""
    flags = content[flags_at] if flags_at < len(content) else 0
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


READERS: Mapping[str, Callable[[bytes], Iterator[Part]]] = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "GIF": _gif}
