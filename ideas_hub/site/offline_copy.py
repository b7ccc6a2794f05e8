"""The whole site in one zip that opens without a server, with browsing, the finder and the shortlist working.

Three things change in each page: links to a folder name its index.html, the security policy also allows `file:`
(for a file, 'self' matches nothing), and what needs a server is left out: from the head, and links to feeds.
"""

import os
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from zipfile import BadZipFile, ZipFile

from ideas_hub.engine.atomic_folder import TargetError
from ideas_hub.engine.zip_file import zipped
from ideas_hub.site.build import MARK

MAX_BYTES = 10 * 1024 * 1024
NAME_A_FILE = "Name a new file, such as hub.zip."
SERVER_ONLY = re.compile(r"(^|/)card\.png$|/feed\.(xml|json)$|^(404\.html|sitemap\.xml|robots\.txt)$")
REDIRECT = re.compile(rb'<script src="[^"]*assets/redirect\.')

POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
HEAD_LINK = re.compile(
    r'<link rel="(?:preload"[^>]* as="font|alternate" type="application/(?:atom\+xml|feed\+json))"[^>]*>\n?'
)
FEED = re.compile(r'<li><a href="[^"]*\w/feed\.xml"[^>]*>[^<]*</a></li>\n?')
"""A link to the feed of a page; that of the whole site stays."""
LINK = re.compile(r'(?<=\s)(href|action)="([^"]*)"')
NOT_A_PATH = re.compile(r"[a-z][a-z0-9+.-]*:|//|[#?]|$", re.IGNORECASE)


def offline_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the copy as (path, content), in path order, without redirects and files for servers.

    site: the folder of a finished build.
    """
    for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).as_posix()):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or SERVER_ONLY.search(name):
            continue
        content = path.read_bytes()
        if path.suffix != ".html":
            yield name, content
        elif not REDIRECT.search(content):
            yield name, offline_page(content.decode()).encode()


def offline_page(page: str) -> str:
    """Return the copy's version of a page."""
    page = POLICY.sub(lambda policy: policy[0].replace("'self'", "'self' file:"), page)
    page = FEED.sub("", HEAD_LINK.sub("", page))
    page = page.replace(' data-index=""', ' data-index="index.html"')
    return LINK.sub(lambda link: f'{link[1]}="{to_file(link[2])}"', page)


def to_file(link: str) -> str:
    """Return a link to a file: "../find/?q=a" becomes "../find/index.html?q=a"."""
    if NOT_A_PATH.match(link):
        return link
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    if path.rpartition("/")[2] in {"", ".", ".."}:
        path = f"{path.rstrip('/')}/index.html"
    return f"{path}{mark}{rest}"


def refuse_target(target: Path) -> None:
    """Refuse what no copy may replace, and a place where none can be written.

    Raises: TargetError, OSError.
    """
    if os.path.lexists(target):
        if target.is_symlink() or not target.is_file():
            raise TargetError(f"{target} is {'a folder' if target.is_dir() else 'no ordinary file'}. {NAME_A_FILE}")
        if not _is_copy(target):
            raise TargetError(f"{target} is no copy that a build has made, so it is not replaced. {NAME_A_FILE}")
    else:
        with suppress(FileNotFoundError):
            target.lstat()  # says what is wrong with a name that no file can have
    folder = next(path for path in target.parents if os.path.lexists(path))
    if not folder.is_dir():
        raise TargetError(f"{folder} is a file, not a folder. {NAME_A_FILE}")
    try:
        TemporaryFile(dir=folder).close()
    except OSError as error:
        raise TargetError(f"Nothing can be written in {folder} ({error.strerror}). {NAME_A_FILE}") from None


def _is_copy(file: Path) -> bool:
    """Return whether a file is a copy of a site, of whatever name: it has the mark that every site carries."""
    try:
        with ZipFile(file) as archive:
            marks = [name for name in archive.namelist() if name.partition("/")[2] == MARK.name]
            return bool(marks) and archive.read(marks[0]).startswith(MARK.start)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return False


def write_offline_copy(site: Path, target: Path) -> int:
    """Write the copy of a finished site atomically, and return its size in bytes; all is in one folder of its name."""
    content = zipped(offline_files(site), target.stem, compress=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{os.getpid()}.new")
    try:
        temporary.write_bytes(content)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    return len(content)
