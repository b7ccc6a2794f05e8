"""Writes the hub: every page from its view, the data files, the search files and the assets.

The site is made in parts that know nothing of each other: `publish` shares them among all processors and leaves out what
stands already in the folder that will be replaced, `files` makes them one after the other.  The prose pages (about, accessibility ...) are
not here: MkDocs makes those.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ideas_hub import addresses, contribute, exports, output
from ideas_hub.checked import CACHE
from ideas_hub.content import Content, read_content
from ideas_hub.kinds import CASE_STUDIES
from ideas_hub.making import do_all, undisturbed
from ideas_hub.output import Before, Made, Written, ready
from ideas_hub.problem import report
from ideas_hub.records import search_display, search_segments
from ideas_hub.rendering import Renderer, template_environment
from ideas_hub.search import SEARCH_FOLDER, search_files
from ideas_hub.sharing import citing, feeds, markdown_copies, package, redirects, social_cards
from ideas_hub.sharing.sitemap import robots, sitemap
from ideas_hub.sheets import Batch, EntrySheet, Sheet, Shown, batches, find_sheet
from ideas_hub.shortlist import fact_files
from ideas_hub.views.data import data_view
from ideas_hub.views.similar import SimilarViews

WORTH_SHARING = 4  # parts: the search alone takes longer than starting workers


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the site, made apart from the others.

    within: the folders and files that it writes; "" is every one.  in_sitemap: whether its pages are for search engines.
    shares: whether it shares its own work among all processors.  key: of all that it hangs on, where that is known at once.
    """

    make: Callable[[], Iterator[Made]]
    within: tuple[str, ...] = ("",)
    in_sitemap: bool = False
    shares: bool = False
    key: bytes = b""


@dataclass(frozen=True, slots=True)
class Published:
    """What was published.  made: files that were made and written.  kept: files that stand in the replaced folder as they should be."""

    made: tuple[str, ...]
    kept: tuple[str, ...]


def parts(content: Content, renderer: Renderer, similar: SimilarViews) -> list[Part]:
    """Return the parts of the site, those that take longest first."""
    hub, site = content.hub, content.site
    shown = Shown(content.photos, similar, content.today)
    return [
        *([Part(partial(_cards, content, renderer), shares=True)] if site.has_cards else []),
        Part(
            partial(_finder, content, renderer),
            (addresses.output_file(addresses.FIND), SEARCH_FOLDER),
            in_sitemap=True,
            key=renderer.key(content.facts, "finder", [entry.digest for entry in hub.entries]),
        ),
        *extras(content, renderer),
        *(_page_part(number, batch, content, renderer) for number, batch in enumerate(batches(hub, content.articles, shown))),
    ]


def renderer_of(content: Content) -> Renderer:
    """Return what renders the pages of the site."""
    return Renderer(content.root, template_environment(content.root, content.template_code("hub")), content.site, content.heads)


def _page_part(number: int, batch: Batch, content: Content, renderer: Renderer) -> Part:
    # the number too: two batches may share a folder, and the facts decide which there are
    key = renderer.key(content.facts, number, batch.within, batch.beside)
    return Part(partial(_pages, batch.make, content, renderer), batch.within, in_sitemap=True, key=key)


def extras(content: Content, renderer: Renderer) -> Iterator[Part]:
    """Yield what makes the rest: data, feeds, citations, lasting addresses, assets and photos."""
    hub, register, site, environment = content.hub, content.register, content.site, renderer.environment

    def of_facts(make: Callable[[], Iterator[tuple[str, bytes]]], name: str, *within: str, beside: object = None) -> Part:
        return Part(partial(_ready, make), within or ("",), key=renderer.key(content.facts, name, beside))

    yield Part(partial(_data, content, renderer), (addresses.DATA,), in_sitemap=True, key=renderer.key(content.facts, "data"))
    for batch, within in feeds.batches(hub, site):
        yield Part(partial(_feeds, batch, content, renderer), within)
    yield of_facts(partial(citing.files, hub, register, site), "citing", addresses.DATA)
    yield of_facts(partial(markdown_copies.overview, hub, site, environment), "overview", "llms.txt")
    yield of_facts(partial(fact_files, hub), "shortlist", addresses.SHORTLIST)
    yield of_facts(partial(redirects.files, hub, register, site, environment), "redirects")
    yield of_facts(partial(contribute.files, hub, content.today), "contribute", addresses.CONTRIBUTE, beside=content.today)
    yield Part(partial(_ready, ({**content.assets[1], **content.photo_files}).items))


def _ready(make: Callable[[], Iterable[tuple[str, bytes]]]) -> Iterator[Made]:
    return (ready(path, made) for path, made in make())


def _cards(content: Content, renderer: Renderer) -> Iterator[Made]:
    return _ready(partial(social_cards.files, content.heads.cards, content.root / CACHE / "cards", renderer.environment))


def _feeds(batch: slice, content: Content, renderer: Renderer) -> Iterator[Made]:
    made = feeds.files(content.hub, content.articles, content.register, content.site, renderer.environment, batch=batch)
    for path, feed, make in made:
        yield Made(path, renderer.key(content.facts, path, [entry.digest for entry in feed.entries]), make)


def _finder(content: Content, renderer: Renderer) -> Iterator[Made]:
    """Yield the search, and the one page that has to know where it starts."""
    hub, cache = content.hub, content.cache.opened_again()
    searched = search_files(search_display(hub, content.facts, cache), search_segments(hub, content.around, cache))
    yield from _ready(searched.files.items)
    yield renderer.page(find_sheet(content.hub, content.articles, searched.manifest))


def _data(content: Content, renderer: Renderer) -> Iterator[Made]:
    """Yield the data files and the page that explains them."""
    tables = exports.tables(content.hub)
    yield from _ready(partial(package.files, tables, content.hub, content.site, renderer.environment))
    view = data_view(tables, content.hub, content.articles)
    yield renderer.page(Sheet("data.html", view.page, view))


def _pages(batch: Callable[[], Iterator[Sheet | EntrySheet]], content: Content, renderer: Renderer) -> Iterator[Made]:
    for sheet in batch():
        yield from _entry(sheet, content, renderer) if isinstance(sheet, EntrySheet) else (renderer.page(sheet),)


def _entry(sheet: EntrySheet, content: Content, renderer: Renderer) -> Iterator[Made]:
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
    yield Made(addresses.output_file(address), key, lambda: renderer.render("entry.html", view().page, view()))
    yield Made(addresses.markdown(address), key, lambda: markdown_copies.copy(view(), entry, content.site, renderer.environment))


def closing(paths: Iterable[str], content: Content) -> Iterator[Made]:
    """Yield what can be made only when all pages are known.  paths: of the pages for search engines."""
    if content.site.url:
        prose = [content.prose_page(file).address for file in content.hub.prose]
        pages = [path.removesuffix("index.html") for path in paths if path.endswith("/index.html") or path == "index.html"]
        yield ready("sitemap.xml", sitemap([*prose, *pages], content.hub, content.site.url).encode())
        yield ready("robots.txt", robots(content.site.url).encode())


def files(content: Content) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the hub as (path below the site's folder, bytes)."""
    paths: list[str] = []
    for part in parts(content, renderer_of(content), content.similar):
        for path, _, make in part.make():
            paths += [path] if part.in_sitemap else []
            yield path, make()
    yield from ((path, make()) for path, _, make in closing(paths, content))


@undisturbed()
def publish(content: Content, folder: Path, *, replaced: Path | None = None) -> Published:
    """Write the files of the hub into a folder, by all processors, and return what was done.

    replaced: the folder of an earlier build whose place this one will take; what can be kept there is not written.
    """
    before = output.before(replaced, content.cache)
    written = _write_parts(parts(content, renderer_of(content), content.similar), folder, before)
    pages = [one.path for part, rows in written if part.in_sitemap for one in rows]
    by_part = [*((part.key, rows) for part, rows in written), (b"", output.write(closing(pages, content), folder, before))]
    if replaced:
        output.note(replaced, by_part, content.cache)
    rows = [one for _, part in by_part for one in part]
    return Published(tuple(one.path for one in rows if not one.kept), tuple(one.path for one in rows if one.kept))


def _write_parts(every: list[Part], folder: Path, before: Before) -> list[tuple[Part, list[Written]]]:
    """Write the files of all parts that cannot be kept as they are."""
    done = [(part, kept) for part in every if (kept := output.kept_part(part.key, before)) is not None]
    known = {id(part) for part, _ in done}
    left = sorted((part for part in every if id(part) not in known), key=lambda part: not part.shares)
    write = [partial(output.write_part, part.key, part.make, folder, before) for part in left]
    alone = sum(part.shares for part in left)
    made = [one() for one in write[:alone]] + do_all(write[alone:], worth=WORTH_SHARING)
    return [*done, *zip(left, made, strict=True)]


def main(arguments: list[str]) -> int:
    """Write the hub's own pages into a folder, for a quick look without MkDocs: `python -m ideas_hub.publish FOLDER`."""
    content = read_content(Path(__file__).resolve().parent.parent)
    sys.stderr.write(report(content.blocking) + "\n")
    published = publish(content, Path(arguments[0]))
    sys.stderr.write(f"{len(published.made)} files written to {arguments[0]}\n")
    return 1 if content.blocking else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
