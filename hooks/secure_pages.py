"""Fifth step: a prose page's security policy allows just the scripts that stand in it, and no others."""

from __future__ import annotations

import re

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ideas_hub.assets import security_policy
from ideas_hub.content import Content

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.DOTALL)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Return the page with a policy that names its inline scripts by their hashes."""
    content: Content = config.extra["ideas_hub"]
    policy = security_policy(*INLINE_SCRIPT.findall(output))
    output = output.replace('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"')  # not valid there
    output = output.replace('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"')
    return output.replace(str(escape(content.site.policy)), str(escape(policy)), 1)
