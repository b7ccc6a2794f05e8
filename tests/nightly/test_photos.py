"""Photos of full size: the memory that the largest takes, a real bomb, what cameras write, every spoilt byte."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image

from ideas_hub.photos import accept
from ideas_hub.photos.accept import Refused
from ideas_hub.photos.encode import encode
from tests.conftest import ROOT
from tests.ideas_hub.photos.conftest import RED, four_colours, opened, pixels_or_refusal, saved

PEAK_MEMORY = """
import pathlib, sys
from ideas_hub.photos.encode import encode
path = pathlib.Path(sys.argv[1])
encode(path.read_bytes(), path.name)
print(pathlib.Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""
"""A program that encodes a photo and prints its peak memory in KiB."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not show a process's peak memory")
@pytest.mark.parametrize(
    ("mode", "name", "options"), [("CMYK", "a.jpg", {"progressive": True}), ("RGBA", "a.png", {"compress_level": 1})]
)
def test_the_largest_photo_needs_less_than_500_mb(
    mode: str, name: str, options: dict[str, Any], tmp_path: Path
) -> None:
    """40 megapixels, the most that is accepted, in the kinds that cost most."""
    path = tmp_path / name
    Image.new(mode, (8000, 5000), (9, 9, 9, 9)).save(path, **options)

    run = subprocess.run(
        [sys.executable, "-c", PEAK_MEMORY, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert int(run.stdout) < 500 * 1024


def test_a_real_bomb_is_refused() -> None:
    """150 megapixels of one colour are a file of 18 KB."""
    bomb = saved(Image.new("1", (12_300, 12_300)), "PNG")
    assert len(bomb) < 30_000

    with pytest.raises(Refused, match=r"has 151 megapixels \(12300 by 12300\); the limit is 40\."):
        encode(bomb, "a.png")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_phones_photo_of_twelve_megapixels_is_published_in_three_widths(kind: str) -> None:
    """Held upright, it stores the photo lying down."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6

    photo = encode(saved(Image.new("RGB", (4000, 3000), RED), kind, exif=exif), f"a.{kind.lower()}")

    assert [(source.width, source.height) for source in photo.sources] == [(480, 640), (960, 1280), (1600, 2133)]
    assert [opened(source).size for source in photo.sources] == [(480, 640), (960, 1280), (1600, 2133)]
    assert (photo.fallback.width, photo.fallback.height) == (960, 1280)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_spoilt_byte_anywhere_ends_in_a_photo_or_a_refusal(kind: str) -> None:
    """Whatever a decoder stumbles over, an editor gets a sentence."""
    whole = saved(four_colours(24, 16), kind)
    for at in range(len(whole)):
        spoilt = bytearray(whole)
        spoilt[at] ^= 0xA5
        assert pixels_or_refusal(bytes(spoilt), f"a.{kind.lower()}") <= accept.MAX_PIXELS
