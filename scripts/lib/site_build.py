"""Build the whole site, for scripts/build: MkDocs is started only for settings or pages of prose that changed."""

import logging
import os
import pickle
import re
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ideas_hub.engine.atomic_folder import atomic_replace
from ideas_hub.engine.file_cache import FileCache
from ideas_hub.engine.key import code_version, make_key
from ideas_hub.problem import report
from ideas_hub.reading.files import read_file
from ideas_hub.reading.settings_file import SETTINGS_FILE
from ideas_hub.repository.load import CACHE
from ideas_hub.site.build import MARK, publish
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.prose import ProsePages
from ideas_hub.site.settings import Settings

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

PROGRAMS = ("mkdocs", "mkdocs-material")
INHERIT = "INHERIT"
"""A setting of MkDocs that brings in another file."""


class BuildFailedError(Exception):
    """The build failed; the reason is logged, and the old site is unchanged."""


def build_site(output: Path, *, root: Path = ROOT, cards: bool = True, address: str | None = None) -> BuildContext:
    """Build the site, replace the output folder with it, and return what it was built from.

    root: the repository.
    cards: draw social cards.
    address: the site's full address, instead of SITE_URL.
    Raises: BuildFailedError, TargetError, OSError; the output folder is then unchanged.
    """
    with atomic_replace(output, mark=MARK, forbidden=[root / name for name in SOURCE_FOLDERS]) as stage:
        settings, key = load_settings(root, cards=cards, address=address)
        context = load_context(root, settings)
        if context.blocking:
            logging.getLogger("mkdocs").error("%s", report(context.blocking))
            raise BuildFailedError(report(context.blocking))
        prose = ProsePages(key, partial(_render_prose, stage.folder, context))
        stage.unchanged = publish(context, stage.folder, replaced=output, prose=prose).reused
    return context


def load_settings(
    root: Path, *, cards: bool = True, address: str | None = None, strict: bool = True
) -> tuple[Settings, bytes]:
    """Return the site's settings, and a key of all that MkDocs makes of them.

    cards, address: see `build_site`.
    strict: fail at warnings, too.
    Raises: BuildFailedError.
    """
    key = _settings_key(root, cards=cards, address=address, strict=strict)
    stored = FileCache(root / CACHE / "settings")
    name = f"{key.hex()}.pickle"
    if known := stored.get(name):
        settings: Settings = pickle.loads(known)  # noqa: S301 stored below, and checked
        return settings, key
    from mkdocs_build import mkdocs_settings  # noqa: PLC0415 importing MkDocs takes a third of a start

    settings = mkdocs_settings(root, cards=cards, address=address, strict=strict)
    if INHERIT not in (root / SETTINGS_FILE).read_text(encoding="utf-8"):
        stored.put(name, pickle.dumps(settings))
        stored.drop_unused([name])
    return settings, key


def _settings_key(root: Path, **options: object) -> bytes:
    """Return the key of what the settings are read from: their file, the variables that it names, hooks and MkDocs."""
    _name_repository()
    content = read_file(root, SETTINGS_FILE)
    words = re.findall(r"\w+", content.decode(errors="replace")) if isinstance(content, bytes) else ()
    return make_key(
        code=code_version(),
        file=content,
        variables=[(name, os.environ[name]) for name in sorted(set(words)) if name in os.environ],
        hooks=[(path.name, path.read_bytes()) for path in sorted((root / "hooks").glob("*.py"))],
        programs=[_version(name) for name in PROGRAMS],
        **options,
    )


def _name_repository() -> None:
    """Let the settings find the address of the repository where GitHub builds."""
    repository = os.environ.get("GITHUB_REPOSITORY")
    if repository and not os.environ.get("REPO_URL"):
        os.environ["REPO_URL"] = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # another theme may do
        return ""


def _render_prose(folder: Path, context: BuildContext) -> None:
    from mkdocs_build import build_prose  # noqa: PLC0415 see load_settings

    build_prose(folder, context, strict=True)
