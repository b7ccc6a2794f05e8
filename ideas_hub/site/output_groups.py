"""Groups of output files, each rendered independently of the rest, and what the groups write."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.table import template
from ideas_hub.engine.incremental import OutputFile
from ideas_hub.engine.key import make_key
from ideas_hub.formats.data_package import data_package_files
from ideas_hub.formats.feeds import feed_batches, feed_files
from ideas_hub.formats.markdown_copies import markdown_copy
from ideas_hub.formats.review_table import review_table_files
from ideas_hub.formats.sitemap import robots, sitemap
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.search.build import build_search
from ideas_hub.search.chunks import FOLDER
from ideas_hub.site.context import BuildContext
from ideas_hub.site.pages import EntryPageSpec, PageBatch, PageSpec, S, SinglePage
from ideas_hub.site.renderer import Renderer
from ideas_hub.site.search_build import search_display, search_segments
from ideas_hub.views.data import data_tables, data_view
from ideas_hub.views.finder import finder_view

ContentFiles = Callable[[], Iterable[tuple[str, bytes]]]
"""Files as (path, content)."""


@dataclass(frozen=True, slots=True)
class OutputGroup:
    """A group of output files rendered independently of the rest.

    paths: the folders and files it writes; "" is the whole site.
    indexed: its pages are in the sitemap.
    parallel: runs its own workers.
    key: digest of all inputs, if cheap to compute, else b"".
    """

    files: Callable[[], Iterator[OutputFile]]
    paths: tuple[str, ...] = ("",)
    indexed: bool = False
    parallel: bool = False
    key: bytes = b""


def page_groups(
    step: str,
    batches: Iterable[PageBatch[S]],
    files_of: Callable[[S, Renderer], Iterable[OutputFile]],
    renderer: Renderer,
) -> Iterator[OutputGroup]:
    """Yield a group for each batch of pages.

    files_of: yields the files of one page.
    """
    for number, batch in enumerate(batches):
        # the number too: two batches can write to one folder
        parts = {"step": step, "number": number, "paths": batch.paths, "others": batch.extra_key}
        key = renderer.key(facts=renderer.context.facts_digest, **parts)
        yield OutputGroup(partial(_files_of_batch, batch, files_of, renderer), batch.paths, indexed=True, key=key)


def _files_of_batch(
    batch: PageBatch[S], files_of: Callable[[S, Renderer], Iterable[OutputFile]], renderer: Renderer
) -> Iterator[OutputFile]:
    for page in batch.pages():
        yield from files_of(page, renderer)


def page_group(page: SinglePage, renderer: Renderer) -> OutputGroup:
    """Return the group of one page."""
    path = addresses.output_file(page.address)
    key = renderer.key(facts=renderer.context.facts_digest, path=path, today=page.today)
    return OutputGroup(partial(_page_file, page, renderer), (path,), indexed=path != addresses.NOT_FOUND, key=key)


def _page_file(page: SinglePage, renderer: Renderer) -> Iterator[OutputFile]:
    yield renderer.page(page.spec())


def facts_group(
    renderer: Renderer, name: str, path: str, files: ContentFiles, **others: object
) -> OutputGroup:
    """Return the group of some files that depend on the facts.

    path: the folder or file that they are written to; "" is the whole site.
    others: what else they depend on.
    """
    key = renderer.key(facts=renderer.context.facts_digest, name=name, **others)
    return OutputGroup(partial(encoded, files), (path,), key=key)


def encoded(files: ContentFiles) -> Iterator[OutputFile]:
    """Yield files as output files, each with its content as key."""
    return (OutputFile.of_bytes(path, content) for path, content in files())


def page_files(spec: PageSpec, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the one file of a page."""
    yield renderer.page(spec)


def entry_files(spec: EntryPageSpec, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield an entry's page and its Markdown copy, which share one view and one key.

    A case study's page depends on other case studies only through "similar", so its key needs no view.
    """
    context, entry, view = renderer.context, spec.entry, spec.view
    address = addresses.document(entry.kind, entry.id)
    if entry.kind is CASE_STUDIES:
        number = context.register.number_of(entry)
        key = renderer.key(docs=context.docs_digest, entry=spec.key_parts, number=number)
    else:
        key = renderer.page_key("entry.html", view().page, view(), body=entry.body, links=entry.links)
    yield OutputFile(addresses.output_file(address), key, lambda: renderer.render("entry.html", view().page, view()))
    copy = addresses.markdown_copy(address)
    yield OutputFile(copy, key, lambda: markdown_copy(view(), entry, context.site, renderer.environment))


def finder_group(renderer: Renderer) -> OutputGroup:
    """Return the search files and the finder's page, which names the first of them."""
    texts = [entry.digest for entry in renderer.context.hub.entries]
    key = renderer.key(facts=renderer.context.facts_digest, name="finder", texts=texts)
    paths = (addresses.output_file(addresses.FIND), FOLDER)
    return OutputGroup(partial(_finder_files, renderer), paths, indexed=True, key=key)


def _finder_files(renderer: Renderer) -> Iterator[OutputFile]:
    context, cache = renderer.context, renderer.context.cache.reopen()
    display = search_display(context.hub, context.facts_digest, cache)
    search = build_search(display, search_segments(context.hub, context.docs_digest, cache))
    yield from encoded(search.files.items)
    view = partial(finder_view, context.hub, search.manifest)
    yield renderer.page(SinglePage(addresses.FIND, "find.html", view).spec())


def feed_groups(renderer: Renderer) -> Iterator[OutputGroup]:
    """Yield the feeds, in groups that can be rendered in parallel."""
    for batch, paths in feed_batches(renderer.context.hub, renderer.context.site):
        yield OutputGroup(partial(_feed_files, batch, renderer), paths)


def _feed_files(batch: slice, renderer: Renderer) -> Iterator[OutputFile]:
    context = renderer.context
    files = feed_files(context.hub, context.register, context.site, renderer.environment, batch=batch)
    for path, feed, render in files:
        texts = [entry.digest for entry in feed.entries]
        yield OutputFile(path, renderer.key(facts=context.facts_digest, path=path, texts=texts), render)


def data_group(renderer: Renderer) -> OutputGroup:
    """Return the data files and the page that explains them."""
    key = renderer.key(facts=renderer.context.facts_digest, name="data")
    return OutputGroup(partial(_data_files, renderer), (addresses.DATA,), indexed=True, key=key)


def _data_files(renderer: Renderer) -> Iterator[OutputFile]:
    hub, tables = renderer.context.hub, data_tables(renderer.context.hub)
    yield from encoded(partial(data_package_files, tables, hub, renderer.context.site, renderer.environment))
    view = partial(data_view, tables, hub, renderer.context.site)
    yield renderer.page(SinglePage(addresses.DATA, "data.html", view).spec())


def photo_files(readers: Mapping[str, Callable[[], bytes]]) -> Iterator[OutputFile]:
    """Yield every variant of every photo, each read when it is written; its name has the digest of its content."""
    return (OutputFile(address, make_key(photo=address), read) for address, read in readers.items())


def contribute_files(hub: Hub, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the empty spreadsheet for case studies and the table of reviews."""
    yield addresses.TEMPLATE, template(questions(hub)).encode()
    yield from review_table_files(hub, today)


def sitemap_files(paths: Iterable[str], context: BuildContext) -> Iterator[OutputFile]:
    """Yield sitemap.xml and robots.txt; nothing if the site's address is unknown.

    paths: of all indexed files.
    """
    if context.site.url:
        prose = [context.prose_page(file).address for file in context.hub.prose]
        pages = [path.removesuffix("index.html") for path in paths if path.rpartition("/")[2] == "index.html"]
        yield OutputFile.of_bytes("sitemap.xml", sitemap([*prose, *pages], context.hub, context.site.url).encode())
        yield OutputFile.of_bytes("robots.txt", robots(context.site.url).encode())
