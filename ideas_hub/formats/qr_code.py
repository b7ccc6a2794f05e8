"""QR codes for printed pages, as the path of an SVG drawing: no script, no picture file, sharp at any size."""

from itertools import groupby

MASK = 1  # all eight masks scan equally well; choosing the best costs 11 ms per code
QUIET = 4  # modules of white around the code (ISO/IEC 18004, 9.1)


def qr_path(text: str) -> tuple[str, int]:
    """Return a text's QR code as an SVG path to be stroked one unit wide, and the side of its square.

    Both are in modules; the square includes the quiet zone.
    Error correction is level M: up to 15% of the code may be damaged.
    """
    import segno  # noqa: PLC0415 it imports much of the standard library, and most builds draw no code

    rows = segno.make_qr(text, error="m", boost_error=False, mask=MASK).matrix
    lines = []
    for y, row in enumerate(rows, QUIET):
        runs = ((dark, len(list(run))) for dark, run in groupby(row.rstrip(b"\0")))
        lines.append(f"M{QUIET} {y}.5" + "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in runs))
    return "".join(lines), len(rows) + 2 * QUIET
