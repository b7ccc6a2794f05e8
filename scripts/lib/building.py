"""Builds the site beside the old one and swaps it in whole, for the commands `build` and `serve`."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from ideas_hub.content import Content
from ideas_hub.staging import replaced_whole

ROOT = Path(__file__).resolve().parents[2]


class BuildFailedError(Exception):
    """The build did not finish; the reason was printed, and the old site is as it was."""


def build_site(output: Path, *, root: Path = ROOT, preview: bool = False, cards: bool = True, address: str | None = None) -> Content | None:
    """Build the site into a folder, which is replaced whole or not touched; return the content it was made from.

    root: the repository.  preview: tell mistakes and publish what is right, instead of stopping.  cards: draw the pictures
    for shared links.  address: the site's own, instead of SITE_URL.
    Raises: BuildFailedError.
    """
    with replaced_whole(output, keep_out=root) as stage:
        config = _config(root, stage, preview=preview, cards=cards, address=address)
        config.extra["replaces"] = output
        try:
            config.plugins.on_startup(command="serve" if preview else "build", dirty=False)
            build(config)
        except Abort as stop:
            raise BuildFailedError(str(stop)) from None
        finally:
            config.plugins.on_shutdown()
    return config.extra.get("ideas_hub")


def _config(root: Path, stage: Path, *, preview: bool, cards: bool, address: str | None) -> MkDocsConfig:
    repository = os.environ.get("GITHUB_REPOSITORY")
    if repository and not os.environ.get("REPO_URL"):
        os.environ["REPO_URL"] = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
    extra = {} if address is None else {"site_url": address}
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(stage), strict=not preview, **extra)
    config.extra |= {"preview": preview, "cards": cards}
    return config


def speak_plainly(level: int = logging.WARNING) -> None:
    """Let MkDocs print what must be known, a line each, and nothing else."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False
