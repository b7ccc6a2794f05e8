"""Take the metadata out of a photo's file.  The picture is not encoded again: its pixels stay as they are."""

from hashlib import sha256

from ideas_hub.photos.accept import SAVE_AGAIN, Refused, identify
from ideas_hub.photos.encode import open_image, orientation_of
from ideas_hub.photos.metadata import is_of_picture
from ideas_hub.photos.parts import Part, parts_of, png_chunk

UPRIGHT = 1
HAS_EXIF, HAS_XMP = 0x08, 0x04  # in the flags of a WebP


def cleaned(content: bytes, name: str) -> bytes:
    """Return a photo's file with nothing but the picture, its colour profile and, if it lies turned, how to turn it.

    Raises: Refused: it is no photo that the hub accepts, or its pixels would not be the same.
    """
    kind = identify(content, name)
    turned, pixels = _decoded(content, kind)
    kept = [part for part in parts_of(content, kind) if is_of_picture(part, kind)]
    exif = _orientation_exif(turned) if turned != UPRIGHT else b""
    result = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "GIF": _gif}[kind](kept, exif)
    if _decoded(result, kind) != (turned, pixels):
        raise Refused("cannot be cleaned without a change to the picture.", SAVE_AGAIN)
    return result


def _decoded(content: bytes, kind: str) -> tuple[int, bytes]:
    """Return how the photo lies, and a digest of its pixels, of all frames if it moves."""
    image = open_image(content, kind)
    pixels = sha256()
    try:
        for frame in range(1 if image.format == "MPO" else getattr(image, "n_frames", 1)):
            image.seek(frame)
            image.load()
            pixels.update((image.convert("RGBA") if image.mode == "P" else image).tobytes())
        image.seek(0)
        return orientation_of(image), pixels.digest()
    except Exception:  # noqa: BLE001 a broken file may raise anything
        raise Refused("is damaged or cut short.", SAVE_AGAIN) from None


def _orientation_exif(orientation: int) -> bytes:
    """Return EXIF (big-endian TIFF) with one tag, the orientation."""
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2, "big") + b"\0\0"
    return b"MM\0*\0\0\0\x08\0\x01" + entry + bytes(4)


def _jpeg(kept: list[Part], exif: bytes) -> bytes:
    jfif = [_without_thumbnail(part) for part in kept if part.name == "APP0"][:1]
    segment = b"Exif\0\0" + exif
    turned = [b"\xff\xe1" + (len(segment) + 2).to_bytes(2, "big") + segment] if exif else []
    return b"".join([kept[0].whole, *jfif, *turned, *(part.whole for part in kept[1:] if part.name != "APP0")])


def _without_thumbnail(jfif: Part) -> bytes:
    return b"\xff\xe0\0\x10" + jfif.data[:12].ljust(12, b"\0") + b"\0\0"


def _png(kept: list[Part], exif: bytes) -> bytes:
    first = next(number for number, part in enumerate(kept) if part.name in {"IDAT", "IEND"})
    turned = [png_chunk(b"eXIf", exif)] if exif else []
    return b"".join([*(part.whole for part in kept[:first]), *turned, *(part.whole for part in kept[first:])])


def _webp(kept: list[Part], exif: bytes) -> bytes:
    turned = b"EXIF" + len(exif).to_bytes(4, "little") + exif if exif else b""
    body = b"".join(_without_flags(part, HAS_EXIF if exif else 0) for part in kept[1:]) + turned
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _without_flags(part: Part, flags: int) -> bytes:
    """Return a WebP's chunk; its header says that there is neither EXIF nor XMP but for these flags."""
    if part.name != "VP8X":
        return part.whole
    return part.whole[:8] + bytes([part.whole[8] & ~(HAS_EXIF | HAS_XMP) | flags]) + part.whole[9:]


def _gif(kept: list[Part], exif: bytes) -> bytes:
    assert not exif  # noqa: S101 a GIF has none
    return b"".join(part.whole for part in kept)
