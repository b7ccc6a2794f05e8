"""Everything one build works from: the content, read and converted once, and its digests for cache keys."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from ideas_hub.engine.key import make_key
from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.model.register import REGISTER_FILE
from ideas_hub.reading.files import list_files, read_file
from ideas_hub.repository.design import read_assets
from ideas_hub.repository.load import CACHE, Repository, load_repository
from ideas_hub.repository.raw_content import ReadingMemo
from ideas_hub.search.similarity import Similarity
from ideas_hub.site.assets import published_assets
from ideas_hub.site.settings import Settings, repository_links, site_view
from ideas_hub.views.page import CONTRIBUTE_BREADCRUMB, HOME_BREADCRUMB, Link, Page, Site, is_in_guide, page_link


@dataclass(frozen=True)
class BuildContext(Repository):
    """The input of one build; what is derived from it is computed on first use."""

    settings: Settings

    @cached_property
    def assets(self) -> tuple[dict[str, str], dict[str, bytes]]:
        """The address of each asset by file name, and its content by address."""
        return published_assets(read_assets(self.root)[0])

    @cached_property
    def site(self) -> Site:
        """What every page shows of the site: name, menu, footer, assets."""
        by_name, contents = self.assets
        return site_view(self.settings, self.hub, by_name, contents.get(by_name.get("mark.svg", ""), b""))

    @cached_property
    def repository_links(self) -> list[Link]:
        """Where somebody with an account on GitHub can go straight to."""
        return repository_links(self.settings, self.root)

    @cached_property
    def docs_digest(self) -> bytes:
        """Digest of all content except case studies (vocabulary, projects, evidence ...)."""
        digest = sha256()
        for file in list_files(self.root, "docs").files:
            if file.endswith((".md", ".yml", ".csv")):
                digest.update(repr((file, read_file(self.root, file))).encode())
        documents = [(one.file, one.digest) for one in self.hub.documents if one.kind is not CASE_STUDIES]
        digest.update(repr(documents).encode())  # of these files, those that are out, and what they leave out
        return digest.digest()

    @cached_property
    def places_digest(self) -> bytes:
        """Digest of the places."""
        return make_key(places=[tuple(place) for place in self.hub.places])  # plain tuples take a fifth of the time

    @cached_property
    def facts_digest(self) -> bytes:
        """Digest of all content except the bodies of case studies, which lists, data and citations do not show."""
        digest = sha256(self.docs_digest)
        digest.update(self.root.joinpath(REGISTER_FILE).read_bytes() if self.register.rows else b"")
        for study in sorted(self.hub.case_studies.values(), key=lambda study: study.file):
            digest.update(study.file.encode() + study.facts_digest)
        digest.update(repr([(one.file, one.facts) for one in self.hub.withdrawn]).encode())
        digest.update(repr([entry.facts.published for entry in self.hub.entries]).encode())  # may come from git
        digest.update(repr(self.hub.to_come).encode())  # it changes with the day
        return digest.digest()

    @cached_property
    def similar(self) -> Similarity:
        return Similarity(self.hub)

    @cached_property
    def page_heads(self) -> PageHeads:
        """Each page's metadata for machines."""
        return PageHeads(self.hub, self.register, self.site)

    def bytecode_dir(self, templates: str) -> Path | None:
        """Return the Jinja bytecode cache folder, or None if caching is off.

        templates: "hub" or "theme"; they share some files, which compile differently under each environment's options.
        """
        return self.root / CACHE / "templates" / templates if self.cache.enabled else None

    def prose_page(self, file: str) -> Page:
        """Return the title, address and breadcrumb of a prose page, which MkDocs renders."""
        link, summary = page_link(self.hub.prose[file]), self.hub.prose[file].facts.summary
        breadcrumb = CONTRIBUTE_BREADCRUMB if is_in_guide(link.address) else HOME_BREADCRUMB
        return Page(link.text, summary, link.address, breadcrumb, file)


def load_context(
    root: Path, settings: Settings | None = None, *, cached: bool = True, memo: ReadingMemo | None = None
) -> BuildContext:
    """Read, check and convert all content of a repository; `blocking` lists what must be fixed before publishing.

    Entries are not compared with each other: a site shows nothing of that, and scripts/check says it.
    cached, memo: see `load_repository`.
    """
    repository = load_repository(root, cached=cached, memo=memo, advice=False)
    return BuildContext(**vars(repository), settings=settings or Settings())
