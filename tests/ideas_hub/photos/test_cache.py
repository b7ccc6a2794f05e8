"""Photos that were encoded before."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.photos.cache import MAX_UNUSED_SECONDS, VARIANTS_FILE, LazyFiles, PhotoCache, photo_key
from ideas_hub.photos.encode import EncodedPhoto, Variant

PHOTO = EncodedPhoto(
    (Variant("a-1.webp", 1, 2, b"narrow"), Variant("b-3.webp", 3, 6, b"wide")), Variant("c.jpg", 3, 6, b"jpeg")
)
KEY = "0123"


def contents(photo: EncodedPhoto) -> list[bytes]:
    return [
        variant.content if isinstance(variant.content, bytes) else variant.content.read_bytes()
        for variant in photo.variants
    ]


def test_a_stored_photo_comes_back_with_its_contents_left_on_disk(tmp_path: Path) -> None:
    cache = PhotoCache(tmp_path / "photos")

    stored = cache.put(KEY, PHOTO)

    assert cache.get(KEY) == stored
    assert contents(stored) == contents(PHOTO)
    assert all(isinstance(variant.content, Path) for variant in stored.variants)
    assert [(v.name, v.width, v.height) for v in stored.variants] == [
        (v.name, v.width, v.height) for v in PHOTO.variants
    ]


def test_an_unknown_photo_is_none(tmp_path: Path) -> None:
    assert PhotoCache(tmp_path / "photos").get(KEY) is None


def cut(place: Path) -> None:
    (place / "a-1.webp").write_bytes(b"narr")


def remove(place: Path) -> None:
    (place / "c.jpg").unlink()


def spoil(place: Path) -> None:
    (place / VARIANTS_FILE).write_text("{", encoding="utf-8")


def empty(place: Path) -> None:
    (place / VARIANTS_FILE).write_text("[]", encoding="utf-8")


def reshape(place: Path) -> None:
    (place / VARIANTS_FILE).write_text("[[1, 2]]", encoding="utf-8")


@pytest.mark.parametrize("damage", [cut, remove, spoil, empty, reshape])
def test_a_photo_that_was_damaged_counts_as_unknown_and_is_stored_anew(
    damage: Callable[[Path], None], tmp_path: Path
) -> None:
    """The folder may be cut short, emptied or deleted at any time."""
    cache = PhotoCache(tmp_path)
    cache.put(KEY, PHOTO)

    damage(tmp_path / KEY)

    assert cache.get(KEY) is None
    assert contents(cache.put(KEY, PHOTO)) == contents(PHOTO)
    assert cache.get(KEY) is not None


def test_without_a_folder_nothing_is_stored() -> None:
    cache = PhotoCache(None)

    assert cache.put(KEY, PHOTO) is PHOTO
    assert cache.get(KEY) is None
    cache.drop_unused([])


def test_a_folder_that_cannot_be_used_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "photos").write_text("a file", encoding="utf-8")
    cache = PhotoCache(tmp_path / "photos")

    assert cache.put(KEY, PHOTO) is PHOTO
    assert cache.get(KEY) is None
    cache.drop_unused([])


def test_what_no_build_used_for_two_months_is_dropped(tmp_path: Path) -> None:
    """A photo in use stays, however old it is, and so does one that was used lately."""
    cache = PhotoCache(tmp_path)
    for key, age in (("used", 2), ("unused", 2), ("recent", 0)):
        cache.put(key, PHOTO)
        then = (tmp_path / key).stat().st_mtime - age * MAX_UNUSED_SECONDS
        os.utime(tmp_path / key, (then, then))

    cache.drop_unused(["used"])
    cache.drop_unused([])

    assert sorted(path.name for path in tmp_path.iterdir()) == ["recent", "used"]


def test_a_key_follows_the_content_and_the_ending_and_no_more_of_the_name() -> None:
    assert photo_key(b"x", "a.jpg") == photo_key(b"x", "Jo-Smith.JPG")
    assert len({photo_key(b"x", "a.jpg"), photo_key(b"x", "a.png"), photo_key(b"y", "a.jpg")}) == 3


def test_files_are_read_when_asked_for_and_listed_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    files = LazyFiles({"images/b.jpg": b"b", "images/a.jpg": path})
    path.write_bytes(b"written later")

    assert list(files) == ["images/a.jpg", "images/b.jpg"]
    assert len(files) == 2
    assert dict(files) == {"images/a.jpg": b"written later", "images/b.jpg": b"b"}
