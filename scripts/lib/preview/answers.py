"""From the address that a browser asks for to the answer.

Every file comes from a Site by its path, so no address can lead out of it.
"""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import PurePosixPath
from urllib.parse import quote, unquote_to_bytes

from ideas_hub.model import addresses
from preview.live_site import LiveSite, Site
from preview.page_additions import OWN_FILES, RENDERING_FAILED, with_additions

NEWS_PATH = "preview-news"
MAX_PATH = 1000  # characters; no address of a hub is nearly as long
QUERY_SAFE = "!$&'()*+,/:;=?@%"
TEXT, HTML = "text/plain; charset=utf-8", "text/html; charset=utf-8"
MEDIA_TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": TEXT,
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".geojson": "application/geo+json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}
"""By ending, because what the module mimetypes knows differs from one machine to the next."""


@dataclass(frozen=True)
class Answer:
    """What a browser is sent."""

    content: bytes
    media_type: str = TEXT
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)


def answer(target: str, live: LiveSite) -> Answer:
    """Return the answer to a request.

    target: the address as it was sent: path and query, percent-encoded, each character a byte.
    """
    encoded_path, _, query = target.partition("?")
    path = decoded(encoded_path)
    if path in OWN_FILES:
        return Answer(OWN_FILES[path], media_type(path))
    if path == NEWS_PATH:
        return Answer(live.newer_token(query).encode("utf-8", "replace"))
    site = live.current()
    if not site:
        return Answer(b"The content is still being read. Try again in a moment.", status=HTTPStatus.SERVICE_UNAVAILABLE)
    try:
        return _file(path, query, site) or _not_found(site)
    except Exception:  # noqa: BLE001 one page that cannot be rendered must not end the preview
        traceback.print_exc()
        return Answer(with_additions(RENDERING_FAILED, site), HTML, HTTPStatus.INTERNAL_SERVER_ERROR)


def decoded(path: str) -> str | None:
    """Return a path below the site's root, as text; None if there cannot be a file of this name."""
    if not path.startswith("/") or len(path) > MAX_PATH:
        return None
    try:
        return unquote_to_bytes(path[1:].encode("latin-1")).decode()
    except UnicodeError:
        return None


def media_type(path: str) -> str:
    """Return the media type of a file, with the character set if it is text."""
    return MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def _file(path: str | None, query: str, site: Site) -> Answer | None:
    """Return a file, a folder's page, or the way to it for a folder without its slash; None if there is none."""
    if path is None:
        return None
    is_folder = not path or path.endswith("/")
    name = f"{path}index.html" if is_folder else path
    content = site.file(name)
    if content is not None:
        kind = media_type(name)
        return Answer(with_additions(content, site) if kind == HTML else content, kind)
    if not is_folder and site.file(f"{path}/index.html") is not None:
        location = f"/{quote(path)}/" + (f"?{quote(query, safe=QUERY_SAFE, encoding='latin-1')}" if query else "")
        return Answer(b"", status=HTTPStatus.FOUND, headers={"Location": location})
    return None


def _not_found(site: Site) -> Answer:
    page = site.file(addresses.NOT_FOUND) or b"<p>There is no page at this address.</p>"
    return Answer(with_additions(page, site), HTML, HTTPStatus.NOT_FOUND)
