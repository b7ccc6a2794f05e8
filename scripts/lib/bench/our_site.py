"""The bench's measurements of the hub itself: the build, scripts/check, and what a search loads."""

import gzip
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from mkdocs_build import ROOT
from script_search import open_search

from bench.builder import Builder
from bench.made_up import EDITED
from bench.measuring import Command, Measurement, measure

BUILD = (
    "import sys; from pathlib import Path; from mkdocs_build import build_site, configure_logging; "
    "configure_logging(); repository, site = map(Path, sys.argv[1:]); "
    "build_site(site, root=repository, cards=False, address='https://hub.example/')"
)
CHECK = (
    "import sys; from pathlib import Path; from ideas_hub.commands.check import main; "
    "raise SystemExit(main([], Path(sys.argv[1])))"
)
"""scripts/build and scripts/check, over another repository."""
SETTINGS = {"PYTHONPATH": f"{ROOT / 'scripts/lib'}{os.pathsep}{ROOT}", "NO_MKDOCS_2_WARNING": "1"}
QUERIES = ("garden", "music", "lonely walk", "village music", "old people singing", "quiet garden together")


def our_builder(repository: Path, site: Path) -> Builder:
    """Return our way to build a repository's site into a folder."""
    command = Command((sys.executable, "-c", BUILD, str(repository), str(site)), SETTINGS)
    return Builder((command,), repository / EDITED, site, repository / ".cache")


def measure_check(repository: Path) -> dict[str, Measurement]:
    """Run scripts/check over a repository without a cache, and once more.

    Raises: CalledProcessError.
    """
    command = Command((sys.executable, "-c", CHECK, str(repository)), SETTINGS)
    shutil.rmtree(repository / ".cache", ignore_errors=True)
    return {f"scripts/check, {when}": measure([command]) for when in ("cold", "again")}


def bytes_to_first_results(site: Path, searches: Iterable[str]) -> dict[str, int]:
    """Return the gzipped bytes that a built site's finder loads for the first result of each search.

    Counted: its scripts, the index, the facets, the chunks of the words, and one chunk of cards.
    """
    [manifest] = site.glob("search/index.*.js")
    return {words: _weight(manifest, words) for words in searches}


def _weight(manifest: Path, words: str) -> int:
    with open_search(manifest) as search:
        loaded = search.find(words).loaded
    cards = [name for name in loaded if name.startswith("cards.")]
    chunks = [manifest.with_name(f"{name}.js") for name in loaded if name not in cards[1:]]
    scripts = [ROOT / "docs/assets/js" / name for name in ("search.js", "finder.js")]
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in (*scripts, *chunks))
