"""The bytes of a file that somebody brings, if it is not too large, and why one is not read."""

from pathlib import Path

from ideas_hub.problem import Problem

MEGABYTE = 1024 * 1024


class RefusedFileError(Exception):
    """Why a file is not read, a sentence each: what is wrong with it, and what to do.

    line: from 1; 0 for the whole file.
    """

    def __init__(self, message: str, fix: str = "", *, rule: str, line: int = 0) -> None:
        super().__init__(message)
        self.message, self.fix, self.rule, self.line = message, fix, rule, line

    def problem(self, file: str) -> Problem:
        """Return the same as a problem of a file."""
        return Problem(file, self.line, self.message, rule=self.rule, fix=self.fix)


def read_bytes(path: Path, most_bytes: int) -> bytes:
    """Return the bytes of a file.  Raises RefusedFileError, without reading it, if it has more than `most_bytes`."""
    refuse_if_large(path.stat().st_size, most_bytes)
    with path.open("rb") as file:
        content = file.read(most_bytes + 1)
    refuse_if_large(len(content), most_bytes)
    return content


def refuse_if_large(size: int, most_bytes: int) -> None:
    """Raise RefusedFileError if a file of this many bytes is too large."""
    if size > most_bytes:
        raise RefusedFileError(
            f"the file is {size / MEGABYTE:,.0f} MB; the limit is {most_bytes // MEGABYTE} MB.",
            "Take pictures out of it, or split it.",
            rule="file-size",
        )
