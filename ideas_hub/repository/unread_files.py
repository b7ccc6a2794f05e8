"""Files that somebody asks to have checked, and that the hub does not read: nobody is to think them in order."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePath

from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.model.register import REGISTER_FILE
from ideas_hub.model.row_kinds import ROW_KINDS
from ideas_hub.problem import Problem
from ideas_hub.reading.data_files import (
    EVIDENCE_FILE,
    GLOSSARY_FILE,
    LISTS_FILE,
    MAP_FILE,
)
from ideas_hub.reading.documents import TEXT_SUFFIXES, better_name
from ideas_hub.reading.places import PLACES_FILE
from ideas_hub.reading.settings_file import SETTINGS_FILE

TABLES = (PLACES_FILE, *(kind.file for kind in ROW_KINDS), REGISTER_FILE)
DATA = (EVIDENCE_FILE, GLOSSARY_FILE, LISTS_FILE, MAP_FILE, SETTINGS_FILE, *TABLES)
CONTENT = ("case_studies", "docs")
DESIGN = ("docs/assets/", "overrides/")
PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".tif", ".tiff", ".bmp", ".svg"}


def find_unread_paths(root: Path, paths: Iterable[Path], others: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each path that no file of the hub is at or below.

    others: further files that are read.
    """
    for path in paths:
        whole = path.resolve()
        if not whole.is_relative_to(root):
            message, fix = "it is outside this hub, so it is not checked.", _where_it_belongs(path)
            yield Problem(str(path), 0, message, rule="unread-file", fix=fix)
        elif not _is_read(file := whole.relative_to(root).as_posix(), others, is_folder=whole.is_dir()):
            message = "the hub does not read it, so it is not checked."
            yield Problem(file, 0, message, found=path.name, rule="unread-file", fix=_where_it_belongs(path))


def _is_read(file: str, others: Collection[str], *, is_folder: bool) -> bool:
    if is_folder:
        folder = "" if file == "." else f"{file}/"
        return any(f"{one}/".startswith(folder) or folder.startswith(f"{one}/") for one in (*CONTENT, *DESIGN, *others))
    if file in DATA or file in others or file.startswith(DESIGN):
        return True
    path = PurePath(file)
    is_picture = path.parent.name == "images" and path.suffix.casefold() in PICTURES
    return file.startswith(tuple(f"{folder}/" for folder in CONTENT)) and (path.suffix == ".md" or is_picture)


def _where_it_belongs(path: Path) -> str:
    suffix = path.suffix.casefold()
    if suffix in PICTURES:
        return f"Put it in {CASE_STUDIES.folder}/images, and name it in the facts of its entry (image)."
    if suffix == ".md":
        return f"A story belongs in {CASE_STUDIES.folder}/, a page in docs/."
    if suffix in TEXT_SUFFIXES:
        name = f"{CASE_STUDIES.folder}/{better_name(path.stem) or 'walking-together'}.md"
        return f"Save its words as plain text in a file such as {name}. scripts/new asks for its facts and writes one."
    return "What is checked: files in case_studies/ and docs/ that end in .md, data files, pictures in images/."
