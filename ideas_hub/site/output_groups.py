"""Groups of output files, each rendered independently of the rest, and what the groups write."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ideas_hub.engine.incremental import OutputFile
from ideas_hub.engine.key import make_key
from ideas_hub.formats.data_package import data_package_files
from ideas_hub.formats.feeds import FORMATS, Feed, feed_files
from ideas_hub.formats.shortlist_facts import compared_facts, fact_files
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, PLACES
from ideas_hub.search.chunks import FOLDER
from ideas_hub.search.snippets import text_script
from ideas_hub.site.renderer import Renderer, View
from ideas_hub.site.search_build import search_files
from ideas_hub.views.data import data_tables, data_view
from ideas_hub.views.finder import finder_view
from ideas_hub.views.found import records_without_entries
from ideas_hub.views.lists import list_builders
from ideas_hub.views.not_found import not_found_view
from ideas_hub.views.page import term_link
from ideas_hub.views.places import near_entries, place_views, places_page

ContentFiles = Callable[[], Iterable[tuple[str, bytes]]]
"""Files as (path, content)."""


@dataclass(frozen=True, slots=True)
class OutputGroup:
    """A group of output files rendered independently of the rest.

    paths: the folders and files it writes; "" is the whole site.
    indexed: its pages are in the sitemap.
    parallel: runs its own workers.
    key: digest of all inputs, if cheap to compute, else b"".
    prepare: computes what it shares with other groups, if anything.
    """

    files: Callable[[], Iterable[OutputFile]]
    paths: tuple[str, ...] = ("",)
    indexed: bool = False
    parallel: bool = False
    key: bytes = b""
    prepare: Callable[[], None] | None = None


def facts_group(
    renderer: Renderer,
    name: str,
    paths: tuple[str, ...],
    files: Callable[[], Iterable[OutputFile]],
    *,
    indexed: bool = False,
    **others: object,
) -> OutputGroup:
    """Return a group of files that depend on the facts.

    name, paths: no two groups have the same.
    others: what else the files depend on.
    """
    key = renderer.key(facts=renderer.context.facts_digest, name=name, paths=paths, **others)
    return OutputGroup(files, paths, indexed=indexed, key=key)


def docs_group(
    renderer: Renderer,
    name: str,
    paths: tuple[str, ...],
    files: Callable[[], Iterable[OutputFile]],
    *,
    indexed: bool = False,
) -> OutputGroup:
    """Return a group of files that no case study is part of.  name, paths: no two groups have the same."""
    key = renderer.key(docs=renderer.context.docs_digest, name=name, paths=paths)
    return OutputGroup(files, paths, indexed=indexed, key=key)


def content_group(
    renderer: Renderer, name: str, path: str, files: ContentFiles, *, today: date | None = None
) -> OutputGroup:
    """Return a group of files that depend on the facts.

    path: the folder or file that they are written to; "" is the whole site.
    today: the day that they depend on, if any.
    """
    return facts_group(renderer, name, (path,), partial(encoded, files), today=today)


def encoded(files: ContentFiles) -> Iterator[OutputFile]:
    """Yield files as output files, each with its content as key."""
    return (OutputFile.of_bytes(path, content) for path, content in files())


def list_groups(renderer: Renderer) -> Iterator[OutputGroup]:
    """Yield the lists of each kind, of each term and of each pair of terms."""
    for number, (paths, views) in enumerate(list_builders(renderer.context.hub)):
        # the number too: two groups can write to one folder
        files = partial(pages, "list.html", views, renderer)
        yield facts_group(renderer, "lists", paths, files, indexed=True, number=number)


def pages(template: str, views: Callable[[], Iterable[View]], renderer: Renderer) -> Iterator[OutputFile]:
    return (renderer.page(template, view) for view in views())


def text_files(hub: Hub) -> Iterator[tuple[str, bytes]]:
    """Yield the text in small of all that the search finds, but for entries, whose pages have theirs beside them."""
    for record in records_without_entries(hub):
        address = record.card.address
        if "#" not in address:
            yield addresses.search_text(address), text_script(address, record.texts())


def finder_group(renderer: Renderer) -> OutputGroup:
    """Return the search files with the two pages that name the first: the finder and that of unknown addresses."""
    texts = [entry.digest for entry in renderer.context.hub.entries]
    paths = (addresses.output_file(addresses.FIND), addresses.NOT_FOUND, FOLDER)
    return facts_group(renderer, "finder", paths, partial(_finder_files, renderer), indexed=True, texts=texts)


def _finder_files(renderer: Renderer) -> Iterator[OutputFile]:
    context, cache = renderer.context, renderer.context.cache.reopen()
    search = search_files(context.hub, context.facts_digest, context.docs_digest, cache)
    yield from encoded(search.files.items)
    yield renderer.page("find.html", finder_view(context.hub, search))
    yield renderer.page("not_found.html", not_found_view(search.manifest))


def place_groups(renderer: Renderer) -> Iterator[OutputGroup]:
    """Yield the places from A to Z, which depend on little of the content: no edit of an entry's text renders them."""
    context, hub = renderer.context, renderer.context.hub
    if PLACES in hub.parts:
        regions = [term_link(region) for region in hub.vocabulary.regions.values()]
        shown = {"page": places_page(hub), "regions": regions, "near": near_entries(hub)}
        key = renderer.key(places=context.places_digest, **shown)
        files = partial(pages, "places.html", partial(place_views, hub), renderer)
        yield OutputGroup(files, (addresses.PLACES,), indexed=True, key=key)


def feed_group(renderer: Renderer) -> OutputGroup:
    """Return the feeds: one group, as an entry appears in several."""
    feeds, texts = renderer.context.page_heads.feeds, [entry.digest for entry in renderer.context.hub.entries]
    paths = tuple(f"{feed.address}{file}" for feed in feeds for file, _, _ in FORMATS)
    return facts_group(renderer, "feeds", paths, partial(_feed_files, feeds, renderer), texts=texts)


def _feed_files(feeds: Sequence[Feed], renderer: Renderer) -> Iterator[OutputFile]:
    context = renderer.context
    files = feed_files(feeds, context.hub, context.register, context.site, renderer.environment)
    for path, feed, items, render in files:
        if feed.is_full:
            key = renderer.key(facts=context.facts_digest, path=path, texts=[entry.digest for entry in feed.entries])
        else:
            key = renderer.key(path=path, title=feed.title, subtitle=feed.subtitle, items=items)
        yield OutputFile(path, key, render)


def shortlist_files(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the scripts with what the shortlist compares: each shows its own entries, and what all pages may."""
    context = renderer.context
    for path, entries, render in fact_files(context.hub):
        # what another kind of entry compares may be of a case study that it names
        own = [
            (one.id, one.facts_digest) if one.kind is CASE_STUDIES else compared_facts(one, context.hub)
            for one in entries.values()
        ]
        yield OutputFile(path, renderer.key(docs=context.docs_digest, path=path, keys=[*entries], facts=own), render)


def data_files(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the data files and the page that explains them."""
    hub, site, tables = renderer.context.hub, renderer.context.site, data_tables(renderer.context.hub)
    yield from encoded(partial(data_package_files, tables, hub, site, renderer.environment))
    yield renderer.page("data.html", data_view(tables, hub, site))


def photo_files(readers: Mapping[str, Callable[[], bytes]]) -> Iterator[OutputFile]:
    """Yield every variant of every photo, each read when it is written; its name has the digest of its content."""
    return (OutputFile(address, make_key(photo=address), read) for address, read in readers.items())
