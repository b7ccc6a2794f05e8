"""Encoded photos, cached by everything that determines the result: an unrelated code change must not encode anew."""

import json
from collections.abc import Mapping
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path, PurePath

from ideas_hub.engine.file_cache import FileCache
from ideas_hub.engine.key import make_key
from ideas_hub.photos.encoded_photo import EncodedPhoto, Variant

ENCODER_MODULES = ("accept.py", "encode.py", "exif.py", "metadata.py", "parts.py", "xmp.py")
ENCODER_LIBRARIES = ("webp", "jpg", "libjpeg_turbo", "zlib", "littlecms2")


@lru_cache(maxsize=1)
def encoder_key() -> bytes:
    """Return the key of the code and the libraries that determine what is accepted, and the encoded bytes."""
    import PIL  # noqa: PLC0415 a hub without photos does not need it
    from PIL import features  # noqa: PLC0415 likewise

    modules = [(Path(__file__).parent / name).read_bytes() for name in ENCODER_MODULES]
    return make_key(code=modules, libraries=[PIL.__version__, *map(features.version, ENCODER_LIBRARIES)])


def photo_key(content: bytes, name: str) -> str:
    """Return the key of an original; of its name only the suffix matters."""
    suffix = PurePath(name).suffix.casefold()
    return make_key(encoder=encoder_key(), suffix=suffix, photo=sha256(content).digest()).hex()


class PhotoCache:
    """Encoded photos by the key of their original: a list of the variants, and each variant."""

    def __init__(self, files: FileCache) -> None:
        self._files = files

    def get(self, key: str) -> EncodedPhoto | None:
        """Return a cached photo, its contents to be read when they are needed, or None if any file is not intact."""
        rows = self._files.get(key)
        if rows is None:
            return None
        variants = [
            Variant(name, width, height, partial(self._content, _name(key, name)))
            for name, width, height in json.loads(rows)
        ]
        if any(self._files.get(_name(key, variant.name)) is None for variant in variants):
            return None
        return EncodedPhoto(tuple(variants[1:]), variants[0])

    def put(self, key: str, photo: EncodedPhoto) -> EncodedPhoto:
        """Store a photo and return it as `get` would; return it unchanged if it cannot be stored."""
        for variant in photo.variants:
            self._files.put(_name(key, variant.name), variant.read())
        rows = [(variant.name, variant.width, variant.height) for variant in photo.variants]
        self._files.put(key, json.dumps(rows).encode())
        return self.get(key) or photo

    def drop_unused(self, used: Mapping[str, EncodedPhoto]) -> None:
        """Delete what no build has used for long.

        used: the photos of this build, by key.
        """
        names = (_name(key, variant.name) for key, photo in used.items() for variant in photo.variants)
        self._files.drop_unused([*used, *names])

    def _content(self, name: str) -> bytes:
        content = self._files.get(name)
        if content is None:
            raise OSError(f"The cached picture {name} changed while it was read. Build once more.")
        return content


def _name(key: str, variant: str) -> str:
    return f"{key}-{variant}"
