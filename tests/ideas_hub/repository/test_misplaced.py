"""A picture that no page can show is refused wherever it lies, once, with all that there is to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ideas_hub.photos.accept import MAKE_A_JPEG, MAX_BYTES, USE_A_STILL
from ideas_hub.problem import Problem
from ideas_hub.repository.design import find_template_problems, read_assets
from ideas_hub.repository.load import load_repository
from ideas_hub.repository.misplaced import find_misplaced_pictures
from tests.conftest import lay_hub
from tests.ideas_hub.photos.conftest import four_colours, saved
from tests.ideas_hub.photos.telling import telling_jpeg

HEIC, TIFF, FILM = b"\0\0\0\x18ftypheic" + bytes(50), b"II*\0" + bytes(50), b"\0\0\0\x20ftypisom" + bytes(50)
JPEG = saved(four_colours(), "JPEG")
PLACES = ("case_studies", "case_studies/old", "docs", "docs/themes", "docs/new", "docs/assets/img", "overrides/hub")
BELONGS = "Photos belong in case_studies/images."


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_hub(tmp_path_factory.mktemp("misplaced") / "hub")


@pytest.fixture
def root(whole: Path) -> Iterator[Path]:
    """The small hub; what a test puts there is taken away again."""
    before = set(whole.rglob("*"))
    yield whole
    for path in sorted(set(whole.rglob("*")) - before, reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def put(root: Path, file: str, content: bytes) -> None:
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_bytes(content)


def blocking(root: Path) -> list[Problem]:
    return list(load_repository(root, cached=False).blocking)


@pytest.mark.parametrize(
    ("name", "content", "message", "fix"),
    [
        ("walk.jpg", JPEG, "no page can show a picture from here.", BELONGS),
        ("walk.jfif", JPEG, "no page can show a picture from here.", BELONGS),
        ("WALK", JPEG, "no page can show a picture from here.", BELONGS),
        ("empty.jpeg", b"", "no page can show a picture from here.", BELONGS),
        ("walk.jpg", telling_jpeg(), "the picture holds hidden details", "/contribute/clean-photo/"),
        ("IMG_2041.HEIC", HEIC, "this is a HEIC picture; a photo is a JPEG", MAKE_A_JPEG),
        ("walk.jpg", HEIC, "this is a HEIC picture; a photo is a JPEG", MAKE_A_JPEG),
        ("walk.tif", TIFF, "this is a TIFF picture; a photo is a JPEG", MAKE_A_JPEG),
        ("walk.mov", FILM, "this is a film; a photo is a JPEG", USE_A_STILL),
        ("walk.heic", b"Jo", "this is not a picture that we can read", "save it as a JPEG"),
    ],
)
def test_a_picture_is_refused_wherever_no_page_can_show_it(
    root: Path, name: str, content: bytes, message: str, fix: str
) -> None:
    """Beside the texts, in a new folder, among the design: the same words everywhere, one problem a file."""
    for place in PLACES:
        put(root, f"{place}/{name}", content)

    problems = [*find_misplaced_pictures(root), *read_assets(root)[1], *find_template_problems(root)]

    assert sorted(problem.file for problem in problems) == sorted(f"{place}/{name}" for place in PLACES)
    for problem in problems:
        assert problem.message.startswith(message)
        assert fix in problem.fix
        assert BELONGS in problem.fix


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("IMG_2041.HEIC", HEIC, "this is a HEIC picture"),
        ("walk.jpg", TIFF, "this is a TIFF picture"),
        ("walk.bmp", b"BM" + bytes(50), "this is a BMP picture"),
        ("walk.svg", b"<svg/>", "this is an SVG drawing"),
        ("walk.jpg", JPEG + bytes(MAX_BYTES), "this is 15.0 MB; the limit is 15 MB."),
    ],
)
def test_one_among_the_photos_that_the_hub_cannot_use_is_refused_though_no_page_names_it(
    root: Path, name: str, content: bytes, message: str
) -> None:
    """Nobody can see here what its file tells, and everyone can open it."""
    put(root, f"case_studies/images/{name}", content)

    (problem,) = blocking(root)

    assert (problem.file, problem.rule) == (f"case_studies/images/{name}", "picture")
    assert problem.message.startswith(message)


@pytest.mark.parametrize("more", ["", "titel: A\n"])
def test_the_page_that_names_such_a_picture_does_not_say_that_it_is_missing(tmp_path: Path, more: str) -> None:
    """One message says what to do, also where the page has other mistakes."""
    root = lay_hub(tmp_path / "hub")
    put(root, "case_studies/walk.jpg", JPEG)
    study = root / "case_studies/soldering.md"
    picture = f"{more}image: {{file: walk.jpg, alt: A walk., people: false}}\nregion:"
    study.write_text(study.read_text(encoding="utf-8").replace("region:", picture, 1), encoding="utf-8")

    problems = load_repository(root, cached=False).blocking
    assert [problem.file for problem in problems if problem.field != "titel"] == ["case_studies/walk.jpg"]


def test_such_a_picture_stops_a_build_wherever_it_lies(root: Path) -> None:
    files = [f"{place}/walk.jpg" for place in PLACES]
    for file in files:
        put(root, file, JPEG)

    assert [problem.file for problem in blocking(root)] == sorted(files)


def test_texts_tables_and_what_an_editor_s_computer_left_behind_are_no_pictures(root: Path) -> None:
    for name in ("notes.yml", "rows.csv", ".DS_Store", ".thumbs/walk.jpg", "BMX", "figures.xlsx"):
        put(root, f"docs/{name}", b"BMX club: " + bytes(20))
    put(root, "case_studies/images/README.md", b"BMX club")

    assert blocking(root) == []
