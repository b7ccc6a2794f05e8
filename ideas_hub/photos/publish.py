"""Every photo of a hub: found, checked, made anew, and named where something is wrong."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from ideas_hub.engine.parallel import run_all
from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.photo import Photo
from ideas_hub.model.value_paths import line_of
from ideas_hub.photos import accept, consent
from ideas_hub.photos.accept import Refused
from ideas_hub.photos.cache import LazyFiles, PhotoCache, photo_key
from ideas_hub.photos.encode import EncodedPhoto, encode
from ideas_hub.problem import Problem, Severity, nearest

FOLDER = "images"  # beside the entries that use its pictures
NOT_PICTURES = {"README.md", "Thumbs.db", "desktop.ini"}
WORTH_FORKING = 4  # pictures to make; below this, starting workers costs more than they save
MOST_WORKERS = 4  # each may need 500 MB

Folders = Mapping[str, Mapping[str, Path]]
"""The pictures there are: by folder, then by name."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A picture that an entry shows, and the key under which it is kept."""

    entry: Document[Any]
    path: Path
    key: str


def publish_photos(
    hub: Hub, root: Path, folder: Path | None, today: date
) -> tuple[Mapping[str, Photo], Mapping[str, bytes], list[Problem]]:
    """Return the photo of each entry by the entry's file, the bytes to publish by address, and what is wrong.

    folder: where made photos are kept; None keeps nothing.  today: the day by which consent must not have run out.
    A picture that is refused or withheld is in neither mapping.
    """
    folders = _pictures(root)
    shown, problems = _may_be_shown(hub, today)
    wanted, found = _find(shown, folders)
    made, refused = _make_all(wanted, PhotoCache(folder))
    photos = {one.entry.file: _photo(one.entry, made[one.key]) for one in wanted if one.key in made}
    contents = {
        addresses.image(file.name): file.content for one in made.values() for file in (one.fallback, *one.sources)
    }
    return photos, LazyFiles(contents), [*problems, *found, *refused, *_unused(hub, root, folders)]


def _pictures(root: Path) -> Folders:
    """Return every file beside the entries, listed once: a name must match letter by letter on every system."""
    folders: dict[str, dict[str, Path]] = {}
    for kind in ENTRY_KINDS:
        paths = sorted((root / kind.folder / FOLDER).glob("*"))
        folders[kind.folder] = {
            unicodedata.normalize("NFC", path.name): path for path in paths if not path.name.startswith(".")
        }
    return folders


def _may_be_shown(hub: Hub, today: date) -> tuple[list[Document[Any]], list[Problem]]:
    shown: list[Document[Any]] = []
    problems: list[Problem] = []
    for entry in hub.entries:
        reason = consent.withheld(entry, today)
        problems += [problem for problem in (reason, consent.unsaid(entry)) if problem]
        if entry.facts.image and not reason:
            shown.append(entry)
    return shown, problems


def _find(entries: Iterable[Document[Any]], folders: Folders) -> tuple[list[_Wanted], list[Problem]]:
    wanted: list[_Wanted] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            path = _path(entry.facts.image.file, folders[entry.kind.folder])
            wanted.append(_Wanted(entry, path, photo_key(path.read_bytes(), path.name)))
        except Refused as refused:
            problems.append(_refusal(entry, refused))
        except OSError:
            problems.append(_refusal(entry, Refused("cannot be read.", "Check that it exists and may be read.")))
    return wanted, problems


def _path(name: str, pictures: Mapping[str, Path]) -> Path:
    """Return the picture of a name.  Only a listed file is opened, so no name can lead out of the folder.

    Raises: Refused.
    """
    path = pictures.get(unicodedata.normalize("NFC", name))
    if path is None:
        raise Refused(
            "is not there.",
            "Put the file in that folder, or write its name as it is there.",
            nearest(name.rsplit("/", maxsplit=1)[-1], pictures),
        )
    if path.is_symlink() or not path.is_file():
        raise Refused("is a link or a folder.", "Put the picture itself there.")
    accept.check_size(path.stat().st_size)
    return path


def _make_all(wanted: list[_Wanted], kept: PhotoCache) -> tuple[dict[str, EncodedPhoto], list[Problem]]:
    """Return what is published of each picture by its key; each picture is made once, however many entries show it."""
    made = {one.key: before for one in wanted if (before := kept.get(one.key))}
    missing = {one.key: one.path for one in wanted if one.key not in made}
    refused: dict[str, Refused] = {}
    for key, result in zip(missing, _make_each(list(missing.items()), kept), strict=True):
        if isinstance(result, Refused):
            refused[key] = result
        else:
            made[key] = result
    kept.tidy(made)
    return made, [_refusal(one.entry, refused[one.key]) for one in wanted if one.key in refused]


def _make_each(pictures: list[tuple[str, Path]], kept: PhotoCache) -> list[EncodedPhoto | Refused]:
    return run_all([partial(_make_one, picture, kept) for picture in pictures], worth=WORTH_FORKING, most=MOST_WORKERS)


def _make_one(picture: tuple[str, Path], kept: PhotoCache) -> EncodedPhoto | Refused:
    key, path = picture
    try:
        return kept.put(key, encode(path.read_bytes(), path.name))
    except Refused as refused:
        return refused


def _photo(entry: Document[Any], made: EncodedPhoto) -> Photo:
    picture, fallback = entry.facts.image, made.fallback
    srcset = tuple((addresses.image(source.name), source.width) for source in made.sources)
    return Photo(
        addresses.image(fallback.name),
        srcset,
        fallback.width,
        fallback.height,
        picture.alt,
        picture.credit or "",
        picture.licence or "",
    )


def _refusal(entry: Document[Any], refused: Refused) -> Problem:
    return Problem(
        entry.file,
        line_of(("image", "file"), entry.lines),
        f"the picture {entry.kind.folder}/{FOLDER}/{entry.facts.image.file} {refused.message}",
        field="image.file",
        found=entry.facts.image.file,
        nearest=refused.nearest,
        fix=refused.fix,
        rule="picture",
    )


def _unused(hub: Hub, root: Path, folders: Folders) -> Iterator[Problem]:
    """Yield a problem for each picture that no entry shows; a draft, or an entry that has mistakes, may name it."""
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
