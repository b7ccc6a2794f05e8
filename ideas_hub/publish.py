"""Writes the hub: every page from its view, the data files, the search files and the assets.

The site is made in parts that know nothing of each other: `publish` shares them among all processors, `files` makes them
one after the other.  The prose pages (about, accessibility ...) are not here: MkDocs makes those.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ideas_hub import addresses, contribute
from ideas_hub.content import CACHE, Content, read_content
from ideas_hub.facets import search_facets
from ideas_hub.making import do_all
from ideas_hub.problem import report
from ideas_hub.records import search_records, search_words
from ideas_hub.search import EntryWords, SearchRecord, search_files
from ideas_hub.sharing import citing, feeds, markdown_copies, package, redirects, social_cards
from ideas_hub.sharing.page_meta import Heads
from ideas_hub.sharing.sitemap import robots, sitemap
from ideas_hub.sheets import Sheet, Shown, batches, find_sheet
from ideas_hub.shortlist import fact_files
from ideas_hub.views.entries import EntryView
from ideas_hub.views.page import Site
from ideas_hub.views.similar import SimilarViews

TEMPLATES = "overrides"

Made: TypeAlias = tuple[str, bytes]
"""A file: its path below the site's folder, and its content."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the site, made apart from the others.

    in_sitemap: whether its pages are for search engines.  shares: whether it shares its own work among all processors.
    """

    make: Callable[[], Iterator[Made]]
    in_sitemap: bool = False
    shares: bool = False


def parts(content: Content) -> list[Part]:
    """Return the parts of the site; what they share is made here, once."""
    hub, articles, site = content.hub, content.articles, content.site
    records = search_records(hub, articles)
    words = search_words(records, content.cache)
    shown = Shown(content.photos, SimilarViews(hub, articles, content.cache), content.today)
    environment = template_environment(content.root)
    ready = {**content.assets[1], **content.photo_files}
    return [
        Part(partial(iter, ready.items())),
        *([Part(partial(_cards, content, environment), shares=True)] if site.has_cards else []),
        Part(partial(_finder, records, words, content, environment), in_sitemap=True),
        *(Part(make) for make in extras(content, environment)),
        *(Part(partial(_pages, batch, content, environment), in_sitemap=True) for batch in batches(hub, articles, shown)),
    ]


def extras(content: Content, environment: Environment) -> Iterator[Callable[[], Iterator[Made]]]:
    """Yield what makes the rest: data, feeds, citations, copies as Markdown, lasting addresses."""
    hub, articles, register, site = content.hub, content.articles, content.register, content.site
    yield partial(package.files, hub, site, environment)
    for batch in feeds.batches(hub, site):
        yield partial(feeds.files, hub, articles, register, site, environment, batch=batch)
    yield partial(citing.files, hub, register, site)
    yield partial(contribute.files, hub, content.today)
    yield partial(markdown_copies.files, hub, articles, site, environment)
    yield partial(redirects.files, hub, register, site, environment)


def _cards(content: Content, environment: Environment) -> Iterator[Made]:
    return social_cards.files(content.heads.cards, content.root / CACHE / "cards", environment)


def _finder(records: Sequence[SearchRecord], words: Sequence[EntryWords], content: Content, environment: Environment) -> Iterator[Made]:
    """Yield the search, and the one page that has to know where it starts."""
    searched = search_files(records, search_facets(content.hub), words)
    yield from searched.files.items()
    yield from _pages(lambda: iter([find_sheet(content.hub, content.articles, searched.manifest)]), content, environment)


def _pages(batch: Callable[[], Iterator[Sheet]], content: Content, environment: Environment) -> Iterator[Made]:
    for sheet in batch():
        yield addresses.output_file(sheet.page.address), render(sheet, content.site, environment, content.heads).encode()
        if isinstance(sheet.view, EntryView):
            yield from fact_files(sheet.view, content.hub)


def closing(paths: Iterable[str], content: Content) -> Iterator[Made]:
    """Yield what can be made only when all pages are known.  paths: of the pages for search engines."""
    if content.site.url:
        prose = [content.prose_page(file).address for file in content.hub.prose]
        pages = [path.removesuffix("index.html") for path in paths if path.endswith("/index.html") or path == "index.html"]
        yield "sitemap.xml", sitemap([*prose, *pages], content.hub, content.site.url).encode()
        yield "robots.txt", robots(content.site.url).encode()


def files(content: Content) -> Iterator[Made]:
    """Yield every file of the hub as (path below the site's folder, bytes)."""
    paths: list[str] = []
    for part in parts(content):
        for path, made in part.make():
            paths += [path] if part.in_sitemap else []
            yield path, made
    yield from closing(paths, content)


def publish(content: Content, folder: Path) -> int:
    """Write every file of the hub into a folder, by all processors; return how many."""
    every = sorted(parts(content), key=lambda part: not part.shares)
    written = [_write_part(part, folder) for part in every if part.shares]
    written += do_all([partial(_write_part, part, folder) for part in every if not part.shares])
    pages = [path for part, paths in zip(every, written, strict=True) if part.in_sitemap for path in paths]
    return sum(map(len, written)) + len(write(closing(pages, content), folder))


def _write_part(part: Part, folder: Path) -> list[str]:
    return write(part.make(), folder)


def template_environment(root: Path) -> Environment:
    """Return the templates' environment: autoescape on, and a value that is not there is a mistake."""
    environment = Environment(
        loader=FileSystemLoader(root / TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters["markdown_text"] = markdown_copies.as_text
    return environment


def render(sheet: Sheet, site: Site, environment: Environment, heads: Heads) -> str:
    """Return a page's HTML."""
    template = environment.get_template(f"hub/{sheet.template}")
    # GitHub Pages serves 404.html at any depth, so its links start from the site's own address
    root = f"/{site.url.split('/', 3)[3]}" if sheet.page.address == addresses.NOT_FOUND and site.url else sheet.page.root
    meta, cite = heads.meta(sheet.page, sheet.view), heads.cite(sheet.view)
    return template.render(site=site, page=sheet.page, view=sheet.view, root=root, meta=meta, cite=cite)


def write(made: Iterable[Made], folder: Path) -> list[str]:
    """Write files into a folder and return their paths."""
    paths: list[str] = []
    folders: set[Path] = set()
    for path, content in made:
        target = folder / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        target.write_bytes(content)
        paths.append(path)
    return paths


def main(arguments: list[str]) -> int:
    """Write the hub's own pages into a folder, for a quick look without MkDocs: `python -m ideas_hub.publish FOLDER`."""
    content = read_content(Path(__file__).resolve().parent.parent)
    sys.stderr.write(report(content.blocking) + "\n")
    count = publish(content, Path(arguments[0]))
    sys.stderr.write(f"{count} files written to {arguments[0]}\n")
    return 1 if content.blocking else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
