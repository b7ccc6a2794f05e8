"""Publishes every photo of a hub: located, accepted, encoded, and reported where something is wrong."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import NamedTuple

from ideas_hub.engine.file_cache import FileCache
from ideas_hub.engine.parallel import run_all
from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry, Picture
from ideas_hub.model.hub import Hub
from ideas_hub.model.photo import Photo
from ideas_hub.model.value_paths import line_of
from ideas_hub.photos import accept, consent
from ideas_hub.photos.accept import Refused
from ideas_hub.photos.cache import PhotoCache, photo_key
from ideas_hub.photos.encoded_photo import EncodedPhoto, Variant
from ideas_hub.photos.originals import (
    FOLDER,
    NOT_PICTURES,
    Folders,
    find_unfit_pictures,
    list_pictures,
    read_original,
    read_picture,
    telling,
)
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.files import file_names, read_file

MIN_JOBS_TO_FORK = 4  # for fewer pictures, starting workers costs more than they save
MAX_WORKERS = 4  # each may need 500 MB


@dataclass(frozen=True, slots=True)
class _Original:
    """The picture of an entry, its file by path from the root, and its key in the cache."""

    entry: Document[Entry]
    picture: Picture
    file: str
    key: str


class PublishedPhotos(NamedTuple):
    """A hub's photos and their files.  A picture that is refused or withheld is in neither.

    photos: by the file of the entry that shows it.
    files: functions that read the bytes to publish, by address, in order.
    problems: of consent and missing pictures, then of refused, telling and unused ones.
    """

    photos: Mapping[str, Photo]
    files: Mapping[str, Callable[[], bytes]]
    problems: list[Problem]


def publish_photos(hub: Hub, root: Path, folder: Path | None, today: date) -> PublishedPhotos:
    """Encode the photo of every entry that may show one; that of an entry that is not out yet is not published.

    folder: of the photo cache; None turns caching off.
    today: a consent that ended before this day withholds the picture.
    """
    folders = list_pictures(root)
    originals, problems = _locate(hub, root, folders, today)
    encoded, refused = _encode_all(originals, root, PhotoCache(FileCache(folder)))
    out = [one for one in originals if one.key in encoded and one.entry.facts.is_out(today)]
    photos = {one.entry.file: _photo(one.picture, encoded[one.key]) for one in out}
    files = {
        addresses.image(variant.name): partial(_content, variant, root, one.file)
        for one in out
        for variant in encoded[one.key].variants
    }
    # the page that shows a picture says what is wrong with it; nobody says it again
    named = {f"{problem.file.rpartition('/')[0]}/{FOLDER}/{problem.found}" for problem in problems if problem.found}
    named |= {one.file for one in originals}
    others = [file for pictures in folders.values() for file in pictures.values() if file not in named]
    nearly = {f"{problem.file.rpartition('/')[0]}/{FOLDER}/{problem.nearest}" for problem in problems}
    unused = (problem for problem in _unused_pictures(hub, root, folders) if problem.file not in nearly)
    problems += [*refused, *find_unfit_pictures(root, others), *unused]
    return PublishedPhotos(photos, dict(sorted(files.items())), problems)


def _locate(hub: Hub, root: Path, folders: Folders, today: date) -> tuple[list[_Original], list[Problem]]:
    """Return the pictures that may be shown, and every problem of consent and of pictures that are missing or move."""
    originals: list[_Original] = []
    problems: list[Problem] = []
    for entry in hub.entries:
        picture, reason = entry.facts.image, consent.reason_to_withhold(entry, today)
        problems += filter(None, (reason, consent.unknown_people(entry)))
        if picture is None or reason:
            continue
        try:
            file, content = read_picture(root, entry.kind.folder, picture.file, folders)
        except Refused as refused:
            problems.append(_refusal(entry, picture, refused))
            continue
        originals.append(_Original(entry, picture, file, photo_key(content, file)))
        if accept.moves(content):
            still = Refused("moves; the page shows its first picture, still.", "Put the still picture you want there.")
            problems.append(replace(_refusal(entry, picture, still), severity=Severity.SHOULD_FIX))
    return originals, problems


def _encode_all(
    originals: list[_Original], root: Path, cache: PhotoCache
) -> tuple[dict[str, EncodedPhoto], list[Problem]]:
    """Return the encoded photos by key; each is encoded once, however many entries show it."""
    encoded = {one.key: photo for one in originals if (photo := cache.get(one.key))}
    missing = {one.key: one.file for one in originals if one.key not in encoded}
    jobs = [partial(_encode, key, root, file, cache) for key, file in missing.items()]
    refused: dict[str, Refused] = {}
    for key, result in zip(missing, run_all(jobs, min_jobs=MIN_JOBS_TO_FORK, max_workers=MAX_WORKERS), strict=True):
        if isinstance(result, Refused):
            refused[key] = result
        else:
            encoded[key] = result
    cache.drop_unused(encoded)
    return encoded, [_refusal(one.entry, one.picture, refused[one.key]) for one in originals if one.key in refused]


def _encode(key: str, root: Path, file: str, cache: PhotoCache) -> EncodedPhoto | Refused:
    from ideas_hub.photos.encode import encode  # noqa: PLC0415 it imports Pillow, which a cached photo does not need

    try:
        content = read_original(root, file)
        photo = encode(content, file)
        return telling(content, file) or cache.put(key, photo)
    except Refused as refused:
        return refused


def _content(variant: Variant, root: Path, original: str) -> bytes:
    """Return a variant's bytes, encoded once more if the cache has lost them meanwhile."""
    from ideas_hub.photos.encode import encode  # noqa: PLC0415 likewise

    try:
        return variant.read()
    except OSError:
        again = encode(read_original(root, original), original).variants
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
    """Yield a problem for each picture that no file names, also in other letters, with another ending or elsewhere.

    A draft, or an entry with mistakes, may name it too.
    """
    used = {
        (entry.kind.folder, unicodedata.normalize("NFC", entry.facts.image.file))
        for entry in hub.entries
        if entry.facts.image
    }
    texts: list[bytes] = []
    for folder, pictures in folders.items():
        left = [name for name in pictures if (folder, name) not in used and name not in NOT_PICTURES]
        if left and not texts:
            texts = list(_texts(root, folders))
        for name in left:
            named = _pattern_of(name)
            if not any(named.search(text) for text in texts):
                yield Problem(
                    f"{folder}/{FOLDER}/{name}",
                    0,
                    "no entry uses this picture.",
                    fix="Name it in an entry's `image`, or delete it.",
                    rule="unused-picture",
                    severity=Severity.SHOULD_FIX,
                )


def _texts(root: Path, folders: Iterable[str]) -> Iterator[bytes]:
    """Yield the texts of all entries, in lower case."""
    for folder in folders:
        for name in file_names(root, folder):
            text = read_file(root, f"{folder}/{name}") if name.endswith(".md") else None
            if isinstance(text, bytes):
                yield text.lower()


def _pattern_of(name: str) -> re.Pattern[bytes]:
    """Return what finds a picture's name, in lower case, with any ending and any marks between its words."""
    words = re.split(rb"[\s_-]+", os.fsencode(PurePath(name).stem).lower())
    return re.compile(rb"(?<![\w-])" + rb"[\s_-]+".join(map(re.escape, words)) + rb"\.[a-z]{3,4}\b")
