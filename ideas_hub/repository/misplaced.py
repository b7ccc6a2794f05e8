"""Pictures that lie beside the texts, where no page can show them and everyone can see their files."""

from collections.abc import Iterator
from pathlib import Path

from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.photos.originals import FOLDER, misplaced_picture
from ideas_hub.problem import Problem
from ideas_hub.reading.documents import TEXT_SUFFIXES
from ideas_hub.reading.files import list_files
from ideas_hub.repository.design import ASSETS

FOLDERS = ("case_studies", "docs")
ELSEWHERE = (f"{ASSETS}/", *(f"{kind.folder}/{FOLDER}/" for kind in ENTRY_KINDS))
"""The folders whose pictures are looked at elsewhere: as a part of the design, or with the pages that show them."""

TEXTS = (*TEXT_SUFFIXES, ".yml", ".csv")


def find_misplaced_pictures(root: Path) -> Iterator[Problem]:
    """Yield a problem for each picture that lies beside the texts."""
    for folder in FOLDERS:
        for file in list_files(root, folder).files:
            if not file.endswith(TEXTS) and not file.startswith(ELSEWHERE) and "/." not in file:
                yield from filter(None, [misplaced_picture(root, file)])
