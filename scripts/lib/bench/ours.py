"""The bench's measurements of the hub itself: the build, what a search loads, scripts/check and scripts/serve."""

import gzip
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from script_search import open_search
from site_build import ROOT

from bench.made_up import EDITED
from bench.measuring import Builder, Measurement, measure, memory_of, processor_seconds_of, users_environment

BUILD = (
    "import logging, sys; from pathlib import Path; from site_build import build_site; "
    "logging.basicConfig(format='%(message)s'); repository, site = map(Path, sys.argv[1:]); "
    "build_site(site, root=repository, cards=False, address='https://hub.example/')"
)
CHECK = (
    "import sys; from pathlib import Path; from ideas_hub.commands.check import main; "
    "raise SystemExit(main([], Path(sys.argv[1])))"
)
"""scripts/build and scripts/check, over another repository."""

SCRIPTS = ("words", "places", "search", "finder")
"""Those of the finder's page, besides what every page loads."""

QUERIES = ("garden", "music", "lonely walk", "village music", "old people singing", "quiet garden together")
NEW_WORDS = "These words were saved a moment ago."
POLL_INTERVAL = 0.02  # seconds
TIMEOUT = 600  # seconds


def our_builder(repository: Path, site: Path) -> Builder:
    """Return our way to build a repository's site into a folder."""
    command = (sys.executable, "-c", BUILD, str(repository), str(site))
    return Builder((command,), repository / EDITED, site, repository / ".cache")


def bytes_to_first_results(site: Path, searches: Iterable[str]) -> dict[str, int]:
    """Return the gzipped bytes that a built site's finder loads for the first result of each search.

    Counted: its scripts, the index, the facets, the chunks of the words, and one chunk of cards.
    """
    [manifest] = site.glob("search/index.*.js")
    scripts = [file for name in SCRIPTS for file in site.glob(f"assets/{name}.*.js")]
    sizes = {}
    for words in searches:
        with open_search(manifest) as search:
            loaded = search.find(words).loaded
        cards = [name for name in loaded if name.startswith("cards")]
        chunks = [manifest.with_name(f"{name}.js") for name in loaded if name not in cards[1:]]
        sizes[words] = sum(len(gzip.compress(path.read_bytes(), 6)) for path in (*scripts, *chunks))
    return sizes


def measure_commands(repository: Path) -> dict[str, Measurement]:
    """Measure scripts/check of a repository without a cache and once more, and scripts/serve.

    Raises: CalledProcessError.
    """
    preview = {"scripts/serve, from one saved edit to its page": measure_preview(repository)}
    check = (sys.executable, "-c", CHECK, str(repository))
    shutil.rmtree(repository / ".cache", ignore_errors=True)
    checks = {f"scripts/check, {when}": measure(check) for when in ("cold", "again")}
    return {**checks, **preview}


def measure_start(site: Path) -> dict[str, Measurement]:
    """Build this hub into a folder, and measure a second build, which has nothing to do.

    Raises: CalledProcessError.
    """
    command = (sys.executable, str(ROOT / "scripts/lib/build.py"), "--no-cards", "--output", str(site))
    measure(command)
    return {"scripts/build of this hub, nothing to do": measure(command)}


def measure_preview(repository: Path) -> Measurement:
    """Start a repository's preview, save one edit as an editor does, and return the time until its page has the words.

    Raises: TimeoutError: the page was never served.
    """
    study = repository / EDITED
    command = (sys.executable, repository / "scripts/lib/serve.py", "--port", "0")
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=users_environment()) as server:
        try:
            home = next(line.split()[1] for line in server.stderr or () if line.startswith("Ready: "))
            page = f"{home}case-studies/{study.stem}/"
            _fetch(page)
            started, before = time.monotonic(), processor_seconds_of(server.pid)
            study.write_text(study.read_text(encoding="utf-8") + f"\n{NEW_WORDS}\n", encoding="utf-8")
            while NEW_WORDS not in _fetch(page):
                if time.monotonic() - started > TIMEOUT:
                    raise TimeoutError(f"{page} never had the words: {NEW_WORDS}")
                time.sleep(POLL_INTERVAL)
            seconds = time.monotonic() - started
            return Measurement(seconds, processor_seconds_of(server.pid) - before, memory_of(server.pid))
        finally:
            server.terminate()


def _fetch(page: str) -> str:
    with urllib.request.urlopen(page) as answer:  # noqa: S310 an address of this machine
        return str(answer.read(), "utf-8")
