"""The files that somebody dropped into an issue: where they are, and their bytes.

GitHub keeps each at an address of its own, and sends whoever asks for one on to where it stores files.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from http.client import HTTPException, HTTPMessage, IncompleteRead
from typing import IO, NamedTuple
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from ideas_hub.drafting.plain_text import one_line
from ideas_hub.importing.refused_file import RefusedFileError, refuse_if_large
from ideas_hub.importing.word import MOST_BYTES

MOST_FILES = 5  # of an issue
SECONDS = 60.0  # of a file
PIECE = 64 * 1024
PICTURE = re.compile(r"https://github\.com/user-attachments/assets/[0-9a-f-]{36}")
HOSTS = re.compile(r"github\.com|[a-z0-9-]+\.githubusercontent\.com|github-production-[a-z0-9-]+\.s3\.amazonaws\.com")
"""Where GitHub keeps what was attached, and where it sends whoever asks for it."""

NOT_THERE = "it could not be fetched from GitHub."
SEND_AGAIN = "Drop it into a new form, and wait until its name is there as a link before you send the form."


class Attachment(NamedTuple):
    """A file that was attached.  name: as people see it; never the path of a file."""

    name: str
    address: str


def attachments_in(text: str, repository: str) -> list[Attachment]:
    """Return the files that are attached to a text of an issue, each once, in its order.

    repository: whose issue it is, "owner/name".
    """
    folders = rf"(?:user-attachments|(?i:{re.escape(repository)}))"
    address = rf"""(?<![^\s(<"'])https://github\.com/{folders}/files/[0-9]{{1,20}}/([\w.%~-]{{1,300}})(?=[)>"'\s]|$)"""
    found = {match[0]: match[1] for match in re.finditer(address, text, re.ASCII)}
    return [Attachment(_name(quoted), address) for address, quoted in found.items()]


def without(attachments: Sequence[Attachment], text: str) -> str:
    """Return a text without the links to files that are attached to it."""
    for one in attachments:
        text = re.sub(rf"!?\[[^\]\n]*\]\({re.escape(one.address)}\)", "", text)
    return text


def _name(quoted: str) -> str:
    name = one_line(unquote(quoted)).replace("\\", "/").rpartition("/")[2]
    return f"file{name}" if name.startswith(".") or not name else name


def is_on_github(address: str) -> bool:
    """Return whether an address is one of GitHub's, for files that were attached."""
    parts = urlsplit(address)
    return parts.scheme == "https" and parts.netloc == parts.hostname and bool(HOSTS.fullmatch(parts.netloc))


class _Redirects(HTTPRedirectHandler):
    """Follows a redirect only to an address that is allowed."""

    max_redirections = 3

    def __init__(self, is_allowed: Callable[[str], bool]) -> None:
        self._is_allowed = is_allowed

    def redirect_request(  # noqa: PLR0913, PLR0917 as urllib has it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not self._is_allowed(newurl):
            raise HTTPError(newurl, code, NOT_THERE, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def download(
    address: str,
    is_allowed: Callable[[str], bool] = is_on_github,
    *,
    most_bytes: int = MOST_BYTES,
    seconds: float = SECONDS,
) -> bytes:
    """Return the bytes at an address.  Raises RefusedFileError.

    is_allowed: whether an address may be asked, the first and those of redirects.
    """
    try:
        return b"".join(_pieces(address, is_allowed, most_bytes, seconds))
    except (OSError, ValueError, HTTPException) as error:
        if isinstance(error, HTTPError):
            error.close()
        raise RefusedFileError(NOT_THERE, SEND_AGAIN, rule="download") from error


def _pieces(address: str, is_allowed: Callable[[str], bool], most_bytes: int, seconds: float) -> Iterator[bytes]:
    if not is_allowed(address):
        raise ValueError(address)
    end = time.monotonic() + seconds
    size = 0
    with build_opener(_Redirects(is_allowed)).open(address, timeout=seconds) as answer:
        length = int(answer.headers.get("Content-Length") or 0)
        refuse_if_large(length, most_bytes)
        while piece := answer.read1(PIECE):
            size += len(piece)
            refuse_if_large(size, most_bytes)
            if time.monotonic() > end:
                raise TimeoutError
            yield piece
    if size < length:
        raise IncompleteRead(b"", length - size)
