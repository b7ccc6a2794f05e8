"""A picture whose file tells too much is refused wherever it lies: the repository is public."""

import io
from pathlib import Path

import pytest
from PIL import Image

from ideas_hub.photos.clean import cleaned
from ideas_hub.problem import Problem, Severity
from tests.ideas_hub.photos.conftest import IMAGE, STUDY, add_facts, published, saved
from tests.ideas_hub.photos.telling import SECRET, telling_jpeg

WALK = "case_studies/images/walk.jpg"
PEOPLE = IMAGE.replace("false", "true")


@pytest.fixture
def telling(repository: Path) -> Path:
    """The small hub with a photo that tells where and by whom it was taken."""
    (repository / WALK).write_bytes(telling_jpeg())
    return repository


def must_fix(root: Path) -> Problem:
    (problem,) = [one for one in published(root).problems if one.severity is Severity.MUST_FIX]
    return problem


def test_the_photo_of_a_page_is_refused_with_its_tags_and_the_ways_to_clean_it(telling: Path) -> None:
    """First those without a terminal; what the tags say is not repeated."""
    add_facts(telling, IMAGE)

    problem = must_fix(telling)

    assert published(telling).photos == {}
    assert str(problem).startswith(
        f"{STUDY}:9: image.file: the picture {WALK} holds hidden details, and everyone can open its file: "
        "where it was taken (GPSLatitudeRef, GPSLatitude, GPSAreaInformation), names or words (Artist"
    )
    assert SECRET.decode() not in str(problem)
    ways = (
        "page /contribute/clean-photo/",
        "on Windows",
        "On a phone",
        f"scripts/clean-photo {WALK}",
        "docs/contribute/pictures.md",
    )
    assert sorted(ways, key=problem.fix.index) == list(ways)


def test_once_cleaned_it_is_published(telling: Path, tmp_path: Path) -> None:
    """Though the refusal, and a build before there was one, may have left something in the cache."""
    add_facts(telling, IMAGE)
    assert published(telling, folder=tmp_path).photos == {}
    (telling / WALK).write_bytes(cleaned(telling_jpeg(), "walk.jpg"))

    photos, _, problems = published(telling, folder=tmp_path)

    assert (set(photos), problems) == ({STUDY}, [])


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (IMAGE, "draft: true"),
        (PEOPLE, "consent: {reference: HUB-7731, withdrawn: 2026-10-01, expires: 2027-08-31}"),
        (PEOPLE, "consent: {reference: HUB-7731, expires: 2020-08-31}"),
    ],
)
def test_a_photo_that_no_page_shows_is_refused_too(telling: Path, facts: tuple[str, ...]) -> None:
    """Unused, of a draft, without consent: anyone can open the file on GitHub."""
    add_facts(telling, *facts)

    problem = must_fix(telling)

    assert (problem.file, problem.rule) == (WALK, "picture")
    assert "the picture holds hidden details" in problem.message


def test_a_photo_in_a_folder_below_is_refused_too(telling: Path) -> None:
    (telling / "case_studies/images/old").mkdir()
    (telling / WALK).rename(telling / "case_studies/images/old/walk.jpg")

    assert must_fix(telling).file == "case_studies/images/old/walk.jpg"


def test_a_file_that_is_no_photo_tells_nothing(repository: Path) -> None:
    for name, content in {"README.md": b"Jo", "notes.txt": b"Jo", "x.jpg": b"", "y.png": b"<html>"}.items():
        (repository / "case_studies/images" / name).write_bytes(content)

    assert {one.rule for one in published(repository).problems} == {"unused-picture"}


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_an_animation_says_that_it_becomes_a_still(repository: Path, kind: str, tmp_path: Path) -> None:
    """At every build, from the cache too; it need not stop one."""
    frames = [Image.new("RGB", (40, 30), (60 * number, 0, 90)) for number in range(3)]
    (repository / "case_studies/images/walk.jpg").unlink()
    name = f"walk.{kind.lower()}"
    moving = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=200)
    (repository / "case_studies/images" / name).write_bytes(moving)
    add_facts(repository, IMAGE.replace("walk.jpg", name))

    for _ in range(2):
        photos, files, (problem,) = published(repository, folder=tmp_path)

        assert (problem.severity, problem.place) == (Severity.SHOULD_FIX, f"{STUDY}:9")
        assert "moves; the page shows its first picture, still." in problem.message
        assert getattr(Image.open(io.BytesIO(files[photos[STUDY].address]())), "n_frames", 1) == 1
