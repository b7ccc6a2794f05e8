"""Which files are accepted: JPEG, PNG, WebP and GIF, within bounds that are checked before a pixel is decoded.

The bounds hold one photo to 500 MB of memory and ten seconds, whatever is in the file.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from ideas_hub.photos.parts import Part, is_sound_png, parts_of
from ideas_hub.reading.text_file import LFS_POINTER

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_WEBP_PIXELS = 25_000_000  # its decoder holds four copies: 16 bytes a pixel
MIN_SIDE = 8  # pixels; anything smaller is a placeholder or counts readers
MAX_SCANS = 100  # a progressive JPEG has about ten; each costs a pass over the whole picture
MAX_RUN_TIME_MS = 5000  # WCAG 2.2, success criterion 2.2.2
ENDINGS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF"}
MOVING_KINDS = {"GIF", "PNG", "WEBP"}
KIND_NAMES = {"JPEG": "a JPEG", "PNG": "a PNG", "WEBP": "a WebP", "GIF": "a GIF"}
SIGNATURES = (
    ("JPEG", 0, b"\xff\xd8\xff"),
    ("PNG", 0, b"\x89PNG\r\n\x1a\n"),
    ("GIF", 0, b"GIF87a"),
    ("GIF", 0, b"GIF89a"),
    ("WEBP", 8, b"WEBP"),
)
"""The first bytes of each kind of photo: (kind, offset, bytes)."""

SAVE_AS_JPEG = "Open it in a picture program and save it as a JPEG."
SAVE_SMALLER = "Save a smaller copy of it: 2,000 pixels wide is plenty."
SAVE_AGAIN = "Upload the whole file again, or save a fresh copy from the original."
USE_A_STILL = "Use one still picture of it."
MAKE_A_JPEG = (
    'Make a JPEG of it and use that. On Windows: open it in Photos and choose "Save as". On a Mac: open it in '
    'Preview and choose "File", then "Export". On a phone: take a screenshot of it. On an iPhone, new photos are '
    'JPEGs once you choose "Most Compatible" in Settings, Camera, Formats.'
)
NOT_READABLE = "not a picture that we can read"
OTHER_SIGNATURES = (
    ("an SVG drawing", MAKE_A_JPEG, 0, b"<svg"),
    ("an HTML page", SAVE_AS_JPEG, 0, b"<!doctype html"),
    ("an HTML page", SAVE_AS_JPEG, 0, b"<html"),
    ("a PDF", SAVE_AS_JPEG, 0, b"%pdf"),
    ("a HEIC picture", MAKE_A_JPEG, 4, b"ftyphe"),
    ("a HEIC picture", MAKE_A_JPEG, 4, b"ftypmif1"),
    ("a HEIC picture", MAKE_A_JPEG, 4, b"ftypmsf1"),
    ("an AVIF picture", MAKE_A_JPEG, 4, b"ftypavi"),
    ("a camera's raw picture", MAKE_A_JPEG, 4, b"ftypcrx"),
    ("a film", USE_A_STILL, 4, b"ftyp"),
    ("a film", USE_A_STILL, 0, b"\x1ae\xdf\xa3"),
    ("a film", USE_A_STILL, 8, b"avi "),
    ("a TIFF picture", MAKE_A_JPEG, 0, b"ii*\0"),
    ("a TIFF picture", MAKE_A_JPEG, 0, b"mm\0*"),
    ("a JPEG XL picture", MAKE_A_JPEG, 0, b"\xff\x0a"),
    ("a JPEG XL picture", MAKE_A_JPEG, 4, b"jxl "),
    ("a JPEG 2000 picture", MAKE_A_JPEG, 4, b"jp  \r\n"),
    ("a Photoshop picture", MAKE_A_JPEG, 0, b"8bps\0"),
    ("a BMP picture", SAVE_AS_JPEG, 0, b"bm"),
    ("an office document or a zip", SAVE_AS_JPEG, 0, b"pk\3\4"),
)
"""What else turns up under a picture's name: what it is, what to do, and its first bytes, in lower case.

The two letters of a BMP may begin a text, too, so they alone make no picture of a file.
"""

OTHER_ENDINGS = {
    *(".heic", ".heif", ".hif", ".avif", ".tif", ".tiff", ".bmp", ".svg", ".jp2", ".jxl", ".psd", ".dng"),
    *(".mov", ".mp4"),
}

MIN_DELAY_MS = 10  # browsers show a frame of up to this for DEFAULT_DELAY_MS
DEFAULT_DELAY_MS = 100


class Refused(Exception):  # noqa: N818 what happened to the file, not an error of the program
    """A file that is not accepted.

    message: what is wrong, as the end of a sentence that starts with the picture's name.
    fix, nearest: as in Problem.
    """

    def __init__(self, message: str, fix: str, nearest: str = "") -> None:
        """Pass all three on as the exception's arguments, so that it can be pickled."""
        super().__init__(message, fix, nearest)
        self.message, self.fix, self.nearest = message, fix, nearest


def identify(content: bytes, name: str) -> str:
    """Return the kind of a photo: "JPEG", "PNG", "WEBP" or "GIF".  Nothing is decoded.

    Raises: Refused.
    """
    check_size(len(content))
    kind = kind_of(content)
    if ENDINGS.get(PurePath(name).suffix.casefold()) != kind:
        ending = next(ending for ending, of in ENDINGS.items() if of == kind)
        raise Refused(
            f"is {KIND_NAMES[kind]} picture, but its name ends in {PurePath(name).suffix or 'nothing that says so'}.",
            f"Upload it again with the name {PurePath(name).stem}{ending}, and write that name here.",
        )
    if kind == "JPEG" and content.count(b"\xff\xda") > MAX_SCANS:
        raise Refused("is built up in too many steps.", SAVE_AS_JPEG)
    if kind == "PNG" and not is_sound_png(parts_of(content, kind)):
        raise Refused("is damaged or cut short.", SAVE_AGAIN)
    if (run_time := run_time_ms(content, kind)) > MAX_RUN_TIME_MS:
        raise Refused(
            f"moves for {run_time / 1000:.0f} seconds; the limit is {MAX_RUN_TIME_MS // 1000}.",
            USE_A_STILL,
        )
    return kind


def check_size(size: int) -> None:
    """Refuse a file of too many bytes.

    Raises: Refused.
    """
    if size > MAX_BYTES:
        raise Refused(f"is {size / 1024 / 1024:.1f} MB; the limit is {MAX_BYTES // 1024 // 1024} MB.", SAVE_SMALLER)
    if size == 0:
        raise Refused("is an empty file.", SAVE_AGAIN)


def kind_of(content: bytes) -> str:
    """Return the kind of a photo by its first bytes.

    Raises: Refused.
    """
    for kind, at, mark in SIGNATURES:
        if content.startswith(mark, at):
            return kind
    if content.startswith(LFS_POINTER):
        raise Refused(
            "is a Git LFS pointer, not the picture itself.", "Commit the picture itself; LFS is not needed here."
        )
    words, fix = _other_kind(content) or (NOT_READABLE, SAVE_AS_JPEG)
    raise Refused(f"is {words}; a photo is a JPEG, PNG, WebP or GIF.", fix)


def _other_kind(content: bytes) -> tuple[str, str] | None:
    """Return what a file is that is no photo, and what to do with it; None if that is not known."""
    start = content[:1000].lower().removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<?xml") and b"<svg" in start:
        start = b"<svg"
    return next(((words, fix) for words, fix, at, mark in OTHER_SIGNATURES if start.startswith(mark, at)), None)


def is_picture(content: bytes, name: str) -> bool:
    """Return whether a file is a photo, or a picture or film of another kind, by its name or its first bytes."""
    if PurePath(name).suffix.casefold() in {*ENDINGS, *OTHER_ENDINGS}:
        return True
    return is_photo(content) or is_other_picture(content)


def is_photo(content: bytes) -> bool:
    """Return whether a file is a photo by its first bytes."""
    return any(content.startswith(mark, at) for _, at, mark in SIGNATURES)


def is_other_picture(content: bytes) -> bool:
    """Return whether a file is a picture or film of another kind by its first bytes."""
    _, fix = _other_kind(content) or ("", "")
    return fix in {MAKE_A_JPEG, USE_A_STILL}


def moves(content: bytes) -> bool:
    """Return whether a file is a picture of more than one frame."""
    try:
        kind = kind_of(content)
    except Refused:
        return False
    return run_time_ms(content, kind) > 0


def run_time_ms(content: bytes, kind: str) -> int:
    """Return the milliseconds of one run through a GIF, PNG or WEBP, 0 for a still.

    It is read from the file's own parts, so a long one costs nothing.
    """
    delays = list(_delays(parts_of(content, kind))) if kind in MOVING_KINDS else []
    return sum(DEFAULT_DELAY_MS if delay <= MIN_DELAY_MS else delay for delay in delays) if len(delays) > 1 else 0


def _delays(parts: Iterable[Part]) -> Iterator[int]:
    """Yield each frame's delay in milliseconds."""
    delay = 0
    for name, _, data in parts:
        if name == "control":  # of the next image of a GIF (GIF89a, section 23)
            delay = 10 * int.from_bytes(data[1:3], "little")
        elif name == "image":
            yield delay
            delay = 0
        elif name == "fcTL":  # of a PNG (third edition, 11.3.6.2): a fraction of a second
            yield 1000 * int.from_bytes(data[20:22], "big") // (int.from_bytes(data[22:24], "big") or 100)
        elif name == "ANMF":  # of a WebP (container specification)
            yield int.from_bytes(data[12:15], "little")
