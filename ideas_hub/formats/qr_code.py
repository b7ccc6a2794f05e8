"""QR codes for the printed sheet, as the path of an SVG drawing: no script, no picture file, sharp at any size."""

from itertools import groupby

MASK = 1  # any of the eight is read alike; weighing which looks best costs 11 ms a code, and there may be thousands
QUIET = 4  # modules of white around the code (ISO/IEC 18004, 9.1)


def qr_path(text: str) -> tuple[str, int]:
    """Return the dark modules of a text's QR code as an SVG path to be drawn one wide, and the side of its square, both in modules.

    A fold or a stain may hide 15% of it (level M).  The quiet zone is within the square.
    """
    import segno  # noqa: PLC0415 it brings half of the standard library along, and most builds draw no code

    rows = segno.make_qr(text, error="m", boost_error=False, mask=MASK).matrix
    lines = []
    for y, row in enumerate(rows, QUIET):
        runs = ((dark, len(list(run))) for dark, run in groupby(row.rstrip(b"\0")))
        lines.append(f"M{QUIET} {y}.5" + "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in runs))
    return "".join(lines), len(rows) + 2 * QUIET
