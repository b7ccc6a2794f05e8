"""The build: every file of the site, one step after another.

The output groups are rendered in worker processes, and files of the previous build that are still valid are reused.
The prose pages (about, accessibility ...) are not here: MkDocs renders them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ideas_hub.engine import incremental
from ideas_hub.engine.atomic_folder import Mark
from ideas_hub.engine.file_cache import FileCache
from ideas_hub.engine.incremental import OutputFile, PreviousBuild, Written
from ideas_hub.engine.late import late
from ideas_hub.engine.parallel import run_all
from ideas_hub.formats.citing import citation_files
from ideas_hub.formats.markdown_copies import llms_txt
from ideas_hub.formats.redirects import redirect_files
from ideas_hub.formats.sitemap import sitemap_files
from ideas_hub.formats.social_cards import social_card_files
from ideas_hub.model import addresses
from ideas_hub.model.kinds import EVIDENCE
from ideas_hub.repository.load import CACHE
from ideas_hub.search.similarity import Similarity
from ideas_hub.site.context import BuildContext
from ideas_hub.site.entry_groups import entry_groups
from ideas_hub.site.output_groups import (
    OutputGroup,
    content_group,
    data_files,
    docs_group,
    encoded,
    facts_group,
    feed_group,
    finder_group,
    list_groups,
    pages,
    photo_files,
    place_groups,
    shortlist_files,
    text_files,
)
from ideas_hub.site.prose import ProsePages, prose_key
from ideas_hub.site.renderer import Renderer
from ideas_hub.site.row_groups import organisation_groups, row_groups
from ideas_hub.site.single_pages import single_pages

MARK = Mark(addresses.MARK, b"This folder is a website that ideas_hub has built.\n")
MARK_TEXT = MARK.start + b"The next build replaces it as a whole, so keep nothing of your own in it.\n"
MIN_GROUPS_TO_FORK = 4  # the search alone takes longer than starting workers


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did, as paths below the site's root.

    reused: files taken over from the previous build, each with its inode.
    """

    written: tuple[str, ...]
    reused: Mapping[str, int]


def output_groups(renderer: Renderer, similar: Similarity) -> list[OutputGroup]:
    """Return the recipe: every file of the site, but for the prose pages and the sitemap, which names all pages.

    The groups that take longest come first, and the many short ones last, so that the workers end together.
    """
    # find/index.html, 404.html and search/*.js
    return [finder_group(renderer), *_other_files(renderer), *_pages(renderer, similar)]


def _pages(renderer: Renderer, similar: Similarity) -> Iterator[OutputGroup]:
    # projects/<id>/ and organisations/<id>/
    yield from row_groups(renderer)
    # organisations/sector/<id>/, organisations/role/<id>/, organisations/partners/<id>/<id>/ and regions/<id>/<id>.csv
    yield from organisation_groups(renderer)
    # evidence/<id>/
    yield from _evidence(renderer)
    # case-studies/, programmes/, ideas/ and tools/; themes/<id>/, regions/<id>/ and communities/<id>/; find/<id>/<id>/
    yield from list_groups(renderer)
    yield from (page.group(renderer) for page in single_pages(renderer.context.hub, renderer.context.today))
    # contribute/write/index.html and rules.*.js
    yield docs_group(renderer, "write", (addresses.WRITE,), late("site.contribute.write_files", renderer), indexed=True)
    # find/places/index.html and find/places/<letter>/
    yield from place_groups(renderer)
    # case-studies/<id>/, learning-points/<id>/, programmes/<id>/, ideas/<id>/, tools/<id>/, events/<id>/ and
    # trails/<id>/, each with index.html and index.md; tools/<id>/questions.csv
    yield from entry_groups(renderer, similar)


def _evidence(renderer: Renderer) -> Iterator[OutputGroup]:
    """Yield the pages of the subjects that the evidence is about."""
    hub = renderer.context.hub
    if EVIDENCE in hub.parts:
        files = partial(pages, "evidence_subject.html", late("views.evidence.subject_views", hub), renderer)
        yield facts_group(renderer, EVIDENCE, (addresses.EVIDENCE,), files, indexed=True)


def _other_files(renderer: Renderer) -> Iterator[OutputGroup]:
    context = renderer.context
    hub, site, register = context.hub, context.site, context.register
    files = partial(content_group, renderer)
    # feed.xml and feed.json at the top, and in the folder of each kind of entry and of each term
    yield feed_group(renderer)
    # text.js beside the page of each term and project, and beside the hub's own pages
    yield files("texts", "", partial(text_files, hub))
    # data/index.html; each table as data/*.csv and *.json, and their schemas; data package, GeoJSON and zip
    yield facts_group(renderer, "data", (addresses.DATA,), partial(data_files, renderer), indexed=True)
    # data/citations.bib and data/citations.ris
    yield files("citations", addresses.DATA, partial(citation_files, hub, register, site))
    # calendar.ics beside the list of events, and beside the page of each region that has events with a day
    yield files("calendars", "", late("formats.calendar_files.calendar_files", hub, register, site))
    # shortlist/*.js
    yield facts_group(renderer, "shortlist", (addresses.SHORTLIST,), partial(shortlist_files, renderer))
    # contribute/case-studies-template.csv and contribute/review.csv
    tables = late("site.contribute.contribute_files", hub, context.today)
    yield files("contribute", addresses.CONTRIBUTE, tables, today=context.today)
    yield files("llms.txt", "llms.txt", partial(llms_txt, hub, site, renderer.environment))
    # a page at each old address, and at each permanent short one: c/<number>/
    yield files("redirects", "", partial(redirect_files, hub, register, site, renderer.environment))
    yield from _assets(renderer.context)


def _assets(context: BuildContext) -> Iterator[OutputGroup]:
    """Yield what no template renders and no fact changes."""
    # hub.txt, by which a build knows what it may replace
    yield OutputGroup(lambda: [OutputFile.of_bytes(MARK.name, MARK_TEXT)], (MARK.name,))
    # assets/**
    yield OutputGroup(partial(encoded, context.assets[1].items))
    # images/*
    yield OutputGroup(partial(photo_files, context.photo_files))
    if context.site.has_social_cards:  # card.png at the top, and beside each entry, each project and each term
        pictures = FileCache(context.root / CACHE / "cards")
        yield OutputGroup(partial(social_card_files, context.page_heads.social_cards, pictures), parallel=True)


def publish(
    context: BuildContext, folder: Path, *, replaced: Path | None = None, prose: ProsePages | None = None
) -> Published:
    """Write the site's files into a folder, in worker processes.

    folder: created if missing.
    replaced: the previous site, whose place the folder will take; files that are still valid there are not written.
    prose: the prose pages, rendered unless they are still valid; None if they are in the folder.
    """
    previous = incremental.load_previous(replaced, context.cache)
    renderer = Renderer(context)
    of_prose = prose_key(renderer, prose.program) if prose else b""
    prose_files = _write_prose(prose, of_prose, folder, previous) if prose else []
    by_group = _write_groups(output_groups(renderer, context.similar), folder, previous)
    indexed = [path for group, files in by_group if group.indexed for path, _, _ in files]
    pages = [path.removesuffix("index.html") for path in indexed if path.rpartition("/")[2] == "index.html"]
    addresses_of_prose = [context.prose_page(file).address for file in context.hub.prose]
    sitemap = partial(sitemap_files, [*addresses_of_prose, *pages], context.hub, context.site, renderer.environment)
    last = incremental.write(encoded(sitemap), folder, previous)
    by_key = [*((group.key, files) for group, files in by_group), (of_prose, prose_files), (b"", last)]
    if replaced:
        incremental.save_manifest(replaced, by_key, context.cache)
    every = [file for _, files in by_key for file in files]
    return Published(
        tuple(file.path for file in every if not file.reused),
        {file.path: file.record.inode for file in every if file.reused},
    )


def _write_prose(prose: ProsePages, key: bytes, folder: Path, previous: PreviousBuild) -> list[Written]:
    if (files := incremental.reuse_group(key, previous)) is None:
        prose.render()
        files = incremental.written_by_others(folder, key)
    return files


def _write_groups(
    groups: Sequence[OutputGroup], folder: Path, previous: PreviousBuild
) -> list[tuple[OutputGroup, list[Written]]]:
    """Write the files of all groups that cannot be reused whole; those with workers of their own go first."""
    reused = [(group, incremental.reuse_group(group.key, previous)) for group in groups]
    done = [(group, files) for group, files in reused if files is not None]
    stale = sorted((group for group, files in reused if files is None), key=lambda group: not group.parallel)
    for prepare in {group.prepare for group in stale if group.prepare}:
        prepare()
    jobs = [partial(_write_group, group, folder, previous) for group in stale]
    parallel_count = sum(group.parallel for group in stale)
    written = [job() for job in jobs[:parallel_count]] + run_all(jobs[parallel_count:], min_jobs=MIN_GROUPS_TO_FORK)
    return [*done, *zip(stale, written, strict=True)]


def _write_group(group: OutputGroup, folder: Path, previous: PreviousBuild) -> list[Written]:
    return incremental.write(group.files(), folder, previous)
