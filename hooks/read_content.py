"""First step: reads and checks all content before anything of the old site is touched.

What was read waits in `config.extra["ideas_hub"]`, fresh for each build, for the steps after it.
What must be fixed stops the build.  What should be fixed, and ideas, stop nothing: scripts/check names them.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ideas_hub.checks.telling import counted
from ideas_hub.content import Content, read_content
from ideas_hub.problem import report
from ideas_hub.site import settings_of

log = get_plugin_logger("ideas_hub")  # only a logger of this name counts for --strict


def on_config(config: MkDocsConfig) -> None:
    """Read everything; stop here when something must be mended."""
    content: Content | None = config.extra.get("ideas_hub")  # a preview has read it already, and tells its mistakes itself
    if content:
        return
    content = config.extra["ideas_hub"] = read_content(Path(config.config_file_path).parent, settings_of(config))
    if content.blocking:
        raise PluginError(report(content.blocking))
    if content.advice:
        log.info("%s", counted(content.advice))  # a warning would stop a strict build
