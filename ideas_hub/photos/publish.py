"""Publishes every photo of a hub: located, accepted, encoded, and reported where something is wrong."""

import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ideas_hub.engine.file_cache import FileCache
from ideas_hub.engine.parallel import run_all
from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry, Picture
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.photo import Photo
from ideas_hub.model.value_paths import line_of
from ideas_hub.photos import accept, consent
from ideas_hub.photos.accept import Refused
from ideas_hub.photos.cache import PhotoCache, photo_key
from ideas_hub.photos.encode import EncodedPhoto, Variant, encode
from ideas_hub.problem import Problem, Severity, nearest

FOLDER = "images"  # in the folder of each kind of entry
NOT_PICTURES = {"README.md", "Thumbs.db", "desktop.ini"}
MIN_JOBS_TO_FORK = 4  # for fewer pictures, starting workers costs more than they save
MAX_WORKERS = 4  # each may need 500 MB

UNREADABLE = Refused("cannot be read.", "Check that it exists and may be read.")

Folders = Mapping[str, Mapping[str, Path]]
"""The pictures by folder, then by name (normalised, NFC)."""


@dataclass(frozen=True, slots=True)
class _Original:
    """The picture of an entry, and its key in the cache."""

    entry: Document[Entry]
    picture: Picture
    path: Path
    key: str


class PublishedPhotos(NamedTuple):
    """A hub's photos and their files.  A picture that is refused or withheld is in neither.

    photos: by the file of the entry that shows it.
    files: functions that read the bytes to publish, by address, in order.
    problems: of consent and missing pictures, then of refused and unused ones.
    """

    photos: Mapping[str, Photo]
    files: Mapping[str, Callable[[], bytes]]
    problems: list[Problem]


def publish_photos(hub: Hub, root: Path, folder: Path | None, today: date) -> PublishedPhotos:
    """Encode the photo of every entry that may show one.

    folder: of the photo cache; None turns caching off.
    today: a consent that ended before this day withholds the picture.
    """
    folders = _pictures(root)
    originals, problems = _locate(hub, folders, today)
    encoded, refused = _encode_all(originals, PhotoCache(FileCache(folder)))
    photos = {one.entry.file: _photo(one.picture, encoded[one.key]) for one in originals if one.key in encoded}
    files = {
        addresses.image(variant.name): partial(_content, variant, one.path)
        for one in originals
        if one.key in encoded
        for variant in encoded[one.key].variants
    }
    unused = _unused_pictures(hub, root, folders)
    return PublishedPhotos(photos, dict(sorted(files.items())), [*problems, *refused, *unused])


def _pictures(root: Path) -> Folders:
    """Return every picture, listed once: a name must match letter by letter on every system."""
    return {
        kind.folder: {
            unicodedata.normalize("NFC", path.name): path
            for path in sorted((root / kind.folder / FOLDER).glob("*"))
            if not path.name.startswith(".")
        }
        for kind in ENTRY_KINDS
    }


def _locate(hub: Hub, folders: Folders, today: date) -> tuple[list[_Original], list[Problem]]:
    """Return the pictures that may be shown, and every problem of consent and of pictures that are missing."""
    originals: list[_Original] = []
    problems: list[Problem] = []
    for entry in hub.entries:
        picture, reason = entry.facts.image, consent.reason_to_withhold(entry, today)
        problems += filter(None, (reason, consent.unknown_people(entry)))
        if picture is None or reason:
            continue
        try:
            path = _path(picture.file, folders[entry.kind.folder])
            originals.append(_Original(entry, picture, path, photo_key(path.read_bytes(), path.name)))
        except Refused as refused:
            problems.append(_refusal(entry, picture, refused))
        except OSError:
            problems.append(_refusal(entry, picture, UNREADABLE))
    return originals, problems


def _path(name: str, pictures: Mapping[str, Path]) -> Path:
    """Return the picture of a name.  Only a listed file is opened, so no name can lead out of the folder.

    Raises: Refused.
    """
    path = pictures.get(unicodedata.normalize("NFC", name))
    if path is None:
        fix = "Put the file in that folder, or write its name as it is there."
        raise Refused("is not there.", fix, nearest(name.rsplit("/", maxsplit=1)[-1], pictures))
    if path.is_symlink() or not path.is_file():
        raise Refused("is a link or a folder.", "Put the picture itself there.")
    accept.check_size(path.stat().st_size)
    return path


def _encode_all(originals: list[_Original], cache: PhotoCache) -> tuple[dict[str, EncodedPhoto], list[Problem]]:
    """Return the encoded photos by key; each is encoded once, however many entries show it."""
    encoded = {one.key: photo for one in originals if (photo := cache.get(one.key))}
    paths = {one.key: one.path for one in originals if one.key not in encoded}
    jobs = [partial(_encode, key, path, cache) for key, path in paths.items()]
    refused: dict[str, Refused] = {}
    for key, result in zip(paths, run_all(jobs, min_jobs=MIN_JOBS_TO_FORK, max_workers=MAX_WORKERS), strict=True):
        if isinstance(result, Refused):
            refused[key] = result
        else:
            encoded[key] = result
    cache.drop_unused(encoded)
    return encoded, [_refusal(one.entry, one.picture, refused[one.key]) for one in originals if one.key in refused]


def _encode(key: str, path: Path, cache: PhotoCache) -> EncodedPhoto | Refused:
    try:
        return cache.put(key, encode(path.read_bytes(), path.name))
    except Refused as refused:
        return refused


def _content(variant: Variant, original: Path) -> bytes:
    """Return a variant's bytes, encoded once more if the cache has lost them meanwhile."""
    try:
        return variant.read()
    except OSError:
        again = encode(original.read_bytes(), original.name).variants
        return next(one.read() for one in again if one.name == variant.name)


def _photo(picture: Picture, encoded: EncodedPhoto) -> Photo:
    fallback = encoded.fallback
    return Photo(
        addresses.image(fallback.name),
        tuple((addresses.image(source.name), source.width) for source in encoded.sources),
        fallback.width,
        fallback.height,
        picture.alt,
        picture.credit or "",
        picture.licence or "",
    )


def _refusal(entry: Document[Entry], picture: Picture, refused: Refused) -> Problem:
    return Problem(
        entry.file,
        line_of(("image", "file"), entry.lines),
        f"the picture {entry.kind.folder}/{FOLDER}/{picture.file} {refused.message}",
        field="image.file",
        found=picture.file,
        nearest=refused.nearest,
        fix=refused.fix,
        rule="picture",
    )


def _unused_pictures(hub: Hub, root: Path, folders: Folders) -> Iterator[Problem]:
    """Yield a problem for each picture that no file names: also a draft, or an entry with mistakes, may name it."""
    used = {
        (entry.kind.folder, unicodedata.normalize("NFC", entry.facts.image.file))
        for entry in hub.entries
        if entry.facts.image
    }
    for folder, pictures in folders.items():
        left = [name for name in pictures if (folder, name) not in used and name not in NOT_PICTURES]
        texts = [path.read_bytes() for path in (root / folder).glob("*.md") if path.is_file()] if left else []
        for name in left:
            if not any(os.fsencode(name) in text for text in texts):
                yield Problem(
                    f"{folder}/{FOLDER}/{name}",
                    0,
                    "no entry uses this picture.",
                    fix="Name it in an entry's `image`, or delete it.",
                    rule="unused-picture",
                    severity=Severity.SHOULD_FIX,
                )
