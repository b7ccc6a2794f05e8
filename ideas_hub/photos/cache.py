"""Photos made before: a folder for each original, named by all that matters to the result; safe to delete.

They are files and not rows of the cache beside them: a site's photos may take more room than memory has, and an
unrelated change of this package must not make a thousand of them again.
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

FACTS = "made.json"
KEPT_SECONDS = 60 * 24 * 60 * 60  # two months after the last build that used it
RECIPE = ("accept.py", "animation.py", "encode.py")


@lru_cache(maxsize=1)
def encoder_digest() -> bytes:
    """Return a digest of the code and the libraries that shape a photo."""
    digest = hashlib.sha256()
    for name in RECIPE:
        digest.update((Path(__file__).parent / name).read_bytes())
    versions = [
        PIL.__version__,
        *(features.version(name) for name in ("webp", "jpg", "libjpeg_turbo", "zlib", "littlecms2")),
    ]
    digest.update(repr(versions).encode())
    return digest.digest()


def photo_key(content: bytes, name: str) -> str:
    """Return the key of what is made of a file; its name matters by its ending alone."""
    return hashlib.sha256(encoder_digest() + PurePath(name).suffix.casefold().encode() + b"\0" + content).hexdigest()


class PhotoCache:
    """What was made of each original.  folder: None keeps nothing; a folder that cannot be used is as good as none."""

    def __init__(self, folder: Path | None) -> None:
        """Keep photos in a folder."""
        self.folder = folder

    def get(self, key: str) -> EncodedPhoto | None:
        """Return what was made before, its contents left on disk, or None."""
        if self.folder is None:
            return None
        place = self.folder / key
        try:
            rows = json.loads((place / FACTS).read_bytes())
            files = [Variant(name, width, height, place / name) for name, width, height, _ in rows]
            if any((place / name).stat().st_size != size for name, _, _, size in rows):
                return None
        except (OSError, ValueError, TypeError):
            return None
        return EncodedPhoto(tuple(files[1:]), files[0]) if files else None

    def put(self, key: str, made: EncodedPhoto) -> EncodedPhoto:
        """Keep what was made and return it as `get` would; as it is where it cannot be kept."""
        if self.folder is None:
            return made
        place, stage = self.folder / key, self.folder / f"{key}.{os.getpid()}.new"
        files = [
            (variant, variant.content)
            for variant in (made.fallback, *made.sources)
            if isinstance(variant.content, bytes)
        ]
        try:
            stage.mkdir(parents=True, exist_ok=True)
            for variant, content in files:
                (stage / variant.name).write_bytes(content)
            rows = [(variant.name, variant.width, variant.height, len(content)) for variant, content in files]
            (stage / FACTS).write_text(json.dumps(rows), encoding="utf-8")
            shutil.rmtree(place, ignore_errors=True)  # half of one, or another build's
            stage.rename(place)  # whole or not at all
        except OSError:
            shutil.rmtree(stage, ignore_errors=True)
            return made
        fallback, *sources = (replace(variant, content=place / variant.name) for variant, _ in files)
        return EncodedPhoto(tuple(sources), fallback)

    def tidy(self, used: Iterable[str]) -> None:
        """Drop what no build used for two months."""
        if self.folder is None or not self.folder.is_dir():
            return
        wanted, now = set(used), time.time()
        with suppress(OSError):
            for place in self.folder.iterdir():
                if place.name in wanted:
                    os.utime(place)
                elif now - place.stat().st_mtime > KEPT_SECONDS:
                    shutil.rmtree(place, ignore_errors=True)


class LazyFiles(Mapping[str, bytes]):
    """Published bytes by address, each read when it is asked for: all of a large site's photos need not fit in memory."""

    def __init__(self, contents: Mapping[str, bytes | Path]) -> None:
        """Hold bytes, or the files they are in, by address."""
        self._contents = dict(sorted(contents.items()))

    def __getitem__(self, address: str) -> bytes:
        """Return the bytes of an address."""
        content = self._contents[address]
        return content.read_bytes() if isinstance(content, Path) else content

    def __iter__(self) -> Iterator[str]:
        """Yield the addresses in order."""
        return iter(self._contents)

    def __len__(self) -> int:
        """Return the number of files."""
        return len(self._contents)
