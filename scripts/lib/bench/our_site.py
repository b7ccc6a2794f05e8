"""What the bench measures of the hub itself: the build, scripts/check, and what a search loads."""

import gzip
import os
import shutil
import sys
from pathlib import Path

from finder import Finder
from mkdocs_build import ROOT

from bench.builder import Builder
from bench.made_up import EDITED
from bench.measuring import Command, Measured, measure

BUILD = "import sys; from pathlib import Path; from mkdocs_build import build_site, configure_logging; configure_logging(); "
BUILD += "build_site(Path(sys.argv[2]), root=Path(sys.argv[1]), cards=False, address='https://hub.example/')"
CHECK = "import sys; from pathlib import Path; from ideas_hub.commands.check import main; raise SystemExit(main([], Path(sys.argv[1])))"
"""As scripts/build and scripts/check do it, over another repository."""
SETTINGS = {"PYTHONPATH": f"{ROOT / 'scripts/lib'}{os.pathsep}{ROOT}", "NO_MKDOCS_2_WARNING": "1"}
QUERIES = ("garden", "music", "lonely walk", "village music", "old people singing", "quiet garden together")


def our_builder(repository: Path, site: Path) -> Builder:
    """Return our own way to build a repository into a folder."""
    command = Command((sys.executable, "-c", BUILD, str(repository), str(site)), SETTINGS)
    return Builder((command,), repository / EDITED, site, repository / ".cache")


def measure_check(repository: Path) -> dict[str, Measured]:
    """Run scripts/check over a repository with nothing kept, and once more.  Raises: CalledProcessError."""
    command = Command((sys.executable, "-c", CHECK, str(repository)), SETTINGS)
    shutil.rmtree(repository / ".cache", ignore_errors=True)
    return {f"scripts/check, {when}": measure([command]) for when in ("cold", "again")}


def bytes_to_first_result(site: Path, words: str) -> int:
    """Return the gzipped bytes that the finder of a built site loads until it shows the first result.

    They are its script, the index, the facets, what the words need, and one chunk of cards.
    """
    script = next(site.glob("assets/**/find.*.js"))
    manifest = next(site.glob("search/index.*.js"))
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.glob("search/*.js")}
    finder = Finder(files, manifest.relative_to(site).as_posix())
    found = finder.find(words)
    loaded = [name for name in finder.chunks if not name.startswith("cards.")] + [f"facets.{finder.hub['sets']}"]
    if found:
        chunk = finder.addresses.index(found[0]) // finder.hub["cardsInAChunk"]
        loaded.append(f"cards.{finder.hub['cards'].split(' ')[chunk]}")
    return sum(
        len(gzip.compress(content, 6))
        for content in (script.read_bytes(), *(files[f"search/{name}.js"] for name in loaded))
    )
