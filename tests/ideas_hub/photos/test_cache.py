"""Photos that were encoded before."""

from pathlib import Path

import pytest

from ideas_hub.engine.file_cache import FileCache
from ideas_hub.photos.cache import PhotoCache, photo_key
from ideas_hub.photos.encoded_photo import EncodedPhoto, Variant

PHOTO = EncodedPhoto(
    (Variant("a-1.webp", 1, 2, b"narrow"), Variant("b-3.webp", 3, 6, b"wide")), Variant("c.jpg", 3, 6, b"jpeg")
)
KEY = "0123"


def cache_in(folder: Path | None) -> PhotoCache:
    return PhotoCache(FileCache(folder))


def described(photo: EncodedPhoto) -> list[tuple[str, int, int, bytes]]:
    return [(variant.name, variant.width, variant.height, variant.read()) for variant in photo.variants]


def test_a_stored_photo_comes_back_with_its_contents_left_on_disk(tmp_path: Path) -> None:
    stored = cache_in(tmp_path / "photos").put(KEY, PHOTO)
    again = cache_in(tmp_path / "photos").get(KEY)

    assert again
    assert described(again) == described(stored) == described(PHOTO)
    assert all(callable(variant.content) for variant in stored.variants)


def test_an_unknown_photo_is_none(tmp_path: Path) -> None:
    assert cache_in(tmp_path / "photos").get(KEY) is None


@pytest.mark.parametrize("name", [KEY, f"{KEY}-a-1.webp", f"{KEY}-c.jpg"])
@pytest.mark.parametrize("content", [None, b"", b"\0" * 40])
def test_a_photo_with_a_lost_or_damaged_file_counts_as_unknown(
    name: str, content: bytes | None, tmp_path: Path
) -> None:
    """It is stored anew."""
    cache = cache_in(tmp_path)
    cache.put(KEY, PHOTO)
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(content)

    assert cache.get(KEY) is None
    assert described(cache.put(KEY, PHOTO)) == described(PHOTO)
    assert cache.get(KEY) is not None


def test_a_file_that_is_lost_after_it_was_looked_for_is_named(tmp_path: Path) -> None:
    stored = cache_in(tmp_path).put(KEY, PHOTO)
    (tmp_path / f"{KEY}-c.jpg").unlink()

    with pytest.raises(OSError, match=rf"{KEY}-c.jpg changed .* Build once more"):
        stored.fallback.read()


def test_without_a_folder_nothing_is_stored() -> None:
    cache = cache_in(None)

    assert cache.put(KEY, PHOTO) is PHOTO
    assert cache.get(KEY) is None


def test_all_files_of_a_photo_in_use_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = cache_in(tmp_path)
    cache.put(KEY, PHOTO)
    cache.put("4567", PHOTO)
    monkeypatch.setattr("ideas_hub.engine.file_cache.MAX_UNUSED_SECONDS", -1)

    cache.drop_unused({KEY: PHOTO})

    assert cache.get(KEY)
    assert {path.name[:4] for path in tmp_path.iterdir()} == {KEY}


def test_a_key_follows_the_content_and_the_ending_and_no_more_of_the_name() -> None:
    assert photo_key(b"x", "a.jpg") == photo_key(b"x", "Jo-Smith.JPG")
    assert len({photo_key(b"x", "a.jpg"), photo_key(b"x", "a.png"), photo_key(b"y", "a.jpg")}) == 3
