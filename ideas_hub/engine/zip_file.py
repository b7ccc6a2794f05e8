"""Zip archives whose bytes are reproducible."""

import io
from collections.abc import Iterable
from pathlib import PurePath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold, for every file: the same content gives the same zip on any day."""

COMPRESSED_SUFFIXES = {".woff2", ".png", ".webp", ".jpg", ".zip"}


def zipped(files: Iterable[tuple[str, bytes]], folder: str, *, compress: bool) -> bytes:
    """Return a zip of one folder with these files; same files, same bytes.

    files: as (path, content).
    compress: what is not compressed yet.  Versions of zlib compress differently: without, all machines agree.
    """
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for path, content in files:
            entry = ZipInfo(f"{folder}/{path}", ZIP_EPOCH)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # as on Unix, on every system
            stored = not compress or PurePath(path).suffix in COMPRESSED_SUFFIXES
            archive.writestr(entry, content, ZIP_STORED if stored else ZIP_DEFLATED, 9)
    return out.getvalue()
