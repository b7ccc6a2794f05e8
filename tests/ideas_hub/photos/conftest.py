"""Small pictures to test with: a test's pictures cost more than all else in it."""

import io
import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from ideas_hub.model.fields import Picture
from ideas_hub.model.hub import Hub
from ideas_hub.photos.accept import Refused
from ideas_hub.photos.encode import encode
from ideas_hub.photos.encoded_photo import EncodedPhoto, Variant
from ideas_hub.photos.publish import PublishedPhotos, publish_photos
from ideas_hub.problem import Severity
from ideas_hub.repository.load import read_hub

TODAY = date(2026, 11, 27)
STUDY = "case_studies/soldering.md"
OTHER = "case_studies/toaster-tuesdays.md"
IMAGE = (
    "image: {file: walk.jpg, alt: People on a path., credit: Wobbly Chair Collective, "
    "licence: CC-BY-4.0, people: false}"
)
RED, GREEN, BLUE, WHITE = (200, 20, 30), (20, 160, 40), (30, 40, 190), (240, 240, 240)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return an image as a file of a kind."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def four_colours(width: int = 120, height: int = 80) -> Image.Image:
    """Return a picture with a colour of its own in each quarter, so that turning it shows."""
    image = Image.new("RGB", (width, height))
    for number, colour in enumerate((RED, GREEN, BLUE, WHITE)):
        image.paste(colour, (number % 2 * width // 2, number // 2 * height // 2, width, height))
    return image


def pixels_or_refusal(content: bytes, name: str) -> int:
    """Return how many pixels a photo is published with by default; 0 if it is refused."""
    try:
        photo = encode(content, name)
    except Refused:
        return 0
    return photo.fallback.width * photo.fallback.height


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def content_of(variant: Variant) -> bytes:
    assert isinstance(variant.content, bytes)
    return variant.content


def opened(variant: Variant) -> Image.Image:
    image = Image.open(io.BytesIO(content_of(variant)))
    image.load()
    return image


def quarters(image: Image.Image) -> list[tuple[int, ...]]:
    """Return the colours of the four quarters, from top left to bottom right."""
    width, height = image.size
    plain = image.convert("RGB")
    colours = [plain.getpixel((width * x // 4, height * y // 4)) for y in (1, 3) for x in (1, 3)]
    return [colour for colour in colours if isinstance(colour, tuple)]


def near(found: tuple[int, ...], wanted: tuple[int, ...], within: int = 12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(found, wanted, strict=True))


def shows(photo: EncodedPhoto, colour: tuple[int, ...], within: int = 12) -> bool:
    """Return whether every file of a photo has a colour in its first quarter."""
    return all(near(quarters(opened(variant))[0], colour, within) for variant in photo.variants)


def photo_bytes(colour: int = 60) -> bytes:
    """Return a wide, low photo, whose noise no encoder would write the same again."""
    image = Image.merge("RGB", [Image.effect_noise((1000, 40), 80), *[Image.new("L", (1000, 40), colour)] * 2])
    buffer = io.BytesIO()
    image.save(buffer, "JPEG")
    return buffer.getvalue()


@pytest.fixture(scope="module")
def photo() -> bytes:
    return photo_bytes()


@pytest.fixture
def repository(tree: Path, photo: bytes) -> Path:
    """The small hub with one photo in place of its own, which no entry uses yet."""
    before, _, rest = (tree / OTHER).read_text(encoding="utf-8").partition("image:\n")
    (tree / OTHER).write_text(f"{before}search_terms:{rest.partition('search_terms:')[2]}", encoding="utf-8")
    (tree / "case_studies/images/toaster.jpg").unlink()
    (tree / "case_studies/images/walk.jpg").write_bytes(photo)
    return tree


def add_facts(root: Path, *facts: str, file: str = STUDY) -> None:
    """Add facts to the front matter of an entry."""
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(text.replace("published:", "\n".join([*facts, "published:"]), 1), encoding="utf-8")


def illustrated(hub: Hub, name: str) -> Hub:
    """Return a hub of one case study, whose picture has a name; its front matter has it in line 9."""
    study = hub.case_studies["soldering"]
    facts = study.facts.model_copy(update={"image": Picture(file=name, alt="A path.", people=False)})
    changed = replace(study, facts=facts, lines={**study.lines, ("image", "file"): 9})
    return replace(hub, case_studies={study.id: changed}, learning_points={}, programmes={}, tools={}, events={})


def published(root: Path, day: date = TODAY, folder: Path | None = None) -> PublishedPhotos:
    hub, problems = read_hub(root)
    assert [str(problem) for problem in problems if problem.severity is Severity.MUST_FIX] == []
    return publish_photos(hub, root, folder, day)
