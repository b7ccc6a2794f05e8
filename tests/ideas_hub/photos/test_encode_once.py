"""A photo is encoded once, by as many workers as pay, and comes from the cache afterwards."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.ideas_hub.photos.conftest import IMAGE, STUDY, TODAY, add_facts, photo_bytes, published


def test_another_day_and_another_folder_give_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    """Cached, encoded again or encoded elsewhere: nothing but the content matters."""
    add_facts(repository, IMAGE)

    first = published(repository, TODAY, tmp_path / "photos")
    cached = published(repository, date(2027, 1, 1), tmp_path / "photos")
    fresh = published(repository, date(2028, 1, 1))

    contents = [{address: read() for address, read in one.files.items()} for one in (first, cached, fresh)]
    assert contents[0] == contents[1] == contents[2]
    assert first.photos == cached.photos == fresh.photos


def test_a_photo_is_encoded_once_and_again_only_when_it_changes(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_facts(repository, IMAGE)
    before = published(repository, folder=tmp_path / "photos").photos
    with monkeypatch.context() as patch:
        patch.setattr("ideas_hub.photos.encode.encode", lambda *_: pytest.fail("encoded again"))
        assert published(repository, folder=tmp_path / "photos").photos == before

    (repository / "case_studies/images/walk.jpg").write_bytes(photo_bytes(colour=90))

    assert published(repository, folder=tmp_path / "photos").photos != before


def test_a_photo_in_use_stays_in_the_cache_however_old_it_is(repository: Path, tmp_path: Path) -> None:
    add_facts(repository, IMAGE)
    published(repository, folder=tmp_path)
    stored = set(tmp_path.iterdir())
    (tmp_path / "old").mkdir()
    for place in tmp_path.iterdir():
        os.utime(place, (0, 0))

    published(repository, folder=tmp_path)

    assert set(tmp_path.iterdir()) == stored


def test_many_photos_are_encoded_by_several_workers_alike(repository: Path, tmp_path: Path) -> None:
    """A mistake in one of them costs the others nothing."""
    studies = [f"case_studies/walk-{number}.md" for number in range(5)]
    for number, study in enumerate(studies):
        shutil.copy(repository / STUDY, repository / study)
        (repository / f"case_studies/images/walk-{number}.jpg").write_bytes(photo_bytes(colour=20 * number))
        add_facts(repository, IMAGE.replace("walk.jpg", f"walk-{number}.jpg"), file=study)
    (repository / "case_studies/images/walk-2.jpg").write_bytes(b"\xff\xd8\xff half")

    photos, files, problems = published(repository, folder=tmp_path / "photos")

    assert sorted(photos) == [study for study in studies if study != studies[2]]
    assert [problem.file for problem in problems if problem.rule == "picture"] == [studies[2]]
    assert all(files[photo.address]() for photo in photos.values())
