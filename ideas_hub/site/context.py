"""One build's content: everything read and converted once, for every step that follows."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from ideas_hub.model import addresses
from ideas_hub.site.assets import read_assets
from ideas_hub.repository.load import CACHE, Repository, load_repository
from ideas_hub.model.document import Articles
from ideas_hub.repository.file_results import ReadingMemo
from ideas_hub.model.register import REGISTER_FILE
from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.site.settings import Settings, site_view
from ideas_hub.views.page import Link, Page, Site
from ideas_hub.views.similar import SimilarViews

TEMPLATES = "templates"  # below the cache's folder


@dataclass(frozen=True)
class BuildContext(Repository):
    """What a build works from: the content, and what stands around every page of it."""

    settings: Settings

    @cached_property
    def articles(self) -> Articles:
        """The converted text of each document, by its file."""
        return Articles(self.hub.documents)

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
        digest.update(self.root.joinpath(REGISTER_FILE).read_bytes() if self.register.rows else b"")
        for study in sorted(self.hub.case_studies.values(), key=lambda one: one.file):
            digest.update(study.file.encode() + study.facts_digest)
        return digest.digest()

    @cached_property
    def similar(self) -> SimilarViews:
        """The similar entries of each entry, by its file."""
        return SimilarViews(self.hub)

    @cached_property
    def heads(self) -> PageHeads:
        """What each page says of itself to machines."""
        return PageHeads(self.hub, self.register, self.site)

    def template_code(self, whose: str) -> Path | None:
        """Return the folder where templates wait as code for the next build, if anything is kept for it.

        whose: "hub" or "theme"; the two share some files, which become different code, for each has settings of its own.
        """
        return self.root / CACHE / TEMPLATES / whose if self.cache.kept else None

    def prose_page(self, file: str) -> Page:
        """Return a prose page's own facts."""
        facts = self.hub.prose[file].facts
        return Page(facts.title, facts.summary, addresses.of_file(file) or "", (Link("Home", addresses.HOME),), file)


def load_context(root: Path, settings: Settings | None = None, *, cached: bool = True, shelf: ReadingMemo | None = None) -> BuildContext:
    """Return all content of a repository, read, checked and converted.  cached, shelf: as `read_checked` takes them."""
    return BuildContext(**vars(load_repository(root, cached=cached, shelf=shelf)), settings=settings or Settings())
