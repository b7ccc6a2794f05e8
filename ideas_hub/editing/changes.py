"""Changes to several files of a repository that are made together or not at all."""

from collections.abc import Mapping
from pathlib import Path


def apply_changes(root: Path, changes: Mapping[str, bytes | None]) -> None:
    """Write each file, by path from the root; None deletes it.

    Raises OSError if a file cannot be written; those written before then are as they were.
    """
    before: dict[Path, bytes | None] = {}
    try:
        for file, content in changes.items():
            path = root / file
            before[path] = path.read_bytes() if path.exists() else None
            _put(path, content)
    except BaseException:
        for path, content in before.items():
            _put(path, content)
        raise


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)
