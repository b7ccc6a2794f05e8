"""What a whole site publishes of its photos: never an original, never a consent."""

from pathlib import Path

import pytest
from PIL import Image

from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.renderer import template_environment
from tests.conftest import lay_hub
from tests.ideas_hub.conftest import all_files

STUDY = "case_studies/soldering.md"
FACTS = (
    "image: {file: walk.jpg, alt: People on a path., credit: Wobbly Chair Collective, people: true}\n"
    "consent: {reference: HUB-7731, expires: 2027-08-31}\n"
)


def lay_photo(path: Path, colour: int) -> None:
    """Put a photo in a place, with its camera's name and noise that no encoder would write the same again."""
    exif = Image.Exif()
    exif[0x0110] = "Wobbly Camera"
    noise = Image.effect_noise((1000, 60), 80)
    Image.merge("RGB", [noise, noise, Image.new("L", (1000, 60), colour)]).save(path, exif=exif)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildContext, dict[str, bytes]]:
    """A whole hub with one photo in use and one not, and every file that it publishes."""
    root = lay_hub(tmp_path_factory.mktemp("published") / "hub")
    text = (root / STUDY).read_text(encoding="utf-8")
    (root / STUDY).write_text(text.replace("published:", f"{FACTS}published:", 1), encoding="utf-8")
    for name, colour in (("walk.jpg", 60), ("spare.jpg", 100), ("toaster.jpg", 20)):
        lay_photo(root / "case_studies/images" / name, colour)
    context = load_context(root, cached=False)
    return context, all_files(context)


def test_no_original_is_ever_published(published: tuple[BuildContext, dict[str, bytes]]) -> None:
    """Neither a file of the same bytes, nor a piece of one, nor its name."""
    context, files = published
    for original in (context.root / "case_studies/images").iterdir():
        whole = original.read_bytes()
        pieces = [whole[at : at + 64] for at in range(1000, len(whole) - 64, 499)]
        assert len(pieces) > 20
        for address, content in files.items():
            assert not any(piece in content for piece in pieces), address
            assert original.name not in address
            assert b"Wobbly Camera" not in content, address


def test_the_photos_files_are_published_and_no_others(published: tuple[BuildContext, dict[str, bytes]]) -> None:
    """Every address that a page's photo names is a file of the site."""
    context, files = published

    addresses = {address for photo in context.photos.values() for address, _ in ((photo.address, 0), *photo.srcset)}

    assert addresses == {address for address in files if address.startswith("images/")}
    assert STUDY in context.photos


def test_the_reference_of_a_consent_is_not_published(published: tuple[BuildContext, dict[str, bytes]]) -> None:
    """It is for the editors' files alone."""
    assert not [address for address, content in published[1].items() if b"HUB-7731" in content]


def test_the_markup_names_every_file_with_its_size(published: tuple[BuildContext, dict[str, bytes]]) -> None:
    """A browser can choose a file and leave room for it before it is there."""
    context, _ = published
    photo = context.photos[STUDY]
    part = template_environment(context.root).from_string(
        '{% import "hub/photo.html" as photos %}{{ photos.figure(photo, "../../", lazy) }}'
    )

    html = part.render(photo=photo, lazy=True)

    assert f'src="../../{photo.address}" width="960" height="58" alt="People on a path." loading="lazy"' in html
    assert f'srcset="../../{photo.srcset[0][0]} 480w, ../../{photo.srcset[1][0]} 960w" sizes="' in html
    assert "Photo: Wobbly Chair Collective" in html
    assert 'loading="eager"' in part.render(photo=photo, lazy=False)
