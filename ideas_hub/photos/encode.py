"""What goes out: the photo made anew from its pixels, so that nothing else of the file can come along."""

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageFile

from ideas_hub.photos import accept
from ideas_hub.photos.accept import SAVE_AGAIN, Refused

WIDTHS = (480, 960, 1600)  # pixels: a phone, a sharp phone or a small window, the widest a page shows on a sharp screen
FALLBACK_WIDTH = 960
TALLEST = 2  # times the width: the longest strip of a picture that a page has room for
WORTH_ANOTHER = 1.25  # a photo's own width is made too where it is this much wider than the next of WIDTHS
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a photo upright, by its EXIF orientation; from 5 on, width and height change places."""
SIDEWAYS = range(5, 9)
ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class Variant:
    """One file to publish.  name: its content's hash and its width.  content: the bytes, or where they are kept."""

    name: str
    width: int
    height: int
    content: bytes | Path


@dataclass(frozen=True, slots=True)
class EncodedPhoto:
    """All that is published of one photo.  sources: as WebP, the narrowest first."""

    sources: tuple[Variant, ...]
    fallback: Variant


def encode(content: bytes, name: str) -> EncodedPhoto:
    """Return what is published of a photo; the same bytes for the same photo.  Of a short animation it is the first image.

    Raises: Refused.
    """
    kind = accept.identify(content, name)
    image = accept.opened(content, kind)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about metadata that goes anyway
            largest = _largest(image)
    except Exception:  # noqa: BLE001 a broken file raises whatever its decoder stumbled over
        raise Refused("is damaged or cut short.", SAVE_AGAIN) from None
    sources = tuple(_webp(_scaled(largest, width)) for width in _widths(largest.width))
    return EncodedPhoto(sources, _fallback(_scaled(largest, min(largest.width, FALLBACK_WIDTH))))


def _largest(image: ImageFile.ImageFile) -> Image.Image:
    """Return the photo upright, in sRGB, of the largest size published and with nothing but its pixels."""
    if image.format not in {"JPEG", "MPO"}:
        image.load()  # the orientation may stand after the pixels
    turned = _orientation(image)
    width, height = image.size
    across, down = (height, width) if turned in SIDEWAYS else (width, height)
    scale = min(1, WIDTHS[-1] / across, WIDTHS[-1] * TALLEST / down)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    image.draft(None, size)  # a JPEG is decoded at a fraction of its size: a tenth of the memory and time
    profile = image.info.get("icc_profile")
    small = _with_eight_bits(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    upright = small.transpose(TURNS[turned]) if turned in TURNS else small
    return _in_srgb(upright, profile if isinstance(profile, bytes) else b"")


def _orientation(image: Image.Image) -> int:
    """Return how the camera was held, from 1 to 8 as EXIF counts; 1 where nobody can tell."""
    try:
        turned = image.getexif().get(ORIENTATION, 1)
    except Exception:  # noqa: BLE001 EXIF that cannot be read must not cost the photo
        return 1
    return turned if isinstance(turned, int) else 1


def _with_eight_bits(image: Image.Image) -> Image.Image:
    """Return the photo in a mode that can be scaled well: L, LA, RGB, RGBA or CMYK.  The one given may be closed."""
    image.load()
    if image.mode.startswith("I"):
        return image.point(lambda value: value * (1 / 257)).convert(
            "L"
        )  # sixteen bits; convert alone would cut the bright half off
    mode = {"P": "RGB", "PA": "RGBA", "1": "L"}.get(image.mode, image.mode)
    if "transparency" in image.info:
        mode = "RGBA"
    if mode == image.mode:
        return image
    converted = image.convert(mode)
    image.close()  # two whole copies at once are enough
    return converted


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the photo in sRGB, see-through only where it is; a profile that does not fit its colours is left aside."""
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    colours = image.convert(image.mode.removesuffix("A")) if alpha else image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile)) if profile else None
        converted = (
            ImageCms.profileToProfile(colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if source
            else None
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        converted = None
    plain = converted or colours.convert("RGB")
    if alpha and alpha.getextrema() != (255, 255):
        plain.putalpha(alpha)
    return Image.frombytes(
        plain.mode, plain.size, plain.tobytes()
    )  # a new image: no profile, EXIF, XMP or comment rides along


def _widths(width: int) -> list[int]:
    """Return the widths to make of a photo, ascending; none is wider than the photo."""
    widths = [one for one in WIDTHS if one <= width]
    if width < WIDTHS[-1] and width > WORTH_ANOTHER * max(widths, default=0):
        widths.append(width)
    return widths


def _scaled(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    return image.resize(
        (width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS, reducing_gap=3.0
    )


def _webp(image: Image.Image) -> Variant:
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=78, method=4)
    return _variant(image, buffer.getvalue(), "webp")


def _fallback(image: Image.Image) -> Variant:
    buffer = io.BytesIO()
    if image.mode == "RGBA":
        image.save(buffer, "PNG", optimize=True)
        return _variant(image, buffer.getvalue(), "png")
    image.save(buffer, "JPEG", quality=80, optimize=True, progressive=True)
    return _variant(image, buffer.getvalue(), "jpg")


def _variant(image: Image.Image, content: bytes, ending: str) -> Variant:
    # an original's name may hold a person's; the hash changes with the content, so a browser may keep the file for ever
    name = f"{hashlib.sha256(content).hexdigest()[:16]}-{image.width}.{ending}"
    return Variant(name, image.width, image.height, content)
