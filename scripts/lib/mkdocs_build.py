"""Run MkDocs for the commands `build` and `serve`."""

import logging
import os
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from ideas_hub.engine.atomic_folder import atomic_replace
from ideas_hub.reading.settings_file import SETTINGS_FILE, read_settings_file
from ideas_hub.site.build import MARK
from ideas_hub.site.context import BuildContext

ROOT = Path(__file__).resolve().parents[2]
SOURCE_FOLDERS = (
    ".cache",
    ".ci",
    ".devcontainer",
    ".git",
    ".github",
    ".venv",
    ".vscode",
    "case_studies",
    "docs",
    "hooks",
    "ideas_hub",
    "overrides",
    "requirements",
    "scripts",
    "tests",
)
"""The repository's folders that a build may never replace, nor any folder in or around them."""


class BuildFailedError(Exception):
    """The build failed; MkDocs has logged the reason, and the old site is unchanged."""


def build_site(output: Path, *, root: Path = ROOT, cards: bool = True, address: str | None = None) -> BuildContext:
    """Build the site, replace the output folder with it, and return what it was built from.

    root: the repository.
    cards: draw social cards.
    address: the site's full address, instead of SITE_URL.
    Raises: BuildFailedError, TargetError, OSError; the output folder is then unchanged.
    """
    with atomic_replace(output, mark=MARK, forbidden=[root / name for name in SOURCE_FOLDERS]) as stage:
        config = read_config(root, stage.folder, address=address)
        config.extra |= {"cards": cards, "replaces": output}
        _build(config)
        stage.unchanged = config.extra["published"].reused
    context: BuildContext = config.extra["ideas_hub"]
    return context


def build_prose(folder: Path, context: BuildContext) -> None:
    """Render only the prose pages, from content that is already loaded.

    Raises: BuildFailedError.
    """
    config = read_config(context.root, folder, address=context.settings.url, strict=False)
    config.extra |= {"ideas_hub": context, "prose_only": True}
    _build(config)


def read_config(root: Path, folder: Path, *, address: str | None, strict: bool = True) -> MkDocsConfig:
    """Return MkDocs' configuration for a repository.

    folder: where the site is written.
    address: the site's full address, instead of SITE_URL.
    Raises: BuildFailedError, having logged what is wrong with the settings.
    """
    _, problems = read_settings_file(root)
    if problems:
        raise _settings_error("\n".join(map(str, problems)))
    repository = os.environ.get("GITHUB_REPOSITORY")
    if repository and not os.environ.get("REPO_URL"):
        os.environ["REPO_URL"] = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
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


def _build(config: MkDocsConfig) -> None:
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Abort as stop:
        raise BuildFailedError(str(stop)) from None
    finally:
        config.plugins.on_shutdown()
