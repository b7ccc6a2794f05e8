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
ILLUSTRATIONS = "illustrations/"

THEME_SCRIPT = 'try{var t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch(e){}'
"""Applies the reader's colours before the first paint; the only inline script of a page."""


def published_assets(assets: Mapping[str, bytes]) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return (address by file name, content by address) of every asset, in the order given.

    assets: by path below docs/assets.
    Templates look assets up by file name alone: of two files with one name, the last wins.
    Illustrations have theirs from the ids of themes, whatever those are, and so keep their folder.
    """
    by_name, contents = {}, {}
    for file, source in assets.items():
        path = PurePosixPath(file)
        shorten = SHORTENED.get(path.suffix)
        content = shorten(source.decode()).encode() if shorten else source
        keeps_name = path.suffix in UNHASHED_SUFFIXES
        address = f"{addresses.ASSETS}{file}" if keeps_name else addresses.fingerprinted(path.name, content)
        by_name[file if file.startswith(ILLUSTRATIONS) else path.name] = address
        contents[address] = content
    return by_name, contents


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
        "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'"
    )
