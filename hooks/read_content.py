"""Read and check all content before MkDocs renders anything.

The result is passed to the other hooks in `config.extra["ideas_hub"]`, a new one for each build.
Problems that must be fixed stop the build; scripts/check lists the others.
"""

from fnmatch import fnmatchcase
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from ideas_hub.checks.reports import summary_line
from ideas_hub.problem import report
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.settings import read_settings

THEME_STYLES = "assets/stylesheets/*.css"

log = get_plugin_logger("ideas_hub")  # only a logger of this name counts for --strict
commands: list[str] = []
"""The command that runs: MkDocs names it once, before any configuration that it goes on with."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 MkDocs names it so
    """Remember the command: the pages of `mkdocs serve` may run the script that it puts into them."""
    commands[:] = [command]


def on_config(config: MkDocsConfig) -> None:
    """Load the content.

    Raises: PluginError, with every problem that must be fixed; it stops the build.
    """
    if "ideas_hub" in config.extra:  # the preview has loaded it, and shows the problems itself
        return
    config.extra["live_reload"] = "serve" in commands
    context = config.extra["ideas_hub"] = load_context(Path(config.config_file_path).parent, read_settings(config))
    if context.blocking:
        raise PluginError(report(context.blocking))
    if context.advice:
        log.info("%s", summary_line(context.advice))  # a warning would stop a strict build


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return the prose pages and the theme's style sheets; the hub writes everything else itself.

    MkDocs would spend some 8 ms on each entry and list, most of it on navigation that none of them has.
    """
    context: BuildContext = config.extra["ideas_hub"]
    config.theme.static_templates.clear()
    prose = {file.removeprefix("docs/") for file in context.hub.prose}
    return Files([file for file in files if file.src_uri in prose or fnmatchcase(file.src_uri, THEME_STYLES)])
