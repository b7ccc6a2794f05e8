"""The site that the preview shows: loaded by one thread, asked for by many."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from threading import BoundedSemaphore, Condition

from ideas_hub.site.preview import Preview

QUIET = 0.05  # seconds without a further change: an editor may save in several steps
PATIENCE = 30  # seconds that a request waits for a reload
HOLD = 20  # seconds that a tab waits for news before it asks again
MAX_HELD = 3  # tabs that wait: browsers open six connections to a server, for all tabs together


class LoadingError(Exception):
    """The content cannot be shown as it is; the message says why, in a line or more."""


def new_token() -> str:
    """Return a token that nothing else has."""
    return secrets.token_hex(8)


@dataclass(frozen=True)
class NoSite:
    """What there is before a site could be loaded; failure and token as in a Site."""

    failure: str = ""
    token: str = field(default_factory=new_token)


@dataclass(frozen=True)
class Site:
    """The whole site of one state of the content.

    prose: the files that MkDocs rendered, by path.
    prose_digest: of what they were rendered from.
    token: tells this site from any other, also from those of a preview that was started before or after.
    failure: why the content cannot be shown as it is now; "" if this is how it is.
    """

    preview: Preview
    prose: Mapping[str, bytes]
    prose_digest: bytes
    token: str = field(default_factory=new_token)
    failure: str = ""

    def file(self, path: str) -> bytes | None:
        """Return a file's content; None if there is no such file.

        path: below the site's root.
        """
        return self.prose[path] if path in self.prose else self.preview.file(path)


class LiveSite:
    """The newest site that could be loaded. While files have changed that it does not show yet, requests wait."""

    def __init__(self) -> None:
        """Start with no site, so the content as it is counts as a change."""
        self._condition = Condition()
        self._site: Site | NoSite = NoSite()
        self._changes, self._loaded = 1, 0
        self._places = BoundedSemaphore(MAX_HELD)

    def note_change(self) -> None:
        """Count a change of the content."""
        with self._condition:
            self._changes += 1
            self._condition.notify_all()

    def wait_for_change(self) -> None:
        """Wait for a change that is not loaded yet, and then until nothing changes for a moment."""
        with self._condition:
            self._condition.wait_for(self._is_stale)
            while self._condition.wait(QUIET):
                pass

    def reload(self, load: Callable[[Site | None], Site]) -> None:
        """Load the content as it is now; a change in the meantime counts as not loaded yet.

        load: gets the last site, which stays if it raises anything, and gives the reason of a LoadingError.
        """
        with self._condition:
            changes, site = self._changes, self._site
        try:
            site = load(site if isinstance(site, Site) else None)
        except LoadingError as error:
            site = replace(site, failure=str(error), token=new_token())
        finally:
            with self._condition:
                self._site, self._loaded = site, changes
                self._condition.notify_all()

    def current(self, patience: float = PATIENCE) -> Site | NoSite:
        """Return the site once it shows every change, or the last one after a while."""
        with self._condition:
            self._condition.wait_for(lambda: not self._is_stale(), patience)
            return self._site

    def newer_token(self, seen: str) -> str:
        """Return the site's token once it is not the one seen; that one after a while, or if too many wait already."""
        held = self._places.acquire(blocking=False)
        try:
            with self._condition:
                self._condition.wait_for(lambda: self._site.token != seen, HOLD if held else 0)
                return self._site.token
        finally:
            if held:
                self._places.release()

    def _is_stale(self) -> bool:
        return self._changes > self._loaded
