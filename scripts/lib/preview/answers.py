"""From the address that a browser asks for to the answer.

Every file comes from a Site by its path, so no address can lead out of it.
A page has two things more than readers will see: a panel that says what must be fixed, and the script that loads it
again after a change.
Script and style are files of their own, so that the pages' security policy holds in the preview too.
"""

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from pathlib import Path, PurePath, PurePosixPath
from urllib.parse import unquote

from ideas_hub.model import addresses
from ideas_hub.problem import Problem, printable
from preview.live_site import LiveSite, NoSite, Site

OWN_FILES = {name: Path(__file__).with_name(name).read_bytes() for name in ("preview.js", "preview.css")}
"""Content by path below the site's root."""

NEWS_PATH = "preview-news"
MAX_PATH = 1000  # characters; no address of a hub is nearly as long
OWN_PAGE = "<!doctype html><html lang=en><title>Preview</title><body><h1>{}</h1><p>{}</p></body></html>"
TEXT, HTML = "text/plain; charset=utf-8", "text/html; charset=utf-8"
MEDIA_TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
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

    target: the address as it was sent: path and query, percent-encoded.
    """
    path, mark, query = target.partition("?")
    name = addresses.output_file(unquote(path[:MAX_PATH]).removeprefix("/"))
    if name in OWN_FILES:
        return Answer(OWN_FILES[name], media_type(name))
    if name == NEWS_PATH:
        return Answer(live.newer_token(query).encode())
    site = live.current()
    if isinstance(site, NoSite):
        page = OWN_PAGE.format("There is nothing to show yet", "This page is loaded again once there is.")
        return Answer(with_additions(page.encode(), site), HTML, HTTPStatus.SERVICE_UNAVAILABLE)
    try:
        return _from_site(name, f"{path}/{mark}{query}", site)
    except Exception as error:  # noqa: BLE001 one page that cannot be rendered must not end the preview
        traceback.print_exc()
        page = OWN_PAGE.format("This page could not be rendered", escape(printable(reason_of(error))))
        return Answer(with_additions(page.encode(), site), HTML, HTTPStatus.INTERNAL_SERVER_ERROR)


def reason_of(error: Exception) -> str:
    """Return what went wrong, after its place if that is in a template; those end as what they are templates of."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [
        f"{frame.filename}:{frame.lineno}: " for frame in frames if PurePath(frame.filename).suffix in MEDIA_TYPES
    ]
    return f"{''.join(places[-1:])}{type(error).__name__}: {error}"


def _from_site(name: str, folder: str, site: Site) -> Answer:
    """Return a file; or the way to its folder, if that was asked for without its slash; or the page for neither.

    folder: the address with this slash.
    """
    content = site.file(name)
    if content is not None:
        kind = media_type(name)
        return Answer(with_additions(content, site) if kind == HTML else content, kind)
    if site.file(f"{name}/index.html") is not None:
        return Answer(b"", status=HTTPStatus.FOUND, headers={"Location": folder})
    return Answer(with_additions(site.file(addresses.NOT_FOUND) or b"", site), HTML, HTTPStatus.NOT_FOUND)


def media_type(path: str) -> str:
    """Return the media type of a file, with the character set if it is text."""
    return MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def with_additions(page: bytes, site: Site | NoSite) -> bytes:
    """Return a page with what the preview adds to it."""
    before, body, after = page.partition(b"</body>")
    style = '<link rel="stylesheet" href="/preview.css">'
    panel = problem_panel(site.preview.context.blocking if isinstance(site, Site) else (), site.failure)
    script = f'<script src="/preview.js" data-token="{site.token}"></script>'
    return before + f"{style}{panel}{script}".encode() + body + after


def problem_panel(problems: Sequence[Problem], failure: str = "") -> str:
    """Return the HTML that says why the last change is not shown, and what must be fixed; "" if there is nothing."""
    parts = (
        ("The content cannot be shown as it is now", failure.splitlines()),
        (f"{len(problems)} to fix before this can be published", [str(problem) for problem in problems]),
    )
    panel = "".join(f"<h2>{heading}</h2><ul>{_rows(lines)}</ul>" for heading, lines in parts if lines)
    return panel and f'<section id="previewProblems" role="alert" tabindex="0">{panel}</section>'


def _rows(lines: Sequence[str]) -> str:
    return "".join(f"<li>{escape(printable(line))}</li>" for line in lines)
