"""QR codes for printed pages."""

import io
from itertools import product

import pytest
import segno
from PIL import Image

from ideas_hub.formats.qr_code import MASK, QUIET, qr_png

LINKS = ["https://hub.example/c/ckvhqqk/", "https://hub.example/c/zzzzzzz/", "https://hub.example/ideas-hub/c/3/"]


def dark_modules(text: str) -> set[tuple[int, int]]:
    """Return the dark pixels of a text's picture, as (column, row)."""
    picture = Image.open(io.BytesIO(qr_png(text)))
    return {place for place in product(range(picture.width), range(picture.height)) if not picture.getpixel(place)}


@pytest.mark.parametrize("link", LINKS)
def test_a_code_is_the_one_that_the_library_draws(link: str) -> None:
    """However it is worked out: a wrong module is a page that nobody finds."""
    matrix = segno.make_qr(link, error="m", boost_error=False, mask=MASK).matrix
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}

    assert dark_modules(link) == dark


def test_a_code_has_its_three_corners_and_a_white_edge() -> None:
    """ISO/IEC 18004: a finder pattern in three corners, four modules of quiet around all."""
    dark = dark_modules(LINKS[0])
    side = Image.open(io.BytesIO(qr_png(LINKS[0]))).width - 2 * QUIET
    ring = [(x, y) for x in range(7) for y in range(7) if x in {0, 6} or y in {0, 6}]

    for left, top in ((0, 0), (side - 7, 0), (0, side - 7)):
        assert all((x + left + QUIET, y + top + QUIET) in dark for x, y in ring)
    assert all(QUIET <= x < QUIET + side and QUIET <= y < QUIET + side for x, y in dark)
