"""Last step: the hub's own pages, data and search join the prose pages in the site's folder."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ideas_hub.content import Content
from ideas_hub.publish import files, write


def on_post_build(config: MkDocsConfig) -> None:
    """Write everything that MkDocs did not; its own sitemap knows only the prose pages and goes."""
    content: Content = config.extra["ideas_hub"]
    folder = Path(config.site_dir)
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (folder / name).unlink(missing_ok=True)
    write(files(content), folder)
