"""Fourth step: Material's templates get the header, the menu and the footer that every other page has.

They are kept as code for the next build, as the hub's own are.
"""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ideas_hub.content import Content
from ideas_hub.rendering import keep_as_code


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Return the environment of Material's templates."""
    content: Content = config.extra["ideas_hub"]
    return keep_as_code(env, content.template_code("theme"))


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Add the site and the page as the hub's own templates know them."""
    content: Content = config.extra["ideas_hub"]
    hub_page = content.prose_page(f"docs/{page.file.src_uri}")
    context.update({"hub_site": content.site, "hub_page": hub_page, "root": hub_page.root, "meta": content.heads.meta(hub_page)})  # type: ignore[misc]
    return context
