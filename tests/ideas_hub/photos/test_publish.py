"""ideas_hub/photos: every photo of a hub is found, checked and published anew, and what is wrong is said with its mend."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from ideas_hub.engine.build_date import build_date
from ideas_hub.model.photo import Photo
from ideas_hub.photos.publish import publish_photos
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.assemble import read_hub
from ideas_hub.site.build import all_files
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.renderer import template_environment

ROOT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 11, 21)
STUDY = "case_studies/walking.md"
IMAGE = "image: {file: walk.jpg, alt: People on a path., credit: Spark Somerset, licence: CC-BY-4.0, people: false}"
PEOPLE = IMAGE.replace("false", "true")
CONSENT = "consent: {reference: HUB-7731, expires: 2027-08-31}"


@pytest.fixture
def repository(one_tree: Path, tmp_path: Path) -> Path:
    """A repository of our own with one photo, which no entry uses yet."""
    return lay_repository(one_tree, tmp_path / "repository")


def lay_repository(one_tree: Path, root: Path) -> Path:
    shutil.copytree(one_tree, root, ignore=shutil.ignore_patterns(".cache"))
    (root / "case_studies/images").mkdir(exist_ok=True)
    lay_photo(root / "case_studies/images/walk.jpg")
    return root


def lay_photo(path: Path, colour: int = 60) -> bytes:
    """Put a photo in a place, with GPS and noise that no encoder would write the same again; return its bytes."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (51.0, 2.0, 3.0)}
    image = Image.merge("RGB", [Image.effect_noise((1000, 700), 20 + colour), Image.linear_gradient("L").resize((1000, 700)),
                                Image.new("L", (1000, 700), colour)])  # fmt: skip
    image.save(path, exif=exif)
    return path.read_bytes()


def told(root: Path, *facts: str, study: str = STUDY) -> None:
    """Write facts into the front matter of a case study."""
    text = (root / study).read_text(encoding="utf-8")
    (root / study).write_text(text.replace("published:", "\n".join([*facts, "published:"]), 1), encoding="utf-8")


Gathered = tuple[Mapping[str, Photo], Mapping[str, bytes], list[Problem]]


def gathered(root: Path, day: date = TODAY, folder: Path | None = None) -> Gathered:
    hub, problems = read_hub(root)
    assert [str(problem) for problem in problems if problem.severity is Severity.MUST_FIX] == []
    return publish_photos(hub, root, folder, day)


def only_problem(root: Path, day: date = TODAY) -> Problem:
    """Return the one problem of a repository, whose picture is not published."""
    photos, contents, problems = gathered(root, day)
    assert [str(problem) for problem in problems if problem.rule != "unused-picture"] == [str(problems[0])]
    assert not photos
    assert not contents
    return problems[0]


def test_a_photo_has_its_files_its_size_and_its_words(repository: Path) -> None:
    """The view of a photo names only files that are published."""
    told(repository, IMAGE)
    photos, contents, problems = gathered(repository)
    photo = photos[STUDY]
    assert problems == []
    assert (photo.width, photo.height, photo.alt, photo.credit, photo.licence) == (
        960,
        672,
        "People on a path.",
        "Spark Somerset",
        "CC-BY-4.0",
    )
    assert [width for _, width in photo.srcset] == [480, 960]
    assert set(contents) == {photo.address, *(address for address, _ in photo.srcset)}
    assert all(address.startswith("images/") for address in contents)
    assert Image.open(io.BytesIO(contents[photo.address])).size == (photo.width, photo.height)


def test_a_repository_without_pictures_has_none(repository: Path) -> None:
    shutil.rmtree(repository / "case_studies/images")
    photos, contents, problems = gathered(repository)
    assert (dict(photos), dict(contents), problems) == ({}, {}, [])


def test_one_picture_on_two_pages_is_published_once(repository: Path) -> None:
    shutil.copy(repository / STUDY, repository / "case_studies/also-walking.md")
    told(repository, IMAGE)
    told(repository, IMAGE, study="case_studies/also-walking.md")
    photos, contents, _ = gathered(repository)
    assert photos[STUDY] == photos["case_studies/also-walking.md"]
    assert len(contents) == 3


def test_other_kinds_of_entry_keep_their_pictures_beside_them(repository: Path) -> None:
    (repository / "docs/ideas/images").mkdir(exist_ok=True)
    (repository / "case_studies/images/walk.jpg").rename(repository / "docs/ideas/images/walk.jpg")
    told(repository, IMAGE, study="docs/ideas/learning-together.md")
    assert set(gathered(repository)[0]) == {"docs/ideas/learning-together.md"}


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
def test_a_refusal_names_the_picture_the_page_and_the_mend(
    repository: Path, name: str, content: bytes, words: str
) -> None:
    """An editor sees which file of which page, on which line, and what to do."""
    (repository / "case_studies/images" / name).write_bytes(content)
    told(repository, f"image: {{file: {name}, alt: A path., people: false}}")
    problem = only_problem(repository)
    assert str(problem).startswith(f"{STUDY}:9: image.file: the picture case_studies/images/{name} {words}")
    assert (problem.severity, problem.rule) == (Severity.MUST_FIX, "picture")
    assert problem.mend


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("Walk.JPG", "walk.jpg"), ("images/walk.jpg", "walk.jpg"), ("wlak.jpg", "walk.jpg"), ("other.png", "")],
)
def test_a_picture_that_is_not_there_is_named_with_the_nearest(repository: Path, name: str, nearest: str) -> None:
    """Capital letters count: what one system finds, the next does not."""
    told(repository, f"image: {{file: {name}, alt: A path., people: false}}")
    problem = only_problem(repository)
    assert f"case_studies/images/{name} is not there" in problem.message
    assert problem.nearest == nearest


@pytest.mark.parametrize("name", ["../walking.md", "../../docs/evidence.yml", "/etc/hostname", "..", "."])
def test_no_name_leads_out_of_the_folder(repository: Path, name: str) -> None:
    """Only what stands in the folder is ever opened."""
    told(repository, f'image: {{file: "{name}", alt: A path., people: false}}')
    assert "is not there" in only_problem(repository).message


def test_a_link_to_a_picture_is_refused(repository: Path, tmp_path: Path) -> None:
    """A link could publish any file of the machine that builds."""
    lay_photo(tmp_path / "elsewhere.jpg")
    (repository / "case_studies/images/linked.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    told(repository, "image: {file: linked.jpg, alt: A path., people: false}")
    assert "is a link or a folder" in only_problem(repository).message


def test_a_picture_that_no_entry_uses_is_named(repository: Path) -> None:
    """It lies in the repository for everyone to see, and does nothing; it need not stop a build."""
    (repository / "case_studies/images/README.md").write_text("How pictures should be.", encoding="utf-8")
    problem = gathered(repository)[2][0]
    assert (
        str(problem)
        == "case_studies/images/walk.jpg: no entry uses this picture. Name it in an entry's `image`, or delete it."
    )
    assert problem.severity is Severity.SHOULD_FIX


def test_the_picture_of_a_draft_is_neither_published_nor_called_unused(repository: Path) -> None:
    told(repository, IMAGE, "draft: true")
    photos, contents, problems = gathered(repository)
    assert (dict(photos), dict(contents), problems) == ({}, {}, [])


def test_people_need_consent(repository: Path) -> None:
    """A photo of people without a consent stops the build: the consent is a number and a day, never a name."""
    told(repository, PEOPLE)
    problem = only_problem(repository)
    assert str(problem).startswith(f"{STUDY}:9: consent: the picture walk.jpg shows people, and no consent is named.")
    assert problem.severity is Severity.MUST_FIX


def test_with_consent_people_are_shown_to_its_last_day(repository: Path) -> None:
    """On the day after, the picture is gone and the build says so, and goes on."""
    told(repository, PEOPLE, CONSENT)
    assert STUDY in gathered(repository, date(2027, 8, 31))[0]
    problem = only_problem(repository, date(2027, 9, 1))
    assert problem.message == "the consent HUB-7731 ran out on 2027-08-31, so the picture is left out."
    assert (problem.line, problem.severity) == (10, Severity.SHOULD_FIX)


def test_consent_is_withdrawn_with_one_field(repository: Path) -> None:
    """A withdrawal holds at once, whatever day is written, and even for a picture said to show nobody."""
    told(repository, IMAGE, CONSENT.replace("}", ", withdrawn: 2030-01-01}"))
    problem = only_problem(repository)
    assert problem.message == "the consent HUB-7731 was withdrawn, so the picture is left out."
    assert problem.severity is Severity.SHOULD_FIX


@pytest.mark.parametrize(
    ("consent", "words"),
    [(CONSENT.replace("2027", "2025"), "ran out"), (CONSENT.replace("}", ", withdrawn: 2026-01-01}"), "withdrawn")],
)
def test_the_consent_of_a_story_without_a_picture_is_watched_too(repository: Path, consent: str, words: str) -> None:
    """Only people can tell a story anew, so the build says so and leaves the page."""
    (repository / "case_studies/images/walk.jpg").unlink()
    told(repository, consent)
    problem = only_problem(repository)
    assert words in problem.message
    assert problem.severity is Severity.SHOULD_FIX


def test_whether_people_are_shown_is_asked_for(repository: Path) -> None:
    """A program cannot see people, so an editor has to say; the picture is published meanwhile."""
    told(repository, IMAGE.replace(", people: false", ""))
    photos, _, problems = gathered(repository)
    assert STUDY in photos
    assert [(problem.field, problem.severity) for problem in problems] == [("image.people", Severity.SHOULD_FIX)]


def test_today_can_be_told_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH makes a build of any other day the same; nonsense in it is as if it were not set."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    assert build_date() == date(2026, 11, 21)
    for nonsense in ("", "tomorrow", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
        assert build_date() > TODAY.replace(year=2025)


def contents_of(made: Gathered) -> dict[str, bytes]:
    return dict(made[1])


def test_another_day_and_another_folder_give_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    """Kept, made again or made elsewhere: nothing but the content matters."""
    told(repository, IMAGE)
    first = gathered(repository, TODAY, tmp_path / "kept")
    kept = gathered(repository, date(2027, 1, 1), tmp_path / "kept")
    fresh = gathered(repository, date(2028, 1, 1))
    assert contents_of(first) == contents_of(kept) == contents_of(fresh)
    assert first[0] == kept[0] == fresh[0]


def test_a_photo_is_made_once_and_another_only_when_it_changes(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made of the same bytes before is taken from the folder."""
    told(repository, IMAGE)
    before = gathered(repository, folder=tmp_path / "kept")[0]
    with monkeypatch.context() as patch:
        patch.setattr("ideas_hub.photos.publish.encode", lambda *_: pytest.fail("made again"))
        assert gathered(repository, folder=tmp_path / "kept")[0] == before
    lay_photo(repository / "case_studies/images/walk.jpg", colour=90)
    assert gathered(repository, folder=tmp_path / "kept")[0] != before


def test_a_kept_photo_that_was_spoilt_is_made_again(repository: Path, tmp_path: Path) -> None:
    """The folder may be cut short, emptied or deleted at any time."""
    told(repository, IMAGE)
    whole = contents_of(gathered(repository, folder=tmp_path / "kept"))
    for place in (tmp_path / "kept").iterdir():
        for path in place.iterdir():
            path.write_bytes(b"{")
    assert contents_of(gathered(repository, folder=tmp_path / "kept")) == whole


def test_a_folder_that_cannot_be_used_costs_only_time(repository: Path, tmp_path: Path) -> None:
    told(repository, IMAGE)
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    assert contents_of(gathered(repository, folder=tmp_path / "kept")) == contents_of(gathered(repository))


def test_what_no_build_used_for_two_months_is_dropped(repository: Path, tmp_path: Path) -> None:
    """A picture in use stays, however old it is."""
    told(repository, IMAGE)
    gathered(repository, folder=tmp_path / "kept")
    (used,) = (tmp_path / "kept").iterdir()
    (tmp_path / "kept/old").mkdir()
    for place in (used, tmp_path / "kept/old"):
        os.utime(place, (0, 0))
    gathered(repository, folder=tmp_path / "kept")
    assert [place.name for place in (tmp_path / "kept").iterdir()] == [used.name]


def test_many_photos_are_made_by_several_workers_alike(repository: Path, tmp_path: Path) -> None:
    """A mistake in one of them costs the others nothing."""
    for number in range(5):
        study = f"case_studies/walk-{number}.md"
        shutil.copy(repository / STUDY, repository / study)
        lay_photo(repository / f"case_studies/images/walk-{number}.jpg", colour=20 * number)
        told(repository, IMAGE.replace("walk.jpg", f"walk-{number}.jpg"), study=study)
    (repository / "case_studies/images/walk-2.jpg").write_bytes(b"\xff\xd8\xff half")
    photos, contents, problems = gathered(repository, folder=tmp_path / "kept")
    assert sorted(photos) == [f"case_studies/walk-{number}.md" for number in (0, 1, 3, 4)]
    assert [problem.file for problem in problems if problem.rule == "picture"] == ["case_studies/walk-2.md"]
    assert all(contents[address] for address in contents)


@pytest.fixture(scope="module")
def published(one_tree: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildContext, dict[str, bytes]]:
    """A whole hub with one photo in use and one not, and every file that it publishes."""
    root = lay_repository(one_tree, tmp_path_factory.mktemp("published") / "repository")
    for folder in ("overrides", "docs/assets"):
        shutil.copytree(ROOT / folder, root / folder, dirs_exist_ok=True)
    told(root, PEOPLE, CONSENT)
    lay_photo(root / "case_studies/images/spare.jpg", colour=100)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # the consent holds on that day
        content = load_context(root, cached=False)
    return content, dict(all_files(content))


def test_no_original_is_ever_published(published: tuple[BuildContext, dict[str, bytes]]) -> None:
    """Neither a file of the same bytes, nor a piece of one, nor its name."""
    for original in (published[0].root / "case_studies/images").iterdir():
        whole = original.read_bytes()
        pieces = [whole[at : at + 64] for at in range(1000, len(whole) - 64, 997)]
        assert len(pieces) > 20
        for address, content in published[1].items():
            assert not any(piece in content for piece in pieces), address
            assert original.name not in address
            assert b"GPS" not in content or not address.startswith("images/")


def test_the_photos_files_are_published_and_the_pages_view_has_it(
    published: tuple[BuildContext, dict[str, bytes]],
) -> None:
    """Every address that a page's photo names is a file of the site."""
    content, made = published
    photo = content.photos[STUDY]
    assert {photo.address, *(address for address, _ in photo.srcset)} == {
        address for address in made if address.startswith("images/")
    }


def test_the_reference_of_a_consent_is_not_published(published: tuple[BuildContext, dict[str, bytes]]) -> None:
    """It is for the editors' files alone."""
    assert not [address for address, content in published[1].items() if b"HUB-7731" in content]


def test_the_markup_names_every_file_with_its_size(published: tuple[BuildContext, dict[str, bytes]]) -> None:
    """A browser can choose a file and leave room for it before it is there."""
    content, _ = published
    photo = content.photos[STUDY]
    part = template_environment(content.root).from_string(
        '{% import "hub/photo.html" as photos %}{{ photos.figure(photo, "../../", lazy) }}'
    )
    html = part.render(photo=photo, lazy=True)
    assert f'src="../../{photo.address}" width="960" height="672" alt="People on a path." loading="lazy"' in html
    assert f'srcset="../../{photo.srcset[0][0]} 480w, ../../{photo.srcset[1][0]} 960w" sizes="' in html
    assert "Photo: Spark Somerset" in html
    assert 'loading="eager"' in part.render(photo=photo, lazy=False)
