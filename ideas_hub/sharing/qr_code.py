"""QR codes for the printed sheet, as the path of an SVG drawing: no script, no picture file, sharp at any size."""

from __future__ import annotations

import segno

MASK = 1  # any of the eight is read alike; weighing which looks best costs 11 ms a code, and there may be thousands
QUIET = 4  # modules of white around the code (ISO/IEC 18004, 9.1)


def qr_path(text: str) -> tuple[str, int]:
    """Return the dark modules of a text's QR code as an SVG path, and the side of its square, both in modules.

    A fold or a stain may hide 15% of it (level M).  The quiet zone is within the square.
    """
    rows = segno.make_qr(text, error="m", boost_error=False, mask=MASK).matrix
    steps = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = 1
            while x + length < len(row) and row[x + length] == row[x]:
                length += 1
            if row[x]:
                steps.append(f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z")
            x += length
    return "".join(steps), len(rows) + 2 * QUIET
