"""A copy of the whole site in one zip, which opens from a memory stick with browsing, the finder and the shortlist at work.

A file has no server behind it, so of each page three things change, all of them here: a link to a folder names the folder's index.html,
the security policy also names `file:` (to a file, 'self' is nobody), and the head loses what only a server can give.
"""

import io
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FOLDER = "ideas-hub/"
MOST_BYTES = 10 * 1024 * 1024
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell: the same content gives the same zip on any day."""

SERVER_ONLY = re.compile(r"(^|/)card\.png$|/feed\.(xml|json)$|^(404\.html|sitemap\.xml|robots\.txt)$")
LEADS_ON = re.compile(rb'<script src="[^"]*assets/redirect\.')
PACKED = {".woff2", ".png", ".webp", ".jpg", ".zip"}  # they would not get smaller

POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
HEAD_LINK = re.compile(r'<link rel="(?:preload"[^>]* as="font|alternate" type="application/(?:atom\+xml|feed\+json))"[^>]*>\n?')
LINK = re.compile(r'(?<=\s)(href|action)="([^"]*)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|[#?]|$", re.IGNORECASE)


def offline_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the copy as (path, content), sorted by path; pages that only lead on to others are left out.

    site: the folder of a finished build.
    """
    for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).as_posix()):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or SERVER_ONLY.search(name):
            continue
        content = path.read_bytes()
        if path.suffix != ".html":
            yield name, content
        elif not LEADS_ON.search(content):
            yield name, offline_page(content.decode()).encode()


def offline_page(page: str) -> str:
    """Return a page as it stands in the copy."""
    page = POLICY.sub(lambda policy: policy[0].replace("&#39;self&#39;", "&#39;self&#39; file:"), page)
    page = HEAD_LINK.sub("", page)
    page = page.replace(' data-index=""', ' data-index="index.html"')
    return LINK.sub(lambda link: f'{link[1]}="{to_file(link[2])}"', page)


def to_file(link: str) -> str:
    """Return a link that leads to a file: "../find/?q=a" becomes "../find/index.html?q=a"."""
    if ELSEWHERE.match(link):
        return link
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    if path.rpartition("/")[2] in {"", ".", ".."}:
        path = f"{path.rstrip('/')}/index.html"
    return f"{path}{mark}{rest}"


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files as a zip with one folder in it; same files, same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files:
            entry = ZipInfo(f"{FOLDER}{name}", LONG_AGO)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # as on Unix, whatever system makes it
            archive.writestr(entry, content, ZIP_STORED if Path(name).suffix in PACKED else ZIP_DEFLATED, 9)
    return out.getvalue()


def write_offline_copy(site: Path, target: Path) -> int:
    """Write the copy of a finished site, whole or not at all, and return its size in bytes."""
    content = zipped(offline_files(site))
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return len(content)
