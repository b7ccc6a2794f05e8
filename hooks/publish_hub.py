"""Last step: the hub's own pages, data and search join the prose pages in the site's folder."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from ideas_hub.content import Content
from ideas_hub.publish import publish

log = get_plugin_logger("ideas_hub")


def on_post_build(config: MkDocsConfig) -> None:
    """Write everything that MkDocs did not; a preview makes each page when it is asked for."""
    if config.extra.get("prose_only"):
        return
    content: Content = config.extra["ideas_hub"]
    published = publish(content, Path(config.site_dir), replaced=config.extra.get("replaces"))
    config.extra["published"] = published
    log.info("%d files made, %d kept", len(published.made), len(published.kept))
