"""Give the pages of prose, which MkDocs renders, the hub's own text, head, header, footer and security policy."""

import re

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ideas_hub.site.assets import security_policy
from ideas_hub.site.context import BuildContext
from ideas_hub.site.renderer import enable_bytecode_cache

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.DOTALL)
INVALID_AUTOCOMPLETE = re.compile(r'(type="checkbox" id="__(?:drawer|search)") autocomplete="off"')


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Cache the theme's compiled templates, as those of the hub are cached."""
    context: BuildContext = config.extra["ideas_hub"]
    return enable_bytecode_cache(env, context.template_code("theme"))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page's text as the core converted it: raw HTML refused, links resolved, output sanitised."""
    context: BuildContext = config.extra["ideas_hub"]
    return context.articles[f"docs/{page.file.src_uri}"].html


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Add the values that the hub's partials use."""
    hub: BuildContext = config.extra["ideas_hub"]
    hub_page = hub.prose_page(f"docs/{page.file.src_uri}")
    values = {"hub_site": hub.site, "hub_page": hub_page, "root": hub_page.root, "meta": hub.heads.meta(hub_page)}
    context.update(values)  # type: ignore[typeddict-item]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Return the page with a security policy that names its inline scripts by their hashes."""
    context: BuildContext = config.extra["ideas_hub"]
    policy = security_policy(*INLINE_SCRIPT.findall(output))
    output = INVALID_AUTOCOMPLETE.sub(r"\1", output)
    return output.replace(str(escape(context.site.policy)), str(escape(policy)), 1)
