"""Notice that a file of the content was saved, by whatever way an editor saves."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import (
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

FOLDERS = ("case_studies", "docs", "overrides")
FILES = ("mkdocs.yml", "published.csv")
POLL_INTERVAL = 0.5  # seconds
EVENTS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    DirDeletedEvent,
    DirMovedEvent,
]
"""Not those of files that are only opened, as by reading them."""


class _Handler(FileSystemEventHandler):
    """Passes on that something changed.

    names: of the files that count, if not all do.
    """

    def __init__(self, note_change: Callable[[], None], names: tuple[str, ...] = ()) -> None:
        self.note_change, self.names = note_change, names

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on an event; one of a move has two paths."""
        paths = (os.fsdecode(event.src_path), os.fsdecode(event.dest_path))
        if not self.names or any(os.path.basename(path) in self.names for path in paths):  # noqa: PTH119 not a Path yet
            self.note_change()


@contextmanager
def watching(root: Path, note_change: Callable[[], None], *, poll: bool = False) -> Iterator[None]:
    """Call a function at each change of a repository's content while the context lasts.

    poll: look at every file again and again, for file systems without notification.
    Raises: SystemExit: the system cannot watch so many folders.
    """
    observer: BaseObserver = PollingObserver(timeout=POLL_INTERVAL) if poll else Observer()
    # the folder around the single files, because a watch on a file ends when an editor puts a new one in its place
    observer.schedule(_Handler(note_change, FILES), root, event_filter=EVENTS)
    for name in FOLDERS:
        if (root / name).is_dir():
            observer.schedule(_Handler(note_change), root / name, recursive=True, event_filter=EVENTS)
    try:
        observer.start()
    except OSError as error:
        raise SystemExit(f"Changes cannot be noticed here ({error.strerror}). Try scripts/serve --poll.") from None
    try:
        yield
    finally:
        observer.stop()
        observer.join()
