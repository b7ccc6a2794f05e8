"""Add every page that MkDocs does not render, the data, the feeds and the search to the site's folder."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from ideas_hub.site.build import publish
from ideas_hub.site.context import BuildContext

log = get_plugin_logger("ideas_hub")


def on_post_build(config: MkDocsConfig) -> None:
    """Publish the hub, except in the preview, which needs only the prose: it renders other pages on request."""
    if config.extra.get("prose_only"):
        return
    context: BuildContext = config.extra["ideas_hub"]
    published = publish(context, Path(config.site_dir), replaced=config.extra.get("replaces"))
    config.extra["published"] = published
    log.info("%d files written, %d reused", len(published.written), len(published.reused))
