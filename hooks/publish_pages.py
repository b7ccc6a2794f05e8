"""Write every page that MkDocs did not, with the data, the feeds and the search, into the site's folder."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from ideas_hub.site.build import publish
from ideas_hub.site.context import BuildContext

log = get_plugin_logger("ideas_hub")


def on_post_build(config: MkDocsConfig) -> None:
    """Publish the hub; the preview, which renders each page on request, asks for the prose alone."""
    if config.extra.get("prose_only"):
        return
    context: BuildContext = config.extra["ideas_hub"]
    published = publish(context, Path(config.site_dir), replaced=config.extra.get("replaces"))
    config.extra["published"] = published
    log.info("%d files written, %d reused", len(published.made), len(published.kept))
