"""Read and check all content before MkDocs renders anything.

The result is passed to the other hooks in `config.extra["ideas_hub"]`, a new one for each build.
Problems that must be fixed stop the build; scripts/check lists the others.
"""

import json
import os
from fnmatch import fnmatchcase
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from ideas_hub.problem import report
from ideas_hub.reading.files import NOT_A_FILE
from ideas_hub.repository.design import TEMPLATES
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.settings import read_settings

THEME_STYLES = "assets/stylesheets/*.css"

commands: list[str] = []
"""The command that runs: MkDocs names it once, before any configuration that it goes on with."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 MkDocs names it so
    """Remember the command: the pages of `mkdocs serve` may run the script that it puts into them."""
    commands[:] = [command]


def on_config(config: MkDocsConfig) -> None:
    """Load the content.

    Raises: PluginError, with every problem that must be fixed; it stops the build.
    """
    config.docs_dir = os.devnull  # until `on_files` hands MkDocs its pages: it would follow every link in docs
    if "ideas_hub" in config.extra:  # the preview has loaded it, and shows the problems itself
        _refuse_odd_templates(config.extra["ideas_hub"])
        return
    config.extra["live_reload"] = "serve" in commands
    context = config.extra["ideas_hub"] = load_context(Path(config.config_file_path).parent, read_settings(config))
    if context.blocking:
        raise PluginError(report(context.blocking))


def _refuse_odd_templates(context: BuildContext) -> None:
    """Stop even a preview at what is no ordinary file among the templates: MkDocs would follow it, or wait for it."""
    odd = [one for one in context.blocking if one.rule == NOT_A_FILE and f"{one.file}/".startswith(f"{TEMPLATES}/")]
    if odd:
        raise PluginError(report(odd))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return the prose pages and the theme's style sheets; the hub reads and writes everything else itself.

    MkDocs would spend some 8 ms on each entry and list, most of it on navigation that none of them has.
    """
    context: BuildContext = config.extra["ideas_hub"]
    config.docs_dir = str(context.root / "docs")  # `mkdocs serve` watches it
    config.theme.static_templates.clear()
    styles = [file for file in files if fnmatchcase(file.src_uri, THEME_STYLES)]
    return Files([*(_page(file, config) for file in sorted(context.hub.prose)), *styles])


def _page(file: str, config: MkDocsConfig) -> File:
    """Return a page as MkDocs knows one: with its title, and without a text."""
    title = config.extra["ideas_hub"].hub.prose[file].facts.title
    page = File(file.removeprefix("docs/"), None, config.site_dir, config.use_directory_urls)
    page.content_string = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n"
    return page
