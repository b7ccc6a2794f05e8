"""One build's content: everything read and converted once, for every step that follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from ideas_hub import addresses, references
from ideas_hub.assemble import gather
from ideas_hub.assets import read_assets
from ideas_hub.cache import Cache
from ideas_hub.checks.run import check_all
from ideas_hub.contribute import DOWNLOADS
from ideas_hub.documents import Articles, files_of
from ideas_hub.hub import Hub
from ideas_hub.making import undisturbed
from ideas_hub.photos.gather import photos_of
from ideas_hub.photos.photo import Photo
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading import Reading, Shelf
from ideas_hub.register import FILE as REGISTER
from ideas_hub.register import Register, check_register, read_register
from ideas_hub.sharing.page_meta import Heads
from ideas_hub.site import Settings, site_view
from ideas_hub.today import today
from ideas_hub.views.page import Link, Page, Site
from ideas_hub.views.similar import SimilarViews

CACHE = ".cache"
PHOTOS, TEMPLATES = "photos", "templates"  # below it


@dataclass(frozen=True)
class Content:
    """What a build works from.  problems: in file and line order, the ideas included.

    photos: by the file of the entry that shows it.  photo_files: what is published of them, by address.
    today: the day that what runs out is measured by.
    """

    root: Path
    settings: Settings
    hub: Hub
    problems: tuple[Problem, ...]
    cache: Cache
    register: Register
    photos: Mapping[str, Photo]
    photo_files: Mapping[str, bytes]
    today: date

    @cached_property
    def articles(self) -> Articles:
        """The converted text of each document, by its file."""
        return Articles(self.hub.documents)

    @cached_property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that must be mended: with any of them nothing is published."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.MUST_FIX)

    @cached_property
    def advice(self) -> tuple[Problem, ...]:
        """The problems that stop nothing: what should be mended, and ideas."""
        return tuple(problem for problem in self.problems if problem.severity is not Severity.MUST_FIX)

    @cached_property
    def assets(self) -> tuple[dict[str, str], dict[str, bytes]]:
        """The published address of each asset by name, and the bytes of each by address."""
        return read_assets(self.root)

    @cached_property
    def site(self) -> Site:
        """What stands around every page."""
        return site_view(self.settings, self.hub, self.assets[0])

    @cached_property
    def around(self) -> bytes:
        """The digest of all content but case studies: what their pages show of the vocabulary, of projects and so on is in it."""
        digest = sha256()
        for path in sorted((self.root / "docs").rglob("*")):
            if path.suffix in {".md", ".yml", ".csv"}:
                digest.update(f"{path.relative_to(self.root)}\0".encode() + path.read_bytes())
        return digest.digest()

    @cached_property
    def facts(self) -> bytes:
        """The digest of all content but the texts of case studies: lists, data and citations show nothing of those."""
        digest = sha256(self.around)
        digest.update(self.root.joinpath(REGISTER).read_bytes() if self.register.rows else b"")
        for study in sorted(self.hub.case_studies.values(), key=lambda one: one.file):
            digest.update(study.file.encode() + study.facts_digest)
        return digest.digest()

    @cached_property
    def similar(self) -> SimilarViews:
        """The similar entries of each entry, by its file."""
        return SimilarViews(self.hub)

    @cached_property
    def heads(self) -> Heads:
        """What each page says of itself to machines."""
        return Heads(self.hub, self.register, self.site)

    @property
    def template_code(self) -> Path | None:
        """The folder where templates wait as code for the next build, if anything is kept for it."""
        return self.root / CACHE / TEMPLATES if self.cache.kept else None

    def prose_page(self, file: str) -> Page:
        """Return a prose page's own facts."""
        facts = self.hub.prose[file].facts
        return Page(facts.title, facts.summary, addresses.of_file(file) or "", (Link("Home", addresses.HOME),), file)


@undisturbed()
def read_content(root: Path, settings: Settings | None = None, *, cached: bool = True, shelf: Shelf | None = None) -> Content:
    """Return all content of a repository, read, checked and converted.

    cached: use and keep the folder `.cache`.  shelf: what this process has read before, to be renewed.
    """
    cache = Cache(root / CACHE if cached else None)
    gathered = gather(root, cache, shelf)
    hub, problems = gathered.hub, gathered.problems
    problems += _broken_links(hub, gathered.broken, dict.fromkeys((*files_of(root), *DOWNLOADS)))
    register, of_register = read_register(root)
    problems += [*of_register, *check_register(register, hub, {p.file for p in problems if p.severity is Severity.MUST_FIX})]
    day = today()
    photos, photo_files, of_photos = photos_of(hub, root, root / CACHE / PHOTOS if cached else None, day)
    told = tuple(sorted([*problems, *of_photos, *check_all(root, hub, cache, day, gathered.found)], key=Problem.sort_key))
    return Content(root, settings or Settings(), hub, told, cache, register, photos, photo_files, day)


def _broken_links(hub: Hub, broken: Iterable[Reading], files: Collection[str]) -> Iterator[Problem]:
    for document in hub.documents:
        if any(target not in files for target, _ in document.links):  # only then is the text needed
            yield from references.check_links(document.links, document.file, document.body, document.body_line, files)
    for reading in broken:
        yield from references.check_links(reading.links, reading.file, reading.parsed.body, reading.parsed.body_line, files)
