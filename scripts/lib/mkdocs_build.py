"""Run MkDocs: it says what the settings mean, and renders the pages of prose."""

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from site_build import BuildFailedError

from ideas_hub.reading.settings_file import SETTINGS_FILE, read_settings_file
from ideas_hub.site.context import BuildContext
from ideas_hub.site.settings import Settings, read_settings


def mkdocs_settings(root: Path, *, cards: bool, address: str | None, strict: bool) -> Settings:
    """Return a repository's settings as MkDocs reads them.

    cards, address, strict: see `load_settings`.
    Raises: BuildFailedError, having logged what is wrong with the settings.
    """
    config = _read_config(root, Path("site"), address=address, strict=strict)
    config.extra["cards"] = cards
    return read_settings(config)


def build_prose(folder: Path, context: BuildContext, *, strict: bool = False) -> None:
    """Render only the prose pages, from content that is already loaded.

    folder: emptied first.
    strict: fail at warnings, too.
    Raises: BuildFailedError.
    """
    config = _read_config(context.root, folder, address=context.settings.url, strict=strict)
    config.extra |= {"ideas_hub": context, "prose_only": True}
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Abort as stop:
        raise BuildFailedError(str(stop)) from None
    finally:
        config.plugins.on_shutdown()


def _read_config(root: Path, folder: Path, *, address: str | None, strict: bool) -> MkDocsConfig:
    """Return MkDocs' configuration for a repository.

    folder: where the site is written.
    address: the site's full address, instead of SITE_URL.
    Raises: BuildFailedError, having logged what is wrong with the settings.
    """
    _, problems = read_settings_file(root)
    if problems:
        raise _settings_error("\n".join(map(str, problems)))
    extra = {} if address is None else {"site_url": address}
    try:
        config: MkDocsConfig = load_config(str(root / SETTINGS_FILE), site_dir=str(folder), strict=strict, **extra)
    except Abort:
        raise _settings_error(f"{SETTINGS_FILE}: MkDocs cannot use the settings named above.") from None
    except (MkDocsException, OSError, ValueError) as error:
        raise _settings_error(f"{SETTINGS_FILE}: {' '.join(str(error).split())}") from None
    if missing := {f"hooks/{path.name}" for path in (root / "hooks").glob("*.py")} - set(config.hooks):
        raise _settings_error(f"{SETTINGS_FILE}: hooks: does not name {' and '.join(sorted(missing))}.")
    return config


def _settings_error(message: str) -> BuildFailedError:
    """Log what is wrong with the settings as MkDocs logs its own errors, and return an error that says the same."""
    logging.getLogger("mkdocs").error("%s", message)
    return BuildFailedError(message)
