"""scripts/clean-photo: a photo without its metadata in the place of the one with it."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from ideas_hub.commands.clean_photo import main
from tests.ideas_hub.photos.telling import SECRET, telling_jpeg


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "walk.jpg"
    path.write_bytes(telling_jpeg())
    path.chmod(0o640)
    return path


def test_a_photo_is_cleaned_in_its_place(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = Image.open(io.BytesIO(photo.read_bytes())).tobytes()

    assert main([str(photo)]) == 0

    assert SECRET not in photo.read_bytes()
    assert Image.open(photo).tobytes() == before
    assert photo.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in photo.parent.iterdir()] == ["walk.jpg"]
    told = capsys.readouterr().out
    assert "Removed: where it was taken (GPSLatitudeRef, GPSLatitude" in told
    assert "still in the history" in told
    assert SECRET.decode() not in told


def test_a_clean_photo_stays_as_it_is(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(photo)])
    before = photo.stat()

    assert main([str(photo)]) == 0

    assert photo.stat() == before
    assert "there was nothing to remove" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["gone.jpg", "folder.jpg", "link.jpg", "pipe.jpg", "text.jpg", "half.jpg", "a" * 300, "."]
)
def test_what_is_no_photo_is_refused_in_one_line(photo: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """The other files of the command are cleaned all the same."""
    folder, whole = photo.parent, photo.read_bytes()
    (folder / "folder.jpg").mkdir()
    (folder / "link.jpg").symlink_to(photo)
    os.mkfifo(folder / "pipe.jpg")
    (folder / "text.jpg").write_text("text", encoding="utf-8")
    (folder / "half.jpg").write_bytes(whole[: len(whole) // 4])

    assert main([str(folder / name), str(photo)]) == 1

    out, err = capsys.readouterr()
    assert (err.count("\n"), "walk.jpg" in out) == (1, True)
    assert (folder / "half.jpg").read_bytes() == whole[: len(whole) // 4]


def test_a_photo_that_cannot_be_replaced_is_left_as_it_was(
    photo: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = photo.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)

    assert main([str(photo)]) == 1
    assert capsys.readouterr().err == f"{photo} cannot be cleaned: No space left on device.\n"
    assert photo.read_bytes() == before
    assert [path.name for path in photo.parent.iterdir()] == ["walk.jpg"]
