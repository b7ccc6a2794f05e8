"""Writes the hub: every page from its view, the data files, the search files and the assets.

`files` yields what the site holds as (path, content); `write` puts it into a folder.  The prose pages (about,
accessibility ...) are not here: MkDocs makes those.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ideas_hub import addresses, citing, feeds, markdown_copies, package, redirects, social_cards
from ideas_hub.article import Article
from ideas_hub.content import CACHE, Content, read_content
from ideas_hub.hub import Hub
from ideas_hub.kinds import VOCABULARY_KINDS
from ideas_hub.page_meta import Heads
from ideas_hub.photos.photo import Photo
from ideas_hub.problem import report
from ideas_hub.records import search_facets, search_records, search_words
from ideas_hub.search import search_files
from ideas_hub.sitemap import robots, sitemap
from ideas_hub.views import entries, lists, overview
from ideas_hub.views.data import data_view
from ideas_hub.views.page import Link, Page, Site
from ideas_hub.views.similar import SimilarView, similar_views

TEMPLATES = "overrides"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be: its template below overrides/hub/, the page's own facts, and its view."""

    template: str
    page: Page
    view: Any


def sheets(
    hub: Hub,
    articles: Mapping[str, Article],
    search_index: str,
    photos: Mapping[str, Photo],
    similar: Mapping[str, tuple[SimilarView, ...]],
) -> Iterator[Sheet]:
    """Yield every page of the hub.  photos, similar: by the file of the entry that shows them."""
    overviews: tuple[tuple[str, Any], ...] = (
        ("home.html", overview.home(hub, articles)),
        ("find.html", overview.find(hub, articles, search_facets(hub), search_index)),
        ("learning_points.html", overview.learning_points(hub, articles)),
        ("projects.html", overview.projects(hub, articles)),
        ("evidence.html", overview.evidence(hub, articles)),
        ("sources.html", overview.sources(hub, articles)),
        ("glossary.html", overview.glossary(hub, articles)),
        ("data.html", data_view(hub, articles)),
        *(("terms.html", lists.terms_page(kind, hub, articles)) for kind in VOCABULARY_KINDS),
    )
    for template, view in overviews:
        yield Sheet(template, view.page, view)
    for entry in hub.entries:
        entry_view = entries.entry_view(entry, hub, articles, photos.get(entry.file), similar.get(entry.file, ()))
        yield Sheet("entry.html", entry_view.page, entry_view)
    for list_view in lists.all_lists(hub, articles):
        yield Sheet("list.html", list_view.page, list_view)
    yield Sheet(
        "not_found.html",
        Page("Page not found", "There is no page at this address.", addresses.NOT_FOUND, (Link("Home", addresses.HOME),), robots="noindex"),
        None,
    )


def files(content: Content) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the hub as (path below the site's folder, bytes)."""
    hub, articles, site = content.hub, content.articles, content.site
    yield from content.assets[1].items()
    yield from content.photo_files.items()
    records = search_records(hub, articles)
    searched = search_files(records, search_facets(hub), search_words(records, content.cache))
    yield from searched.files.items()
    environment = template_environment(content.root)
    published = [content.prose_page(file) for file in hub.prose]
    for sheet in sheets(hub, articles, searched.manifest, content.photos, similar_views(hub, articles, content.cache)):
        published.append(sheet.page)
        yield addresses.output_file(sheet.page.address), render(sheet, site, environment, content.heads).encode()
    yield from extras(content, environment)
    if site.url:
        yield "sitemap.xml", sitemap(published, hub, site.url).encode()
        yield "robots.txt", robots(site.url).encode()


def extras(content: Content, environment: Environment) -> Iterator[tuple[str, bytes]]:
    """Yield what goes with the pages: data, feeds, citations, copies as Markdown, pictures for shared links, lasting addresses."""
    hub, articles, register, site = content.hub, content.articles, content.register, content.site
    yield from package.files(hub, site, environment)
    yield from feeds.files(hub, articles, register, site, environment)
    yield from citing.files(hub, register, site)
    yield from markdown_copies.files(hub, articles, site, environment)
    if content.settings.cards:
        yield from social_cards.files(content.heads.cards, content.root / CACHE / "cards", environment)
    yield from redirects.files(hub, register, site, environment)


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


def write(made: Iterator[tuple[str, bytes]], folder: Path) -> int:
    """Write files into a folder and return how many; a file that already says the same is left alone."""
    count = 0
    folders: set[Path] = set()
    for path, content in made:
        target = folder / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        target.write_bytes(content)
        count += 1
    return count


def main(arguments: list[str]) -> int:
    """Write the hub's own pages into a folder, for a quick look without MkDocs: `python -m ideas_hub.publish FOLDER`."""
    content = read_content(Path(__file__).resolve().parent.parent)
    sys.stderr.write(report(content.blocking) + "\n")
    count = write(files(content), Path(arguments[0]))
    sys.stderr.write(f"{count} files written to {arguments[0]}\n")
    return 1 if content.blocking else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
