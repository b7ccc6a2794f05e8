"""First step: reads and checks all content before anything of the old site is touched.

What was read waits in `config.extra["ideas_hub"]`, fresh for each build, for the steps after it.
What must be fixed stops the build; in a preview it is only told, and the site is built from what is right.
What should be fixed, and ideas, stop nothing: scripts/check names them.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ideas_hub.checks.telling import counted
from ideas_hub.content import Content, read_content
from ideas_hub.problem import report
from ideas_hub.site import Settings

log = get_plugin_logger("ideas_hub")  # only a logger of this name counts for --strict


def on_config(config: MkDocsConfig) -> None:
    """Read everything; stop here when something must be mended."""
    root = Path(config.config_file_path).parent
    edit = f"{config.repo_url.rstrip('/')}/edit/{config.extra['branch']}/" if config.repo_url else ""
    settings = Settings(name=config.site_name, url=config.site_url or "", edit=edit, cards=config.extra.get("cards", True))
    content: Content = read_content(root, settings)
    preview = bool(config.extra.get("preview"))
    config.extra["ideas_hub"] = content
    if content.blocking and preview:
        for problem in content.blocking:
            log.warning("%s", problem)
    elif content.blocking:
        raise PluginError(report(content.blocking))
    if content.advice:
        log.info("%s", counted(content.advice))  # a warning would stop a strict build
