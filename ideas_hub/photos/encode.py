"""Re-encodes photos, so that no metadata survives."""

import hashlib
import io
import warnings
from typing import Any

from PIL import Image, ImageCms, ImageFile

from ideas_hub.photos import accept
from ideas_hub.photos.accept import SAVE_AGAIN, Refused
from ideas_hub.photos.encoded_photo import EncodedPhoto, Variant

WIDTHS = (480, 960, 1600)  # pixels: a phone, a sharp phone or a small window, the widest a page shows on a sharp screen
FALLBACK_WIDTH = 960
MAX_ASPECT = 2  # height to width; a page has no room for a longer strip
MIN_STEP = 1.25  # a photo's own width is added if it is this much wider than the next smaller of WIDTHS
TO_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How to turn a photo upright, by its EXIF orientation."""
SIDEWAYS = range(5, 9)  # width and height are swapped
ORIENTATION = 0x0112


def encode(content: bytes, name: str) -> EncodedPhoto:
    """Return what is published of a photo: its first image, if it is an animation.

    The same photo always gives the same bytes.
    Raises: Refused.
    """
    kind = accept.identify(content, name)
    image = open_image(content, kind)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about metadata, which is dropped anyway
            largest = _largest(image)
    except Exception:  # noqa: BLE001 a broken file may raise anything
        raise Refused("is damaged or cut short.", SAVE_AGAIN) from None
    scaled = (_scaled(largest, width) for width in _widths(largest.width))
    sources = tuple(_variant(image, "webp", format="WEBP", quality=78, method=4) for image in scaled)
    return EncodedPhoto(sources, _fallback(_scaled(largest, min(largest.width, FALLBACK_WIDTH))))


def open_image(content: bytes, kind: str) -> ImageFile.ImageFile:
    """Return a photo within our bounds, of which only the header has been read.

    Raises: Refused.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow only warns, and at a higher limit than ours
            image = Image.open(io.BytesIO(content), formats=[kind])
    except Image.DecompressionBombError:
        raise Refused(f"is larger than {accept.MAX_PIXELS // 1_000_000} megapixels.", accept.SAVE_SMALLER) from None
    except Exception:  # noqa: BLE001 a broken header may raise anything
        raise Refused("is damaged or cut short.", SAVE_AGAIN) from None
    limit = accept.MAX_WEBP_PIXELS if kind == "WEBP" else accept.MAX_PIXELS
    width, height = image.size
    if width * height > limit:
        megapixels = f"{width * height / 1_000_000:.0f} megapixels ({width} by {height})"
        raise Refused(f"has {megapixels}; the limit is {limit // 1_000_000}.", accept.SAVE_SMALLER)
    if min(width, height) < accept.MIN_SIDE:
        raise Refused(f"has only {width} by {height} pixels, too few to show anything.", SAVE_AGAIN)
    return image


def _largest(image: ImageFile.ImageFile) -> Image.Image:
    """Return the photo upright, in sRGB, at the largest size published, with nothing but its pixels."""
    if image.format not in {"JPEG", "MPO"}:
        image.load()  # the orientation may follow the pixels
    orientation = orientation_of(image)
    width, height = image.size
    across, down = (height, width) if orientation in SIDEWAYS else (width, height)
    scale = min(1, WIDTHS[-1] / across, WIDTHS[-1] * MAX_ASPECT / down)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    image.draft(None, size)  # a JPEG is decoded at a fraction of its size: a tenth of the memory and time
    profile = image.info.get("icc_profile")
    small = _with_eight_bits(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    upright = small.transpose(TO_UPRIGHT[orientation]) if orientation in TO_UPRIGHT else small
    return _in_srgb(upright, profile if isinstance(profile, bytes) else b"")


def orientation_of(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8; 1 if unknown."""
    try:
        orientation = image.getexif().get(ORIENTATION, 1)
    except Exception:  # noqa: BLE001 unreadable EXIF must not cost the photo
        return 1
    return orientation if isinstance(orientation, int) and orientation in TO_UPRIGHT else 1


def _with_eight_bits(image: Image.Image) -> Image.Image:
    """Return the photo in a mode that scales well: L, LA, RGB, RGBA or CMYK.  The image passed in may be closed."""
    image.load()
    if image.mode.startswith("I"):  # sixteen bits, which convert alone would clip
        return image.point(lambda value: value * (1 / 257)).convert("L")
    mode = {"P": "RGB", "PA": "RGBA", "1": "L"}.get(image.mode, image.mode)
    if "transparency" in image.info:
        mode = "RGBA"
    if mode == image.mode:
        return image
    converted = image.convert(mode)
    image.close()  # two copies in memory are enough
    return converted


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the photo in sRGB, with an alpha channel only if it hides something.

    profile: the ICC profile, ignored if it does not fit the photo's colours.
    """
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
    return Image.frombytes(plain.mode, plain.size, plain.tobytes())  # without profile, EXIF, XMP and comments


def _widths(width: int) -> list[int]:
    """Return the widths to encode a photo in, ascending; none is wider than the photo."""
    widths = [smaller for smaller in WIDTHS if smaller <= width]
    return [*widths, width] if MIN_STEP * max(widths, default=0) < width < WIDTHS[-1] else widths


def _scaled(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _fallback(image: Image.Image) -> Variant:
    if image.mode == "RGBA":
        return _variant(image, "png", format="PNG", optimize=True)
    return _variant(image, "jpg", format="JPEG", quality=80, optimize=True, progressive=True)


def _variant(image: Image.Image, ending: str, **options: Any) -> Variant:  # noqa: ANN401 Pillow's
    buffer = io.BytesIO()
    image.save(buffer, **options)
    content = buffer.getvalue()
    # an original's name may be a person's; the hash changes with the content, so browsers may cache the file for ever
    name = f"{hashlib.sha256(content).hexdigest()[:16]}-{image.width}.{ending}"
    return Variant(name, image.width, image.height, content)
