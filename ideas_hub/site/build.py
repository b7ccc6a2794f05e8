"""Writes the hub: every page from its view, the data files, the search files and the assets.

The site is made in parts that know nothing of each other: `publish` shares them among all processors and leaves out what
stands already in the folder that will be replaced, `files` makes them one after the other.  The prose pages (about, accessibility ...) are
not here: MkDocs makes those.
"""

from ideas_hub.views.data_tables import data_tables

from ideas_hub.model.hub import Hub
from datetime import date
from ideas_hub.drafting.questions import questions
from ideas_hub.formats.review_table import review_table_files
from ideas_hub.drafting.table import template

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ideas_hub.engine import incremental
from ideas_hub.formats import tables
from ideas_hub.model import addresses
from ideas_hub.site import build
from ideas_hub.repository.load import CACHE
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.engine.parallel import gc_paused, run_all
from ideas_hub.engine.incremental import OutputFile, PreviousBuild, Written, output_file
from ideas_hub.problem import report
from ideas_hub.site.search_build import search_display, search_segments
from ideas_hub.site.renderer import Renderer, template_environment
from ideas_hub.search.build import build_search
from ideas_hub.search.chunks import FOLDER
from ideas_hub.formats import (citing, data_package, feeds, markdown_copies, redirects, social_cards)
from ideas_hub.formats.sitemap import robots, sitemap
from ideas_hub.site.pages import (EntryPageSpec, ExtrasByFile, PageBatch, PageSpec, finder_page, page_batches)
from ideas_hub.formats.shortlist_facts import fact_files
from ideas_hub.views.data import data_view
from ideas_hub.views.similar import SimilarViews

WORTH_SHARING = 4  # parts: the search alone takes longer than starting workers


@dataclass(frozen=True, slots=True)
class OutputGroup:
    """A part of the site, made apart from the others.

    within: the folders and files that it writes; "" is every one.  in_sitemap: whether its pages are for search engines.
    shares: whether it shares its own work among all processors.  key: of all that it hangs on, where that is known at once.
    """

    make: Callable[[], Iterator[OutputFile]]
    within: tuple[str, ...] = ("",)
    in_sitemap: bool = False
    shares: bool = False
    key: bytes = b""


@dataclass(frozen=True, slots=True)
class Published:
    """What was published.  made: files that were made and written.  kept: files that stand in the replaced folder as they should be."""

    made: tuple[str, ...]
    kept: tuple[str, ...]


def output_groups(content: BuildContext, renderer: Renderer, similar: SimilarViews) -> list[OutputGroup]:
    """Return the parts of the site, those that take longest first."""
    hub, site = content.hub, content.site
    shown = ExtrasByFile(content.photos, similar, content.today)
    return [
        *([OutputGroup(partial(_cards, content, renderer), shares=True)] if site.has_cards else []),
        OutputGroup(
            partial(_finder, content, renderer),
            (addresses.output_file(addresses.FIND), FOLDER),
            in_sitemap=True,
            key=renderer.key(content.facts, "finder", [entry.digest for entry in hub.entries]),
        ),
        *data_and_feeds(content, renderer),
        *(_page_part(number, batch, content, renderer) for number, batch in enumerate(page_batches(hub, content.articles, shown))),
    ]


def build_renderer(content: BuildContext) -> Renderer:
    """Return what renders the pages of the site."""
    return Renderer(content.root, template_environment(content.root, content.template_code("hub")), content.site, content.heads)


def _page_part(number: int, batch: PageBatch, content: BuildContext, renderer: Renderer) -> OutputGroup:
    # the number too: two batches may share a folder, and the facts decide which there are
    key = renderer.key(content.facts, number, batch.within, batch.beside)
    return OutputGroup(partial(_pages, batch.make, content, renderer), batch.within, in_sitemap=True, key=key)


def data_and_feeds(content: BuildContext, renderer: Renderer) -> Iterator[OutputGroup]:
    """Yield what makes the rest: data, feeds, citations, lasting addresses, assets and photos."""
    hub, register, site, environment = content.hub, content.register, content.site, renderer.environment

    def of_facts(make: Callable[[], Iterator[tuple[str, bytes]]], name: str, *within: str, beside: object = None) -> OutputGroup:
        return OutputGroup(partial(_ready, make), within or ("",), key=renderer.key(content.facts, name, beside))

    yield OutputGroup(partial(_data, content, renderer), (addresses.DATA,), in_sitemap=True, key=renderer.key(content.facts, "data"))
    for batch, within in feeds.batches(hub, site):
        yield OutputGroup(partial(_feeds, batch, content, renderer), within)
    yield of_facts(partial(citing.citation_files, hub, register, site), "citing", addresses.DATA)
    yield of_facts(partial(markdown_copies.llms_txt, hub, site, environment), "overview", "llms.txt")
    yield of_facts(partial(fact_files, hub), "shortlist", addresses.SHORTLIST)
    yield of_facts(partial(redirects.redirect_files, hub, register, site, environment), "redirects")
    yield of_facts(partial(build.contribute_files, hub, content.today), "contribute", addresses.CONTRIBUTE, beside=content.today)
    yield OutputGroup(partial(_ready, ({**content.assets[1], **content.photo_files}).items))


def _ready(make: Callable[[], Iterable[tuple[str, bytes]]]) -> Iterator[OutputFile]:
    return (output_file(path, made) for path, made in make())


def _cards(content: BuildContext, renderer: Renderer) -> Iterator[OutputFile]:
    return _ready(partial(social_cards.social_card_files, content.heads.cards, content.root / CACHE / "cards", renderer.environment))


def _feeds(batch: slice, content: BuildContext, renderer: Renderer) -> Iterator[OutputFile]:
    made = feeds.feed_files(content.hub, content.articles, content.register, content.site, renderer.environment, batch=batch)
    for path, feed, make in made:
        yield OutputFile(path, renderer.key(content.facts, path, [entry.digest for entry in feed.entries]), make)


def _finder(content: BuildContext, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the search, and the one page that has to know where it starts."""
    hub, cache = content.hub, content.cache.opened_again()
    searched = build_search(search_display(hub, content.facts, cache), search_segments(hub, content.around, cache))
    yield from _ready(searched.files.items)
    yield renderer.page(finder_page(content.hub, content.articles, searched.manifest))


def _data(content: BuildContext, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the data files and the page that explains them."""
    tables = data_tables(content.hub)
    yield from _ready(partial(data_package.data_package_files, tables, content.hub, content.site, renderer.environment))
    view = data_view(tables, content.hub, content.articles)
    yield renderer.page(PageSpec("data.html", view.page, view))


def _pages(batch: Callable[[], Iterator[PageSpec | EntryPageSpec]], content: BuildContext, renderer: Renderer) -> Iterator[OutputFile]:
    for sheet in batch():
        yield from _entry(sheet, content, renderer) if isinstance(sheet, EntryPageSpec) else (renderer.page(sheet),)


def _entry(sheet: EntryPageSpec, content: BuildContext, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield an entry's page, and the same as Markdown: both from one view, so under one key.

    Of other case studies the page of a case study shows nothing but the similar ones; so where nothing else has changed,
    its view need not even be made to know that it is as it was.
    """
    entry, view = sheet.entry, sheet.view
    address = addresses.document(entry.kind, entry.id)
    if entry.kind is CASE_STUDIES:
        key = renderer.key(content.around, sheet.own, content.register.number(entry))
    else:
        key = renderer.key_of_page("entry.html", view().page, view(), (entry.body, entry.links))
    yield OutputFile(addresses.output_file(address), key, lambda: renderer.render("entry.html", view().page, view()))
    yield OutputFile(addresses.markdown_copy(address), key, lambda: markdown_copies.markdown_copy(view(), entry, content.site, renderer.environment))


def sitemap_files(paths: Iterable[str], content: BuildContext) -> Iterator[OutputFile]:
    """Yield what can be made only when all pages are known.  paths: of the pages for search engines."""
    if content.site.url:
        prose = [content.prose_page(file).address for file in content.hub.prose]
        pages = [path.removesuffix("index.html") for path in paths if path.endswith("/index.html") or path == "index.html"]
        yield output_file("sitemap.xml", sitemap([*prose, *pages], content.hub, content.site.url).encode())
        yield output_file("robots.txt", robots(content.site.url).encode())


def all_files(content: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the hub as (path below the site's folder, bytes)."""
    paths: list[str] = []
    for part in output_groups(content, build_renderer(content), content.similar):
        for path, _, make in part.make():
            paths += [path] if part.in_sitemap else []
            yield path, make()
    yield from ((path, make()) for path, _, make in sitemap_files(paths, content))


@gc_paused()
def publish(content: BuildContext, folder: Path, *, replaced: Path | None = None) -> Published:
    """Write the files of the hub into a folder, by all processors, and return what was done.

    replaced: the folder of an earlier build whose place this one will take; what can be kept there is not written.
    """
    before = incremental.load_previous(replaced, content.cache)
    written = _write_parts(output_groups(content, build_renderer(content), content.similar), folder, before)
    pages = [one.path for part, rows in written if part.in_sitemap for one in rows]
    by_part = [*((part.key, rows) for part, rows in written), (b"", incremental.write(sitemap_files(pages, content), folder, before))]
    if replaced:
        incremental.save_manifest(replaced, by_part, content.cache)
    rows = [one for _, part in by_part for one in part]
    return Published(tuple(one.path for one in rows if not one.kept), tuple(one.path for one in rows if one.kept))


def _write_parts(every: list[OutputGroup], folder: Path, before: PreviousBuild) -> list[tuple[OutputGroup, list[Written]]]:
    """Write the files of all parts that cannot be kept as they are."""
    done = [(part, kept) for part in every if (kept := incremental.reuse_group(part.key, before)) is not None]
    known = {id(part) for part, _ in done}
    left = sorted((part for part in every if id(part) not in known), key=lambda part: not part.shares)
    write = [partial(incremental.write_group, part.key, part.make, folder, before) for part in left]
    alone = sum(part.shares for part in left)
    made = [one() for one in write[:alone]] + run_all(write[alone:], worth=WORTH_SHARING)
    return [*done, *zip(left, made, strict=True)]


def contribute_files(hub: Hub, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the empty spreadsheet for case studies and the table of reviews, as (path, content)."""
    yield addresses.TEMPLATE, template(questions(hub)).encode()
    yield from review_table_files(hub, today)
