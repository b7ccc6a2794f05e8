"""A cache of encoded photos: a folder for each original, named by everything that determines the result.

Safe to delete.
Files, not rows of the SQLite cache: photos may not fit in memory, and an unrelated code change must not re-encode them.
"""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePath

import PIL
from PIL import features

from ideas_hub.photos.encode import EncodedPhoto, Variant

VARIANTS_FILE = "variants.json"
MAX_UNUSED_SECONDS = 60 * 24 * 60 * 60  # two months since the last build that used a photo
ENCODER_MODULES = ("accept.py", "animation.py", "encode.py")
ENCODER_LIBRARIES = ("webp", "jpg", "libjpeg_turbo", "zlib", "littlecms2")


@lru_cache(maxsize=1)
def encoder_digest() -> bytes:
    """Return a digest of the code and the libraries that determine the encoded bytes."""
    digest = hashlib.sha256()
    for name in ENCODER_MODULES:
        digest.update((Path(__file__).parent / name).read_bytes())
    digest.update(repr([PIL.__version__, *map(features.version, ENCODER_LIBRARIES)]).encode())
    return digest.digest()


def photo_key(content: bytes, name: str) -> str:
    """Return the key of an original; of its name only the suffix matters."""
    return hashlib.sha256(encoder_digest() + PurePath(name).suffix.casefold().encode() + b"\0" + content).hexdigest()


class PhotoCache:
    """Encoded photos by the key of their original.

    folder: None turns caching off; a folder that cannot be used counts as None.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, key: str) -> EncodedPhoto | None:
        """Return a cached photo, its contents left on disk, or None if any file is missing or cut short."""
        if self.folder is None:
            return None
        place = self.folder / key
        try:
            rows = json.loads((place / VARIANTS_FILE).read_bytes())
            variants = [Variant(name, width, height, place / name) for name, width, height, _ in rows]
            if any((place / name).stat().st_size != size for name, _, _, size in rows):
                return None
        except (OSError, ValueError, TypeError):
            return None
        return EncodedPhoto(tuple(variants[1:]), variants[0]) if variants else None

    def put(self, key: str, photo: EncodedPhoto) -> EncodedPhoto:
        """Store a photo and return it as `get` would; return it unchanged if it cannot be stored."""
        if self.folder is None:
            return photo
        place, stage = self.folder / key, self.folder / f"{key}.{os.getpid()}.new"
        files = [(variant, variant.content) for variant in photo.variants if isinstance(variant.content, bytes)]
        try:
            stage.mkdir(parents=True, exist_ok=True)
            for variant, content in files:
                (stage / variant.name).write_bytes(content)
            rows = [(variant.name, variant.width, variant.height, len(content)) for variant, content in files]
            (stage / VARIANTS_FILE).write_text(json.dumps(rows), encoding="utf-8")
            shutil.rmtree(place, ignore_errors=True)  # incomplete, or written by another build meanwhile
            stage.rename(place)  # atomic
        except OSError:
            shutil.rmtree(stage, ignore_errors=True)
            return photo
        fallback, *sources = (replace(variant, content=place / variant.name) for variant, _ in files)
        return EncodedPhoto(tuple(sources), fallback)

    def drop_unused(self, used: Iterable[str]) -> None:
        """Delete what no build has used for two months.

        used: the keys of this build.
        """
        if self.folder is None or not self.folder.is_dir():
            return
        keys, now = set(used), time.time()
        with suppress(OSError):
            for place in self.folder.iterdir():
                if place.name in keys:
                    os.utime(place)
                elif now - place.stat().st_mtime > MAX_UNUSED_SECONDS:
                    shutil.rmtree(place, ignore_errors=True)


class LazyFiles(Mapping[str, bytes]):
    """Bytes by address, in order, each read when asked for: all photos of a large site need not fit in memory."""

    def __init__(self, contents: Mapping[str, bytes | Path]) -> None:
        self._contents = dict(sorted(contents.items()))

    def __getitem__(self, address: str) -> bytes:
        content = self._contents[address]
        return content.read_bytes() if isinstance(content, Path) else content

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents)

    def __len__(self) -> int:
        return len(self._contents)
