"""Builds the site beside the old one and swaps it in whole, for the commands `build` and `serve`."""

import logging
import os
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from ideas_hub.engine.atomic_folder import atomic_replace
from ideas_hub.engine.parallel import gc_paused
from ideas_hub.site.context import BuildContext

ROOT = Path(__file__).resolve().parents[2]


class BuildFailedError(Exception):
    """The build did not finish; the reason was printed, and the old site is as it was."""


@gc_paused()
def build_site(
    output: Path, *, root: Path = ROOT, cards: bool = True, address: str | None = None
) -> BuildContext | None:
    """Build the site into a folder, which is replaced whole or not touched; return the content it was made from.

    root: the repository.  cards: draw the pictures for shared links.  address: the site's own, instead of SITE_URL.
    Raises: BuildFailedError.
    """
    with atomic_replace(output, keep_out=root) as stage:
        config = read_config(root, stage.folder, address=address)
        config.extra |= {"cards": cards, "replaces": output}
        _build(config)
        stage.kept = config.extra["published"].kept
    return config.extra.get("ideas_hub")


def build_prose(folder: Path, content: BuildContext) -> None:
    """Build the pages that MkDocs makes, and nothing else, from content that was read already.  Raises: BuildFailedError."""
    config = read_config(content.root, folder, address=content.settings.url, strict=False)
    config.extra |= {"ideas_hub": content, "prose_only": True}
    _build(config)


def read_config(root: Path, folder: Path, *, address: str | None, strict: bool = True) -> MkDocsConfig:
    """Return the site's settings.  folder: where the site will stand.  address: its own, instead of SITE_URL."""
    repository = os.environ.get("GITHUB_REPOSITORY")
    if repository and not os.environ.get("REPO_URL"):
        os.environ["REPO_URL"] = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
    extra = {} if address is None else {"site_url": address}
    config: MkDocsConfig = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=strict, **extra)
    return config


def _build(config: MkDocsConfig) -> None:
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Abort as stop:
        raise BuildFailedError(str(stop)) from None
    finally:
        config.plugins.on_shutdown()


def configure_logging(level: int = logging.WARNING) -> None:
    """Let MkDocs print what must be known, a line each, and nothing else."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False
