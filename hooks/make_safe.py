"""Third step: a prose page gets the same safe HTML as an entry, from the same converter."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ideas_hub.content import Content


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page's text as the core made it: raw HTML refused, links resolved, nothing but what is allowed."""
    content: Content = config.extra["ideas_hub"]
    return content.articles[f"docs/{page.file.src_uri}"].html
