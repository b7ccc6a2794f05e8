"""Styles, scripts, fonts and images, published under names that change with their content.

GitHub Pages lets browsers cache every file for ten minutes only.
Fonts keep their names: they do not change, and the style sheet names them.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from ideas_hub.model import addresses

UNHASHED_SUFFIXES = {".woff2", ".txt", ".png"}
ILLUSTRATIONS, SCRIPTS = "illustrations/", "js/"

THEME_SCRIPT = 'try{var t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch(e){}'
"""Applies the reader's colours before the first paint; the only inline script of a page."""


BUNDLES = {
    "write-story.js": (
        *("prose.js", "checks.js", "story-file.js", "value-paths.js", "checked-file.js", "placeholders.js"),
        *("identifiers.js", "word-rules.js", "link-rules.js", "figure-base.js", "front-matter.js"),
        *("story-checks.js", "write.js"),
    ),
    "read-markdown.js": ("micromark.js", "markdown.js", "story-preview.js"),
    "open-file.js": (
        *("js-yaml.js", "facts-as-yaml.js", "near-words.js", "unknown-ids.js", "figures.js", "accessibility-rules.js"),
        *("file-checks.js", "difference.js", "text-desk.js"),
    ),
}
"""Scripts of a page in the order in which they run, joined into one file: together they are a tenth smaller."""


def published_assets(assets: Mapping[str, bytes]) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return (address by file name, content by address) of every asset, in the order given.

    assets: by path below docs/assets.
    Templates look assets up by file name alone: of two files with one name, the last wins.
    Illustrations have theirs from the ids of themes, whatever those are, and so keep their folder.
    """
    by_name, contents = {}, {}
    for file, content in _bundled({file: _shortened(file, source) for file, source in assets.items()}).items():
        path = PurePosixPath(file)
        keeps_name = path.suffix in UNHASHED_SUFFIXES
        address = f"{addresses.ASSETS}{file}" if keeps_name else addresses.fingerprinted(path.name, content)
        by_name[file if file.startswith(ILLUSTRATIONS) else path.name] = address
        contents[address] = content
    return by_name, contents


def _shortened(file: str, source: bytes) -> bytes:
    shorten = SHORTENED.get(PurePosixPath(file).suffix)
    return shorten(source.decode()).encode() if shorten else source


def _bundled(assets: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return assets by path, with each bundle in place of its parts."""
    bundles = {}
    for name, parts in BUNDLES.items():
        files = [f"{SCRIPTS}{part}" for part in parts]
        if any(file in assets for file in files):
            bundles[SCRIPTS + name] = b"\n".join(assets[file] for file in files if file in assets)
            assets = {file: content for file, content in assets.items() if file not in files}
    return {**assets, **bundles}


COMMENTS = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
NOTES_AND_INDENTS = re.compile(r"[ \t]+//[^'\"`/\n]*$|^[ \t]*//.*\n|^[ \t]+|^\n", re.MULTILINE)
"""Notes at the end of a line or on one of their own, where no quote makes it hard to say what they are; and indents."""


STYLE_NOTES = re.compile(r"/\*.*?\*/[ \t]*\n?|^[ \t]+|^\n", re.DOTALL | re.MULTILINE)
"""Comments, indents and empty lines of a style sheet: an eighth of what a phone loads."""


def without_comments(script: str) -> str:
    """Return a script without most of its comments and indents: a quarter less for a phone to load.

    One with a text that goes over several lines stays as it is, as that text may hold anything.
    """
    if any(line.count("`") % 2 for line in script.splitlines()):
        return script
    return NOTES_AND_INDENTS.sub("", COMMENTS.sub("", script))


def _small_style(style: str) -> str:
    return STYLE_NOTES.sub("", style)


SHORTENED = {".js": without_comments, ".css": _small_style}
"""How a text is made smaller for a phone, by the ending of its file."""


def security_policy(*scripts: str, live_reload: bool = False) -> str:
    """Return a page's Content-Security-Policy: files from this site only, and these inline scripts by their hash.

    live_reload: for `mkdocs serve`, which puts a script of its own into each page.
    """
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    inline = "'unsafe-inline'" if live_reload else " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'self' {inline}; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'"
    )
