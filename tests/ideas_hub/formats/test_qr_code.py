"""QR codes for printed pages."""

import re

from ideas_hub.formats.qr_code import QUIET, qr_path


def test_a_code_has_its_three_corners_and_a_white_edge() -> None:
    """ISO/IEC 18004: a finder pattern in three corners, four modules of quiet around all."""
    path, size = qr_path("https://hub.example/ideas-hub/c/3/")
    dark = set()
    for x, y, line in re.findall(r"M(\d+) (\d+)\.5((?:h\d+|m\d+ 0)*)", path):
        place = int(x)
        for kind, length in re.findall(r"([hm])(\d+)", line):
            dark |= {(place + step, int(y)) for step in range(int(length)) if kind == "h"}
            place += int(length)
    side = size - 2 * QUIET
    ring = [(x, y) for x in range(7) for y in range(7) if x in {0, 6} or y in {0, 6}]

    assert re.fullmatch(r"(M\d+ \d+\.5(h\d+|m\d+ 0)*)+", path)
    for left, top in ((0, 0), (side - 7, 0), (0, side - 7)):
        assert all((x + left + QUIET, y + top + QUIET) in dark for x, y in ring)
    assert all(QUIET <= x < QUIET + side and QUIET <= y < QUIET + side for x, y in dark)
