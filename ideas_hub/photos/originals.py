"""The pictures in the repository: listed once, read within bounds, and refused where their files tell too much."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

from ideas_hub.model import addresses
from ideas_hub.model.kinds import CASE_STUDIES, ENTRY_KINDS
from ideas_hub.photos import accept
from ideas_hub.photos.accept import Refused
from ideas_hub.photos.metadata import find_metadata, in_words
from ideas_hub.problem import Problem, nearest
from ideas_hub.reading.files import NOT_A_FILE, find_obstacle, list_files, read_file

FOLDER = "images"  # in the folder of each kind of entry
NOT_THERE = "is not there."
NOT_PICTURES = {"README.md", "Thumbs.db", "desktop.ini"}
WHERE = f"Photos belong in {CASE_STUDIES.folder}/{FOLDER}."
HOW_TO_CLEAN = (
    f"Clean the file and upload it again. The hub's page /{addresses.CLEAN_PHOTO} does that on your own phone or "
    'computer, and sends nothing. Or on Windows: Properties, Details, "Remove Properties". '
    "On a phone or Mac: take a screenshot of it, and upload that. Or: scripts/clean-photo {file}. "
    "docs/contribute/pictures.md says more."
)

Folders = Mapping[str, Mapping[str, str]]
"""The pictures by folder of their kind of entry, then by name (normalised, NFC): each one's path from the root."""


def list_pictures(root: Path) -> Folders:
    """Return every picture, listed once: a name must match letter by letter on every system."""
    return {kind.folder: _pictures_in(root, f"{kind.folder}/{FOLDER}/") for kind in ENTRY_KINDS}


def _pictures_in(root: Path, folder: str) -> dict[str, str]:
    files = list_files(root, folder.rstrip("/")).names
    below = {unicodedata.normalize("NFC", file.removeprefix(folder)): file for file in files if file.startswith(folder)}
    return {name: file for name, file in below.items() if not f"/{name}".rpartition("/")[2].startswith(".")}


def read_picture(root: Path, kind_folder: str, name: str, folders: Folders) -> tuple[str, bytes]:
    """Return a picture's path from the root and its bytes.

    Only a listed file is opened, so no name can lead out of the folder.
    Raises: Refused.
    """
    pictures = folders[kind_folder]
    file = pictures.get(unicodedata.normalize("NFC", name))
    if file is None and find_obstacle(root, f"{kind_folder}/{FOLDER}"):
        raise Refused("is behind a link.", "Put the folder itself there.")
    if file is None:
        last = name.rsplit("/", maxsplit=1)[-1]
        others = (found for folder, found in folders.items() if folder != kind_folder)
        if elsewhere := next((found[last] for found in others if last in found), ""):
            raise Refused(NOT_THERE, f"Move {elsewhere} there.")
        near = nearest(last, pictures)
        fix = "Write its name as it is there." if near else "Put the file in that folder."
        fix = "Put the file in that folder, and write its name alone." if last != name and not near else fix
        raise Refused(NOT_THERE, fix, near)
    return file, read_original(root, file)


def read_original(root: Path, file: str) -> bytes:
    """Return the bytes of a picture of a sane size.

    Raises: Refused.
    """
    obstacle = find_obstacle(root, file)
    if not obstacle and (root / file).is_file():
        accept.check_size(os.lstat(root / file).st_size)
    content = obstacle or read_file(root, file)
    if isinstance(content, bytes):
        return content
    if content.rule == NOT_A_FILE:
        raise Refused("is a link, or something else that is no file.", "Put the picture itself there.")
    raise Refused("cannot be read.", "Check that it is there and may be read.")


def telling(content: bytes, file: str) -> Refused | None:
    """Return why a photo is refused whose file says where it was taken, or holds names, or numbers of the camera.

    Raises: Refused: it is no photo.
    """
    found = find_metadata(content, accept.kind_of(content))
    message = f"holds hidden details, and everyone can open its file: {in_words(found)}."
    return Refused(message, HOW_TO_CLEAN.format(file=file)) if found else None


def find_unfit_pictures(root: Path, files: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each of these files that everyone can see though no page shows it, and that must not stay."""
    for file in files:
        content = read_file(root, file, most=accept.MAX_BYTES)
        if isinstance(content, bytes) and (refused := _unfit(root, file, content)):
            yield unfit_picture(file, refused)


def _unfit(root: Path, file: str, content: bytes) -> Refused | None:
    """Return why a picture is refused that tells too much, or of which nobody can see here what it tells."""
    has_other_name = PurePath(file).suffix.casefold() in accept.OTHER_ENDINGS
    if not (has_other_name or accept.is_photo(content) or accept.is_other_picture(content)):
        return None
    try:
        accept.kind_of(content)
        accept.check_size(os.lstat(root / file).st_size)
        return telling(content, file)
    except Refused as refused:
        return refused


def unfit_picture(file: str, refused: Refused, where: str = "") -> Problem:
    """Return the problem of a picture that no page shows.

    where: a sentence on the place where it belongs.
    """
    subject = "this" if refused.message.startswith(("is ", "has ")) else "the picture"
    return Problem(file, 0, f"{subject} {refused.message}", fix=f"{refused.fix} {where}".rstrip(), rule="picture")


def misplaced_picture(root: Path, file: str) -> Problem | None:
    """Return a problem for a file that is a picture, in a place from which no page shows one.

    One sentence says all that there is to do: how to clean it or make it a JPEG, and where to put it.
    """
    content = read_file(root, file, most=accept.MAX_BYTES)
    if isinstance(content, Problem) or not accept.is_picture(content, file):
        return None
    if refused := _unfit(root, file, content):
        return unfit_picture(file, refused, WHERE)
    fix = f"{WHERE} Put it there, and name it in the facts of its page."
    return Problem(file, 0, "no page can show a picture from here.", fix=fix, rule="picture")
