"""Styles, scripts, fonts and marks, published under names that change when their content does.

GitHub Pages lets a browser keep a file for some minutes and no longer; a name with a digest may be kept for ever.
Fonts keep their names: they do not change, and the style sheet names them.
"""

import base64
import hashlib
from pathlib import Path

from ideas_hub.model import addresses

FOLDER = "docs/assets"
KEPT_NAMES = {".woff2", ".txt", ".png"}

THEME_SCRIPT = 'try{var t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch(e){}'
"""Sets the reader's own colours before the first paint; the only script that stands in a page."""


def read_assets(root: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the published address of each asset by its name, and the bytes of each by address."""
    named, contents = {}, {}
    for path in sorted((root / FOLDER).rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            content = path.read_bytes()
            address = f"{addresses.ASSETS}{_published_name(path, content, root)}"
            named[path.name] = address
            contents[address] = content
    return named, contents


def _published_name(path: Path, content: bytes, root: Path) -> str:
    if path.suffix in KEPT_NAMES:
        return path.relative_to(root / FOLDER).as_posix()
    return f"{path.stem}.{hashlib.sha256(content).hexdigest()[:10]}{path.suffix}"


def script_digest(script: str) -> str:
    """Return a script's hash as a content security policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def security_policy(*scripts: str) -> str:
    """Return the policy of a page: everything from this site alone, and these inline scripts."""
    hashes = " ".join(script_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; object-src 'none'"
    )
