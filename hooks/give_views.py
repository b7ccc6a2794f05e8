"""Fourth step: Material's templates get the header, the menu and the footer that every other page has."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ideas_hub.content import Content


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Add the site and the page as the hub's own templates know them."""
    content: Content = config.extra["ideas_hub"]
    hub_page = content.prose_page(f"docs/{page.file.src_uri}")
    context.update({"hub_site": content.site, "hub_page": hub_page, "root": hub_page.root, "meta": content.heads.meta(hub_page)})  # type: ignore[misc]
    return context
