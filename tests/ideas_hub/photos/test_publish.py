"""Every photo of a hub is found, checked and encoded, and what is wrong is reported with its fix."""

import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from ideas_hub.model.hub import Hub
from ideas_hub.photos.publish import publish_photos
from ideas_hub.problem import Problem, Severity
from tests.ideas_hub.photos.conftest import IMAGE, OTHER, STUDY, TODAY, add_facts, illustrated, published

POINT = "docs/learning-points/say-hello.md"
PEOPLE = IMAGE.replace("false", "true")
CONSENT = "consent: {reference: HUB-7731, expires: 2027-08-31}"


def only_problem(root: Path, day: date = TODAY) -> Problem:
    """Return the one problem of a repository, whose picture is not published."""
    photos, files, problems = published(root, day)
    assert [str(problem) for problem in problems if problem.rule != "unused-picture"] == [str(problems[0])]
    assert not photos
    assert not files
    return problems[0]


@pytest.fixture
def pictures(tmp_path: Path, photo: bytes) -> Path:
    """The folder of the case studies' pictures in an empty repository; it has one photo."""
    folder = tmp_path / "case_studies/images"
    folder.mkdir(parents=True)
    (folder / "walk.jpg").write_bytes(photo)
    return folder


def refused(hub: Hub, pictures: Path, name: str) -> Problem:
    """Return the one problem of a picture that is not published."""
    photos, files, problems = publish_photos(illustrated(hub, name), pictures.parent.parent, None, TODAY)
    (problem,) = [problem for problem in problems if problem.rule != "unused-picture"]
    assert not photos
    assert not files
    return problem


def test_a_photo_has_its_files_its_size_and_its_words(repository: Path) -> None:
    """The view of a photo names only files that are published."""
    add_facts(repository, IMAGE)

    photos, files, problems = published(repository)

    photo = photos[STUDY]
    assert problems == []
    assert (photo.width, photo.height, photo.alt) == (960, 38, "People on a path.")
    assert (photo.credit, photo.licence) == ("Wobbly Chair Collective", "CC-BY-4.0")
    assert [width for _, width in photo.srcset] == [480, 960]
    assert set(files) == {photo.address, *(address for address, _ in photo.srcset)}
    assert all(address.startswith("images/") for address in files)
    assert Image.open(io.BytesIO(files[photo.address]())).size == (photo.width, photo.height)


def test_a_photo_that_the_cache_loses_meanwhile_is_encoded_once_more(hub: Hub, pictures: Path, tmp_path: Path) -> None:
    """Between the check and the moment that its bytes are written."""
    photos = publish_photos(illustrated(hub, "walk.jpg"), tmp_path, tmp_path / "cache", TODAY)
    before = {address: read() for address, read in photos.files.items()}
    shutil.rmtree(tmp_path / "cache")

    assert {address: read() for address, read in photos.files.items()} == before


def test_a_repository_without_pictures_has_none(repository: Path) -> None:
    (repository / "case_studies/images/walk.jpg").unlink()

    photos, files, problems = published(repository)

    assert (dict(photos), dict(files), problems) == ({}, {}, [])


def test_one_picture_on_two_pages_is_published_once(repository: Path) -> None:
    add_facts(repository, IMAGE)
    add_facts(repository, IMAGE, file=OTHER)

    photos, files, _ = published(repository)

    assert photos[STUDY] == photos[OTHER]
    assert len(files) == 3


def test_each_kind_of_entry_has_its_own_folder_of_pictures(repository: Path) -> None:
    (repository / "docs/learning-points/images").mkdir()
    (repository / "case_studies/images/walk.jpg").rename(repository / "docs/learning-points/images/walk.jpg")
    add_facts(repository, IMAGE, file=POINT)

    assert set(published(repository).photos) == {POINT}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("sign-in.png", b"<!doctype html><title>Sign in</title>", "is an HTML page"),
        ("drawing.svg", b"<svg onload='x'/>", "is an SVG drawing"),
        ("pointer.jpg", b"version https://git-lfs.github.com/spec/v1\noid", "is a Git LFS pointer"),
        ("half.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "is damaged or cut short"),
        ("empty.jpg", b"", "is an empty file"),
        ("large.jpg", b"\xff\xd8\xff" + bytes(15 * 1024 * 1024), "is 15.0 MB; the limit is 15 MB"),
    ],
)
def test_a_refusal_names_the_picture_the_page_and_the_fix(
    hub: Hub, pictures: Path, name: str, content: bytes, words: str
) -> None:
    """An editor sees which file of which page, on which line, and what to do."""
    (pictures / name).write_bytes(content)

    problem = refused(hub, pictures, name)

    assert str(problem).startswith(f"{STUDY}:9: image.file: the picture case_studies/images/{name} {words}")
    assert (problem.severity, problem.rule) == (Severity.MUST_FIX, "picture")
    assert problem.fix


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("Walk.JPG", "walk.jpg"), ("images/walk.jpg", "walk.jpg"), ("wlak.jpg", "walk.jpg"), ("other.png", "")],
)
def test_a_picture_that_is_not_there_is_named_with_the_nearest(
    hub: Hub, pictures: Path, name: str, nearest: str
) -> None:
    """Capital letters count: what one system finds, the next does not."""
    problem = refused(hub, pictures, name)

    assert f"case_studies/images/{name} is not there" in problem.message
    assert problem.nearest == nearest


@pytest.mark.parametrize("name", ["../soldering.md", "../../secret.yml", "/etc/hostname", "..", "."])
def test_no_name_leads_out_of_the_folder(hub: Hub, pictures: Path, name: str) -> None:
    """Only a file of that folder is ever opened."""
    (pictures.parent / "soldering.md").write_text("text", encoding="utf-8")
    (pictures.parent.parent / "secret.yml").write_text("text", encoding="utf-8")

    assert "is not there" in refused(hub, pictures, name).message


def test_a_link_to_a_picture_is_refused(hub: Hub, pictures: Path, photo: bytes) -> None:
    """A link could publish any file of the machine that builds."""
    elsewhere = pictures.parent / "elsewhere.jpg"
    elsewhere.write_bytes(photo)
    (pictures / "linked.jpg").symlink_to(elsewhere)

    assert "is a link, or something else" in refused(hub, pictures, "linked.jpg").message


def test_a_picture_that_cannot_be_read_is_refused(hub: Hub, pictures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Problem("case_studies/images/walk.jpg", 0, "it cannot be read: Permission denied.", rule="unreadable")
    monkeypatch.setattr("ideas_hub.photos.originals.read_file", lambda *_, **__: lost)

    assert "cannot be read" in refused(hub, pictures, "walk.jpg").message


def test_a_picture_that_no_entry_uses_is_named(repository: Path) -> None:
    """Everyone can see it in the repository, and it does nothing; it need not stop a build."""
    images = repository / "case_studies/images"
    (images / "README.md").write_text("How pictures should be.", encoding="utf-8")
    (images / ".hidden").write_bytes(b"x")

    (problem,) = published(repository).problems

    assert problem.place == "case_studies/images/walk.jpg"
    assert problem.message == "no entry uses this picture."
    assert problem.severity is Severity.SHOULD_FIX


@pytest.mark.parametrize("name", ["Walk.JPG", "walk.jpeg", "WALK.jpg"])
def test_a_picture_that_a_page_names_nearly_is_not_called_unused(repository: Path, name: str) -> None:
    """Nobody is to delete it: one message gives its name."""
    images = repository / "case_studies/images"
    (images / "walk.jpg").rename(images / name)
    add_facts(repository, IMAGE)

    problem = only_problem(repository)

    assert (problem.nearest, problem.fix) == (name, "Write its name as it is there.")
    assert len(published(repository).problems) == 1


def test_a_picture_in_the_folder_of_another_kind_is_named(repository: Path) -> None:
    images = repository / "case_studies/images"
    add_facts(repository, IMAGE, file=POINT)

    (problem,) = published(repository).problems

    assert (problem.file, problem.fix) == (POINT, f"Move {(images / 'walk.jpg').relative_to(repository)} there.")


def test_the_picture_of_a_draft_is_neither_published_nor_called_unused(repository: Path) -> None:
    add_facts(repository, IMAGE, "draft: true", file="case_studies/clock-club.md")

    photos, files, problems = published(repository)

    assert (dict(photos), dict(files), problems) == ({}, {}, [])


def test_a_picture_is_published_to_the_last_day_of_its_consent(repository: Path) -> None:
    """On the day after, the picture is gone and the build says so at its line, and goes on."""
    add_facts(repository, PEOPLE, CONSENT)

    assert STUDY in published(repository, date(2027, 8, 31)).photos
    problem = only_problem(repository, date(2027, 9, 1))
    assert (problem.place, problem.severity) == (f"{STUDY}:10", Severity.SHOULD_FIX)


def test_a_picture_without_the_consent_it_needs_is_not_published(repository: Path) -> None:
    add_facts(repository, PEOPLE)

    problem = only_problem(repository)

    assert (problem.place, problem.field, problem.severity) == (f"{STUDY}:9", "consent", Severity.MUST_FIX)


def test_a_picture_that_may_show_people_is_published_with_a_question(repository: Path) -> None:
    add_facts(repository, IMAGE.replace(", people: false", ""))

    photos, _, problems = published(repository)

    assert STUDY in photos
    assert [problem.field for problem in problems] == ["image.people"]
