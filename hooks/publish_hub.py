"""Last step: the hub's own pages, data and search join the prose pages in the site's folder."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ideas_hub.content import Content
from ideas_hub.publish import publish


def on_post_build(config: MkDocsConfig) -> None:
    """Write everything that MkDocs did not."""
    content: Content = config.extra["ideas_hub"]
    publish(content, Path(config.site_dir))
