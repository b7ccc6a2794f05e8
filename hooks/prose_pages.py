"""Give the prose pages, which MkDocs renders, the hub's text, head, header, footer and security policy."""

import re

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from ideas_hub.model import addresses
from ideas_hub.site.assets import security_policy
from ideas_hub.site.context import BuildContext
from ideas_hub.site.renderer import enable_bytecode_cache
from ideas_hub.views.contact import PAGES as CONTACT_PAGES

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.DOTALL)
INVALID_AUTOCOMPLETE = re.compile(r'(type="checkbox" id="__(?:drawer|search)") autocomplete="off"')


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Cache the theme's compiled templates, as those of the hub are cached."""
    context: BuildContext = config.extra["ideas_hub"]
    return enable_bytecode_cache(env, context.bytecode_dir("theme"))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leave MkDocs nothing to convert: the core has converted the text already, as GitHub reads it."""
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page's text as the core converted it, and name its headings: the theme's skip link needs the first."""
    context: BuildContext = config.extra["ideas_hub"]
    article = context.hub.prose[f"docs/{page.file.src_uri}"].article
    page.toc = get_toc(
        [{"id": anchor, "name": words, "level": 2, "children": []} for anchor, words in article.headings]
    )
    return article.html


def on_page_context(variables: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Add the values that the hub's partials use."""
    context: BuildContext = config.extra["ideas_hub"]
    hub_page = context.prose_page(f"docs/{page.file.src_uri}")
    variables |= {  # type: ignore[misc]
        "hub_site": context.site,
        "hub_page": hub_page,
        "root": hub_page.root,
        "ways": context.site.ways_to_write(hub_page) if hub_page.address in CONTACT_PAGES else (),
        "on_github": context.repository_links if hub_page.address == addresses.CONTRIBUTE else (),
        "meta": context.page_heads.meta(hub_page),
    }
    return variables


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Return the page with a security policy that names its inline scripts by their hashes."""
    context: BuildContext = config.extra["ideas_hub"]
    output = INVALID_AUTOCOMPLETE.sub(r"\1", output)
    if context.settings.live_reload:
        return output
    policy = security_policy(*INLINE_SCRIPT.findall(output))
    return output.replace(context.site.policy, policy, 1)
