"""Pictures that lie beside the texts, where no page can show them and everyone can see their files."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePath

from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.photos.originals import FOLDER, NOT_THERE, misplaced_picture
from ideas_hub.problem import Problem
from ideas_hub.reading.documents import TEXT_SUFFIXES
from ideas_hub.reading.files import list_files
from ideas_hub.repository.design import ASSETS

FOLDERS = ("case_studies", "docs")
ELSEWHERE = (f"{ASSETS}/", *(f"{kind.folder}/{FOLDER}/" for kind in ENTRY_KINDS))
"""The folders whose pictures are looked at elsewhere: as a part of the design, or with the pages that show them."""

TEXTS = (*TEXT_SUFFIXES, ".yml", ".csv")


def with_misplaced_pictures(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """Return the problems and those of misplaced pictures; the page that names one need not say that it is missing."""
    misplaced = list(find_misplaced_pictures(root))
    names = {PurePath(problem.file).name.casefold() for problem in misplaced}
    return [*misplaced, *(one for one in problems if not _is_missing(one, names))]


def _is_missing(problem: Problem, names: Collection[str]) -> bool:
    is_picture = problem.field == "image.file" and problem.message.endswith(NOT_THERE)
    return is_picture and problem.found.casefold() in names


def find_misplaced_pictures(root: Path) -> Iterator[Problem]:
    """Yield a problem for each picture that lies beside the texts."""
    for folder in FOLDERS:
        for file in list_files(root, folder).files:
            if not file.endswith(TEXTS) and not file.startswith(ELSEWHERE) and "/." not in file:
                yield from filter(None, [misplaced_picture(root, file)])
