"""A repository's content, read and checked: all that scripts/check needs, and what a build starts from."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from ideas_hub.checks.run import check_all
from ideas_hub.engine.build_date import build_date
from ideas_hub.engine.cache import Cache
from ideas_hub.engine.parallel import gc_paused
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.photo import Photo
from ideas_hub.model.register import Register
from ideas_hub.photos.publish import publish_photos
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading import references
from ideas_hub.reading.documents import files_of
from ideas_hub.repository.assemble import assemble
from ideas_hub.repository.file_results import FileResult, ReadingMemo
from ideas_hub.repository.register import check_register, read_register

CACHE = ".cache"
PHOTOS = "photos"  # below it
DOWNLOADS = (f"docs/{addresses.TEMPLATE}",)
"""Files that a text may link to though they are no pages, by their path in the repository."""


@dataclass(frozen=True)
class Repository:
    """All content and all that is wrong with it.  problems: in file and line order, the ideas included.

    photos: by the file of the entry that shows it.  photo_files: what is published of them, by address.
    today: the day that what runs out is measured by.
    """

    root: Path
    hub: Hub
    problems: tuple[Problem, ...]
    cache: Cache
    register: Register
    photos: Mapping[str, Photo]
    photo_files: Mapping[str, bytes]
    today: date

    @cached_property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that must be mended: with any of them nothing is published."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.MUST_FIX)

    @cached_property
    def advice(self) -> tuple[Problem, ...]:
        """The problems that stop nothing: what should be mended, and ideas."""
        return tuple(problem for problem in self.problems if problem.severity is not Severity.MUST_FIX)


@gc_paused()
def load_repository(root: Path, *, cached: bool = True, shelf: ReadingMemo | None = None) -> Repository:
    """Return all content of a repository, with every problem.

    cached: use and keep the folder `.cache`.  shelf: what this process has read before, to be renewed.
    """
    cache = Cache(root / CACHE if cached else None)
    gathered = assemble(root, cache, shelf)
    hub, problems = gathered.hub, gathered.problems
    problems += _broken_links(hub, gathered.broken, dict.fromkeys((*files_of(root), *DOWNLOADS)))
    register, of_register = read_register(root)
    problems += [
        *of_register,
        *check_register(register, hub, {p.file for p in problems if p.severity is Severity.MUST_FIX}),
    ]
    day = build_date()
    photos, photo_files, of_photos = publish_photos(hub, root, root / CACHE / PHOTOS if cached else None, day)
    told = tuple(
        sorted([*problems, *of_photos, *check_all(root, hub, cache, day, gathered.found)], key=Problem.sort_key)
    )
    return Repository(root, hub, told, cache, register, photos, photo_files, day)


def _broken_links(hub: Hub, broken: Iterable[FileResult], files: Collection[str]) -> Iterator[Problem]:
    for document in hub.documents:
        if any(target not in files for target, _ in document.links):  # only then is the text needed
            yield from references.find_broken_links(
                document.links, document.file, document.body, document.body_line, files
            )
    for reading in broken:
        yield from references.find_broken_links(
            reading.links, reading.file, reading.parsed.body, reading.parsed.body_line, files
        )
