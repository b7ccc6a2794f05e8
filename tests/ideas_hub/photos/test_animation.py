"""How long a moving picture runs."""

import pytest
from PIL import Image

from ideas_hub.photos.accept import Refused, run_time_ms
from ideas_hub.photos.encode import encode
from tests.ideas_hub.photos.conftest import four_colours, saved

MOVING = ("GIF", "PNG", "WEBP")


def moving(kind: str, milliseconds: int, frames: int = 3) -> bytes:
    images = [Image.new("RGB", (8, 8), (60 * number, 0, 90)) for number in range(frames)]
    return saved(images[0], kind, save_all=True, append_images=images[1:], duration=milliseconds)


@pytest.mark.parametrize("kind", MOVING)
def test_a_short_animation_is_accepted_and_a_long_one_is_not(kind: str) -> None:
    """What moves for more than five seconds needs a way to stop it (WCAG 2.2.2); a page has none."""
    assert run_time_ms(moving(kind, 1600), kind) == 4800
    assert len(encode(moving(kind, 1600), f"a.{kind.lower()}").sources) == 1
    with pytest.raises(Refused, match=r"moves for 6 seconds; the limit is 5\."):
        encode(moving(kind, 2000), f"a.{kind.lower()}")


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "JPEG"])
def test_a_still_runs_for_no_time(kind: str) -> None:
    assert run_time_ms(saved(four_colours(), kind), kind) == 0


def test_a_frame_without_a_time_counts_as_browsers_show_it() -> None:
    """A thousand frames of no time at all still take a hundred seconds."""
    assert run_time_ms(moving("GIF", 0, frames=4), "GIF") == 400


@pytest.mark.parametrize("kind", MOVING)
def test_an_animation_cut_anywhere_is_read_as_far_as_it_goes(kind: str) -> None:
    """A broken file must not break the reader of its blocks."""
    whole = moving(kind, 100)
    assert all(0 <= run_time_ms(whole[:length], kind) <= 300 for length in range(len(whole)))


def test_a_gif_with_a_strange_block_is_read_up_to_it() -> None:
    whole = moving("GIF", 200)
    second = whole.index(b"\x2c", whole.index(b"\x2c") + 1)

    assert run_time_ms(whole[:second] + b"\x99" + whole[second + 1 :], "GIF") == 0
