"""Second step: MkDocs keeps the prose pages; what the hub publishes itself is taken out of its hands.

Entries and lists would cost MkDocs some 8 ms each, most of it navigation that no entry has; the hub needs a tenth.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ideas_hub.content import Content

STYLES = "assets/stylesheets/"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return the files that are prose pages, and the theme's style sheets; its scripts, 404 page and sitemap are not used."""
    content: Content = config.extra["ideas_hub"]
    config.theme.static_templates.clear()
    prose = {file.removeprefix("docs/") for file in content.hub.prose}
    return Files([file for file in files if file.src_uri in prose or (file.src_uri.startswith(STYLES) and file.src_uri.endswith(".css"))])
